"""The board's filters beside its tabs: who writes a story, what it is about, and when it was changed last."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.topic import ArticleTopic, Topic
from articles.models.user import User

FEW_STORIES = 1_000
MOST_PEOPLE = 300


class AskedFilter(admin.ListFilter):
    """A filter that asks for something in a small form: what it is called in the address, and how it is asked.

    A form beside the list has all else that was chosen as hidden fields, so that filters are added to each other.
    """

    template = "admin/articles/board/asked_filter.html"
    names: tuple[str, ...] = ()

    def __init__(
        self, request: HttpRequest, params: dict[str, list[str]], model: Any, model_admin: admin.ModelAdmin
    ) -> None:
        super().__init__(request, params, model, model_admin)
        for name in self.names:
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1].replace("\0", "").strip()

    def has_output(self) -> bool:
        """It is always offered."""
        return True

    def expected_parameters(self) -> list[str | None]:
        """What it takes out of the address."""
        return list(self.names)

    def given(self, name: str) -> str:
        """What was asked for by that name, or ""."""
        return str(self.used_parameters.get(name, ""))

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        """One entry: the form, as its template draws it."""
        others = [
            (name, value)
            for name, values in changelist.filter_params.items()
            if name not in (*self.names, SEARCH_VAR)
            for value in values
        ]
        if changelist.query:
            others.append((SEARCH_VAR, changelist.query))
        yield {
            "fields": self.fields(),
            "others": others,
            "is_used": any(self.given(name) for name in self.names),
            "without": changelist.get_query_string(remove=list(self.names)),
        }

    def fields(self) -> list[dict[str, Any]]:
        """The fields of the form: name, label, type and value."""
        raise NotImplementedError


class WriterFilter(AskedFilter):
    """The stories that somebody began or is to write."""

    title = _("who writes it")
    names = ("writer",)

    def fields(self) -> list[dict[str, Any]]:
        """A field for their name."""
        return [{"name": "writer", "label": _("Writer"), "value": self.given("writer"), "type": "text"}]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        """Those of the people of whose names each word that was typed begins one."""
        if not self.given("writer"):
            return queryset
        people = User.objects.order_by()
        for word in self.given("writer").split():
            begins = (f"{name}__istartswith" for name in ("username", "first_name", "last_name"))
            people = people.filter(reduce(or_, (Q(**{lookup: word}) for lookup in begins)))
        numbers = list(people.values_list("pk", flat=True)[:MOST_PEOPLE])
        theirs = Q(assigned_to__in=numbers) | Q(created_by__in=numbers)
        # Few stories are found by their people; of many, enough are among those that were changed last. No database
        # knows beforehand which it will be, and reads the whole board for a stringer's three stories of ten years ago.
        few = list(Article.objects.filter(theirs).order_by().values_list("pk", flat=True)[: FEW_STORIES + 1])
        return queryset.filter(pk__in=few) if len(few) <= FEW_STORIES else queryset.filter(theirs)


class TopicFilter(AskedFilter):
    """The stories on a topic, by its name."""

    title = _("topic")
    names = ("topic",)

    def fields(self) -> list[dict[str, Any]]:
        """A field for its name, or how that begins."""
        return [{"name": "topic", "label": _("Topic"), "value": self.given("topic"), "type": "text"}]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        """Those that have a topic whose name begins so, not only as their kicker."""
        if not self.given("topic"):
            return queryset
        topics = Topic.objects.filter(name__istartswith=self.given("topic")).order_by().values("pk")
        return queryset.filter(Exists(ArticleTopic.objects.filter(content_object=OuterRef("pk"), tag__in=topics)))


class ChangedFilter(AskedFilter):
    """The stories that were changed last between two days, on the person's own clock."""

    title = _("when it was changed")
    names = ("from", "until")

    def fields(self) -> list[dict[str, Any]]:
        """Two days."""
        return [
            {"name": "from", "label": _("From"), "value": self.given("from"), "type": "date"},
            {"name": "until", "label": _("Until"), "value": self.given("until"), "type": "date"},
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        """Those of these days, both included; a day that is none asks for nothing."""
        first, last = _day(self.given("from")), _day(self.given("until"))
        if first is not None:
            queryset = queryset.filter(changed_at__gte=_midnight(first))
        if last is not None:
            queryset = queryset.filter(changed_at__lt=_midnight(last + timedelta(days=1)))
        return queryset


def _day(text: str) -> date | None:
    """The day that a text names; None for any other text and for days at the ends of the calendar."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1 < day.year < 9999 else None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))

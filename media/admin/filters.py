"""What the library's list can be narrowed to: dates, use, licence, missing alt text, how a picture was made."""

from datetime import datetime, time, timedelta
from functools import reduce
from operator import or_

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from media.date_time_field import is_within_reach
from media.signals import conditions_of_use

SOON = timedelta(days=30)


class DatesFilter(admin.ListFilter):
    """Photos taken (or, when that is unknown, uploaded) from one day to another, both included."""

    title = _("date")
    template = "admin/media/photo/dates.html"

    def __init__(self, request, params, model, model_admin):
        """Take the two days from the query, and keep the rest of it for the form."""
        super().__init__(request, params, model, model_admin)
        for name in self.expected_parameters():
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]
        self.others = [(name, value) for name in request.GET for value in request.GET.getlist(name)]
        self.others = [pair for pair in self.others if pair[0] not in (*self.expected_parameters(), "p")]

    def has_output(self):
        return True

    def expected_parameters(self):
        return ["from", "until"]

    def choices(self, changelist):
        """What the template shows: the two days as they stand, and the rest of the query to keep."""
        return [{"days": {name: self.used_parameters.get(name, "") for name in self.expected_parameters()},
                 "others": self.others}]  # fmt: skip

    def queryset(self, request, queryset):
        """The photos of these days on the active clock. Raises IncorrectLookupParameters for no day."""
        days = {name: _day(text) for name, text in self.used_parameters.items() if text}
        queryset = queryset.annotate(made_at=Coalesce("taken_at", "uploaded_at")) if days else queryset
        if "from" in days:
            queryset = queryset.filter(made_at__gte=_begin(days["from"]))
        if "until" in days:
            queryset = queryset.filter(made_at__lt=_begin(days["until"] + timedelta(days=1)))
        return queryset


def _day(text):
    """The day that `text` names, of a year whose every moment has a neighbour in any time zone."""
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None or not is_within_reach(day):
        raise IncorrectLookupParameters(f"“{text}” is no day.")
    return day


def _begin(day):
    """The moment at which a day begins on the active clock: one comparison a row, where a date costs two."""
    return timezone.make_aware(datetime.combine(day, time.min))


class UseFilter(admin.SimpleListFilter):
    """Photos that something shows or has shown, or that wait for their first use."""

    title = _("use")
    parameter_name = "use"

    def lookups(self, request, model_admin):
        return (("used", "Used"), ("unused", "Unused"))

    def queryset(self, request, queryset):
        match self.value():
            case "used":
                return queryset.filter(reduce(or_, conditions_of_use(), Q(pk__in=[])))
            case "unused":
                for condition in conditions_of_use():  # one after the other, for PostgreSQL joins what is said so
                    queryset = queryset.filter(~condition)
        return queryset


class LicenceFilter(admin.SimpleListFilter):
    """Photos by the end of their licence."""

    title = _("licence")
    parameter_name = "licence"

    def lookups(self, request, model_admin):
        return (
            ("soon", f"Ends within {SOON.days} days"),
            ("ended", "Ended"),
            ("later", "Ends later"),
            ("open", "Has no end"),
        )

    def queryset(self, request, queryset):
        """The photos whose licence is in the chosen state now."""
        now = timezone.now()
        match self.value():
            case "soon":
                return queryset.filter(licence_ends_at__gt=now, licence_ends_at__lte=now + SOON)
            case "ended":
                return queryset.filter(licence_ends_at__lte=now)
            case "later":
                return queryset.filter(licence_ends_at__gt=now + SOON)
            case "open":
                return queryset.filter(licence_ends_at=None)
        return queryset


class WordsFilter(admin.SimpleListFilter):
    """Photos with words from their file that nobody has confirmed."""

    title = _("words from the file")
    parameter_name = "words"

    def lookups(self, request, model_admin):
        return (("unconfirmed", _("Unconfirmed")),)

    def queryset(self, request, queryset):
        """The photos whose words wait to be confirmed."""
        return queryset.exclude(unconfirmed={}) if self.value() == "unconfirmed" else queryset


class AltFilter(admin.SimpleListFilter):
    """Photos whose alt text somebody still has to write."""

    title = _("alt text")
    parameter_name = "alt_text"

    def lookups(self, request, model_admin):
        return (("missing", "Missing"),)

    def queryset(self, request, queryset):
        """The photos without alt text that are not decorative either."""
        return queryset.filter(alt="", decorative=False) if self.value() == "missing" else queryset

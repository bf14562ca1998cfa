"""Redirects: old addresses of stories, people, topics and desks lead for ever to what took their place."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone

from articles.database.read_snapshot import read_snapshot
from articles.models.address import Address

Row = TypeVar("Row")
View = Callable[..., HttpResponse]


def article_ids_at(path: str, now: datetime) -> QuerySet[Address, int]:
    """The id of the article that an address leads to at `now`, as a subquery; a scheduled story has no address yet."""
    return Address.objects.filter(path=path, from_at__lte=now).values_list("article_id", flat=True)


def redirect_merged(model: Any, public: Callable[[datetime], Any]) -> Callable[[View], View]:
    """Make a view of a `slug` answer 301 where it raises Http404 but a row of `model` with that slug leads to another.

    `public(now)` are the rows that readers may see; an old address reveals no other. The queries see one state of the
    database. The rest of the address stays: a feed leads to the feed.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, slug: str, **more: Any) -> HttpResponse:
            with read_snapshot():
                try:
                    return view(request, slug=slug, **more)
                except Http404:
                    merged = model.rows.filter(slug=slug, redirects_to__isnull=False, is_private=False)
                    row = public(timezone.now()).filter(pk__in=merged.values("redirects_to")).first()
                    if row is None:
                        raise
            rest = request.get_full_path().removeprefix(model(slug=slug).get_absolute_url())
            return HttpResponsePermanentRedirect(row.get_absolute_url() + rest)

        return answer

    return decorate


def one_or_404(rows: Sequence[Row]) -> Row:
    """The one row of a list that has one or none. Raises Http404 for none."""
    if not rows:
        raise Http404("Nothing that readers may see has this address.")
    return rows[0]

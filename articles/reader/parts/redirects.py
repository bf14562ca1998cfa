"""Redirects: old addresses of stories, people, topics and desks lead for ever to what took their place."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from articles.database.read_snapshot import read_snapshot
from articles.freshness import tags
from articles.freshness.reading import made_of, moment
from articles.models.address import Address
from articles.models.edition import Edition

# What any change of a redirecting row is told by.
OF_ALL = {"person": tags.PEOPLE, "topic": tags.TOPICS, "desk": tags.SITE}
Row = TypeVar("Row")
View = Callable[..., HttpResponse]
LONGEST_ADDRESS = 200  # characters that an address of a story may have


def article_ids_at(path: str, now: datetime) -> QuerySet[Address, int]:
    """The id of the article that an address leads to at `now`, as a subquery; a scheduled story has no address yet."""
    return Address.objects.filter(path=path, from_at__lte=now).values_list("article_id", flat=True)


def moved_here(path: str, now: datetime) -> str | None:
    """Where a live story is that had this address on another system, from which it came; None for any other.

    It is asked where nothing of ours answers, with the slash at the end or without.
    """
    if len(path) > LONGEST_ADDRESS:
        return None
    other = path.removesuffix("/") if path.endswith("/") else f"{path}/"
    held = Address.objects.filter(path__in=(path, other), from_at__lte=now)
    live = Edition.objects.live(now).filter(article_id__in=held.values("article_id")).order_by("article_id")
    return live.values_list("path", flat=True).first()


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
                    row = public(moment()).filter(pk__in=merged.values("redirects_to")).first()
                    if row is None:
                        raise
            made_of(tags.stories(), OF_ALL[model._meta.model_name])
            rest = request.get_full_path().removeprefix(model(slug=slug).get_absolute_url())
            return HttpResponsePermanentRedirect(row.get_absolute_url() + rest)

        return answer

    return decorate


def one_or_404(rows: Sequence[Row]) -> Row:
    """The one row of a list that has one or none. Raises Http404 for none."""
    if not rows:
        raise Http404("Nothing that readers may see has this address.")
    return rows[0]

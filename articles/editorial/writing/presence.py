"""Presence: who has a story open just now, and from which page of theirs its newest version was written."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial.permissions import may_place_photos, require
from articles.models.article import Article
from articles.models.open_sheet import OpenSheet
from articles.models.user import User

# An open page sends a heartbeat every few seconds; after this long a silence it counts as gone.
SILENCE = timedelta(seconds=15)
# A sheet that was left is remembered so long, for a browser that comes back with words it could not send.
REMEMBERED = timedelta(days=30)


def heartbeat(article: Article, *, by: User, sheet: UUID) -> list[OpenSheet]:
    """Note that `by` has the story open, on that sheet; returns a sheet of each other person who has.

    Raises Forbidden.
    """
    require(may_place_photos(by, article), _("change this story"))
    get_or_create_sheet(article, by, sheet)
    present = OpenSheet.objects.filter(article=article).here(timezone.now() - SILENCE).select_related("user")
    others: dict[int, OpenSheet] = {}
    for other in present.exclude(user=by):
        others.setdefault(other.user_id, other)
    return list(others.values())


def leave(*, by: User, sheet: UUID) -> None:
    """Note that the sheet was closed; the words saved from it stay known as its own."""
    OpenSheet.objects.filter(token=sheet, user=by).update(seen_at=None)


def who_is_at(articles: Iterable[Article]) -> dict[int, list[str]]:
    """{article id: the names of the people who have it open now}; articles that nobody has open are left out."""
    rows = OpenSheet.objects.filter(article__in=articles).here(timezone.now() - SILENCE)
    names: dict[int, list[str]] = {}
    for article_id, name in rows.order_by("user__username").values_list("article_id", "user__username").distinct():
        names.setdefault(article_id, []).append(name)
    return names


def last_sheet(article: Article) -> OpenSheet | None:
    """The OpenSheet from which the present version was written, with its user; None if it came from elsewhere."""
    return article.open_sheets.filter(version=article.version).select_related("user").first()


def last_writer(article: Article) -> User | None:
    """The User who wrote the working copy's present version, or None when that is not known."""
    page = last_sheet(article)
    if page is not None:
        return page.user
    newest = article.revisions.select_related("made_by").defer("snapshot").order_by("-number").first()
    return newest.made_by if newest is not None else article.created_by


def get_or_create_sheet(article: Article, by: User, sheet: UUID) -> OpenSheet:
    """The OpenSheet of this page of `by`, created if it is new, with the time it was heard of set to now.

    A new one also deletes the story's sheets that are older than REMEMBERED. Raises Forbidden when it is somebody
    else's.
    """
    now = timezone.now()
    page, is_new = OpenSheet.objects.get_or_create(
        token=sheet, defaults={"article": article, "user": by, "opened_at": now, "seen_at": now}
    )
    require((page.user_id, page.article_id) == (by.pk, article.pk), _("write on somebody else's sheet"))
    if is_new:
        article.open_sheets.filter(opened_at__lt=now - REMEMBERED).delete()
    else:
        page.seen_at = now
        page.save(update_fields=["seen_at"])
    return page

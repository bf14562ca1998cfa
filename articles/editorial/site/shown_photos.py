"""Photos that readers see, or will at a moment that is set: who may change them, and what was done in the log."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Min, QuerySet
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial.changed_pages import photo_changes
from articles.editorial.directory.entries import kind_of
from articles.editorial.log import log_action
from articles.editorial.permissions import beyond, beyond_picture_desk, may_change_publisher, may_edit_directory
from articles.embargo import Kind
from articles.models.edition import Edition
from articles.models.person import Person
from articles.models.publisher import Publisher, StaticPage
from articles.models.section import PhotoPlacement
from articles.models.topic import Topic
from articles.models.user import User
from articles.text.body.body import Body
from media.ingest import CHANGEABLE, FILE
from media.signals import Refused, photo_handled, photo_removed, photo_saved, refused_changes

# What is said of a photo for the newsroom alone. Everything else is on some page, in a feed, or in the picture's file.
FOR_STAFF = {"description", "people", "place", "source"}
ON_PAGES = frozenset({FILE, *CHANGEABLE} - FOR_STAFF)
IN_STORIES = ON_PAGES - {"caption"}  # an edition holds its own; its credit too, but the library's is in the file
# What the picture desk says of photos that are out, and where it cuts them; another picture is for who publishes.
DESCRIBED = frozenset({"alt", "decorative", "credit", "focus_x", "focus_y"})


@receiver(photo_saved)
def photo_is_saved(photo: Any, **_unused: Any) -> None:
    """Say which pages change."""
    photo_changes(photo.pk)


@receiver(photo_removed)
def photo_is_removed(photo_id: int, **_unused: Any) -> None:
    """The same."""
    photo_changes(photo_id)


@receiver(photo_handled)
def log_photo(photo_id: int, verb: str, by: User, note: str, **_unused: Any) -> None:
    """Write it into the log, by number: words may have to be removed by law."""
    log_action(None, verb, by, f"photo {photo_id}: {note}" if note else f"photo {photo_id}")


@receiver(refused_changes)
def refused_in_stories(photos: Collection[int], by: User, **_unused: Any) -> dict[int, Refused]:
    """{photo id: Refused} of those photos of stories, out or due, that are not for `by` to publish.

    The picture desk describes them all the same, in all stories that it places photos in.
    """
    now = timezone.now()
    others = beyond(by, Edition.objects.filter(kind=Kind.PUBLISHED, ends_at__gt=now))
    first = _placed(photos, others)
    if not first:
        return {}
    not_described = _placed(photos, beyond_picture_desk(by, others))
    editions = Edition.objects.in_bulk([*first.values(), *not_described.values()])
    return {
        photo: Refused(IN_STORIES - DESCRIBED, _why_of(editions[pk], now))
        if photo not in not_described
        else Refused(IN_STORIES, _why_of(editions[not_described[photo]], now))
        for photo, pk in first.items()
    }


def _placed(photos: Collection[int], editions: QuerySet[Edition]) -> dict[int, int]:
    """{photo id: the first of these editions that shows it}."""
    placed = PhotoPlacement.objects.order_by().filter(photo__in=photos, edition__in=editions)
    return dict(placed.values_list("photo").annotate(Min("edition")))


@receiver(refused_changes)
def refused_on_pages(photos: Collection[int], by: User, **_unused: Any) -> dict[int, Refused]:
    """{photo id: Refused} of those photos of people, topics and the newsroom itself that are not for `by` to change."""
    found: dict[int, Refused] = {}
    for model, field in ((Person, "portrait_id"), (Topic, "picture_id")):
        if not may_edit_directory(by, kind_of(model)):
            rows = model.objects.filter(**{f"{field}__in": photos}).order_by().values_list(field, flat=True)
            found |= dict.fromkeys(
                rows, Refused(ON_PAGES, _why(_("on the page of a person or a topic"), _("change that page")))
            )
    if not may_change_publisher(by):
        refused = Refused(ON_PAGES, _why(_("on a page of the newsroom itself"), _("change that page")))
        found |= dict.fromkeys(_of_the_site() & set(photos), refused)
    return found


def _of_the_site() -> set[int]:
    """The ids of the photos on public static pages, of the logo and of the icon."""
    pages = StaticPage.objects.filter(is_public=True, body__contains="data-photo=")
    found = {placed.photo for body in pages.values_list("body", flat=True) for placed in Body(body).photos}
    return found | {pk for row in Publisher.objects.values_list("logo_id", "icon_id") for pk in row if pk}


def _why_of(edition: Edition, now: datetime) -> str:
    """Why a picture of this edition is not for somebody to change; of one that is not out yet no word is said."""
    where = (
        _("in “%s”, which is out") % edition.headline if edition.goes_live_at <= now else _("in a story that is due")
    )
    return _why(where, _("publish that story"))


def _why(where: str, what: str) -> str:
    """Why a change is refused, and who can help."""
    return _(
        "This photo is %(where)s, so only those who may %(what)s change what readers have of it. "
        "Ask an editor or a chief for it."
    ) % {"where": where, "what": what}

"""What readers have of people, topics and desks: numbers for the rows of lists, and the newest of each for screens."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.db.models import IntegerField, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.shared.user_time_zone import user_time
from articles.models.desk import Desk
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.person import Person
from articles.models.section import Quote
from articles.models.topic import Topic
from articles.models.user import User
from articles.search.photo_index import find_photos
from articles.text.languages.folding import fold
from articles.text.languages.quotation_style import in_marks, standing_alone
from media.admin.proofs import proof_url
from media.models import Photo

NEWEST = 6  # of each kind, on a row's own screen
COUNTED = 100  # more are "100+": a list costs the same for a war's stories as for a village fair's
MOST_PHOTOS = 12


@dataclass
class Printed:
    """How many live stories name a row, and are signed by it; its quotes in them; the date of the newest, or None.

    None is counted beyond COUNTED and one.
    """

    stories: int = 0
    signed: int = 0
    quotes: int = 0
    last: datetime | None = None


@dataclass(frozen=True)
class Own:
    """Some of what belongs to a row: its heading, what is said where there is none, the entries, and photos."""

    title: str
    none: str
    entries: Sequence[dict[str, str]] = ()
    photos: Sequence[dict[str, str]] = field(default=())


class WithPrinted(ChangeList):
    """A page of a list whose rows know what readers have of them, asked once for all of them."""

    def get_results(self, request: Any) -> None:
        """Fetch the page, and give each row its `printed`."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        found = printed(self.model, [row.pk for row in self.result_list], timezone.now())
        for row in self.result_list:
            row.printed = found[row.pk]


def printed(model: type[Any], ids: Iterable[int], now: datetime) -> dict[int, Printed]:
    """{id: Printed} of these rows; as many queries for many as for one."""
    found = {pk: Printed() for pk in ids}
    if model is Person:
        _count(found, model, _of_live(Mention.objects.filter(person=OuterRef("pk")), now), "stories")
        _count(found, model, _of_live(Byline.objects.filter(person=OuterRef("pk")), now), "signed")
        _count(found, model, _of_live(Quote.objects.filter(person=OuterRef("pk")), now), "quotes")
    elif model is Topic:
        _count(found, model, _of_live(EditionTopic.objects.filter(topic=OuterRef("pk")), now), "stories")
    else:
        _count(found, model, Edition.objects.live(now).filter(desk=OuterRef("pk")), "stories")
    return found


def counted(number: int) -> str:
    """A number of Printed in words, "" for none."""
    return f"{COUNTED}+" if number > COUNTED else str(number or "")


class _Number(Subquery):
    """How many rows a query has."""

    output_field = IntegerField()
    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"


def _of_live(parts: QuerySet[Any], now: datetime) -> QuerySet[Any]:
    """Parts of live editions; by a subquery for each, since PostgreSQL would gather all of a join first."""
    story = Subquery(Edition.objects.live(now).filter(pk=OuterRef("edition_id")).order_by().values("pk"))
    return parts.alias(story=story).filter(story__isnull=False)


def _count(found: dict[int, Printed], model: type[Any], rows: QuerySet[Any], name: str) -> None:
    """Write down how many of these rows each id has, and the newest date."""
    rows = rows.order_by("-dated_at", "-article_id")
    newest = {"number": _Number(rows.values("pk")[: COUNTED + 1]), "last": Subquery(rows.values("dated_at")[:1])}
    asked = model._base_manager.filter(pk__in=list(found)).annotate(**newest)
    for pk, number, last in asked.values_list("pk", "number", "last"):
        setattr(found[pk], name, number)
        found[pk].last = max(filter(None, (found[pk].last, last)), default=None)


def own_of(row: Any, user: User, now: datetime) -> list[Own]:
    """What belongs to a person, topic or desk, the newest of each kind; photos for who may look at the library."""
    if isinstance(row, Person):
        signed, named = Byline.objects.filter(person=row), Mention.objects.filter(person=row)
        return [
            Own(_("Signed"), _("No live story is signed by this name."), _stories(signed, now)),
            Own(_("Named in"), _("No live story names them."), _stories(named, now)),
            Own(_("Quotes"), _("No live story quotes them."), _quotes(row, now)),
            *([Own(_("Photos"), _("No photo of the library names them."), (), _photos(row))] if _looks(user) else ()),
        ]
    if isinstance(row, Topic):
        filed = EditionTopic.objects.filter(topic=row)
        return [Own(_("Stories"), _("No live story is filed under it."), _stories(filed, now))]
    live = Edition.objects.live(now).filter(desk=row).newest_first()[:NEWEST]
    return [
        Own(_("Stories"), _("No live story is on this desk."), [_entry(edition, edition.dated_at) for edition in live]),
        Own(_("Who works for it"), _("Nobody for this desk alone; who has no desk works for all."), _staff(row)),
    ]


def numbers_of(row: Any, now: datetime) -> list[tuple[str, Any]]:
    """(words, number) of what readers have of a row, and the date of the newest."""
    told = printed(type(row), [row.pk], now)[row.pk]
    words = _("Named in") if isinstance(row, Person) else _("Live stories")
    found = [(words, counted(told.stories) or 0)]
    if isinstance(row, Person):
        found += [(_("Signed"), counted(told.signed) or 0), (_("Quotes"), counted(told.quotes) or 0)]
    return [*found, (_("Last printed"), user_time(told.last) if told.last else _("never"))]


def _stories(rows: Any, now: datetime) -> list[dict[str, str]]:
    """The newest live stories of rows that are parts of editions."""
    live = rows.live(now).newest_first().select_related("edition")[:NEWEST]
    return [_entry(row.edition, row.dated_at) for row in live]


def _entry(edition: Edition, at: datetime, more: str = "") -> dict[str, str]:
    return {
        "title": edition.headline,
        "address": reverse("admin:articles_article_change", args=[edition.article_id]),
        "told": user_time(at),
        "words": more,
    }


def _quotes(person: Person, now: datetime) -> list[dict[str, str]]:
    rows = Quote.objects.live(now).filter(person=person).newest_first().select_related("edition")[:NEWEST]
    return [
        _entry(quote.edition, quote.dated_at, in_marks(standing_alone(quote.text), quote.edition.language))
        for quote in rows
    ]


def _looks(user: User) -> bool:
    return user.has_perm("media.view_photo")


def _photos(person: Person) -> list[dict[str, str]]:
    """The portrait, and the newest photos whose words name the person among those shown."""
    key = fold(person.name)
    found = Photo.objects.filter(pk__in=find_photos(person.name)).order_by("-uploaded_at", "-pk")
    named = [photo for photo in found if key in {fold(name) for name in photo.people.splitlines()}]
    portrait = [person.portrait] if person.portrait else []
    shown = [*portrait, *(photo for photo in named if photo.pk != person.portrait_id)][:MOST_PHOTOS]
    return [
        {
            "address": reverse("admin:media_photo_change", args=[photo.pk]),
            "picture": proof_url(photo, 320),
            "title": str(photo),
        }
        for photo in shown
    ]


def _staff(desk: Desk) -> list[dict[str, str]]:
    people = User.objects.filter(desks=desk, is_active=True).order_by("last_name", "username")
    return [
        {"title": user.get_full_name() or user.get_username(), "address": "", "told": "", "words": ""}
        for user in people
    ]

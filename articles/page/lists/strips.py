"""What stands between a front page's rivers: opinions, a photo essay, a quote of the day, latest corrections."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery

from articles.freshness import tags
from articles.freshness.reading import good_until, made_of
from articles.models.article import Label
from articles.models.correction import Correction, CorrectionKind
from articles.models.edition import Byline, Edition, direction_of
from articles.models.person import PersonKind, standing_of
from articles.models.section import PhotoPlacement, Quote, anchor_of
from articles.page.lists.cards import Card
from articles.site_time_zone import day_after, site_date, site_midnight
from articles.text.languages.quotation_style import in_marks, standing_alone
from media.models import Photo

OPINIONS, CORRECTIONS = 3, 3
OF_ESSAY = 3  # photos of a photo essay that the front page shows; one with fewer is a story like others
KINDS_AMONG = 200  # of the newest stories: an older opinion is no news, and none is looked for in all of an archive
LATEST_NOTES = 12  # among which those of different stories are looked for
# A saying is of the day while its story is of the last week; longer or shorter ones don't stand well by themselves.
LATELY, LATEST_STORIES, SHORTEST, LONGEST = timedelta(days=7), 60, 40, 180


class Opinion(NamedTuple):
    """A card of an opinion, with the face of who signed it, while that photo's licence runs."""

    card: Card
    portrait: Photo | None


class PhotoEssay(NamedTuple):
    """A card of a story told in photos, with its first OF_ESSAY photos in the order of its page."""

    card: Card
    photos: list[Photo]


class Saying(NamedTuple):
    """Somebody's words by themselves, with who said them and the story that they are from."""

    article_id: int
    dated_at: datetime
    position: int
    is_set_off: bool
    text: str
    person_id: int
    name: str
    slug: str
    role: str
    organisation: str
    path: str
    headline: str
    language: str

    @property
    def anchor(self) -> str:
        """The id of the quote's element on its story's page."""
        return anchor_of(self.article_id, self.position)

    @property
    def standing(self) -> str:
        """Role and organisation as one phrase, or ""."""
        return standing_of(self.role, self.organisation)

    @property
    def spoken(self) -> str:
        """The words in marks."""
        return in_marks(standing_alone(self.text), self.language)

    @property
    def direction(self) -> str:
        """Writing direction of the words: "rtl" or "ltr"."""
        return direction_of(self.language)

    @property
    def person_path(self) -> str:
        """The address of the speaker's page."""
        return f"/people/{self.slug}/"


class Mended(NamedTuple):
    """A public correction, and the story it was made in."""

    kind: str
    text: str
    at: datetime
    article_id: int
    path: str
    headline: str
    language: str

    @property
    def direction(self) -> str:
        """Writing direction of its words: "rtl" or "ltr"."""
        return direction_of(self.language)

    @property
    def named(self) -> str:
        """ "Correction" or "Clarification"."""
        return str(CorrectionKind(self.kind).label)


def newest_of(label: Label, stories: Sequence[Card], most: int) -> list[Card]:
    """Of the Cards the newest `most` with that label."""
    newest = sorted(stories, key=lambda card: (card.story.dated_at, card.story.article_id), reverse=True)
    return [card for card in newest if card.story.label == label][:most]


def photo_essay(stories: Sequence[Card], now: datetime) -> PhotoEssay | None:
    """The newest PhotoEssay among Cards, while the licences of so many photos run; one query where there is any."""
    for card in newest_of(Label.PHOTO_ESSAY, stories, 1):
        placed = PhotoPlacement.objects.filter(edition=card.story.pk).select_related("photo").order_by("position", "pk")
        photos: dict[int, Photo] = {}
        for photo in (each.photo for each in placed):
            made_of(tags.photo(photo.pk))
            good_until(photo.licence_ends_at)
            if photo.is_licensed(now):
                photos.setdefault(photo.pk, photo)
        if len(photos) >= OF_ESSAY:
            return PhotoEssay(card, list(photos.values())[:OF_ESSAY])
    return None


def opinions(stories: Iterable[Card], now: datetime) -> list[Opinion]:
    """The Opinions of Cards, in their order; one query however many."""
    stories = list(stories)
    portraits: dict[int, Photo] = {}
    for byline in _signed(editions=[card.story.pk for card in stories]):
        made_of(tags.person(byline.person_id))
        if (portrait := byline.person.portrait) and byline.edition_id not in portraits:
            made_of(tags.photo(portrait.pk))
            good_until(portrait.licence_ends_at)
            if portrait.is_licensed(now):
                portraits[byline.edition_id] = portrait
    return [Opinion(card, portraits.get(card.story.pk)) for card in stories]


def quote_of_the_day(now: datetime, *, without: Iterable[int]) -> Saying | None:
    """The newest words that stand well by themselves, from a story that is not among the articles `without`.

    Of one day's, those come first that a writer has set off. One query.
    """
    good_until(day_after(now))
    found = map(Saying._make, _said(at=now, since=_midnight_before(now), without=list(without)))
    sayings = [saying for saying in found if SHORTEST <= len(saying.text) <= LONGEST]
    chosen = max(sayings, key=_weight, default=None)
    if chosen:
        made_of(tags.person(chosen.person_id))
    return chosen


def latest_corrections(now: datetime) -> list[Mended]:
    """The newest of the last week, of CORRECTIONS stories that readers see, one of each; one query."""
    good_until(day_after(now))
    newest: dict[int, Mended] = {}
    for note in map(Mended._make, _mended(at=now, since=_midnight_before(now))):
        newest.setdefault(note.article_id, note)
    return list(newest.values())[:CORRECTIONS]


def _weight(saying: Saying) -> tuple[Any, ...]:
    return site_date(saying.dated_at), saying.is_set_off, saying.dated_at, saying.article_id, -saying.position


def _midnight_before(now: datetime) -> datetime:
    """Where the last week begins, at a midnight: what is of it changes once a day."""
    return site_midnight(site_date(now) - LATELY)


def _signed(editions: list[int]) -> QuerySet[Byline]:
    """The bylines of editions in page order, with people and their portraits."""
    return Byline.objects.filter(edition__in=editions).select_related("person__portrait").order_by("position", "pk")


def _said(at: Any, since: Any, without: list[int]) -> QuerySet[Any, Any]:
    """What people say in the newest live stories but those of the articles `without`."""
    newest = Edition.objects.live(at).filter(dated_at__gte=since).exclude(article_id__in=without).newest_first()
    within = Quote.objects.filter(edition__in=newest.values("pk")[:LATEST_STORIES], person__kind=PersonKind.PERSON)
    return within.order_by().values_list(
        *("article_id", "dated_at", "position", "is_set_off", "text", "person_id", "person__name", "person__slug"),
        *("person__role", "person__organisation", "edition__path", "edition__headline", "edition__language"),
    )


def _mended(at: Any, since: Any) -> QuerySet[Any, Any]:
    """What Mended says of the newest corrections."""
    story = Edition.objects.live(at).filter(article_id=OuterRef("article_id"))
    shown = {f"story_{name}": Subquery(story.values(name)[:1]) for name in ("path", "headline", "language")}
    rows = Correction.objects.public(at).filter(goes_live_at__gte=since).annotate(**shown)
    told = ("kind", "text", "goes_live_at", "article_id", *shown)
    return rows.order_by("-goes_live_at", "-pk").values_list(*told)[:LATEST_NOTES]

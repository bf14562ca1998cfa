"""Why a story can't be published yet: small rules, each returning findings. Used by `publish` itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from textwrap import shorten

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.editorial.directory.people_in_text import people_named
from articles.editorial.writing.embargo import embargo_in_words, embargo_lines, embargo_of
from articles.models.article import Article
from articles.site_time_zone import site_time
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.compare.headline_check import missing_numbers, other_spellings
from media.models import Photo

HEADLINE_AT_MOST = 110
QUOTE_SHOWN = 40  # characters of a quote by which a writer finds it
SOON = timedelta(days=30)


@dataclass(frozen=True)
class Finding:
    """One thing to mend: the field it is in, and a sentence for the writer."""

    field: str
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def blockers(article: Article, *, at: datetime | None = None, body: Body | None = None) -> list[Finding]:
    """What keeps the article's working copy from going out at `at`, or now; empty when it may.

    `body` is that of the working copy, where the caller has one.
    """
    return _blockers([(article, body or body_of(article))], at)[0]


def blockers_of(articles: Iterable[Article], *, at: datetime | None = None) -> list[list[Finding]]:
    """The blockers of each of several articles, in their order; one query for all their photos."""
    return _blockers([(article, body_of(article)) for article in articles], at)


def warnings(article: Article, *, body: Body | None = None) -> list[Finding]:
    """What an editor should look at; nothing here keeps a story from going out. `body` is as with `blockers`."""
    body = body or body_of(article)
    return [finding for rule in WARNING for finding in rule(article, body)]


def body_of(article: Article) -> Body:
    """The body of the article's working copy, to be handed to all who ask something of it."""
    return Body(clean(article.body))


def _blockers(stories: list[tuple[Article, Body]], at: datetime | None) -> list[list[Finding]]:
    """The blockers of (article, its Body) pairs."""
    at, library = at or timezone.now(), _library(stories)
    return [
        [finding for rule in BLOCKING for finding in rule(article, body)]
        + list(embargo_is_over(article, body, at))
        + list(photos_may_go_out(article, body, at, library))
        for article, body in stories
    ]


def headline_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """A story needs a headline."""
    if not article.headline.strip():
        yield Finding("headline", "The story has no headline.")


def body_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """A story needs words."""
    if not body.plain_text.strip():
        yield Finding("body", "The story has no text.")


def desk_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """A story belongs to a desk: without one no reader would find it."""
    if article.desk_id is None:
        yield Finding("desk", "The story has no desk.")


def embargo_is_over(article: Article, body: Body, at: datetime) -> Iterator[Finding]:
    """A text that came with an embargo waits for its moment; the line that says so is never for readers."""
    now = timezone.now()
    embargo = embargo_of(article, body, now)
    if embargo is None:
        return
    if embargo.until is None or at < embargo.until:
        yield Finding("embargo", embargo_in_words(embargo))
    else:
        for words in embargo_lines(body, now):
            said = _("The line “%(words)s” is not for readers. Saving the story takes it to the note for colleagues.")
            yield Finding("body", said % {"words": words})


def photos_may_go_out(article: Article, body: Body, at: datetime, library: Mapping[int, Photo]) -> Iterator[Finding]:
    """Each photo says what it shows (or that it only decorates) and who made it, and its licence runs at `at`."""
    for pk, photo, credit, field in _placed(article, body, library):
        if photo is None:
            yield Finding(field, f"Photo {pk} is not in the library any more.")
            continue
        if not photo.alt and not photo.decorative:
            yield Finding(field, f"Photo {pk} has no alt text, and is not marked as decorative.")
        if not credit and not photo.credit:
            yield Finding(field, f"Photo {pk} has no credit.")
        if not photo.is_licensed(at):
            yield Finding(
                field,
                f"The licence of photo {pk} runs only to {_until(photo)}, before the story goes out. "
                "Choose another photo, or extend the licence in the library.",
            )


def _placements(article: Article, body: Body) -> list[tuple[int, str, str]]:
    """(number of the photo, the credit given there, field) of the working copy's photos, the lead first."""
    placements = [(placed.photo, placed.credit, "body") for placed in body.photos]
    if article.lead_photo_id is not None:
        placements.insert(0, (article.lead_photo_id, article.lead_credit, "lead_photo"))
    return placements


def _library(stories: Iterable[tuple[Article, Body]]) -> dict[int, Photo]:
    """{number: Photo} of the photos that these (article, Body) pairs use; no query when there is none."""
    wanted = {pk for article, body in stories for pk, _credit, _field in _placements(article, body)}
    return Photo.objects.in_bulk(wanted) if wanted else {}


def _placed(article: Article, body: Body, library: Mapping[int, Photo]) -> list[tuple[int, Photo | None, str, str]]:
    """(number, Photo or None, the credit given there, field) of the working copy's photos, the lead first."""
    return [(pk, library.get(pk), credit, field) for pk, credit, field in _placements(article, body)]


def _until(photo: Photo) -> str:
    """The end of the photo's licence in the site's time zone: "5 May 2026, 18:40"; "" where it has none."""
    return date_format(site_time(photo.licence_ends_at), "j F Y, H:i") if photo.licence_ends_at else ""


def photos_stay_licensed(article: Article, body: Body) -> Iterator[Finding]:
    """A photo that goes in a few weeks leaves its caption behind."""
    now = timezone.now()
    for pk, photo, _credit, field in _placed(article, body, _library([(article, body)])):
        if photo and photo.is_licensed(now) and not photo.is_licensed(now + SOON):
            yield Finding(field, f"The licence of photo {pk} ends on {_until(photo)}; then only its caption stays.")


def headline_is_short(article: Article, body: Body) -> Iterator[Finding]:
    """Long headlines break everywhere they are shown."""
    if len(article.headline) > HEADLINE_AT_MOST:
        yield Finding("headline", f"The headline has {len(article.headline)} characters; {HEADLINE_AT_MOST} is plenty.")


def dek_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """A dek tells readers why to go on."""
    if not article.dek:
        yield Finding("dek", "The story has no dek.")


def lead_topic_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """The lead topic is the kicker, and where “scroll for next” looks first."""
    if article.lead_topic_id is None:
        yield Finding("lead_topic", "The story has no lead topic.")


def byline_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """Readers want to know who wrote it."""
    if article.pk is None or not article.byline_rows.exists():
        yield Finding("byline", "The story has no byline.")


def quotes_have_speakers(article: Article, body: Body) -> Iterator[Finding]:
    """Readers want to know who says it: a person, or an attribution in words."""
    for section in body.sections:
        for quote in section.body.quotes:
            if quote.person is None and not quote.attribution:
                yield Finding("body", f"A quote has no speaker: “{shorten(quote.words, QUOTE_SHOWN, placeholder='…')}”")


def people_are_linked(article: Article, body: Body) -> Iterator[Finding]:
    """Somebody who is in the directory and named in the story needs one link, to be on the page about them."""
    lines = [block.text for block in body.blocks if block.kind != "h2"]
    named, _hits = people_named(lines, mentioned=body.mentioned_people)
    for pk, person in named.items():
        if pk not in body.linked_people:
            yield Finding("body", f"{person.name} is named and in the directory, but not linked.")


def headline_agrees(article: Article, body: Body) -> Iterator[Finding]:
    """A number or a name of the headline is in the text too, and is the same there."""
    text = f"{article.dek}\n{body.plain_text}"
    for number in missing_numbers(article.headline, text, article.language):
        yield Finding("headline", f"The headline says {number}, and the text does not.")
    for here, there in other_spellings(article.headline, text):
        yield Finding("headline", f"The headline writes “{here}”, the text “{there}”.")


BLOCKING = (headline_is_there, body_is_there, desk_is_there)
WARNING = (
    headline_is_short,
    headline_agrees,
    dek_is_there,
    lead_topic_is_there,
    byline_is_there,
    quotes_have_speakers,
    people_are_linked,
    photos_stay_licensed,
)

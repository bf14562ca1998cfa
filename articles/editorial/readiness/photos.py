"""Whether a story's photos may go out: what they show, who made them, and how long they are licensed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.editorial.directory.people_in_text import people_named
from articles.editorial.readiness.findings import Finding, Spot, short
from articles.models.article import Article
from articles.site_time_zone import site_time
from articles.text.body.body import Body, caption_of_photo
from articles.text.body.nodes import line_text
from articles.text.checks.captions import find_strangers
from media.models import Photo

SOON = timedelta(days=30)
WORDS_BEFORE = 5  # of the paragraph before it, by which a photo without words is known
LEAD = {"credit": "lead_credit", "caption": "lead_caption"}  # the fields of the parts of a lead photo
Library = Mapping[int, Photo]


@dataclass(frozen=True)
class Placement:
    """A photo of the working copy: its number, the caption and credit given there, and its place; the lead has None."""

    photo: int
    caption: str
    credit: str
    place: int | None

    def finding(self, sentence: str, part: str = "") -> Finding:
        """What is found of it, which leads to it or to a part of it: "alt", "credit" or "caption"."""
        if self.place is None:
            return Finding(LEAD.get(part, "lead_photo"), sentence)
        return Finding("body", sentence, Spot(photo=self.place, part=part))


def library_of(stories: Iterable[tuple[Article, Body]]) -> dict[int, Photo]:
    """{number: Photo} of the photos that these (article, Body) pairs use; no query when there is none."""
    wanted = {placed.photo for article, body in stories for placed in placements(article, body)}
    return Photo.objects.in_bulk(wanted) if wanted else {}


def placements(article: Article, body: Body) -> list[Placement]:
    """The photos of the working copy, the lead first."""
    found = [Placement(each.photo, each.caption, each.credit, place) for place, each in enumerate(body.photos)]
    if article.lead_photo_id is not None:
        found.insert(0, Placement(article.lead_photo_id, article.lead_caption, article.lead_credit, None))
    return found


def photos_may_go_out(article: Article, body: Body, at: datetime, library: Library) -> Iterator[Finding]:
    """Each photo says what it shows (or that it only decorates) and who made it, and its licence runs at `at`."""
    for placed in placements(article, body):
        photo = library.get(placed.photo)
        for sentence, part in _lacking(placed, photo, at):
            said = {"photo": name_of(placed, photo, body), "time": _until(photo) if photo else ""}
            words = short(getattr(photo, part)) if photo and part else ""
            yield placed.finding(sentence % {**said, "words": words}, part)


def _lacking(placed: Placement, photo: Photo | None, at: datetime) -> Iterator[tuple[str, str]]:
    """(sentence, part of the photo) for each thing without which a photo may not go out at `at`."""
    if photo is None:
        yield _("%(photo)s is not in the library any more."), ""
        return
    if not photo.alt and not photo.decorative:
        yield _("%(photo)s has no alt text, and is not marked as decorative."), "alt"
    elif not photo.decorative and not photo.has_credible("alt"):
        yield _("%(photo)s: its alt text “%(words)s” comes from the file, and nobody has confirmed it."), "alt"
    if not placed.credit and not photo.credit:
        yield _("%(photo)s has no credit."), "credit"
    elif not placed.credit and not photo.has_credible("credit"):
        yield _("%(photo)s: its credit “%(words)s” comes from the file, and nobody has confirmed it."), "credit"
    if not photo.is_licensed(at):
        yield (
            _(
                "%(photo)s: its licence runs only to %(time)s, before the story goes out. "
                "Choose another photo, or extend the licence in the library."
            ),
            "",
        )


def photos_stay_licensed(article: Article, body: Body, library: Library) -> Iterator[Finding]:
    """A photo that goes in a few weeks leaves its caption behind."""
    now = timezone.now()
    for placed in placements(article, body):
        photo = library.get(placed.photo)
        if photo and photo.is_licensed(now) and not photo.is_licensed(now + SOON):
            said = _("%(photo)s: its licence ends on %(time)s; then only its caption stays.")
            yield placed.finding(said % {"photo": name_of(placed, photo, body), "time": _until(photo)})


def captions_fit_the_story(article: Article, body: Body, library: Library) -> Iterator[Finding]:
    """A caption that names somebody who is not in the story may be another photo's."""
    captions = [(placed, _caption(placed, library.get(placed.photo), body)) for placed in placements(article, body)]
    captions = [(placed, words) for placed, words in captions if words]
    if not captions:
        return
    _people, hits = people_named([words for _placed, words in captions])
    text = "\n".join((article.headline, article.dek, body.text))
    for (placed, words), found in zip(captions, hits, strict=True):
        for name in find_strangers(words, text, [words[hit.start : hit.end] for hit in found]):
            said = {"photo": name_of(placed, library.get(placed.photo), body), "name": name}
            yield placed.finding(_("%(photo)s: its caption names %(name)s, who is not in the story.") % said, "caption")


def _caption(placed: Placement, photo: Photo | None, body: Body) -> str:
    """The caption that readers see: the one given here, or the library's."""
    if placed.place is None:
        given = placed.caption
    else:
        figures = [node for node in body.nodes if node.attribute("data-photo")]
        given = line_text(caption_of_photo(figures[placed.place]))
    return given or (photo.caption if photo else "")


def photo_words_are_confirmed(article: Article, body: Body, library: Library) -> Iterator[Finding]:
    """Words that a file brought along go out only under somebody's eyes."""
    for placed in placements(article, body):
        photo = library.get(placed.photo)
        waiting = set(photo.unconfirmed) if photo else set()
        waiting -= {"caption"} if placed.caption else set()
        waiting -= {"credit"} if placed.credit else set()
        if waiting:
            said = _("%(photo)s: words of it come from the file, and nobody has confirmed them.")
            yield placed.finding(said % {"photo": name_of(placed, photo, body)})


def name_of(placed: Placement, photo: Photo | None, body: Body) -> str:
    """What editors call a photo: by what it shows, or by where it stands."""
    figures = [(at, node) for at, node in enumerate(body.nodes) if node.attribute("data-photo")]
    at, figure = (0, None) if placed.place is None else figures[placed.place]
    caption = placed.caption if figure is None else line_text(caption_of_photo(figure))
    words = short(caption or (photo and (photo.caption or photo.alt or photo.description or photo.file_name)) or "")
    if figure is None:
        return _("The lead photo “%(words)s”") % {"words": words} if words else _("The lead photo")
    if words:
        return _("The photo “%(words)s”") % {"words": words}
    before = [line for node in body.nodes[:at] if node.tag != "figure" for line in node.lines if line]
    if not before:
        return _("The photo on top of the text")
    last = " ".join(line_text(before[-1]).split()[-WORDS_BEFORE:])
    return _("The photo after “…%(words)s”") % {"words": last}


def _until(photo: Photo) -> str:
    """The end of the photo's licence in the site's time zone: "5 May 2026, 18:40"; "" where it has none."""
    return date_format(site_time(photo.licence_ends_at), "DATETIME_FORMAT") if photo.licence_ends_at else ""

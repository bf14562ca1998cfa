"""What the workers of this machine say of the last minutes, in words: how many asked, what failed, what was slow."""

from collections.abc import Mapping
from typing import NamedTuple

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from newsroom.seeing.line import Line
from newsroom.seeing.publishing import totals
from newsroom.seeing.tally import MINUTES, Minute

TOO_SLOW, OFTEN = 1.0, 5  # seconds on average, of so many pages at least
SHOWN = 3
EDITORS = "editors"
CALLED = {
    "front": gettext_lazy("front page"),
    "story": gettext_lazy("stories"),
    "story-part": gettext_lazy("stories read on"),
    "next-list": gettext_lazy("lists of what comes next"),
    "history": gettext_lazy("histories"),
    "desk": gettext_lazy("desks"),
    "topic": gettext_lazy("topics"),
    "topics": gettext_lazy("list of topics"),
    "person": gettext_lazy("people"),
    "people": gettext_lazy("list of people"),
    "latest": gettext_lazy("latest"),
    "archive-day": gettext_lazy("archive"),
    "corrections": gettext_lazy("corrections"),
    "search": gettext_lazy("search"),
    "suggestions": gettext_lazy("suggestions of search"),
    "feed": gettext_lazy("feeds"),
    "media:rendition": gettext_lazy("photos"),
    EDITORS: gettext_lazy("editors’ screens"),
}


class Page(NamedTuple):
    """A kind of page: what it is called, how often it was made, and its seconds, on average and at most."""

    called: str
    times: int
    mean: float
    most: float


def readers() -> Line:
    """Whether readers get their pages."""
    title = _("Readers")
    try:
        minutes = totals().minutes
    except OSError as error:
        said = _("What the workers count can’t be read: %(why)s.") % {"why": error.strerror or error}
        return Line("readers", title, [said], _("Look whether the disk is full, or its rights are wrong."))
    asked = sum(minute.asked for minute in minutes.values())
    failed, pages = sum(minute.failed for minute in minutes.values()), slowest(minutes)
    return Line("readers", title, [*_asked(asked, minutes), _failed(failed), *_slow(pages)], _advice(failed, pages))


def slowest(minutes: Mapping[int, Minute]) -> list[Page]:
    """The kinds of pages that were made, the one that took longest first; editors' screens are one kind."""
    found: dict[str, list[float]] = {}
    for minute in minutes.values():
        for route, (times, seconds, most) in minute.pages.items():
            kind = route if route in CALLED else EDITORS if ":" in route else ""
            if kind:
                held = found.setdefault(kind, [0, 0.0, 0.0])
                held[:] = held[0] + times, held[1] + seconds, max(held[2], most)
    pages = [Page(str(CALLED[kind]), int(times), sum_ / times, most) for kind, (times, sum_, most) in found.items()]
    return sorted(pages, key=lambda page: (-page.most, page.called))


def _asked(asked: int, minutes: Mapping[int, Minute]) -> list[str]:
    """How many readers asked, and how many of them got a stored page."""
    if not asked:
        return [_("No reader asked for anything in the last %(n)s minutes.") % {"n": MINUTES}]
    words = ngettext(
        "%(n)s request of readers in the last %(minutes)s minutes.",
        "%(n)s requests of readers in the last %(minutes)s minutes.",
        asked,
    )
    said = [words % {"n": number_format(asked, force_grouping=True), "minutes": MINUTES}]
    if not settings.PAGE_STORE:
        return [*said, _("Pages are not stored here: each is made anew.")]
    stored = sum(minute.stored for minute in minutes.values())
    return [*said, _("%(share)s %% were answered from stored pages.") % {"share": 100 * stored // asked}]


def _failed(failed: int) -> str:
    if not failed:
        return _("Nothing failed, for readers or editors.")
    words = ngettext("%(n)s failed, counting those of editors.", "%(n)s failed, counting those of editors.", failed)
    return words % {"n": failed}


def _slow(pages: list[Page]) -> list[str]:
    """A sentence on what took longest to make; [] where nothing was made."""
    if not pages:
        return []
    named = [
        _("%(page)s %(seconds)s\N{NO-BREAK SPACE}s") % {"page": page.called, "seconds": number_format(page.most, 2)}
        for page in pages[:SHOWN]
    ]
    return [_("What took longest to make: %(pages)s.") % {"pages": ", ".join(named)}]


def _advice(failed: int, pages: list[Page]) -> str:
    """What to do where readers are not served well; else ""."""
    if failed:
        return _("The log says of each what went wrong; the number on the page that readers saw is in the same line.")
    if any(page.times >= OFTEN and page.mean > TOO_SLOW for page in pages):
        return _("Pages take more than a second to make. The log names the queries that take long.")
    return ""

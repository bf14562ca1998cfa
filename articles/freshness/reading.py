"""What a page notes while it is made: its one moment, the tags of all that it reads, and until when it is right.

Outside the making of a page that is to be stored nothing is noted, and the moment is that of the clock. Whoever reads
rows for readers says so where they are read: `made_of` their tags, `good_until` the moment at which they say something
else by themselves. A test changes everything that a page did not note, and wants the same page.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone


@dataclass
class Notes:
    """Of one page: its moment, its tags, and the first moment at which it may be another (None: never by itself)."""

    moment: datetime
    tags: set[str] = field(default_factory=set)
    until: datetime | None = None


_notes: ContextVar[Notes | None] = ContextVar("notes", default=None)


_clocks: list[tuple[Callable[[], datetime | None], Callable[[], str]]] = []


def read_clock(clock: Callable[[], datetime | None], fault: Callable[[], str]) -> None:
    """Let readers be shown the moment that `clock` says, where it says one, instead of the machine's.

    `fault` says in a sentence how far the machine's clock is off that one, "" where it is not far.
    """
    _clocks[:] = [(clock, fault)]


def clock_fault() -> str:
    """The sentence that says how this machine's clock is wrong; "" where it is right, or nobody asks."""
    return next((fault() for _, fault in _clocks), "")


def moment() -> datetime:
    """The moment that readers are shown: one and the same for all that a page is made of."""
    notes = _notes.get()
    if notes is not None:
        return notes.moment
    told = _clocks[0][0]() if _clocks else None
    return told or timezone.now()


def made_of(*tags: str | Iterable[str]) -> None:
    """Note that the page is made of what has these tags; each is one, or several."""
    notes = _notes.get()
    if notes is not None:
        for each in tags:
            notes.tags.update([each] if isinstance(each, str) else each)


def good_until(end: datetime | None) -> None:
    """Note that the page may be another from a moment on; one that is past, or None, says nothing."""
    notes = _notes.get()
    if notes is not None and end is not None and end > notes.moment:
        notes.until = end if notes.until is None else min(end, notes.until)


@contextmanager
def noting(at: datetime) -> Iterator[Notes]:
    """Make a page of the moment `at` inside; gives its Notes."""
    notes = Notes(at)
    token = _notes.set(notes)
    try:
        yield notes
    finally:
        _notes.reset(token)

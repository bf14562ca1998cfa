"""Calendars as files (RFC 5545): entries of one moment each, with what calendar programs need to know them again."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from articles.text.characters import drop_controls

LONGEST_LINE = 75  # octets, without the end of the line
PRODUCT = "-//Newsroom//Planned//EN"


class Entry(NamedTuple):
    """One entry of a calendar; `uid` is the same whenever it is asked for."""

    uid: str
    at: datetime
    summary: str
    description: str
    url: str


def calendar(name: str, entries: Iterable[Entry], now: datetime) -> str:
    """The text of a calendar's file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}"]
    for entry in entries:
        lines += _lines_of(entry, now)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in folded(line))


def _lines_of(entry: Entry, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(entry.uid)}"
    yield f"DTSTAMP:{_moment(now)}"
    yield f"DTSTART:{_moment(entry.at)}"
    yield f"SUMMARY:{escaped(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{escaped(entry.description)}"
    yield f"URL:{entry.url}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy because a story goes out
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A text as the value of a property (3.3.11)."""
    text = drop_controls(text.replace("\r\n", "\n").replace("\r", "\n"))
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets (3.1), the later ones after a space; no character is cut in two."""
    part, long = "", 0
    for sign in line:
        size = len(sign.encode())
        if long + size > LONGEST_LINE:
            yield part
            part, long = " ", 1
        part, long = part + sign, long + size
    yield part


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"

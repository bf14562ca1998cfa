"""Embargoes: lines that say until when a text must not go out, in many languages, and the moment they name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from operator import itemgetter

from articles.text.instructions.embargo_words import (
    ANYWHERE,
    AT_ONCE,
    EMBARGO_WORD,
    FORBIDS,
    ITSELF,
    PHRASES,
    PUBLISHES,
    RELEASE,
    RELEASE_HEADING,
    UNTIL_WHEN,
)
from articles.text.instructions.patterns import small
from articles.text.moments.read_moment import names_a_day, names_an_hour, read_moment

LONGEST = 260  # characters; a longer line is a paragraph of a story
MOST_WORDS = 20  # of a line in which the word for it stands amid others
_DECORATION = re.compile(r"[\W_]*")
_CITED = re.compile(r"\W*[“\"„«]([^“”\"„«»]{3,60})[”\"“»],?(?: \w+){4,}")  # a sentence about such words
_PARTS = re.compile(r"\s+[|•/]+\s+")
_AFTER_AN_EVENT = re.compile(
    r"\b(?:until|till|only) after (?!\d)|\berst nach (?!\d)|\bqu'après (?!\d)|\bhasta (?:después de|que) (?!\d)|"
    r"\b(?:förrän|först) efter (?!\d)|\b(?:dopiero|aż) po (?!\d)|\bлише після (?!\d)|إلا بعد (?!\d)|(?:עד|"
    r"רק) (?:אחרי|לאחר) (?!\d)"
)
_YEAR_ALONE = re.compile(r"\D*\b20\d\d\b\D*")  # "Embargo until 2030": news, not an order


@dataclass(frozen=True)
class ParsedEmbargo:
    """What a text says of its embargo: the line as written, and the moment, aware, where one can be read."""

    words: str
    until: datetime | None


def is_embargo(line: str) -> bool:
    """Whether a line says that the text must not go out yet: it begins with an embargo and is no paragraph.

    Another part may stand before it: "NOTE TO MEDIA | Embargoed until …", "Press release – not before …".
    """
    if len(line) > LONGEST:
        return False
    parts = [line, *_PARTS.split(line)[1:]]
    if heading := RELEASE_HEADING.match(small(line)):
        parts.append(small(line)[heading.end() :])
    return any(map(_is_embargo, parts))


def _is_embargo(line: str) -> bool:
    bare = small(_DECORATION.sub("", line[: LONGEST + 1], count=1))
    if not bare or _CITED.match(line) or AT_ONCE.search(bare) or _YEAR_ALONE.fullmatch(bare):
        return False
    if (word := EMBARGO_WORD.match(bare)) and (word["noun"] is None or _is_order(bare[word.end() :])):
        return True
    if ANYWHERE.search(bare) and bare[-1] not in ".!?" and len(bare.split()) <= MOST_WORDS and names_a_day(bare):
        return True
    return bool(PHRASES.match(bare) or (RELEASE.match(bare) and names_a_day(bare))) or _says_to_wait(bare)


def _says_to_wait(bare: str) -> bool:
    """Whether a line orders in any wording that a text waits: it goes out not before, or from, a day and an hour."""
    if len(bare.split()) > MOST_WORDS or not all(kind.search(bare) for kind in (PUBLISHES, FORBIDS, UNTIL_WHEN)):
        return False
    is_asked = ITSELF.search(bare) is not None
    return (is_asked or (names_an_hour(bare) and bare[-1] not in ".!?")) and (is_asked or names_a_day(bare))


def _is_order(rest: str) -> bool:
    """Whether what follows the noun is an order, not the rest of a headline ("Embargo: ministers meet again")."""
    return len(rest.split()) <= 3 or any(c.isdecimal() for c in rest)


def _only_dates(line: str) -> bool:
    """Whether a line says when a text goes out, and nothing of an order: "Release date: 30 November 2026"."""
    return bool(RELEASE.match(small(_DECORATION.sub("", line, count=1))))


def read_embargo(lines: Iterable[str], *, now: datetime | None, zone: tzinfo) -> ParsedEmbargo | None:
    """What the lines of an embargo say together; None without a line.

    Of several moments the latest holds; the words are those of the line that names it, or of the first line.
    """
    said = [ParsedEmbargo(line, _moment_of(line, now, zone)) for line in lines]
    said = [each for each in said if not (each.until and now and each.until <= now and _only_dates(each.words))]
    dated = [(each.until, each) for each in said if each.until is not None]
    return max(dated, key=itemgetter(0))[1] if dated else next(iter(said), None)


def _moment_of(line: str, now: datetime | None, zone: tzinfo) -> datetime | None:
    """The moment that a line names; None where it waits for something to happen on a day without an hour."""
    if _AFTER_AN_EVENT.search(small(line)) and not names_an_hour(line):
        return None
    return read_moment(line, now=now, zone=zone)

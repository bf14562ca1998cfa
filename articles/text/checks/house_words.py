"""A house's own words and spellings: where a text writes something that the house writes otherwise."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from articles.text.checks.passage import Passage


class HouseWord(NamedTuple):
    """What the house does not write, what it writes instead ("" for: something else), why, and in which languages."""

    wrong: str
    right: str
    reason: str = ""
    languages: tuple[str, ...] = ()  # codes; none for all


class Slip(NamedTuple):
    """A passage that the house writes otherwise: as `right`, with the capitals that stand there."""

    passage: Passage
    right: str
    reason: str


def find_slips(text: str, language: str, words: Sequence[HouseWord]) -> list[Slip]:
    """Where a text in this language has words that the house writes otherwise, in order.

    Words of small letters are found with a capital and in capitals too, and keep it; others only as they are written.
    """
    pattern, by_key = _compiled(tuple(words), language.split("-")[0])
    found = []
    for match in pattern.finditer(text) if pattern else ():
        written = " ".join(match[0].split())
        word = by_key.get(written) or by_key.get(written.casefold())
        if word is not None and not _is_right(text, match.start(), word):
            right = _as_written(written, word)
            found.append(Slip(Passage(match.start(), match.end(), match[0]), right, word.reason))
    return found


@lru_cache(maxsize=32)
def _compiled(words: tuple[HouseWord, ...], language: str) -> tuple[re.Pattern[str] | None, dict[str, HouseWord]]:
    """(a pattern of all words that hold in the language, the longest first; the words by what it finds)."""
    here = [word for word in words if word.wrong and (not word.languages or language in word.languages)]
    if not here:
        return None, {}
    return re.compile(rf"(?<![^\W_])(?:{_one_of(here)})(?![^\W_])", re.IGNORECASE), {word.wrong: word for word in here}


def _one_of(words: Iterable[HouseWord]) -> str:
    longest = sorted((word.wrong for word in words), key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, wrong.split())) for wrong in longest)


def _is_right(text: str, start: int, word: HouseWord) -> bool:
    """Whether what stands there is part of what the house writes: “the web” where it writes “the web” for “web”."""
    at = word.right.find(word.wrong)
    return 0 <= at <= start and text.startswith(word.right, start - at)


def _as_written(found: str, word: HouseWord) -> str:
    """What the house writes, with the capitals of what was found."""
    if not word.wrong.islower():
        return word.right
    if found.isupper() and len(found) > 1:
        return word.right.upper()
    return word.right[:1].upper() + word.right[1:] if found[:1].isupper() else word.right

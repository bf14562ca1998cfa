"""The people that cleaned HTML points to, by number: who they are, and pointing to somebody else instead."""

import re
from difflib import SequenceMatcher

# The attribute within its element, so that the same words in a story about HTML are left alone.
_POINTS = re.compile(r'(<(?:span|blockquote)(?:\s[\w-]+="[^"<]*")*?\sdata-person=")(\d+)(?=")')

_TAGS = re.compile(r"<[^>]*>")
WORDS_AT_MOST = 24  # characters that tell one mark from another


def pointed_to(html: str) -> list[int]:
    """The numbers of the people that mentions and set-off quotes point to, in page order."""
    return [int(match[2]) for match in _POINTS.finditer(html)]


def repointed(html: str, old: int, new: int, places: list[int] | None = None) -> tuple[str, list[int]]:
    """The HTML with what points to `old` pointing to `new`, and which marks these were, counted from 0.

    With `places`, only those among them: so the same call with the two exchanged puts back what the first one changed.
    """
    changed: list[int] = []
    numbers = iter(range(len(html)))

    def point(match: re.Match[str]) -> str:
        place = next(numbers)
        if int(match[2]) != old or (places is not None and place not in places):
            return match[0]
        changed.append(place)
        return f"{match[1]}{new}"

    return _POINTS.sub(point, html), changed


def words_marked(html: str) -> list[str]:
    """How the text under each mark begins, in page order: by this a mark is known again in rewritten text."""
    return [_words_after(html, match.end()) for match in _POINTS.finditer(html)]


def places_now(html: str, places: list[int], words: list[str]) -> list[int]:
    """Where the marks are now that were at `places` when the text under all marks began with these `words`.

    Those that were taken out or whose text was changed are left out.
    """
    same = SequenceMatcher(None, words, words_marked(html), autojunk=False).get_matching_blocks()
    now = {block.a + step: block.b + step for block in same for step in range(block.size)}
    return [now[place] for place in places if place in now]


def _words_after(html: str, place: int) -> str:
    """How the text begins that stands under a mark, from a place within its tag."""
    under, _, _ = html[place : place + 1_000].partition(">")[2].partition("</")
    return _TAGS.sub("", under).strip()[:WORDS_AT_MOST]

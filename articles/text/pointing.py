"""The people whom cleaned HTML points to, by number: who they are, and pointing to somebody else instead."""

import re

# The attribute within its element, so that the same words in a story about HTML are left alone.
_POINTS = re.compile(r'(<(?:span|blockquote)(?:\s[\w-]+="[^"<]*")*?\sdata-person=")(\d+)(?=")')


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

"""Links in a body that lead to a story of our own, whatever its address is by then: they point to it by its number.

Such a link is written `<a data-story="17">`. As the value of its mark it is "story:17", which no address is.
"""

import re

from articles.text.body.attributes import positive_number

POINTER = "data-story"
_SCHEME = "story:"
_POINTS = re.compile(r'<a data-story="(\d+)">')


def pointer(value: str) -> str | None:
    """The value of a mark that points to the story of this number, or None where it is no number."""
    number = positive_number(value)
    return None if number is None else f"{_SCHEME}{number}"


def of_value(value: str) -> int | None:
    """The number of the story that a mark's value points to; None for an address."""
    return int(value.removeprefix(_SCHEME)) if value.startswith(_SCHEME) else None


def stories_pointed_to(html: str) -> list[int]:
    """The numbers of the stories that cleaned HTML links to, each once, in page order."""
    return list(dict.fromkeys(map(int, _POINTS.findall(html))))

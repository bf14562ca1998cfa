"""Links in a body that lead to a story or a topic of our own, whatever its address is by then: they point by number.

Such a link is written `<a data-story="17">` or `<a data-topic="5">`. As the value of its mark it is a *pointer*,
"story:17" or "topic:5", which no address is. (People have a mark of their own, `<span data-person="3">`.)
"""

import re
from collections.abc import Callable, Mapping

from articles.text.body.attributes import positive_number

STORY, TOPIC = "data-story", "data-topic"
_KINDS: Mapping[str, str] = {STORY: "story", TOPIC: "topic"}
_ATTRIBUTES = {kind: attribute for attribute, kind in _KINDS.items()}
_POINTER = re.compile(r"(story|topic):(\d+)")
_WRITTEN = re.compile(r'<a data-(story|topic)="(\d+)">')


def pointer_to(kind: str, number: int) -> str:
    """The pointer to the story ("story") or the topic ("topic") of a number."""
    return f"{kind}:{number}"


def pointer_by(attribute: str) -> Callable[[str], str | None]:
    """The check of one of the attributes: the pointer that its text means, or None where it is no number."""

    def check(value: str) -> str | None:
        number = positive_number(value)
        return None if number is None else pointer_to(_KINDS[attribute], int(number))

    return check


def is_pointer(value: str) -> bool:
    """Whether the value of a link's mark is a pointer, not an address."""
    return _POINTER.fullmatch(value) is not None


def written(pointer: str) -> tuple[str, str]:
    """The attribute and the text by which a pointer is written."""
    kind, _, number = pointer.partition(":")
    return _ATTRIBUTES[kind], number


def story_of(value: str) -> int | None:
    """The number of the story that a mark's value points to; None for a topic, and for an address."""
    found = _POINTER.fullmatch(value)
    return int(found[2]) if found and found[1] == "story" else None


def pointers_in(html: str) -> list[str]:
    """The pointers of cleaned HTML, each once, in page order."""
    return list(dict.fromkeys(pointer_to(kind, int(number)) for kind, number in _WRITTEN.findall(html)))


def numbers_of(kind: str, pointers: list[str]) -> list[int]:
    """The numbers of the stories ("story") or topics ("topic") among pointers, in their order."""
    return [int(pointer.partition(":")[2]) for pointer in pointers if pointer.startswith(f"{kind}:")]

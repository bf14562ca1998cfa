"""Captions that speak of somebody else: names in a photo's caption that its story never has."""

from collections.abc import Iterable

from articles.text.people.name_index import name_words
from articles.text.wire.people import find_people


def find_strangers(caption: str, text: str, known: Iterable[str] = ()) -> list[str]:
    """The people whom a caption names and a story's text does not, as the caption has them.

    `known` are names that somebody has found in the caption, such as those of a directory. A last name in the text is
    enough.
    """
    words = {word.key for word in name_words(text)}
    named = dict.fromkeys([*known, *(person.name for person in find_people([caption]))])
    return [name for name in named if (keys := [word.key for word in name_words(name)]) and keys[-1] not in words]

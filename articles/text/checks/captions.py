"""Captions that speak of somebody else: names in a photo's caption that its story never has."""

import re
from collections.abc import Iterable, Iterator

from articles.text.people.name_index import name_words
from articles.text.quotes.naming.names import bare_name, key, name_in, name_runs, words_of
from articles.text.quotes.words.name_words import TITLES
from articles.text.wire.people import find_people

_UNCASED = re.compile("[\u0590-\u06ff]")  # Hebrew, Arabic
_AGE = re.compile(r"(?:, ?| ?\()\d{1,3}(?:[,.)]| (?:years|ans|años|lat|år|Jahre))")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")
# Streets, ships and houses have people's names: one of these words before the name, in it or right behind it.
_PLACE = re.compile(
    r"(?<![^\W_])(?:street|road|lane|avenue|square|dock|hotel|islands?|bridge|castle|cathedral|church|school|college|station|"
    r"airport|park|hall|house|stadium|hospital|uss|hms|ss|queen|rue|place|boulevard|pont|quai|lycée|calle|plaza|avenida|paseo|puente|instituto|"
    r"\w*(?:straße|strasse|platz|allee|brücke|schule)|\w*(?:gatan?|torget?|vägen|skolan)|ulic[ay]|plac|aleja|most|liceum|szkoła|"
    r"вулиц[яі]|площа|проспект|міст|школа|"
    r"пам['’]ятник\w*|sokak|sokağı|cadde(?:si)?|meydanı?|köprü(?:sü)?|شارع|ميدان|جسر|מדרכת|רחוב|כיכר|גשר)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_NEAR = 25  # characters before a name
_STEM = 5  # letters; of longer last names the ending may differ from case to case


def find_strangers(caption: str, text: str, known: Iterable[str] = ()) -> list[str]:
    """The people whom a caption names and a story's text does not, as the caption has them.

    `known` are names that somebody has found in the caption, such as those of a directory. A last name in the text is
    enough, in whatever case. A name that nobody knows counts behind a title or before an age.
    """
    words = {word.key for word in name_words(text)}
    told = [*(person.name for person in find_people([caption])), *_titled(caption)]
    named = dict.fromkeys([*known, *(name for name in told if not _is_place(name, caption))])
    found = [
        name for name in named if (keys := [word.key for word in name_words(name)]) and not _is_in(keys[-1], words)
    ]
    return [name for name in found if not any(name != other and name in other for other in found)]


def _titled(caption: str) -> Iterator[str]:
    """The full names that stand behind a title, or that an age follows."""
    for sentence in _SENTENCE.split(caption):
        if _UNCASED.search(sentence):
            yield from filter(None, [bare_name(sentence)])
            continue
        for run in name_runs(sentence):
            name = name_in(sentence, run)
            before = words_of(sentence[: run[0].start()])
            has_title = len(name.split()) < len(run) or bool(before and key(before[-1]) in TITLES)
            if " " in name and (has_title or _AGE.match(sentence, run[-1].end())):
                yield name


def _is_place(name: str, caption: str) -> bool:
    """Whether a name in a caption is rather that of a street, a ship or a house."""
    start = max(0, caption.find(name))
    return _PLACE.search(re.split("[,.;]", caption[max(0, start - _NEAR) : start + len(name) + _NEAR])[0]) is not None


def _is_in(last_name: str, words: set[str]) -> bool:
    """Whether a last name is among the words of a text, in whatever case, or behind a particle in Arabic and Hebrew."""
    if last_name in words:
        return True
    if _UNCASED.search(last_name):
        return any(word.endswith(last_name) for word in words)
    stem = last_name[:-1] if len(last_name) >= _STEM else last_name
    return any(word.startswith(stem) and len(word) <= len(last_name) + 3 for word in words)

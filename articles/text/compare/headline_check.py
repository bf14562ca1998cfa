"""Where a headline and its story disagree: a number that the text never gives, a name that it spells otherwise."""

import re
from collections.abc import Iterable, Sequence

from articles.text.languages.folding import fold
from articles.text.people.name_index import NameWord, name_words

# A figure and those that follow it, with what may stand in a number.
_FIGURES = re.compile(r"\d(?:\W{0,2}\d)*")
# Of a folded text, whose digits are 0-9: in groups of three, or as it comes.
_NUMBER = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"[.,' ](?=\d{3}(?!\d))")
# English writes small numbers as words in the text and as figures in the headline.
_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SHORTEST_NAME = 4  # letters; shorter words are alike by chance

LONGEST = 9  # digits; a longer number is not one of those that have words


def missing_numbers(headline: str, text: str, language: str) -> list[str]:
    """The numbers of the headline that the text does not give, as the headline writes them.

    "1,200" and "1 200" are one number. A number up to twelve counts as given where an English text has its word; in
    other languages, whose words we do not know, nothing is said of so small a number.
    """
    given = set(_numbers(text))
    is_english = language.split("-")[0] == "en"

    def is_given(number: str) -> bool:
        small = number.isdecimal() and len(number) < LONGEST and int(number) < len(_SPELLED)
        return number in given or (small and (not is_english or _SPELLED[int(number)] in _keys(name_words(text))))

    return [written for number, written in _numbers(headline).items() if not is_given(number)]


def other_spellings(headline: str, text: str) -> list[tuple[str, str]]:
    """(as the headline has it, as the text has it) of each name that the two spell almost alike.

    A word counts as a name where it has a capital and the text never writes it without one. Almost alike is one letter
    more, fewer, other or two swapped; but a last letter of its own makes another form, as in “Russia” and “Russian”,
    unless it doubles the one before it, as in “Zelenskyy”.
    """
    words = name_words(text)
    keys, names = _keys(words), _names(text, words)
    return [
        (written, names[other])
        for key, written in _names(headline, name_words(headline)).items()
        if key not in keys
        for other in sorted(names)
        if _is_misspelling(key, other)
    ]


def _numbers(text: str) -> dict[str, str]:
    """{number in its plain form: as it is written} of a text, in order."""
    figures = (fold(match[0]) for match in _FIGURES.finditer(text))
    written = (match[0] for some in figures for match in _NUMBER.finditer(some))
    return {_THOUSANDS.sub("", number).replace(",", "."): number for number in written}


def _keys(words: Iterable[NameWord]) -> set[str]:
    return {word.key for word in words}


def _names(text: str, words: Sequence[NameWord]) -> dict[str, str]:
    """{folded: as written} of the longer words that have a capital wherever they stand."""
    common = {word.key for word in words if text[word.start].islower()}
    capital = {
        word.key: text[word.start : word.end]
        for word in reversed(words)
        if text[word.start].isupper() and word.end - word.start >= SHORTEST_NAME
    }
    return {key: word for key, word in capital.items() if key not in common}


def _is_misspelling(one: str, other: str) -> bool:
    """Whether two folded words are a single slip apart."""
    short, long = sorted((one, other), key=len)
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if start == len(short) and long[start:] != short[-1:]:
        return False  # the end alone is another: a form of the word
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    is_swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    is_replaced = short[start + 1 :] == long[start + 1 :] and start + 1 < len(short)
    return is_swapped or is_replaced

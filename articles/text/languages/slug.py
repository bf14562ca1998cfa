"""The slug of a story, person or topic: the words of its address, in Latin letters."""

import re

from articles.text.languages.alphabets import latinised
from articles.text.languages.folding import fold
from articles.text.languages.scripts import HAN, HIRAGANA, KATAKANA
from articles.text.languages.transliteration import romanised

# Signs that are read aloud, and those that only join.
_SPOKEN = (
    (re.compile(r"&"), " and "),
    (re.compile(r"\+"), " plus "),
    (re.compile(r"(?<=\w)#(?!\w)"), " sharp "),
    (re.compile(r"(?<=\w)'(?=\w)"), ""),  # Ukraine's: ukraines
    (re.compile(r"(?<![^\W_]{2})(?<!\d)\.(?=[^\W\d_]\b)"), ""),  # U.S.: us
    (re.compile(r"(?<=\d)[,\s](?=\d{3}\b)"), ""),  # 1,000: 1000
)
_OTHERS = re.compile(r"[^a-z0-9]+")
_SYLLABLE = re.compile(f"[{HAN}{HIRAGANA}{KATAKANA}]")  # says as much as two letters, at the least


def slugify_words(text: str, max_length: int = 80) -> str:
    """The text as words of an address, `[a-z0-9]+(-[a-z0-9]+)*`, at most `max_length` characters, or "".

    Cyrillic, Greek, Arabic, Hebrew, Armenian, Georgian and Korean are written in Latin letters. Of other scripts
    nothing is left: the caller needs a fallback for "", and where `loses_most_letters`.
    Cut between words, unless the first word alone is too long.
    """
    text = _in_latin_letters(text)
    for pattern, words in _SPOKEN:
        text = pattern.sub(words, text)
    slug = _OTHERS.sub("-", text).strip("-")
    if len(slug) <= max_length:
        return slug
    whole_words = slug[: max_length + 1].rpartition("-")[0]
    return whole_words or slug[:max_length]


def loses_most_letters(text: str) -> bool:
    """Whether the slug of the text says less than it leaves out: of 北约 G20 峰会 it would be "g20"."""
    text = _in_latin_letters(text)
    lost = sum(not letter.isascii() for letter in text if letter.isalpha()) + len(_SYLLABLE.findall(text))
    return lost > sum(letter.isascii() and letter.isalnum() for letter in text)


def _in_latin_letters(text: str) -> str:
    return latinised(fold(romanised(text).replace("ة", "a")))  # which is an h to the key

"""Words of a text and the terms they are found by: folded and stemmed here, so that databases cannot differ."""

import re
from functools import lru_cache
from itertools import chain, repeat

from articles.search.stemming import stem
from articles.text.languages.folding import fold

LONGEST = 60  # characters of a term; what is longer is no word, and databases have limits

_CJK = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f"
)
# Vowel signs and accents, which Python's \w leaves out, and signs that are written inside words but not read.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd\u0b01-\u0b4d\u0b82-\u0bcd\u0c00-\u0c4d\u0c81-\u0ccd"
    "\u0d00-\u0d4d\u0d81-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84"
    "\u102b-\u103e\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f"
    "\u00ad\u0640\u200b-\u200d\u2060\ufeff"
)
_LETTER = f"[^\\W_{_CJK}]"
_CHUNK = re.compile(f"[{_CJK}]+|{_LETTER}(?:{_LETTER}|[{_MARKS}]|['’ʼ.,](?={_LETTER}))*")
_WORD = re.compile(f"[{_CJK}]+|{_LETTER}(?:{_LETTER}|[{_MARKS}])*")
_IS_CJK = re.compile(f"[{_CJK}]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")  # u.s, from “U.S.”
_THOUSANDS = re.compile(r"(?<=\d)[,.](?=\d{3}(?!\d))")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|dell|nell|sull|all)'(?=..)")  # l'homme, dell'arte
_POSSESSIVE = re.compile(r"'s$")


def chunks(text: str) -> list[tuple[int, int, str]]:
    """(start, end, chunk) of each run of letters and digits, or of Chinese and Japanese characters, as written."""
    return [(match.start(), match.end(), match[0]) for match in _CHUNK.finditer(text)]


def terms_of(text: str, language: str) -> str:
    """The terms of a text in the order of its words, as one string with spaces between; `language` is BCP 47."""
    return " ".join(chain.from_iterable(map(terms, _CHUNK.findall(text), repeat(language))))


@lru_cache(maxsize=200_000)
def terms(chunk: str, language: str) -> tuple[str, ...]:
    """The tuple of terms of one chunk: stems, or for Chinese and Japanese its pairs of characters and the last one."""
    return tuple(
        term[:LONGEST]
        for word in plain_words(chunk)
        for term in (pairs(word) if _IS_CJK.match(word) else (stem(word, language),))
    )


@lru_cache(maxsize=200_000)
def plain_words(chunk: str) -> tuple[str, ...]:
    """The tuple of folded words of one chunk, not stemmed: “Zelenskyy’s” is zelenskyy, “U.S.” is us, 1,000 is 1000."""
    folded = fold(chunk)
    if _INITIALS.match(folded):
        folded = folded.replace(".", "")
    folded = _POSSESSIVE.sub("", _THOUSANDS.sub("", folded))
    folded = _ELISION.sub("", folded).replace("'", "")
    return tuple(_WORD.findall(folded))


def is_cjk(word: str) -> bool:
    """Whether the word is of Chinese or Japanese characters, which have no spaces between words."""
    return _IS_CJK.match(word) is not None


def pairs(word: str) -> tuple[str, ...]:
    """The neighbouring pairs of a word's characters, then its last one, so that one of them alone is found too."""
    return (*(word[place : place + 2] for place in range(len(word) - 1)), word[-1])

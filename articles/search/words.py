"""Words of a text and the terms they are found by: folded and stemmed here, so that databases cannot differ."""

import re
from functools import lru_cache
from itertools import chain, repeat

from articles.search.stemming import stem
from articles.text.languages.folding import fold
from articles.text.languages.scripts import MARKS, UNSPACED

LONGEST = 60  # characters of a term; what is longer is no word, and databases have limits

# Chinese and Japanese, Thai and its like; signs that are no letters stand in a run of these too.
_UNSPACED = f"{UNSPACED}\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_SILENT = "\u00ad\u200b-\u200d\u2060"
_MARKS = f"{MARKS}\u0640"
_LETTER = f"[^\\W_{_UNSPACED}]"
_CHUNK = re.compile(f"[{_UNSPACED}][{_UNSPACED}{_SILENT}]*|{_LETTER}(?:{_LETTER}|[{_MARKS}]|['’ʼ.,](?={_LETTER}))*")
_WORD = re.compile(f"[{_UNSPACED}]+|{_LETTER}(?:{_LETTER}|[{_MARKS}])*")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")  # u.s, from “U.S.”
_THOUSANDS = re.compile(r"(?<=\d)[,.](?=\d{3}(?!\d))")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|dell|nell|sull|all)'(?=..)")  # l'homme, dell'arte
_POSSESSIVE = re.compile(r"'s$")


def chunks(text: str) -> list[tuple[int, int, str]]:
    """(start, end, chunk) of each run of letters and digits, or of characters that are written without spaces."""
    return [(match.start(), match.end(), match[0]) for match in _CHUNK.finditer(text)]


def terms_of(text: str, language: str) -> str:
    """The terms of a text in the order of its words, as one string with spaces between; `language` is BCP 47."""
    return " ".join(chain.from_iterable(map(terms, _CHUNK.findall(text), repeat(language))))


@lru_cache(maxsize=200_000)
def terms(chunk: str, language: str) -> tuple[str, ...]:
    """The tuple of terms of one chunk: a stem, or of Chinese, Thai and their like pairs of characters and the last."""
    return tuple(
        term[:LONGEST]
        for word in plain_words(chunk)
        for term in (pairs(word) if _IS_UNSPACED.match(word) else (stem(word, language),))
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


def is_unspaced(word: str) -> bool:
    """Whether the word is of a script that has no spaces between words, as Chinese, Japanese and Thai."""
    return _IS_UNSPACED.match(word) is not None


def pairs(word: str) -> tuple[str, ...]:
    """The neighbouring pairs of a word's characters, then its last one, so that one of them alone is found too."""
    return (*(word[place : place + 2] for place in range(len(word) - 1)), word[-1])

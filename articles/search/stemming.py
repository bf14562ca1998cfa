"""Stems of folded words by the language of the story: Snowball's algorithms, and a light one for Ukrainian."""

import re
import threading
from functools import cache
from typing import Any

import snowballstemmer

# Snowball's name for each language it knows (https://snowballstem.org/algorithms/), by the first part of BCP 47.
ALGORITHMS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "cs": "czech", "da": "danish", "nl": "dutch",
    "en": "english", "eo": "esperanto", "et": "estonian", "fi": "finnish", "fr": "french", "de": "german",
    "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "ga": "irish", "it": "italian",
    "lt": "lithuanian", "ne": "nepali", "nb": "norwegian", "nn": "norwegian", "no": "norwegian", "fa": "persian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "es": "spanish", "sv": "swedish",
    "ta": "tamil", "tr": "turkish",
}  # fmt: skip
# Endings of Ukrainian nouns and adjectives, folded, longest first; at least three letters stay before them.
_UKRAINIAN = re.compile(
    "(?<=...)(?:ький|ька|ьке|ькі|ьких|ькою|ькій|ького|ькому|ськими|ість|остей|ості|істю|ення|енню|енням|ами|ями|ого|ому|ими|іми|ові|еві|ою|ею|єю|ій|ій|"
    "ий|ої|их|іх|ів|їв|ам|ям|ах|ях|ом|ем|єм|ую|юю|ає|ють|а|е|и|і|о|у|ю|я|ї|є|ь|й)$"
)
_SHORTEST = 3
# A stemmer of Snowball's holds the word that it works on, and a server's threads share it.
_one_at_a_time = threading.Lock()


def stem(word: str, language: str) -> str:
    """The stem of a folded word in a language (BCP 47 code); the word itself where no stemmer is known."""
    base = language.partition("-")[0]
    if len(word) <= _SHORTEST or not word.isalpha():
        return word
    if base == "uk":
        return _UKRAINIAN.sub("", word)
    stemmer = _stemmer(base)
    if stemmer is None:
        return word
    with _one_at_a_time:
        return stemmer.stemWord(word)


@cache
def _stemmer(base: str) -> Any:
    """Snowball's stemmer for the first part of a language code, or None."""
    name = ALGORITHMS.get(base)
    return snowballstemmer.stemmer(name) if name else None

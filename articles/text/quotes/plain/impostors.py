"""Doubt about who spoke: in brackets or between dashes beside a speaker, or in what the speaker is called.

It is looked for in the whole sentence that tells of a quotation, whatever its verbs are. Where it is found nobody is
named, though some who did speak lose their words by it.
"""

import re

from articles.text.quotes.plain import impostor_words as said


def _phrases(table: str) -> str:
    return "|".join(line.strip() for line in table.strip().split("\n"))


_UNCERTAIN = re.compile(
    rf"{said.ASIDE}|{said.GENUINE}|{said.UNSPACED}|(?<![^\W_])(?:{said.UNLESS})(?![^\W_])"
    rf"|(?<![^\W_])(?:{'|'.join(map(_phrases, (said.POSING, said.VOICES, said.FICTION, said.UNREAL)))})(?![^\W_])",
    re.IGNORECASE,
)


def is_uncertain(sentence: str) -> bool:
    """Whether a sentence, without the words in marks, leaves open whether the one it names spoke."""
    return _UNCERTAIN.search(sentence) is not None

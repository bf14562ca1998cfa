"""The sentences of a text, and the one around a quotation."""

import re

from articles.text.quotes.naming.names import WORD
from articles.text.quotes.words.name_words import ANY_PRONOUN, DETERMINERS
from articles.text.quotes.words.speech_words import ABBREVIATIONS

QUOTE_EDGES = " \t\n\r\u00a0\u202f\u2009"
ENDS = ".!?…؟。！？"
_SENTENCE_END = re.compile(r"(?<![.!?…؟。])[.!?…؟。]++[”“\"»«’'」)\]]*+(?=\s)(?=[ \n\u00a0—–-]*+(?P<following>.?))")
_LONGEST = 20  # characters of an abbreviation
_INITIALS_OR_DAY = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]|\d\d?")
_BEFORE_WORD = re.compile(r"[\s(“\"«„]")
_OPEN_SENTENCES = DETERMINERS | ANY_PRONOUN


def sentence_ends(text: str) -> list[int]:
    """The offsets just after each sentence that ends within `text`; "Gen. Brandt" and "U.S. forces" end none."""
    ends = []
    for found in _SENTENCE_END.finditer(text):
        before = text[max(found.start() - _LONGEST, 0) : found.start()]
        if found["following"].islower() or (
            found.group() == "." and text[found.end()] != "\n" and _is_abbreviation(before)
        ):
            continue
        ends.append(found.end())
    return ends


def _is_abbreviation(before: str) -> bool:
    word: str = _BEFORE_WORD.split(before)[-1]
    return word.casefold() in ABBREVIATIONS or bool(_INITIALS_OR_DAY.fullmatch(word))


def sentence_before(window: str) -> str:
    """The sentence up to a quotation; the paragraph before when that leads to it with a colon."""
    line = window.rpartition("\n")[2]
    if not line.strip() and window.rstrip().endswith((":", ",")):
        line = window.rstrip().rpartition("\n")[2]
    ends = sentence_ends(line)
    return line[ends[-1] :] if ends else line


def sentence_after(window: str, words: str) -> str:
    """The sentence's rest after a quotation, "" when the quotation ends its sentence."""
    line = window.partition("\n")[0]
    first = WORD.search(line)
    if words[-1] in ENDS and first and first.group()[0].isupper() and line.lstrip(QUOTE_EDGES)[:1] not in "—–-":
        key = first.group().casefold()
        if words[-1] in ".。" or key in _OPEN_SENTENCES:
            return ""
    ends = sentence_ends(line)
    return line[: ends[0]] if ends else line

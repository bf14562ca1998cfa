"""Takes quotations apart that a clause within the marks parts: « Nous restons, a dit Marie Duval, et vite »."""

import re
from typing import NamedTuple

from articles.text.languages.dash_speech_words import REPORTING_VERBS
from articles.text.quotes.names import WORD, inverted_pronoun, key
from articles.text.quotes.speech_words import AUXILIARIES, SPEECH_VERBS, is_verb_of
from articles.text.quotes.subjects import subject_after

# Where a clause may begin and end: at a dash with a space or, as in Spanish, at a word; else at a comma.
_DASHED = re.compile(r"(?P<end>[,?!…]?)\s+[—–-]\s*|(?P<spanish>[?!…]?)[—–](?=\s?[a-zà-ÿ])")
_COMMA = re.compile(r"[,?!…]\s+")
_NEXT_DASH = re.compile(r"[.,;:!?…]?\s*[—–-](?=\s)[.,]?\s*|[—–][.,;:]?\s*")
_NEXT_COMMA = re.compile(r",\s+|[.!?…]+\s+(?=[^\W\d_a-z])")
_VERBS = SPEECH_VERBS | REPORTING_VERBS
LONGEST = 120  # characters of a clause


class Incise(NamedTuple):
    """A clause within a quotation: where the words before it end, where they go on, and who speaks."""

    end: int
    resumes: int
    who: str


def incise_in(words: str, language: str) -> Incise | None:
    """The clause within these words that says who speaks, or None."""
    for opening in sorted([*_DASHED.finditer(words), *_COMMA.finditer(words)], key=re.Match.start):
        dashed = opening.re is _DASHED
        clause = words[opening.end() : opening.end() + LONGEST]
        verb = _opening_verb(clause, language)
        if verb is None:
            continue
        closing = (_NEXT_DASH if dashed else _NEXT_COMMA).search(clause, verb.end())
        told = clause[verb.end() : closing.start() if closing else len(clause)]
        who = inverted_pronoun(clause[: verb.end()]) or subject_after(told)
        if who:
            return Incise(
                opening.start() + _kept(opening), opening.end() + (closing.end() if closing else len(clause)), who
            )
    return None


def _opening_verb(clause: str, language: str) -> re.Match[str] | None:
    """The verb of speech that a clause begins with, behind what helps it: "a-t-il dit", "wurde gesagt"."""
    for word in WORD.finditer(clause):
        one = key(word.group())
        if one in _VERBS and word.group()[0].islower() and is_verb_of(one, language):
            return word
        if one not in AUXILIARIES:
            return None
    return None


def _kept(opening: re.Match[str]) -> int:
    """How much of the sign before a clause belongs to the words: a mark that asks or exclaims does, a comma not."""
    sign = opening.group()
    return len(sign) - len(sign.lstrip("?!…"))

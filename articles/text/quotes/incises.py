"""Takes quotations apart that a clause within the marks parts: « Nous restons, a dit Marie Duval, et vite »."""

import re
from typing import NamedTuple

from articles.text.languages.verb_shapes import unknown_verb
from articles.text.quotes.naming.names import WORD, inverted_pronoun, key
from articles.text.quotes.source import Source
from articles.text.quotes.subjects import behind_objects, subject_after
from articles.text.quotes.words.speech_words import AUXILIARIES, SPEECH_VERBS, WITHOUT_PRONOUNS, is_verb_of

# Where a clause may begin and end: at a dash with a space or, as in Spanish, at a word; else at a comma.
_DASHED = re.compile(r"(?P<end>[,?!…]|(?<!\s))\s++[—–-]\s*|(?P<spanish>[?!…]?)[—–](?=\s?[a-zà-ÿ])")
_COMMA = re.compile(r"[,?!…]\s+")
_NEXT_DASH = re.compile(r"[.,;:!?…]?\s*[—–-](?=\s)[.,]?\s*|[—–][.,;:]?\s*")
_NEXT_COMMA = re.compile(r",\s+|[.!?…]+\s+(?=[^\W\d_a-z])")
# What somebody is, between the name and what is said on: ", maire de Rill.", ", 45 ans,", ", ancien ministre,"
_APPOSITION = re.compile(
    r"en [^\W\d_]+ant(?![^\W_])[^,.!?]*(?=[,.!?])|(?:[A-ZÀ-Þ][^\W\d_]+[ -]?){2,4}(?=[,.!?])|"
    r"(?:(?:(?:l[’'])?ex-|ancienn?e?s? |derni(?:er|ère) |premi(?:er|ère) |l[’']|la |le |un |une |el |den |der |die )?"
    r"(?:\d\d ans|[^\W\d_]*(?:eur|euse|trice|iste|ière?|ienne?|antee?|logue|maire|préfète?|président\w*|ministre|"
    r"chef\w*|"
    r"députée?|avocate?|médecin|patron\w*|porte-parole|responsable|membre|secrétaire|élue?|adjointe?|cadre|PDG|"
    r"commissaire|juge|capitaine|colonel\w*|général\w*|habitante?|voisine?|professeur\w*|propriétaire|spécialiste|"
    r"déléguée?|retraitée?|mère|père|témoin|gérante?|exploitante?|commerçante?))(?![^\W_])[^,.!?]*)(?=[,.!?])",
)
LONGEST = 160  # characters of a clause


class Incise(NamedTuple):
    """A clause within a quotation: where the words before it end, where they go on, and who speaks."""

    end: int
    resumes: int
    who: Source


def incise_in(words: str, language: str) -> Incise | None:
    """The clause within these words that says who speaks, or None."""
    for opening in sorted([*_DASHED.finditer(words), *_COMMA.finditer(words)], key=re.Match.start):
        dashed = opening.re is _DASHED
        clause = words[opening.end() : opening.end() + LONGEST]
        verb = _opening_verb(clause, language) or unknown_verb(clause, language, is_announced=_is_announced(opening))
        if not verb:
            continue
        closing = _NEXT_DASH.search(clause, verb) if dashed else _next_comma(clause, verb)
        told = clause[verb : closing.start() if closing else len(clause)]
        who = inverted_pronoun(clause[:verb]) or subject_after(behind_objects(told))
        is_left_out = language in WITHOUT_PRONOUNS and dashed and not told.strip()
        if who or is_left_out:
            resumes = opening.end() + (closing.end() if closing else len(clause))
            return Incise(opening.start() + _kept(opening), resumes, Source(who, is_left_out=is_left_out))
    return None


def _is_announced(opening: re.Match[str]) -> bool:
    """Whether a sign, or Spanish's dash right at a word, says that a clause comes."""
    return opening.re is _COMMA or bool(opening["end"] or opening["spanish"] is not None)


def _opening_verb(clause: str, language: str) -> int:
    """Where the verb of speech ends that a clause begins with, behind what helps it: "a-t-il dit"; 0 without one."""
    for word in WORD.finditer(clause):
        one = key(word.group())
        if one in SPEECH_VERBS and word.group()[0].islower() and is_verb_of(one, language):
            return word.end()
        if one not in AUXILIARIES:
            return 0
    return 0


def _next_comma(clause: str, start: int) -> re.Match[str] | None:
    """The comma or stop behind which speech goes on: not the one before what the speaker is, "maire de Rill"."""
    closing = _NEXT_COMMA.search(clause, start)
    while (
        closing
        and closing.group()[0] == ","
        and _APPOSITION.match(clause, closing.end())
        and (following := _NEXT_COMMA.search(clause, closing.end()))
    ):
        closing = following
    return closing


def _kept(opening: re.Match[str]) -> int:
    """How much of the sign before a clause belongs to the words: a mark that asks or exclaims does, a comma not."""
    sign = opening.group()
    return len(sign) - len(sign.lstrip("?!…"))

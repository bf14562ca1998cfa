"""What a changed story no longer states as before: numbers, names, dates and quotes that readers were given.

A fact is changed when it is gone, or another stands in its place. What is only added is news, not a correction.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from articles.text.body.body import Body
from articles.text.compare.alignment import align
from articles.text.compare.fact_words import ALL_NOUNS_IN_CAPITALS, NUMBERS, OPENERS, WEEKDAYS
from articles.text.languages.folding import fold
from articles.text.typography.typesetting_words import MONTHS

NUMBER, NAME, DATE, QUOTE = KINDS = ("number", "name", "date", "quote")
# A figure with its points, or a word.
_TOKEN = re.compile(r"\d+(?:[.,:\u00a0\u202f]\d+)*[%‰]?|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SENTENCE_ENDS = re.compile(r"[.!?…:؟。]")
_WITHIN_A_NAME = re.compile(r"[^\S\n]|[^\S\n]?\.[^\S\n]|-")
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
YEAR = 4  # digits
LONGEST_RUN = 12  # words on either side of one that are shown with it
LONG_WORD = 4  # letters; shorter ones stay small in a line set in capitals


class StoryText(NamedTuple):
    """The words in which a story states its facts; headline and dek are plain text."""

    headline: str
    dek: str
    body: Body
    language: str


class Fact(NamedTuple):
    """A fact as a text states it: its kind, what it is compared by, and the words to show."""

    kind: str
    key: str
    shown: str


class ChangedFact(NamedTuple):
    """A fact that readers were given as `before` and are given as `after` now; "" when it is gone."""

    kind: str
    before: str
    after: str


class _Token(NamedTuple):
    """A word or figure of a line: what is just before it, whether it opens a sentence, and the kind of fact it states.

    The kind is "" for a word that states no fact by itself.
    """

    text: str
    gap: str
    opens: bool
    kind: str = ""


_Line = tuple[_Token, ...]


class _Words(NamedTuple):
    """The lines of a StoryText; its sentences are the dek and those of the body."""

    headline: _Line
    sentences: Sequence[_Line]


def compare_facts(before: StoryText, after: StoryText) -> list[ChangedFact]:
    """The facts of `before` that `after` states otherwise or not at all.

    They come by kind, in page order; a fact that has only moved is not among them.
    """
    line_of = cache(_tokens)  # most lines stand in both
    old_words, new_words = _words_of(before, line_of), _words_of(after, line_of)
    common = _small_words(old_words) | _small_words(new_words)
    known = _names_of(old_words, before.language, common) | _names_of(new_words, after.language, common)
    old, new = list(_facts(before, old_words, common, known)), list(_facts(after, new_words, common, known))
    found: list[ChangedFact] = []
    for kind in KINDS:
        found += _changed([fact for fact in old if fact.kind == kind], [fact for fact in new if fact.kind == kind])
    return list(dict.fromkeys(found))


def _words_of(story: StoryText, line_of: Callable[[str, str], _Line]) -> _Words:
    """The lines of a story, captions and the speakers of set-off quotes among them."""
    speakers = (node.attribute("data-attribution") for node in story.body.nodes)
    lines = (story.dek, *story.body.plain_text.split("\n"), *speakers)
    return _Words(line_of(story.headline, story.language), [line_of(line, story.language) for line in lines])


def _facts(story: StoryText, words: _Words, common: frozenset[str], known: frozenset[str]) -> Iterator[Fact]:
    """Every fact, each time it is stated.

    `common` holds words that are no names where they open a sentence, `known` the keys of those that are names in a
    headline, where all words have capitals.
    """
    for line in (words.headline, *words.sentences):
        yield from _facts_of(line, story.language, common, known)
    for quote in story.body.quotes:
        yield Fact(QUOTE, fold(quote.words), quote.words)
    for _, name in story.body.mentions:
        if name[:1].upper() == name[:1].lower():  # a script without capitals: only a mention marks a name
            yield Fact(NAME, fold(name), name)


def _changed(old: list[Fact], new: list[Fact]) -> list[ChangedFact]:
    """The changed facts of one kind."""
    balance = Counter(fact.key for fact in new)
    balance.subtract(fact.key for fact in old)
    gone = _first_of(old, {key: -count for key, count in balance.items()})
    come = _first_of(new, balance)
    partners: dict[int, int] = {}
    if gone and come:
        left, right = {*gone}, {*come}
        for n, m in align([fact.key for fact in old], [fact.key for fact in new]):
            if n in left and m in right:
                partners[n] = m
    alone = [n for n in gone if n not in partners]
    taken = {*partners.values()}
    strangers = [m for m in come if m not in taken]
    if len(alone) == len(strangers):  # as many went as came: each took a place, if in another order
        partners |= dict(zip(alone, strangers, strict=True))
    return [ChangedFact(old[n].kind, old[n].shown, new[partners[n]].shown if n in partners else "") for n in gone]


def _first_of(facts: list[Fact], counts: Mapping[str, int]) -> list[int]:
    """The places of the first facts of each key, as many as it counts."""
    left = Counter(counts)
    places = []
    for place, fact in enumerate(facts):
        if left[fact.key] > 0:
            left[fact.key] -= 1
            places.append(place)
    return places


def _small_words(words: _Words) -> frozenset[str]:
    """The words that the text writes without a capital somewhere."""
    return frozenset(token.text for line in words.sentences for token in line if token.text == token.text.lower())


def _names_of(words: _Words, language: str, common: frozenset[str]) -> frozenset[str]:
    """The keys of the names that stand in its sentences."""
    found = (fact for line in words.sentences for fact in _facts_of(line, language, common, frozenset()))
    return frozenset(fact.key for fact in found if fact.kind == NAME)


def _facts_of(line: _Line, language: str, common: frozenset[str], known: frozenset[str]) -> Iterator[Fact]:
    """The numbers, dates and names of one line."""
    is_headed = _is_in_capitals(line)
    is_german = language.partition("-")[0] in ALL_NOUNS_IN_CAPITALS
    if is_german:  # there a word that opens a sentence says nothing by its capital
        common |= {token.text.lower() for token in line if token.opens}
    for place, token in enumerate(line):
        if token.kind == NAME:
            key = fold(_POSSESSIVE.sub("", token.text))
            run = [token.text] if is_headed else _run(line, place, common)
            is_name = len(run) > 1 or not is_german
            if key in known if is_headed else is_name and not _only_opens(token, common):
                yield Fact(NAME, key, " ".join(run))
        elif token.kind:
            yield Fact(token.kind, token.text.casefold(), _date(line, place) if token.kind == DATE else token.text)


def _tokens(line: str, language: str) -> _Line:
    """The words and figures of a line."""
    tokens: list[_Token] = []
    end, opens = 0, True
    for found in _TOKEN.finditer(line):
        gap = line[end : found.start()]
        if gap != " ":
            is_initial = end > 1 and gap.startswith(".") and line[max(0, end - 2) : end - 1].strip() == ""
            opens = opens or (_SENTENCE_ENDS.search(gap) is not None and not is_initial)
        tokens.append(_Token(found[0], gap, opens))
        end, opens = found.end(), False
    kinds = _Kinds(language)
    return tuple(
        token._replace(kind=kind) if (kind := kinds.of(tokens, at)) else token for at, token in enumerate(tokens)
    )


class _Kinds:
    """The kinds of fact that the words of a language state."""

    def __init__(self, language: str) -> None:
        code = language.partition("-")[0]
        self._weekdays, self._numbers = WEEKDAYS.get(code, frozenset()), NUMBERS.get(code, frozenset())
        self._is_month = re.compile(MONTHS.get(code, "")).fullmatch

    def of(self, tokens: Sequence[_Token], at: int) -> str:
        """NUMBER, DATE, NAME, or "" for a word that states no fact by itself."""
        word = tokens[at].text
        if word[0].isdigit():
            reach = 2 if len(word) == YEAR else 1  # May 5, 2026
            return DATE if any(self._is_month(near) for near in _beside(tokens, at, reach)) else NUMBER
        if word in self._weekdays:
            return DATE
        if self._is_month(word):
            is_dated = any(near[0].isdigit() for near in _beside(tokens, at, 1))
            return DATE if is_dated or not tokens[at].opens else ""
        if word.casefold() in self._numbers:
            return NUMBER
        return NAME if word[0].isupper() else ""


def _beside(tokens: Sequence[_Token], at: int, reach: int) -> list[str]:
    """So many words before and after, and the word itself."""
    return [token.text for token in tokens[max(0, at - reach) : at + reach + 1]]


def _date(line: _Line, place: int) -> str:
    """The date that a word is part of, as it is written: "May 5, 2026"."""
    first = last = place
    while first and line[first - 1].kind == DATE and place - first < LONGEST_RUN:
        first -= 1
    while last + 1 < len(line) and line[last + 1].kind == DATE and last - place < LONGEST_RUN:
        last += 1
    rest = "".join(token.gap + token.text for token in line[first + 1 : last + 1])
    return line[first].text + rest


def _run(line: _Line, place: int, common: frozenset[str]) -> list[str]:
    """The words with capitals that stand together: "Ada", "Diaz"."""
    first = last = place
    while first and place - first < LONGEST_RUN and _goes_on(line, first - 1, first):
        first -= 1
    while last + 1 < len(line) and last - place < LONGEST_RUN and _goes_on(line, last + 1, last + 1):
        last += 1
    run = line[first : last + 1]
    return [_POSSESSIVE.sub("", token.text) for token in run if not _only_opens(token, common)]


def _goes_on(line: _Line, other: int, later: int) -> bool:
    """Whether the word at `other` is part of a name too; `later` is the second of the two words."""
    return line[other].kind == NAME and _WITHIN_A_NAME.fullmatch(line[later].gap) is not None


def _only_opens(token: _Token, common: frozenset[str]) -> bool:
    """Whether a word has its capital from the sentence that it opens, and is no name."""
    return token.opens and (token.text.casefold() in OPENERS or token.text.lower() in common)


def _is_in_capitals(line: _Line) -> bool:
    """Whether a line is set like a headline, each word with a capital."""
    long_words = [token.text for token in line[1:] if token.text[0].isalpha() and len(token.text) >= LONG_WORD]
    return len(long_words) > 1 and all(word[0] != word[0].lower() for word in long_words)

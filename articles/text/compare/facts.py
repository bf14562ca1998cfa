"""What a changed text no longer tells as before: numbers, names, dates and quotes that readers were given.

A fact is touched when it went, or another stands in its place. What only came is news, not a correction.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from articles.text.body.body import Body
from articles.text.compare.alignment import pairs
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
LONG_WORD = 4  # letters; shorter ones stay small in a line set in capitals


class Telling(NamedTuple):
    """The words in which a story tells its facts; `body` is cleaned HTML, the others plain text."""

    headline: str
    dek: str
    body: str
    language: str


class Fact(NamedTuple):
    """A fact as a text tells it: its kind, what it is compared by, and the words to show."""

    kind: str
    key: str
    shown: str


class Touched(NamedTuple):
    """A fact that readers were given as `before` and are given as `after` now; "" when it is gone."""

    kind: str
    before: str
    after: str


class _Token(NamedTuple):
    """A word or figure of a line, with the character just before it and whether it opens a sentence."""

    text: str
    gap: str
    opens: bool


def touched(before: Telling, after: Telling) -> list[Touched]:
    """The facts of `before` that `after` tells otherwise or not at all, by kind, in page order; moving is no change."""
    common = _small_words(before) | _small_words(after)
    known = _names_of(before, common) | _names_of(after, common)
    old, new = list(facts(before, common, known)), list(facts(after, common, known))
    found: list[Touched] = []
    for kind in KINDS:
        found += _touched([fact for fact in old if fact.kind == kind], [fact for fact in new if fact.kind == kind])
    return list(dict.fromkeys(found))


def facts(telling: Telling, common: frozenset[str], known: frozenset[str]) -> Iterator[Fact]:
    """Every fact, each time it is told.

    `common` holds words that are no names where they open a sentence, `known` the keys of those that are names in a
    headline, where all words have capitals.
    """
    for line in (telling.headline, telling.dek, *_lines(telling.body)):
        yield from _facts_of(line, telling.language, common, known)
    for quote in Body(telling.body).quotes:
        yield Fact(QUOTE, fold(quote.words), quote.words)
    for _, name in Body(telling.body).mentions:
        if name[:1].upper() == name[:1].lower():  # a script without capitals: only a mention tells a name
            yield Fact(NAME, fold(name), name)


def _touched(old: list[Fact], new: list[Fact]) -> list[Touched]:
    """The touched facts of one kind."""
    balance = Counter(fact.key for fact in new)
    balance.subtract(fact.key for fact in old)
    gone = _first_of(old, {key: -count for key, count in balance.items()})
    come = _first_of(new, balance)
    partners = {
        n: m for n, m in pairs([fact.key for fact in old], [fact.key for fact in new]) if n in gone and m in come
    }
    alone = [n for n in gone if n not in partners]
    strangers = [m for m in come if m not in partners.values()]
    if len(alone) == len(strangers):  # as many went as came: each took a place, if in another order
        partners |= dict(zip(alone, strangers, strict=True))
    return [Touched(old[n].kind, old[n].shown, new[partners[n]].shown if n in partners else "") for n in gone]


def _first_of(facts: list[Fact], counts: Mapping[str, int]) -> list[int]:
    """The places of the first facts of each key, as many as it counts."""
    left = Counter(counts)
    places = []
    for place, fact in enumerate(facts):
        if left[fact.key] > 0:
            left[fact.key] -= 1
            places.append(place)
    return places


def _lines(body: str) -> Iterable[str]:
    """The body's lines, captions and the speakers of set-off quotes among them."""
    yield from Body(body).plain_text.split("\n")
    yield from (node.attribute("data-attribution") for node in Body(body).nodes)


def _small_words(telling: Telling) -> frozenset[str]:
    """The words that the text writes without a capital somewhere."""
    words = (word for line in (telling.dek, *_lines(telling.body)) for word in _TOKEN.findall(line))
    return frozenset(word for word in words if word == word.lower())


def _names_of(telling: Telling, common: frozenset[str]) -> frozenset[str]:
    """The keys of the names that stand in its sentences."""
    lines = (telling.dek, *_lines(telling.body))
    found = (fact for line in lines for fact in _facts_of(line, telling.language, common, frozenset()))
    return frozenset(fact.key for fact in found if fact.kind == NAME)


def _facts_of(line: str, language: str, common: frozenset[str], known: frozenset[str]) -> Iterator[Fact]:
    """The numbers, dates and names of one line."""
    tokens = list(_tokens(line))
    kinds = [_kind(tokens, place, language) for place in range(len(tokens))]
    is_headed = _is_in_capitals(tokens)
    is_german = language.partition("-")[0] in ALL_NOUNS_IN_CAPITALS
    if is_german:  # there a word that opens a sentence says nothing by its capital
        common |= {token.text.lower() for token in tokens if token.opens}
    for place, (token, kind) in enumerate(zip(tokens, kinds, strict=True)):
        if kind == NAME:
            key = fold(_POSSESSIVE.sub("", token.text))
            run = [token.text] if is_headed else _run(tokens, kinds, place, common)
            is_name = len(run) > 1 or not is_german
            if key in known if is_headed else is_name and not _only_opens(token, common):
                yield Fact(NAME, key, " ".join(run))
        elif kind:
            yield Fact(kind, token.text.casefold(), _date(tokens, kinds, place) if kind == DATE else token.text)


def _tokens(line: str) -> Iterator[_Token]:
    end, opens = 0, True
    for found in _TOKEN.finditer(line):
        gap = line[end : found.start()]
        is_initial = end > 1 and gap.startswith(".") and line[max(0, end - 2) : end - 1].strip() == ""
        opens = opens or (_SENTENCE_ENDS.search(gap) is not None and not is_initial)
        yield _Token(found[0], gap, opens)
        end, opens = found.end(), False


def _kind(tokens: list[_Token], place: int, language: str) -> str:
    """NUMBER, DATE, NAME, or "" for a word that tells no fact by itself."""
    word, code = tokens[place].text, language.partition("-")[0]
    if word[0].isdigit():
        reach = 2 if len(word) == YEAR else 1  # May 5, 2026
        return DATE if any(_is_month(near, code) for near in _beside(tokens, place, reach)) else NUMBER
    if word in WEEKDAYS.get(code, ()):
        return DATE
    if _is_month(word, code):
        is_dated = any(near[0].isdigit() for near in _beside(tokens, place, 1))
        return DATE if is_dated or not tokens[place].opens else ""
    if word.casefold() in NUMBERS.get(code, ()):
        return NUMBER
    return NAME if word[0].isupper() else ""


def _is_month(word: str, code: str) -> bool:
    return re.fullmatch(MONTHS.get(code, ""), word) is not None


def _beside(tokens: list[_Token], place: int, reach: int) -> list[str]:
    """So many words before and after, and the word itself."""
    return [token.text for token in tokens[max(0, place - reach) : place + reach + 1]]


def _date(tokens: list[_Token], kinds: list[str], place: int) -> str:
    """The date that a word is part of, as it is written: "May 5, 2026"."""
    first = last = place
    while first and kinds[first - 1] == DATE:
        first -= 1
    while last + 1 < len(tokens) and kinds[last + 1] == DATE:
        last += 1
    rest = "".join(token.gap + token.text for token in tokens[first + 1 : last + 1])
    return tokens[first].text + rest


def _run(tokens: list[_Token], kinds: list[str], place: int, common: frozenset[str]) -> list[str]:
    """The words with capitals that stand together: "Ada", "Diaz"."""
    first = last = place
    while first and kinds[first - 1] == NAME and _WITHIN_A_NAME.fullmatch(tokens[first].gap):
        first -= 1
    while last + 1 < len(tokens) and kinds[last + 1] == NAME and _WITHIN_A_NAME.fullmatch(tokens[last + 1].gap):
        last += 1
    run = tokens[first : last + 1]
    return [_POSSESSIVE.sub("", token.text) for token in run if not _only_opens(token, common)]


def _only_opens(token: _Token, common: frozenset[str]) -> bool:
    """Whether a word has its capital from the sentence that it opens, and is no name."""
    return token.opens and (token.text.casefold() in OPENERS or token.text.lower() in common)


def _is_in_capitals(tokens: list[_Token]) -> bool:
    """Whether a line is set like a headline, each word with a capital."""
    long_words = [token.text for token in tokens[1:] if token.text[0].isalpha() and len(token.text) >= LONG_WORD]
    return len(long_words) > 1 and all(word[0] != word[0].lower() for word in long_words)

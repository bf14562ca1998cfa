"""Pairs quotation marks of every script in running text, and over paragraphs."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from articles.text.languages.mark_roles import (
    Role,
    leaning_marks,
    marks_that_may_begin_a_word,
    marks_that_may_end_a_word,
    quotes_a_number,
    role_of_a_rest,
    roles_of,
    without_accents,
)
from articles.text.languages.scripts import HANGUL, UNSPACED

# Which marks may close what each mark opens: “a” „b“ „c” ”d” «e» »f« »g» 「h」 ‘i’ ‚j‘ ״k״
CLOSERS = {
    "“": "”",
    "„": '“”"',
    "”": "”“",
    '"': '"',
    "״": "״",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "׳": "׳",
    "「": "」",
    "『": "』",
}
OPENERS = {mark: [opener for opener in CLOSERS if mark in CLOSERS[opener]] for mark in "“”\"״«»‹›‘’'׳」』„‚「『"}
SINGLES = "‘’‚'׳"
# A paragraph goes on with a quotation when it opens with a mark of the family that is still open. ' is no such mark:
# at the start of a paragraph it is as often an apostrophe.
FAMILIES = {**dict.fromkeys('“„”"״', "double"), **dict.fromkeys("«»", "angle"), "‘": "single", "「": "corner"}

_MARK = re.compile("[“”„\"״«»‹›‘’‚'׳「」『』]")
_ALWAYS_OPEN = "„‚「『"
_APOSTROPHES = "’'׳"
# Marks that close in one another's stead: those that may be apostrophes, those that may be primes or gershayim.
_KINDS = {**dict.fromkeys("’'‘׳", "single"), **dict.fromkeys('"”“״', "double")}
MOST_MARKS = 5_000  # of a paragraph; one with more is no prose, and nothing is read in it
# A letter with tatweel joins words to the mark in Arabic, maqaf in Hebrew: لـ"رويترز", ה־"הארץ"
_OPENS_AFTER = "([{/—–-―¿¡ـ־“„«‹‘‚\"״'「『"
_UNSPACED, _GOES_ON_UNSPACED = re.compile(f"[{UNSPACED}]"), re.compile(f"[{UNSPACED}{HANGUL}]")

_FIRST_IN_SINGLES = '“„"«¿¡…'

Piece = tuple[int, int]  # offset of a mark that opens, offset just after what it opens
Span = tuple[Piece, ...]


class Reading(NamedTuple):
    """What the marks of a paragraph are: pairs, nested ones too; places that open for nothing; roles of the others."""

    pairs: list[Piece]
    unclosed: list[int]
    roles: dict[int, Role]


def quoted_spans(paragraphs: Sequence[str]) -> list[Span]:
    """The outermost quotations in order, each as its pieces, one a paragraph.

    Offsets count in the paragraphs joined by newlines. A quotation ends in the paragraph in which it starts, unless
    the next one opens with a mark as well; a mark without a partner is none.
    """
    spans: list[Span] = []
    chain: list[Piece] = []  # pieces of a quotation that is still open
    spare: list[Span] = []  # what stands inside it, should it never close
    base = 0
    for paragraph, following in pairwise([*paragraphs, ""]):
        reading = read_marks(paragraph)
        unclosed = reading.unclosed
        found: list[Span] = [((base + opened, base + closed),) for opened, closed in _outermost(reading.pairs)]
        head = base + _head(paragraph)
        if chain and found and found[0][0][0] == head:
            spans.append((*chain, found.pop(0)[0]))
            chain, spare = [], []
        opener = next((place for place in reversed(unclosed) if _goes_on(paragraph[place], following)), None)
        if opener is None or (chain and base + opener != head):
            spans += spare
            chain, spare = [], []
        if opener is not None:
            chain.append((base + opener, base + len(paragraph)))
            spare += [span for span in found if span[0][0] > base + opener]
            found = [span for span in found if span[0][0] < base + opener]
        spans += found
        base += len(paragraph) + 1
    return spans


def _head(paragraph: str) -> int:
    return len(paragraph) - len(paragraph.lstrip())


def _goes_on(mark: str, following: str) -> bool:
    """Whether the paragraph that follows opens with a mark like the one that is still open."""
    head = _head(following)
    return mark in FAMILIES and FAMILIES[mark] == FAMILIES.get(following[head : head + 1])


def _outermost(pairs: list[Piece]) -> list[Piece]:
    outer: list[Piece] = []
    for pair in sorted(pairs):
        if not outer or pair[0] >= outer[-1][1]:
            outer.append(pair)
    return outer


def read_marks(paragraph: str) -> Reading:
    """What each mark of a paragraph is. A mark that is in none of the three may be anything."""
    places = [found.start() for found in _MARK.finditer(paragraph)]
    if not places or len(places) > MOST_MARKS:
        return Reading([], [], {})
    paragraph = without_accents(paragraph)
    roles = roles_of(paragraph)
    places = [place for place in places if place not in roles]
    pairs, unclosed = _Pairing(paragraph, places, roles).paired()
    paired = {end for pair in pairs for end in (pair[0], pair[1] - 1)}
    for place in places:
        role = None if place in paired else role_of_a_rest(paragraph, place)
        if role is not None:
            roles[place] = role
    return Reading(pairs, [place for place in unclosed if place not in roles], roles)


class _Pairing:
    """Pairs the marks of one paragraph that are no certain apostrophe, from its first to its last."""

    def __init__(self, paragraph: str, places: list[int], roles: Mapping[int, Role]) -> None:
        self._text = paragraph
        self._places = places
        self._roles = roles
        self._leaning = leaning_marks(paragraph)
        self._may_begin = marks_that_may_begin_a_word(paragraph)
        self._may_end = marks_that_may_end_a_word(paragraph)
        self._closing_ahead = self._count_ahead() if self._leaning or self._may_begin or self._may_end else {}
        self._stack: list[int] = []
        self._waiting = dict.fromkeys(CLOSERS, 0)  # how many marks of each kind are on the stack

    def paired(self) -> tuple[list[Piece], list[int]]:
        """The pairs, and the places of marks that open for nothing."""
        pairs: list[Piece] = []
        for place in self._places:
            mark = self._text[place]
            partners = [opener for opener in OPENERS[mark] if self._waiting[opener]]
            if partners and mark in SINGLES:  # an apostrophe must not close over “…”
                partners = [opener for opener in partners if self._text[self._stack[-1]] == opener]
            if partners and self._closes(place, partners):
                pairs.append((self._pop(partners), place + 1))
            elif self._opens(place):
                self._stack.append(place)
                self._waiting[mark] += 1
        return pairs, self._stack

    def _pop(self, partners: list[str]) -> int:
        """Takes the last of some kinds of open marks off the stack, and what opened for nothing after it."""
        while True:
            opened = self._stack.pop()
            self._waiting[self._text[opened]] -= 1
            if self._text[opened] in partners:
                return opened

    def _closes(self, place: int, partners: list[str]) -> bool:
        """Whether a mark closes. What may belong to a word does not where enough others close behind it."""
        if place in self._leaning or not _closes(self._text, place, partners):
            return False
        if place not in self._may_end:
            return True
        return self._closing_ahead[place] < sum(self._waiting[partner] for partner in partners)

    def _opens(self, place: int) -> bool:
        """Whether a mark opens. What may belong to a word does where one closes behind it that does not."""
        if place in self._leaning:
            depth = sum(self._waiting[opener] for opener in '"”״')
            return self._closing_ahead[place] > depth
        if not _opens(self._text, place, self._roles):
            return False
        if place not in self._may_begin:
            return True
        is_first = not any(self._waiting.get(single) for single in SINGLES)
        return is_first and (self._closing_ahead[place] > 0 or quotes_a_number(self._text, place))

    def _count_ahead(self) -> dict[int, int]:
        """For each doubtful mark, how many of its kind certainly close behind it before one certainly opens."""
        ahead: dict[int, int] = {}
        closing = {"single": 0, "double": 0}
        for place in reversed(self._places):
            kind = _KINDS.get(self._text[place])
            if kind is None:
                continue
            if place in self._leaning or place in self._may_begin or place in self._may_end:
                ahead[place] = closing[kind]
            elif _at_a_words_end(self._text, place) and not _at_a_words_start(self._text, place):
                closing[kind] += 1
            elif _opens(self._text, place, self._roles):
                closing[kind] = 0
        return ahead


def _at_a_words_start(paragraph: str, place: int) -> bool:
    left, right = paragraph[place - 1 : place], paragraph[place + 1 : place + 3]
    if not right or right[0].isspace() or right[0] in ",;:!?)]}" or (right[0] == "." and right != ".."):
        return False
    return not left or left.isspace() or left in _OPENS_AFTER or bool(_UNSPACED.match(left))


def _at_a_words_end(paragraph: str, place: int) -> bool:
    left, right = paragraph[place - 1 : place], paragraph[place + 1 : place + 2]
    return bool(left) and not left.isspace() and (not right.isalnum() or bool(_GOES_ON_UNSPACED.match(right)))


def _closes(paragraph: str, place: int, partners: list[str]) -> bool:
    """Whether a mark closes, given the kinds of open marks that it could close."""
    mark = paragraph[place]
    if mark in SINGLES:
        return _at_a_words_end(paragraph, place)
    if mark in "“«‹":  # these open far more often than they close
        return not paragraph[place - 1].isspace()
    if mark == "”" and partners != ["”"]:
        return True
    if mark in "»›" and partners not in (["»"], ["›"]):
        return True
    return _at_a_words_end(paragraph, place) or not _at_a_words_start(paragraph, place)


def _opens(paragraph: str, place: int, roles: Mapping[int, Role]) -> bool:
    """Whether a mark stands where one opens; `roles` are the marks that certainly don't."""
    mark, right = paragraph[place], paragraph[place + 1 : place + 2]
    if mark in _ALWAYS_OPEN or mark in "«‹":
        return True
    if mark not in CLOSERS:
        return False
    if mark == "“":
        return bool(right) and not right.isspace()
    if mark in SINGLES:
        starts = right.isalnum() or right in _FIRST_IN_SINGLES or place + 1 in roles
        return bool(right and starts) and _at_a_words_start(paragraph, place)
    if mark == "»" and not paragraph[:place].strip():  # French goes on with » at the start of a paragraph
        return True
    return _at_a_words_start(paragraph, place)

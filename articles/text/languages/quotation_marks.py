"""Pairs quotation marks of every script in running text, telling them from apostrophes, and over paragraphs."""

import re
from collections.abc import Sequence
from itertools import pairwise

from articles.text.languages.speech_words import ELISIONS

# Which marks may close what each mark opens: “a” „b“ „c” ”d” «e» »f« »g» 「h」 ‘i’ ‚j‘
CLOSERS = {
    "“": "”",
    "„": '“”"',
    "”": "”“",
    '"': '"',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "「": "」",
    "『": "』",
}
OPENERS = {mark: [opener for opener in CLOSERS if mark in CLOSERS[opener]] for mark in "“”\"«»‹›‘’'」』„‚「『"}
SINGLES = "‘’‚'"
# A paragraph goes on with a quotation when it opens with a mark of the family that is still open. ' is no such mark:
# at the start of a paragraph it is as often an apostrophe.
FAMILIES = {**dict.fromkeys('“„”"', "double"), **dict.fromkeys("«»", "angle"), "‘": "single", "「": "corner"}

_POSSESSIVE = re.compile(r"(?:.s|in|\Wn|\Wo)[’'] [^\W\d_]", re.IGNORECASE | re.S)
_MARK = re.compile("[“”„\"«»‹›‘’‚'「」『』]")
_ALWAYS_OPEN = "„‚「『"
# A letter with tatweel joins words to the mark in Arabic: لـ"رويترز"
_OPENS_AFTER = "([{/—–-―¿¡ـ“„«‹‘‚\"'「『"

_FIRST_IN_SINGLES = '“„"«¿¡…'

Piece = tuple[int, int]  # offset of a mark that opens, offset just after what it opens
Span = tuple[Piece, ...]


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
        pairs, unclosed = paired_marks(paragraph)
        found: list[Span] = [((base + opened, base + closed),) for opened, closed in _outermost(pairs)]
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


def paired_marks(paragraph: str) -> tuple[list[Piece], list[int]]:
    """The pairs of marks in one paragraph, nested ones too, and the places of marks that open for nothing."""
    marks = [found.start() for found in _MARK.finditer(paragraph)]
    possessives = _possessives(paragraph, marks)
    pairs: list[Piece] = []
    stack: list[int] = []
    waiting = dict.fromkeys(CLOSERS, 0)  # how many marks of each kind are on the stack
    for place in marks:
        mark = paragraph[place]
        partners = [opener for opener in OPENERS[mark] if waiting[opener]]
        if mark in SINGLES:  # an apostrophe must not close over “…”
            partners = [opener for opener in partners if paragraph[stack[-1]] == opener]
        if partners and place not in possessives and _closes(paragraph, place, partners):
            while True:
                opened = stack.pop()
                waiting[paragraph[opened]] -= 1
                if paragraph[opened] in partners:
                    break
            pairs.append((opened, place + 1))
        elif _opens(paragraph, place):
            stack.append(place)
            waiting[mark] += 1
    return pairs, stack


def _at_a_words_start(paragraph: str, place: int) -> bool:
    left, right = paragraph[place - 1 : place], paragraph[place + 1 : place + 3]
    if not right or right[0].isspace() or right[0] in ",;:!?)]}" or (right[0] == "." and right != ".."):
        return False
    return not left or left.isspace() or left in _OPENS_AFTER


def _at_a_words_end(paragraph: str, place: int) -> bool:
    left, right = paragraph[place - 1 : place], paragraph[place + 1 : place + 2]
    return bool(left) and not left.isspace() and not right.isalnum()


def _closes(paragraph: str, place: int, partners: list[str]) -> bool:
    """Whether a mark closes, given the kinds of open marks that it could close."""
    mark = paragraph[place]
    if mark in "’'‘":
        return _at_a_words_end(paragraph, place)
    if mark in "“«‹":  # these open far more often than they close
        return not paragraph[place - 1].isspace()
    if mark == "”" and partners != ["”"]:
        return True
    if mark in "»›" and partners not in (["»"], ["›"]):
        return True
    return _at_a_words_end(paragraph, place) or not _at_a_words_start(paragraph, place)


def _opens(paragraph: str, place: int) -> bool:
    mark, right = paragraph[place], paragraph[place + 1 : place + 2]
    if mark in _ALWAYS_OPEN or mark in "«‹":
        return True
    if mark not in CLOSERS:
        return False
    if mark == "“":
        return bool(right) and not right.isspace()
    if mark in "‘'":
        starts = right.isalnum() or right in _FIRST_IN_SINGLES or ELISIONS.match(paragraph, place + 2)
        return (
            bool(right and starts) and _at_a_words_start(paragraph, place) and not ELISIONS.match(paragraph, place + 1)
        )
    if mark == "»" and not paragraph[:place].strip():  # French goes on with » at the start of a paragraph
        return True
    return _at_a_words_start(paragraph, place)


def _possessives(paragraph: str, marks: list[int]) -> set[int]:
    """The places of marks that look like the apostrophe of "farmers’ market" or "rockin’ all night".

    Such a mark closes nothing when one that can't be an apostrophe follows before the next single mark that opens.
    """
    found: set[int] = set()
    closer_follows = False
    for place in reversed(marks):
        if paragraph[place] in "’'" and _at_a_words_end(paragraph, place):
            if not _POSSESSIVE.fullmatch(paragraph, max(place - 2, 0), place + 3):
                closer_follows = True
            elif closer_follows:
                found.add(place)
        elif paragraph[place] in "‘'" and _opens(paragraph, place):
            closer_follows = False
    return found

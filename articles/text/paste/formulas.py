"""Formulas in MathML as words with raised and lowered parts; and of a formula that is there twice only the MathML."""

import re
from itertools import islice
from typing import NamedTuple

from lxml import html

from articles.text.body.vocabulary import WORDLESS

# Which children of a formula's element are raised or lowered.
_PLACES = {
    "msup": {1: "sup"},
    "msub": {1: "sub"},
    "msubsup": {1: "sub", 2: "sup"},
    "mover": {1: "sup"},
    "munder": {1: "sub"},
    "munderover": {1: "sub", 2: "sup"},
}
_UNSEEN = re.compile("[\u2061-\u2064]")  # signs for machines: "times", "of"
_OVER = {"¯": "\u0304", "‾": "\u0304", "→": "\u20d7", "^": "\u0302", "ˆ": "\u0302", "˙": "\u0307", "~": "\u0303"}
_ROOTS = {"2": "√", "3": "∛", "4": "∜"}
_TEX = re.compile(r"\s*\{?\\")
_AROUND = 5  # elements between a formula and what holds its drawings too
_HOLDS = 6  # elements at most in one that holds a single formula
_WRAPPERS = frozenset({"span", "div", "mjx-container", "mjx-assistive-mml", "nobr"})


class Formulas(NamedTuple):
    """What pages put around MathML: drawings of the same, and what holds MathML that has such a drawing."""

    drawings: frozenset[html.HtmlElement]
    wrappers: frozenset[html.HtmlElement]


def formulas_in(page: html.HtmlElement) -> Formulas:
    """The drawings of all formulas of a page, which say them twice, and the wrappers that may hide it."""
    drawings: set[html.HtmlElement] = set()
    wrappers: set[html.HtmlElement] = set()
    for formula in page.iter("math"):
        inner, around = formula, []
        for outer in islice(formula.iterancestors(), _AROUND):
            if outer.tag not in _WRAPPERS or len(outer) > _HOLDS:
                break
            others = [part for part in outer if part is not inner]
            drawn = [part for part in others if _is_drawing(part)]
            if _has_words(outer, others, drawn):
                break
            around.append(outer)
            if drawn:
                drawings.update(drawn)
                wrappers.update(around)
            inner = outer
    return Formulas(frozenset(drawings), frozenset(wrappers))


def _is_drawing(part: html.HtmlElement) -> bool:
    if part.tag == "img":
        return part.get("aria-hidden") == "true" or _TEX.match(part.get("alt", "")) is not None
    return part.get("aria-hidden") == "true" and part.find(".//math") is None


def _has_words(outer: html.HtmlElement, others: list[html.HtmlElement], drawn: list[html.HtmlElement]) -> bool:
    """Whether an element has words besides a formula and its drawings."""
    own = [outer.text, *(part.tail for part in outer)]
    own += [part.text_content() for part in others if part not in drawn and part.tag not in WORDLESS]
    return any((words or "").strip() for words in own)


def say_formula(formula: html.HtmlElement) -> None:
    """Make a formula's elements those that say the same of words: raised, lowered, under a root, parted by a slash."""
    for element in list(formula.iter()):
        for name in ("text", "tail"):
            words = getattr(element, name)
            setattr(element, name, words and _UNSEEN.sub("", words))
    for element in reversed(list(formula.iter())):  # what is inside comes first
        _say(element)
    formula.tag = "span"


def _say(element: html.HtmlElement) -> None:
    if element.tag in ("mphantom", "maction", "none"):
        for child in element[element.tag == "maction" :]:
            element.remove(child)
    elif element.tag == "mfrac":
        _say_fraction(element)
    elif element.tag in ("msqrt", "mroot"):
        _say_root(element)
    elif element.tag == "mfenced":
        _put(element, element.get("open", "("), element.get("close", ")"))
    elif element.tag in ("mtr", "mtd"):
        element.tail = ("; " if element.tag == "mtr" else " ") if element.getnext() is not None else element.tail
    elif element.tag == "mspace":
        element.text = " "
    elif element.tag == "mover" and len(element) > 1 and (accent := _OVER.get(element[1].text_content().strip())):
        element.remove(element[1])
        _put(element, "", accent)
    else:
        _raise_or_lower(element)
    element.tag = "span"


def _raise_or_lower(element: html.HtmlElement) -> None:
    for place, tag in _PLACES.get(element.tag, {}).items():
        for child in element[place : place + 1]:
            child.tag = tag


def _say_fraction(fraction: html.HtmlElement) -> None:
    for part in fraction[:2]:
        _bracket(part)
    for above in fraction[:1]:
        above.tail = "/"


def _say_root(root: html.HtmlElement) -> None:
    degree = "2"
    if root.tag == "mroot" and len(root) > 1:
        degree = root[1].text_content().strip()
        root.remove(root[1])
    _bracket(root)
    sign = _ROOTS.get(degree)
    _put(root, sign or "√", "")
    if sign is None:
        raised = html.Element("sup")
        raised.text, raised.tail, root.text = degree, root.text, None
        root.insert(0, raised)


def _bracket(part: html.HtmlElement) -> None:
    """Put brackets around a part that is more than one number or name."""
    inner = part
    while len(inner) == 1 and not (inner.text or "").strip():
        (inner,) = inner
    pieces = sum(1 for piece in inner if piece.tag not in ("sup", "sub") and piece.text_content().strip())
    words = part.text_content().strip()
    if pieces > 1 and not (words.startswith("(") and words.endswith(")")):
        _put(part, "(", ")")


def _put(element: html.HtmlElement, before: str, behind: str) -> None:
    """Put words before and behind those of an element."""
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + behind
    else:
        element.text += behind

"""Words set as a typesetter would: quotation marks, apostrophes, dashes, dots and no-break spaces by language.

Only signs and spaces change, never a letter or a digit, and what could be meant in two ways stays as it was typed. Each
rule is a function from a line's words to edits, listed in `RULES` in the order in which they are applied.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from articles.text.body.html_parser import html_of, nodes_of
from articles.text.body.lines import tidy_line
from articles.text.body.nodes import Line, Run, line_text
from articles.text.characters import one_line
from articles.text.languages.mark_roles import Role
from articles.text.languages.quotation_marks import Piece, read_marks
from articles.text.languages.quotation_style import inner_marks, outer_marks
from articles.text.typography.typesetting_words import COUNTERS, LEADING_TO_RANGES, MONTHS, MORE_TITLES, TITLES, UNITS

NO_BREAK = "\u00a0"
NARROW = "\u202f"
EN_DASH, EM_DASH = "–", "—"

Edit = tuple[int, int, str]  # where it starts, where it ends, and what stands there instead

# Addresses, e-mail addresses, handles and hashtags: no prose, so nothing in them is ours to set. Each begins only where
# a word does, so that a long word costs no more than it is long.
_CODE = re.compile(
    r"""(?<!\w)(?:[a-z]{2,9}://|www\.|mailto:)[^\s"<>“”„«»]*[^\s"<>“”„«»'‘’.,:;!?()\[\]…]"""
    r"""|(?<![\w.+'-])[\w+](?:[\w.+'-]{0,62}[\w+-])?@[\w-]+(?:\.[\w-]+)+"""
    r"""|(?<![\w.-])[\w-]+(?:\.[\w-]+)+/[\w./?=&%#~+-]*"""
    r"""|(?<!\w)[@#]\w+(?:[.-]\w+)*""",
    re.IGNORECASE,
)
_MAY_BE_CODE = re.compile(r"[@#/]|www\.|mailto:", re.IGNORECASE)


def typeset_text(text: str, language: str) -> str:
    """A headline, dek or caption as it is printed in a language ("en", "pt-br"): single spaces, then every rule.

    Idempotent; never raises. Letters, digits and their order stay. French may become longer, at most twice as long.
    """
    text = one_line(text)
    if _is_set(text, language):
        return text
    return _set(text, [0] * len(text), language).printed


def typeset_html(html: str, language: str) -> str:
    """A cleaned body with the words of every line set by every rule, across marks; attributes are left alone.

    `html` is what `cleaning.clean` returns, and so is the result. Idempotent.
    """
    return html_of(
        replace(node, items=tuple(tuple(_tidy_line(line, language) for line in item) for item in node.items))
        for node in nodes_of(html)
    )


class _Signs(NamedTuple):
    """A line's characters: as printed, as the rules see them (an address is letters to them), and the run of each."""

    printed: str
    seen: str
    runs: list[int]


def _tidy_line(line: Line, language: str) -> Line:
    """The line with its words set; what replaces a sign stands under the marks that the sign stood under."""
    if _is_set(line_text(line), language):
        return line
    signs = _set(line_text(line), [place for place, run in enumerate(line) for _ in run.text], language)
    return tidy_line(
        Run("".join(character for character, _ in same), line[place].marks)
        for place, same in groupby(zip(signs.printed, signs.runs, strict=True), key=itemgetter(1))
    )


def _set(text: str, runs: list[int], language: str) -> _Signs:
    """The text with every rule applied, sign by sign, given the run to which each of its characters belongs.

    Once more until nothing changes: marks that were set may show what others mean. It ends, for every edit takes away
    something typed (a straight mark, a hyphen, dots, a common space) or puts a space where none is needed again.
    """
    language = _code_of(language)
    signs, before = _Signs(text, _prose(text), runs), None
    while signs != before:
        before = signs
        for wanted, rule in RULES:
            edits = sorted(rule(signs.seen, language)) if _has_any(wanted, signs.seen) else []
            signs = _edited(signs, edits) if edits else signs
    return signs


def _is_set(text: str, language: str) -> bool:
    """Whether no rule wants anything of the text, as of most lines that were saved before."""
    prose, language = _prose(text), _code_of(language)
    return not any(True for wanted, rule in RULES if _has_any(wanted, prose) for _ in rule(prose, language))


def _has_any(wanted: str, text: str) -> bool:
    """Whether the text has one of the signs."""
    return any(sign in text for sign in wanted)


def _prose(text: str) -> str:
    """The text as the rules see it: addresses are letters."""
    return _CODE.sub(lambda found: "x" * len(found[0]), text) if _MAY_BE_CODE.search(text) else text


def _code_of(language: str) -> str:
    return language.casefold().replace("_", "-")


def _edited(signs: _Signs, edits: Iterable[Edit]) -> _Signs:
    """The signs after edits in order, none of which overlap. An insertion belongs to the run of what is before it."""
    printed: list[str] = []
    seen: list[str] = []
    runs: list[int] = []
    done = 0
    for start, end, put in edits:
        printed += signs.printed[done:start], put
        seen += signs.seen[done:start], put
        runs += signs.runs[done:start] + [signs.runs[min(start, end - 1)]] * len(put)
        done = end
    return _Signs("".join(printed) + signs.printed[done:], "".join(seen) + signs.seen[done:], runs + signs.runs[done:])


def _base(language: str) -> str:
    return language.split("-")[0]


# Dots.

_DOTS = re.compile(r"(?<![.\d/\\])\.{3}(?!\.)|(?<=\d)\.{3}(?![.\d])")


def ellipses(text: str, language: str) -> Iterator[Edit]:
    """Three dots are an ellipsis; two or four are as typed, and so are three between digits."""
    for found in _DOTS.finditer(text):
        yield *found.span(), "…"


# Dashes.

# Where two hyphens stand for a long dash, and where even a hyphen between spaces does. Elsewhere dashes are short.
LONG = frozenset(("en", "es", "fr", "it", "pt", "ca", "ru", "uk", "be", "bg", "el", "tr"))
ALWAYS_LONG = frozenset(("ru", "uk", "be"))
_HYPHENS = re.compile(
    r"(?<=[^\W_])-{2,3}(?=[^\W_]|[\"'”’»“]|$)"  # the ship--or what was left; “I was--”
    r"|(?<=[^\s-] )-{2,3}(?= [^\s-])"
)
_SPACED_HYPHEN = re.compile(r"(?<=[^\s\d-] )-(?= [^\s-])|(?<=\d )-(?= [^\s\d-])")


def dashes(text: str, language: str) -> Iterator[Edit]:
    """Hyphens that stand for a dash between words; the spaces around stay. A sum or score, "3 - 1", stays too."""
    for found in _HYPHENS.finditer(text):
        yield *found.span(), EM_DASH if _base(language) in LONG else EN_DASH
    for found in _SPACED_HYPHEN.finditer(text):
        yield *found.span(), EM_DASH if _base(language) in ALWAYS_LONG else EN_DASH


_YEARS = re.compile(r"(?<![\w\-–/.,:+])(?<!\d )((?:1[5-9]|20)\d\d)(-)((?:1[5-9]|20)\d\d|\d\d)(?![\w\-–/:]|[.,]\d| \d)")
_NUMBERS = re.compile(
    rf"(?<!\w)(?:{LEADING_TO_RANGES})[ {NO_BREAK}]?(\d{{1,4}})(-)(\d{{1,4}})(?![\w\-–/:]|[.,]\d)"
    rf"|(?<=[$€£¥])(\d{{1,4}})(-)(\d{{1,4}})(?![\-–/:\d]|[.,]\d)"
    rf"|(?<![\w\-–/.,:+$€£¥])(\d{{1,4}})(-)(\d{{1,4}})(?=[ {NO_BREAK}]?(?:{UNITS})(?!\w))"
)


def ranges(text: str, language: str) -> Iterator[Edit]:
    """An en dash in 1990-1995, 1990-95, pp. 3-4, $10-15, 5-10 km: numbers that rise, where we know what they count.

    Everything else may be a date, a telephone number, a score or a name, and stays: 2026-05-21, 2011-12, 555-1234, 3-1.
    """
    for found in _YEARS.finditer(text):
        first, last = found[1], found[3]
        # 2011-12 may be a month
        if int(first) < int(last) if len(last) == 4 else max(int(first[2:]), 12) < int(last):
            yield *found.span(2), EN_DASH
    for found in _NUMBERS.finditer(text):
        first, hyphen, last = (group for group in range(1, 10) if found[group])
        if int(found[first]) < int(found[last]):
            yield *found.span(hyphen), EN_DASH


# Quotation marks and apostrophes.


def marks(text: str, language: str) -> Iterator[Edit]:
    """Straight marks in pairs become the language's: outer ones, in these inner ones. A typed ' pair is always inner.

    Apostrophes are raised ones, also where somebody's word processor opened a quotation before a year. Primes, geresh
    and gershayim stay. A mark without a partner stays, but for one that opens the paragraph: news style opens each
    paragraph of a quotation and closes the last.
    """
    text = text.replace("''", "″″")  # two in a row are a wiki's
    reading = read_marks(text)
    for place, role in reading.roles.items():
        if role is Role.APOSTROPHE and text[place] in "'‘":
            yield place, place + 1, "’"
    pairs = reading.pairs
    if reading.unclosed and text[reading.unclosed[0]] == '"' and not text[: reading.unclosed[0]].strip():
        pairs = [*pairs, (reading.unclosed[0], len(text) + 1)]
    yield from _set_pairs(text, pairs, language)


def _set_pairs(text: str, pairs: list[Piece], language: str) -> Iterator[Edit]:
    enclosing: list[tuple[int, bool]] = []  # where each quotation around this place ends, and whether it is outer
    for start, end in sorted(pairs):
        while enclosing and enclosing[-1][0] <= start:
            enclosing.pop()
        is_outer = text[start] not in _INNER_ONES and not (enclosing and enclosing[-1][1])
        enclosing.append((end, is_outer))
        opening, closing = outer_marks(language) if is_outer else inner_marks(language)
        straight = '"' if text[start] != "'" else "" if _base(language) in _GERESH else "'"
        if text[start] == straight:
            yield start, start + 1, opening
        if text[end - 1 : end] == straight and text[start] in (straight, opening[0]):
            yield end - 1, end, closing


_INNER_ONES = "'‘‚‹›"
_GERESH = frozenset(("he", "yi"))  # a quotation in single marks there looks like words with a geresh


# Spaces.

_FRENCH_TYPED = re.compile(r"(?<=\S) (?=[:;!?»])|(?<=«) (?=\S)")
_FRENCH_MISSING = re.compile(
    r"(?<=[\w)\]”»%])(?=[;!?]+(?:[\s”»)]|$))|(?<=[^\W\d_])(?=:(?:\s|$))|(?<=«)(?=\w)|(?<=[\w.!?…])(?=»)"
)
FRENCH_SPARING = frozenset(("fr-ca", "fr-ch"))  # a space that is not there may be meant there


def french_spaces(text: str, language: str) -> Iterator[Edit]:
    """No-break spaces before : and within « », narrow ones before ; ! ? in French, whether a space was typed or not.

    In Canada and Switzerland none is put where none was typed.
    """
    if _base(language) != "fr":
        return
    for rule in (_FRENCH_TYPED,) if language in FRENCH_SPARING else (_FRENCH_TYPED, _FRENCH_MISSING):
        for found in rule.finditer(text):
            yield *found.span(), NARROW if text[found.end()] in ";!?" else NO_BREAK


def no_break_spaces(text: str, language: str) -> Iterator[Edit]:
    """No-break spaces in 5 km, 21 May, Mr. Diaz, p. 5: what a line's end would part badly."""
    places = {found.start(1) for rule in _bindings(_base(language)) for found in rule.finditer(text)}
    for place in places:
        yield place, place + 1, NO_BREAK


@cache
def _bindings(language: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a language whose first group is a space that must not break."""
    titles = "|".join(filter(None, (rf"(?:{TITLES})\.?", MORE_TITLES.get(language))))
    months = MONTHS.get(language)
    return (
        re.compile(rf"(?<=\d)( )(?=(?:{UNITS})(?!\w))"),
        re.compile(rf"(?<!\w)(?:{titles})( )(?=[^\W\d_])(?![a-zß-ÿа-я])"),
        re.compile(rf"(?<!\w)(?:{COUNTERS})( )(?=\d)"),
        *((re.compile(rf"(?<![\w.,])\d\d?\.?( )(?=(?:de )?(?:{months})(?!\w))"),) if months else ()),
    )


# Each rule after the signs of which a line has at least one where the rule wants something.
RULES: tuple[tuple[str, Callable[[str, str], Iterable[Edit]]], ...] = (
    (".", ellipses),
    ("-", dashes),
    ("-", ranges),
    ("\"'‘", marks),
    (":;!?«»", french_spaces),
    (" ", no_break_spaces),
)

"""Raised and lowered words as text that means the same: 10⁶, m³, CO₂, 2nd, nº; and without the numbers of footnotes.

What Unicode has no characters for keeps its mark, `sup` or `sub`. Where a raised number may be an exponent it stays
one: a reader takes word³ for a note, and 106 for a number.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from articles.text.body.lines import tidy_line
from articles.text.body.nodes import Line, Run
from articles.text.body.vocabulary import SUB, SUP, names_in

_UP = str.maketrans("0123456789+-\u2212\u2013=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ")
_DOWN = str.maketrans("0123456789+-\u2212\u2013=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_HAS_UP = re.compile(r"[0-9+\-\u2212\u2013=()]*[ni]?[0-9+\-\u2212\u2013=()]*")
_HAS_DOWN = re.compile(r"[0-9+\-\u2212\u2013=()]*[aehijklmnoprstuvx]?[0-9+\-\u2212\u2013=()]*")
_SIGNS = {
    "TM": "™",
    "SM": "℠",
    "®": "®",
    "©": "©",
    "™": "™",
    "℠": "℠",
    "°": "°",
    "º": "º",
    "ª": "ª",
    "′": "′",
    "″": "″",
}

_NOTE_SIGN = re.compile(r"[\[(]\s*\w{1,3}\s*[\])]|\d{1,3}\)|[*†‡§¶]{1,4}")
_BETWEEN_NOTES = re.compile(r"\s*[,;]\s*")
_NOTE_NUMBER = re.compile(r"\d{1,3}(\s?[,–-]\s?\d{1,3})*")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[”’\"'»“]?\Z")
_SENTENCE_BEFORE = re.compile(r"([.,;:!?…%”“»’\"'。，、；：！？」』]|[^\W\d_]{3}[)\]])\Z")
_YEAR_BEFORE = re.compile(r"(?<![\d.,])(1[5-9]|20)\d\d\Z")
_UNIT = re.compile(
    r".|[kcmdhnpfµμMG]m|in|ft|yd|mi|pc|[kM]pc|ly|[aA]u|px|sq|ha|min|sec|hr?|[mnµμ]s|[mkµμ]?g|lb|oz|[kM]?Hz|[kMG]?eV|rad|sr"
    r"|deg|K|к?см|[кмд]м|мк?м|га|с|кг|سم|كم|log|ln|sin|cos|tan|cot|sinh|cosh|tanh|exp|lim|χ|σ"
    r"|\w*(m[eè]t(er|re|ro|r)|метр|متر)\w{0,3}|inch(es)?|foot|feet|yards?|miles?"
)
_VARIABLES = re.compile(r"[a-z]{2}")  # as in mc², but for words
_SHORT_WORDS = names_in(
    "it us we he me so to of at by up no go my or if as an do be de la le du et un es el si su er da"
)
_ONE_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")  # a Chinese or Japanese word, not a variable
_ORDINAL = re.compile(
    r"st|nd|rd|th|e|er|re|[eè]re|[eèi]+me|nde?|ers|es|os?|as?|r[ao]|[dmt]o|[sd]?te|de|[а-яіїєґ’'-]{1,3}", re.IGNORECASE
)
_AFTER_NUMBER = re.compile(r"(\d|\b[IVXLCDM]+|\b[IVXLCDM]+\.|\d\.)\Z")
_DEGREES = re.compile(r"\s?[CF]\b")
_ENDING = re.compile(r"mes?|lles?|rs?|gr|te|ie|ve|ne|er?|es|os?|as?|i[eè]me|th?")
_ABBREVIATED = re.compile(r"\b([A-Z]|n)\.?\Z")


def settle(line: Line) -> tuple[Line, list[str]]:
    """The line with its raised and lowered words settled, and the numbers of footnotes that were taken out."""
    notes: list[str] = []
    runs: list[Run] = []
    before = ""
    pieces = [(mark, list(same)) for mark, same in groupby(line, key=_mark)]
    for place, (mark, same) in enumerate(pieces):
        behind = "".join(run.text for run in pieces[place + 1][1]) if place + 1 < len(pieces) else ""
        words = "".join(run.text for run in same)
        if mark == SUP and _is_note(words.strip(), before, behind):
            notes.append(words.strip(" []()"))
            same = [Run(words[len(words.rstrip()) :])]
        elif mark == SUP and _BETWEEN_NOTES.fullmatch(words):
            same = []
        elif mark:
            same = list(_settled(same, mark, before, behind))
        runs += same
        before = (before + "".join(run.text for run in same))[-40:]
    return tidy_line(runs), notes


def _mark(run: Run) -> str:
    """SUP or SUB when a run stands under it, else ""."""
    tags = {tag for tag, _ in run.marks}
    return SUP if SUP in tags else SUB if SUB in tags else ""


def _is_note(words: str, before: str, behind: str) -> bool:
    """Whether raised words are the mark of a note and no exponent."""
    if _NOTE_SIGN.fullmatch(words):
        return True
    if not _NOTE_NUMBER.fullmatch(words):
        return False
    if before[-1:].isspace():
        return not (behind[:1].isalnum() or behind.startswith("√"))  # ¹⁴C stands before a letter
    if _SENTENCE_BEFORE.search(before) or _YEAR_BEFORE.search(before):
        return True
    found = _WORD_BEFORE.search(before)
    return found is not None and (_ONE_SIGN.search(found[1][-1]) is not None or not _is_base(found[1]))


def _is_base(word: str) -> bool:
    """Whether a word is a unit, a function or variables, which have exponents."""
    is_variables = _VARIABLES.fullmatch(word) is not None and word not in _SHORT_WORDS
    return is_variables or _UNIT.fullmatch(word) is not None


def _settled(same: Iterable[Run], mark: str, before: str, behind: str) -> Iterator[Run]:
    """Raised or lowered runs with their meaning in characters, or with their mark where there are none."""
    for text, marks in same:
        words = text.strip()
        written = _lowered(words) if mark == SUB else _raised(words, before, behind)
        if written is None:
            yield Run(text, marks)
        else:
            others = tuple(each for each in marks if each[0] != mark)
            yield Run(text.replace(words, written) if words else text, others)
        before += text


def _lowered(words: str) -> str | None:
    return words.translate(_DOWN) if _HAS_DOWN.fullmatch(words) else None


def _raised(words: str, before: str, behind: str) -> str | None:
    if words in ("o", "0") and before[-1:].isdecimal() and _DEGREES.match(behind):
        return "°"
    if words in _SIGNS:
        return _SIGNS[words]
    if _AFTER_NUMBER.search(before) and _ORDINAL.fullmatch(words):
        return {"o": "º", "a": "ª"}.get(words, words)
    if _ABBREVIATED.search(before) and _ENDING.fullmatch(words):
        return "º" if words == "o" else words
    return words.translate(_UP) if _HAS_UP.fullmatch(words) else None

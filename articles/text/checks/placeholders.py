"""Placeholders: what stands in a text for words that are still to come, in many languages."""

import re
from collections.abc import Iterator

from articles.text.checks.passage import Passage, apart
from articles.text.checks.placeholder_words import COUNTED, ENDINGS, GAPS, HERE, ORDERS, PLEASE

LONGEST = 120  # characters inside brackets
_OPEN, _CLOSE = "[\\[［【〔]", "[\\]］】〕]"


def _one_of(words: str) -> str:
    return "|".join(words.split())


_INSIDE = re.compile(rf"{_OPEN}\s*([^\[\]［］【】〔〕\n]{{1,{LONGEST}}}?)\s*{_CLOSE}")
_ORDER = re.compile(rf"(?:(?:{PLEASE}) )*(?:{_one_of(ORDERS)})(?![^\W_])", re.IGNORECASE)
_GAP = re.compile(
    rf"(?:the |le |la |l['’]|el |der |die |das )?(?:{_one_of(GAPS)})(?:\s(?:{HERE}))?\s?[?:…]*", re.IGNORECASE
)
_ENDING = re.compile(rf"(?:.*\W)?(?:{_one_of(ENDINGS)})[\s.!…:]*", re.IGNORECASE)
_FEW_WORDS = 7
_LOUD = re.compile(r"[^\W\d_]{2,}(?:[\s/,'’-]+[^\W\d_]+)+[?!.…]*")  # "[NAME OF THE MAYOR]", not "[NATO]"
_SIGNS = (
    re.compile(r"(?<![^\W_])[Tt][Kk](?:[Tt][Kk])+(?![^\W_])"),
    re.compile(r"(?<![^\W_])(?:xxx+|Xx+)(?![^\W_])|(?<![^\W_])xx(?=[^\w]*(?:[^\W\d_]|$))(?![^\W_])"),
    re.compile(r"(?<![^\W_])XXX+(?![^\W_]|-rated| ?[Oo]lymp)"),
    re.compile(r"(?<![^\W_])(?:[$€£₴]\s?XX+|XX+(?=\s?[%‰$€£₴])|XX(?:[./:-]XX)+)(?![^\W_])"),
    re.compile(r"(?<![^\s(\[«“„\"'¿])[?？؟]{3,}|[\[(][?？؟]+[\])]|_{3,}"),
    re.compile(rf"(?<![^\W_])[XХ]{{2}}\.?[ \u00a0](?:{_one_of(COUNTED)})(?![^\W_])", re.IGNORECASE),
    re.compile(r"(?<![^\W_])Х{3,}(?![^\W_])"),  # Ukrainian letters
    re.compile(
        r"\{\{[^{}\n]{0,80}\}\}|\{[^\W\d_][\w .-]{1,40}\}|<<[^<>\n]{1,80}>>|%\([a-z_]{1,30}\)s|(?<!\w)%[A-Z_]{3,30}%"
    ),
    re.compile(r"lorem ipsum|dolor sit amet|consectetur adipisci\w*", re.IGNORECASE),
    re.compile(r"\((?:CHECK|VERIFY|CONFIRM|FACT.?CHECK)\b[^()\n]{0,80}\)"),
)
# Signs of English desks; elsewhere they are words or names (the German health insurer TK, Spanish “TODO”).
_ENGLISH = re.compile(r"(?<![^\W_])(?:TK|TBC|TBD|TODO|FIXME)(?![^\W_]|['’]s\b| [A-Z][a-z])")
_AFTER_SUPER_BOWL = re.compile(r"(?:Bowl|Mania) $")


def find_placeholders(text: str, language: str) -> list[Passage]:
    """The placeholders of a text in this language, in order: "TK", "XXX", "[CHECK the date]", "???", "{{name}}"."""
    return apart(_found(text, language.split("-")[0]))


def _found(text: str, language: str) -> Iterator[Passage]:
    for sign in (*_SIGNS, *([_ENGLISH] if language == "en" else [])):
        for match in sign.finditer(text):
            if not (match[0].startswith("XX") and _AFTER_SUPER_BOWL.search(text, match.start() - 6, match.start())):
                yield Passage(match.start(), match.end(), match[0])
    for match in _INSIDE.finditer(text):
        if _is_placeholder(match[1]):
            yield Passage(match.start(), match.end(), match[0])


def _is_placeholder(inside: str) -> bool:
    """Whether what stands in brackets is an order or a gap, and not what an editor has put into a quotation."""
    if _ORDER.match(inside) or _GAP.fullmatch(inside) or inside.endswith(("?", "？", "؟")):
        return True
    if len(inside.split()) <= _FEW_WORDS and _ENDING.fullmatch(inside):
        return True
    return inside.isupper() and bool(_LOUD.fullmatch(inside)) and inside.lower() != inside

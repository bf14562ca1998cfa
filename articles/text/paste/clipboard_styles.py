"""How pasted HTML says that its elements look: in `style` attributes, and in the simple rules of its style sheets."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from lxml import html

from articles.text.body.vocabulary import SUB, SUP

Style = Mapping[str, str]

# Each begins only where a word or a gap does, so that a long one costs no more than it is long.
_DECLARATION = re.compile(r"(?<![\w-])([\w-]++)\s*+:\s*([^;]+)")
_IMPORTANT = re.compile(r"(?<!\s)\s*+!\s*important$")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?", re.IGNORECASE)
_LENGTH = re.compile(r"(-?(?:\d{1,4}(?:\.\d{0,9})?|\.\d{1,9}))(px|pt|rem|em|ex|%)")
_PIXELS = {"px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "ex": 8.0, "%": 0.16}
_ENDS = {"top", "text-top", "bottom", "text-bottom"}  # of the line
_LAST_NAMED = re.compile(r"[.#]([\w-]+)(?::[\w-]+(?:\([^)]*\))?)*$")


class Styles:
    """The styles of a page's elements: rules for a tag, a class, an id or a tag with one, and each element's own.

    Rules of any other kind are not followed; what one of them may change for a class is not believed of its simple
    rules either. Rules for print or narrow screens count for nothing.
    """

    def __init__(self, page: html.HtmlElement) -> None:
        """Read the style sheets of a page."""
        self._rules: dict[tuple[str, str], dict[str, dict[str, str]]] = defaultdict(dict)
        self._doubted: dict[str, set[str]] = defaultdict(set)
        for sheet in page.iter("style"):
            for selectors, declarations in _rules_in(sheet.text or ""):
                style = declared(declarations)
                for selector in selectors.split(","):
                    self._add(selector.strip(), style)

    def of(self, element: html.HtmlElement) -> Style:
        """The declarations that hold for an element by their exact names: Word's mso-bidi-font-weight is no weight."""
        own = declared(element.get("style", ""))
        if not self._rules:
            return own
        found: dict[str, str] = {}
        names = [("", element.tag)] if isinstance(element.tag, str) else []
        names += [(".", name) for name in element.get("class", "").split()] + [("#", element.get("id", ""))]
        for name in names:
            doubted = self._doubted.get(name[1], ())
            for tag, style in self._rules.get(name, {}).items():
                if tag in ("", element.tag):
                    found.update((each, value) for each, value in style.items() if each not in doubted)
        return {**found, **own}

    def _add(self, selector: str, style: Style) -> None:
        simple = _SIMPLE.fullmatch(selector)
        if simple:
            tag, sign, name = (part or "" for part in simple.groups())
            of_name = self._rules[(sign, name) if sign else ("", tag.lower())]
            of_name.setdefault(tag.lower() if sign else "", {}).update(style)
        elif last := _LAST_NAMED.search(selector):
            self._doubted[last[1]].update(style)


def raised_by(style: Style) -> str:
    """SUP or SUB when a style sets words above or below the line, else "": Word and LibreOffice also say how far."""
    named = {style.get("vertical-align"), style.get("font-variant-position")}
    if "super" in named or "sub" in named:
        return SUP if "super" in named else SUB
    if "font-size" in style and not named.isdisjoint(_ENDS):
        return SUP if named & {"top", "text-top"} else SUB
    above = _length(style.get("mso-text-raise", "")) or _length(style.get("vertical-align", ""))
    if not above and style.get("position") == "relative" and "font-size" in style:
        above = _length(style.get("bottom", "")) - _length(style.get("top", ""))
    return SUP if above > 0 else SUB if above < 0 else ""


def _length(value: str) -> float:
    """A length in pixels or so; 0 where it is none, or too small to be meant."""
    found = _LENGTH.fullmatch(value)
    number = float(found[1]) * _PIXELS[found[2]] if found else 0
    return number if abs(number) >= 2 else 0


def declared(declarations: str) -> dict[str, str]:
    """The declarations of a `style` attribute or a rule, in lower case."""
    return {
        name.lower(): _IMPORTANT.sub("", value.strip().lower()) for name, value in _DECLARATION.findall(declarations)
    }


def _rules_in(sheet: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of each rule that is in no other block."""
    sheet, depth, start, selectors = _COMMENT.sub("", sheet), 0, 0, ""
    for brace in _BRACE.finditer(sheet):
        if brace[0] == "{":
            if depth == 0:
                selectors = sheet[start : brace.start()].rpartition(";")[2].strip()
                start = brace.end()
            depth += 1
        else:
            depth = max(0, depth - 1)
            if depth == 0:
                if selectors and not selectors.startswith("@"):
                    yield selectors, sheet[start : brace.start()]
                selectors, start = "", brace.end()

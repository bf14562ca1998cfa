"""How much a body may hold: more than any story has, and no more than a machine reads while somebody waits."""

import re

from django.utils.translation import gettext as _

CHARACTERS_AT_MOST = 1_500_000  # some 200,000 words, a long book
MARKS_AT_MOST = 50_000  # quotation marks
ELEMENTS_AT_MOST = 25_000  # paragraphs and whatever else has a tag
LINES_AT_MOST = 6_000  # with words, of a plain text that is read as a story
DEPTH_AT_MOST = 500  # elements in elements

_TAG = re.compile(r"<(/?)([a-z][\w:-]*)", re.IGNORECASE)
_MARK = re.compile('["“”„«»‹›「」『』]|&quot;')
# Elements that hold nothing, or that the next one of their kind ends.
_NEVER_DEEP = {
    *("area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "o:p", "option"),
    *("p", "param", "source", "tbody", "td", "th", "thead", "tr", "track", "wbr"),
}


def why_too_large(html: str) -> str:
    """Why a body is not read, as a sentence for who wrote it; "" for a story of any size. Takes linear time."""
    if len(html) > CHARACTERS_AT_MOST:
        return _("The text is longer than a book. Divide it into several stories.")
    if sum(1 for _mark in _MARK.finditer(html)) > MARKS_AT_MOST:
        return _("The text holds more quotation marks than a book. Divide it into several stories.")
    if html.count("<") > 2 * ELEMENTS_AT_MOST:
        return _("The text has more paragraphs than a book. Divide it into several stories.")
    return _("The text lies so deep in other elements that it can't be read.") if is_too_deep(html) else ""


def why_no_story(text: str) -> str:
    """Why a plain text is not read as a story, or as several; "" for one of any size. Takes linear time."""
    if len(text) <= CHARACTERS_AT_MOST and sum(1 for line in text.splitlines() if line.strip()) > LINES_AT_MOST:
        return _("The text has more paragraphs than a book. Divide it into several stories.")
    return why_too_large(text)


def is_too_deep(html: str) -> bool:
    """Whether elements lie in more than DEPTH_AT_MOST others; lxml loses the words of those that lie far deeper."""
    depth = 0
    for found in _TAG.finditer(html):
        if found[2].lower() not in _NEVER_DEEP:
            depth += -1 if found[1] else 1
            if depth > DEPTH_AT_MOST:
                return True
    return False

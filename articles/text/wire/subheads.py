"""Subheads: which short lines of the body are headings of a section, and which are one-line paragraphs."""

import re

from articles.text.wire.line_shapes import is_title_like, opens_with_quote, words
from articles.text.wire.paragraphs import Para
from articles.text.wire.wordlists import SPEECH

_LENGTH, _WORDS = 100, 14  # a longer line is a sentence that lost its full stop


def is_subhead(body: list[Para], index: int) -> bool:
    """Whether the paragraph at `index` of the body is a subhead.

    A mark of a heading (##) says so. Otherwise it is short, has the shape of a title, begins with neither a quotation
    mark nor a dash nor a small letter, holds no verb of speech, and text follows it that is no title itself. Of two
    short lines in a row neither is one: that is a list, a table or verse.
    """
    para = body[index]
    if para.level:
        return True
    if index + 1 == len(body) or para.bullet or not _has_shape(para.text):
        return False
    before_is_text = index == 0 or bool(body[index - 1].level) or not _is_short(body[index - 1])
    return before_is_text and (bool(body[index + 1].bullet) or not _is_short(body[index + 1]))


def looks_unsure(body: list[Para], index: int) -> bool:
    """Whether a paragraph has a subhead's shape but not its place, so that an editor should look at it."""
    return not body[index].bullet and _has_shape(body[index].text) and len(body) > 1 and not is_subhead(body, index)


def _is_short(para: Para) -> bool:
    return not para.bullet and is_title_like(para.text) and len(para.text) <= _LENGTH


def _has_shape(text: str) -> bool:
    if len(text) > _LENGTH or opens_with_quote(text) or not is_title_like(text) or text.endswith("!"):
        return False
    own = words(text)
    if not own or len(own) > _WORDS or text[0].islower() or re.match(r"[-–—(\[]", text):
        return False
    return not SPEECH & {word.casefold() for word in own}

"""The frame of a text: what stands above, between and below a story, found by shape first and by words second.

The body runs from the first told sentence to the last. In a text that shows where it came from (a page by its buttons,
a mail, an agency or a press office by lines for editors), whatever stands around the body and is not clearly a part of
the story is not shown to readers; between its sentences only what a page says of itself. A text that shows nothing of
the kind has no frame.
"""

from collections.abc import Collection, Sequence

from articles.text.instructions.furniture.page_words import speaks_of_a_page
from articles.text.instructions.mail import is_farewell, is_greeting
from articles.text.languages.guess_language import guess_language
from articles.text.wire.frame.ends import is_about_writer, mark_tail, take_afterwords
from articles.text.wire.frame.evidence import opens_envelope
from articles.text.wire.frame.furniture import (
    ANY_PATH,
    FURNITURE,
    LONGEST,
    begins_as_furniture,
    is_told,
)
from articles.text.wire.frame.gaps import mark_gaps
from articles.text.wire.frame.head import Frame, mark_head, may_be_name, take_forewords
from articles.text.wire.frame.sheet import mark_sheet
from articles.text.wire.line_shapes import ends_sentence, words
from articles.text.wire.paragraphs import Para

_CALLED = 8  # lines from the top, among which a mail greets somebody
_SIGNED = 2  # lines of so many words at most, with which a mail ends
A_PAGE = 2  # lines that a page says of itself, which show a copied page


def mark_frame(
    paras: list[Para], names: Collection[str], *, comes_with_notes: bool, is_mail: bool = False
) -> Para | None:
    """Gives what stands around a story and in its gaps the role of furniture or of an instruction.

    `names` are those of its byline, `comes_with_notes` says that lines around it are for editors, `is_mail` that it
    came below a mail's head. Returns the headline of a page.
    """
    body = [at for at, para in enumerate(paras) if not para.role and is_told(para.text)]
    if not body:
        return None
    is_page = _is_page(paras, body)
    is_mail = is_mail or _is_greeted(paras, body)
    language = guess_language(" ".join(paras[at].text[:2000] for at in body[:20]), default="")
    frame = Frame(paras, body, set(names), is_page, is_mail, language)
    _take_above_label(frame)
    while not is_page and len(body) > 1 and opens_envelope(paras[body[0]].text):
        paras[body.pop(0)].role = frame.role
    while len(body) > 1 and take_forewords(frame, is_about_writer(paras[body[0]].text, frame.names)):
        frame.is_mail = not is_page
    if not is_page:
        mark_sheet(frame, comes_with_notes)
        return None
    headline = mark_head(frame)
    frame.names |= {para.text for para in paras[: body[0]] if not para.role and may_be_name(para.text)}
    take_afterwords(frame)
    mark_gaps(frame)
    mark_tail(frame, paras[body[-1] + 1 :])
    return headline


def _is_greeted(paras: Sequence[Para], body: Sequence[int]) -> bool:
    """Whether a text begins or ends as a mail does: a short line calls somebody, another one closes it."""
    calls = any(is_greeting(para.text) or _calls(para.text) for para in paras[: min(body[0], _CALLED)])
    calls = calls or (body[0] > 0 and paras[1].close and _has_comma(paras[0].text))
    last = [para.text for para in paras[body[-1] + 1 :]][-_SIGNED:]
    signs = len(last) == _SIGNED and all(len(line.split()) <= _SIGNED and line[-1].isalpha() for line in last)
    return calls or signs or any(is_farewell(para.text) for para in paras[body[-1] :])


def _calls(text: str) -> bool:
    """Whether a line has the shape of a greeting: a few words and a comma."""
    return len(text.split()) <= 4 and len(text) <= 40 and text[-1] in ",،!，–—:"


def _has_comma(text: str) -> bool:
    """Whether a line is a few words with a comma among them: "Jess, good morning"."""
    return len(text.split()) <= 4 and len(text) <= 40 and "," in text


def _take_above_label(frame: Frame) -> None:
    """Marks what stands above a headline that a label names."""
    paras, body = frame.paras, frame.body
    named = next((at for at in range(body[-1]) if paras[at].role == "labelled headline"), 0)
    while len(body) > 1 and body[0] < named:
        body.pop(0)
    for para in paras[:named]:
        para.role = para.role or frame.role


def _is_page(paras: Sequence[Para], body: Sequence[int]) -> bool:
    """Whether lines that only a page has stand around or between the sentences of a story."""
    signs, story = 0, set(body)
    for at, para in enumerate(paras):
        if para.role == FURNITURE:
            signs += any(c.isalnum() for c in para.text[:200])
        elif at in story:
            signs += begins_as_furniture(para.text)
        elif not para.role and len(para.text) <= LONGEST and not ends_sentence(para.text):
            signs += bool(ANY_PATH.fullmatch(para.text)) or (len(words(para.text)) <= 7 and speaks_of_a_page(para.text))
    return signs >= A_PAGE

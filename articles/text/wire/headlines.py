"""The head of a story: topic, headline, dek and a byline without "By", told apart by order and shape; subheads too."""

import re
from dataclasses import dataclass, field

from articles.text.wire.bylines import ParsedByline, bare_byline
from articles.text.wire.datelines import split_dateline
from articles.text.wire.line_shapes import (
    is_all_caps,
    is_one_sentence,
    is_title_case,
    is_title_like,
    opens_with_quote,
    words,
)
from articles.text.wire.paragraphs import Para
from articles.text.wire.wordlists import DAY_WORDS, SPEECH

_SUBHEAD_LENGTH, _SUBHEAD_WORDS = 100, 14  # a longer line is a sentence that lost its full stop
_DEK_LENGTH = 300  # characters; longer than any dek
_SHORT_DEK = 130  # characters; a summary rather than a first paragraph


@dataclass
class Head:
    """What the lines above the body are."""

    headline: str = ""
    dek: str = ""
    topic: str = ""
    caption: str = ""
    byline: ParsedByline = field(default_factory=ParsedByline)
    notes: list[str] = field(default_factory=list)


def mark_head(paras: list[Para], *, known: Para | None = None) -> Head:
    """Finds topic, headline, dek and a bare byline among the paragraphs that no other rule has claimed.

    Of a page the headline is `known`, its other lines have their roles, and a short title under it is the dek.
    """
    head = Head()
    free = [para for para in paras if not para.role and not para.bullet]
    if not free:
        return head
    at = _mark_headline(free, paras, head, known)
    if at is None:
        head.notes.append("No headline was found.")
        return head
    _mark_dek_and_byline(free[at + 1 :], paras, free[at], head)
    if known and not head.dek and len(free) > at + 1 and not free[at + 1].role and is_title_like(free[at + 1].text):
        free[at + 1].role, head.dek = "dek", free[at + 1].text
    return head


def _mark_headline(free: list[Para], paras: list[Para], head: Head, known: Para | None) -> int | None:
    """Marks the headline and the topic over it; returns the headline's position among the free paragraphs, or None."""
    at = _headline_at(free, paras, head) if known is None else next(at for at, para in enumerate(free) if para is known)
    if at is None:
        return None
    free[at].role, head.headline = "headline", free[at].text
    if is_all_caps(head.headline):
        head.notes.append("The headline is all in capitals.")
    if at and not free[at - 1].role and is_kicker(free[at - 1].text, head.headline, has_dek=True):
        free[at - 1].role, head.topic = "topic", free[at - 1].text
    return at


def _headline_at(free: list[Para], paras: list[Para], head: Head) -> int | None:
    for index, para in enumerate(free[:6]):
        if para.level == 1:
            return index
    titles = 0
    while titles < min(len(free), 3) and is_title_like(free[titles].text):
        titles += 1
    if titles >= 2 and not bare_byline(free[1].text, _prose(free)) and _is_kicker_at(0, free, paras):
        return 1
    if titles:
        return 0
    return _headline_after_caption(free, paras, head) or _headline_with_stop(free, head)


def _headline_after_caption(free: list[Para], paras: list[Para], head: Head) -> int | None:
    """A paragraph above the headline is a caption without a credit.

    It is one for certain only if a topic and a headline follow it, or a headline with a byline under it.
    """
    if len(free) < 3 or len(free[0].text) > _DEK_LENGTH or not is_title_like(free[1].text):
        return None
    kicker = is_title_like(free[2].text) and _is_kicker_at(1, free, paras)
    after = paras[paras.index(free[1]) + 1 :]
    byline_soon = any(para.role.startswith("byline") for para in after[:3])
    if not kicker and not byline_soon:
        return None
    if any(para.role == "caption" for para in paras):
        return None
    free[0].role, head.caption = "caption", free[0].text
    head.notes.append("The paragraph above the headline was read as a photo's caption.")
    return 2 if kicker else 1


def _headline_with_stop(free: list[Para], head: Head) -> int | None:
    """A headline with a full stop: a short first sentence over a much longer paragraph. A note says it is a guess."""
    if len(free) < 2 or not _is_short_above(free[0].text, free[1].text) or len(free[0].text) > 100:
        return None
    head.notes.append("The first line ends with a full stop and was read as the headline.")
    return 0


def _is_kicker_at(at: int, free: list[Para], paras: list[Para]) -> bool:
    """Whether the free paragraph at that place is a topic over the headline that follows it."""
    return is_kicker(free[at].text, free[at + 1].text, has_dek=_has_dek(free[at + 2 :], paras))


def is_kicker(text: str, following: str, *, has_dek: bool) -> bool:
    """Whether a line is a topic over a headline: it has fewer words, three at most.

    It may have five where the headline has capitals throughout, as its dek would not, or has a dek of its own;
    otherwise the two are a short headline and its dek.
    """
    count = len(words(text))
    longer = has_dek or (is_title_case(following) and (is_title_case(text) or is_all_caps(text)))
    return (
        count <= (5 if longer else 3)
        and len(text) <= 40
        and is_title_like(text)
        and not opens_with_quote(text)
        and text[-1] not in "!?"
        and count < len(words(following))
    )


def _has_dek(free: list[Para], paras: list[Para]) -> bool:
    """Whether the first of these free paragraphs, which stand under a headline, is its dek for certain."""
    if len(free) < 2 or not _may_be_dek(free[0].text) or bare_byline(free[0].text, _prose(free)):
        return False
    closed = paras[paras.index(free[0]) + 1].role.startswith("byline") or split_dateline(free[1].text)
    return bool(closed or bare_byline(free[1].text, _prose(free)) or _is_short_above(free[0].text, free[1].text))


def _mark_dek_and_byline(free: list[Para], paras: list[Para], headline: Para, head: Head) -> None:
    """Marks what stands between the headline and the first paragraph of the body."""
    has_byline = any(para.role.startswith("byline") for para in paras)
    between = None if has_byline else _above_bare_byline(free, head)
    if between is None:
        between = _above_marker(free, paras, headline)
    if between is None:
        _mark_lone_dek(free, head)
    elif between and len(between[0].text) <= _DEK_LENGTH:
        between[0].role, head.dek = "dek", between[0].text
        for para in between[1:]:
            head.notes.append(
                f"It is not clear what this line above the body is; it was left in the body: “{para.text[:80]}”."
            )


def _above_marker(free: list[Para], paras: list[Para], headline: Para) -> list[Para] | None:
    """The free paragraphs between the headline and a byline or a dateline, if such a marker comes soon."""
    seen: list[Para] = []
    for para in paras[paras.index(headline) + 1 :]:
        if para.role.startswith("byline") or (not para.role and split_dateline(para.text)):
            return seen
        if not para.role:
            seen.append(para)
        if len(seen) > 2 or para.bullet or para.level:
            return None
    return None


def _above_bare_byline(free: list[Para], head: Head) -> list[Para] | None:
    """The free paragraphs between the headline and a name on a line of its own, which is marked as the byline."""
    for at in (0, 1):
        if len(free) < at + 2 or is_title_like(free[at + 1].text) or free[at].level:
            continue
        above = free[:at]
        if not all(_may_be_dek(para.text) for para in above):
            continue
        if said := bare_byline(free[at].text, _prose(free[:at] + free[at + 1 :])):
            free[at].role, head.byline = "byline", said
            if not above:
                head.notes.append(f"“{free[at].text}” under the headline was read as the byline.")
            return above
    return None


def _may_be_dek(text: str) -> bool:
    """Whether a paragraph over a bare byline can be a dek: not long, not dated or sourced as first paragraphs are."""
    own = {word.casefold() for word in words(text[:_DEK_LENGTH])}
    return len(text) <= (_DEK_LENGTH if is_one_sentence(text) else 200) and not own & (DAY_WORDS | {"said"})


def _mark_lone_dek(free: list[Para], head: Head) -> None:
    """Decides on the line under a headline when no byline closes the head.

    A line without a full stop and of five words or more is a dek. A sentence is one if it is short over a longer
    paragraph and carries neither a day nor a source, as first paragraphs of news do; a note says it is a guess.
    """
    if len(free) < 2 or free[0].level or free[0].bullet or opens_with_quote(free[0].text):
        return
    first, following = free[0].text, free[1].text
    if is_title_like(first):
        if (
            len(words(first)) >= 5
            and not is_title_like(following)
            and not (first.endswith("?") or is_title_case(first))
        ):
            free[0].role, head.dek = "dek", first
        return
    own = {word.casefold() for word in words(first[:_DEK_LENGTH])}
    if not _is_short_above(first, following):
        return
    if own & (DAY_WORDS | SPEECH):
        head.notes.append("The first paragraph may be a dek; it was left in the body.")
        return
    free[0].role, head.dek = "dek", first
    head.notes.append("The sentence under the headline was read as the dek; it may be the first paragraph.")


def _is_short_above(text: str, following: str) -> bool:
    short = len(text) <= _SHORT_DEK and is_one_sentence(text) and not opens_with_quote(text)
    return short and not is_title_like(following) and len(following) >= 1.4 * len(text)


def _prose(free: list[Para]) -> str:
    return " ".join(para.text for para in free if not is_title_like(para.text))


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
    return not para.bullet and is_title_like(para.text) and len(para.text) <= _SUBHEAD_LENGTH


def _has_shape(text: str) -> bool:
    if len(text) > _SUBHEAD_LENGTH or opens_with_quote(text) or not is_title_like(text) or text.endswith("!"):
        return False
    own = words(text)
    if not own or len(own) > _SUBHEAD_WORDS or text[0].islower() or re.match(r"[-–—(\[]", text):
        return False
    return not SPEECH & {word.casefold() for word in own}

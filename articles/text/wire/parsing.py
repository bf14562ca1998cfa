"""From plain text to a story in parts: the order in which the rules look at the paragraphs.

Each rule gives paragraphs a role and leaves alone those that have one; what no rule claims is the body. So every line
ends up somewhere.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, tzinfo

from django.utils.translation import gettext as _

from articles.text.body.lines import ending
from articles.text.instructions.agencies import flag_of
from articles.text.instructions.embargo import is_embargo, read_embargo
from articles.text.instructions.envelope import Envelope, open_envelope
from articles.text.instructions.labels import named_lines
from articles.text.instructions.lines import kinds_of
from articles.text.instructions.mail import is_cover_note
from articles.text.wire.bylines import HOUSE_LINE, ParsedByline, eased_note, mark_bylines
from articles.text.wire.credits import mark_caption
from articles.text.wire.datelines import (
    Dateline,
    bare_agency,
    is_agency,
    is_date_line,
    mark_dates,
    may_be_dateline,
    split_dateline,
)
from articles.text.wire.frame.frame import mark_frame
from articles.text.wire.frame.furniture import mark_furniture
from articles.text.wire.headlines import Head, is_subhead, looks_unsure, mark_head
from articles.text.wire.labelled import Labelled, mark_labels
from articles.text.wire.line_shapes import ends_sentence, is_name_like, is_title_like, nice_capitals
from articles.text.wire.paragraphs import Para, paragraphs
from articles.text.wire.people import find_people
from articles.text.wire.story import ParsedBlock, ParsedStory

_SIGNED = re.compile(r"\s*[(/]([^()/\d]{2,24})[)/]\.?$|(?<=[.!?»”\"])\s+([A-ZÇĞİÖŞÜА-ЯІЇЄ]{2,8})$")
_NAME_BEHIND = re.compile(r"((?:[^\W\d_]{2,20} ){1,3}[^\W\d_]{2,20}) ?[-–—] (?=[^\W\d_])")
A_BRIEF = 40  # words
FOR_EDITORS = ("embargo", "instruction")


def parse_story(text: str, *, now: datetime | None = None, zone: tzinfo = UTC) -> ParsedStory:
    """Reads a story as it comes from a page, a wire, a mail or a press office.

    Never raises for any text; what is missing is "" or (). What cannot be told apart with confidence stays in the body
    and is said in the notes. `now` tells the year of an embargo that names none, `zone` is that of its hours.
    """
    envelope = open_envelope(text)
    paras, notes = paragraphs(envelope.text)
    _mark_instructions(paras)
    labelled = mark_labels(paras, envelope.front)
    mark_furniture(paras)
    byline, byline_notes = mark_bylines(paras)
    dates = mark_dates(paras)
    caption, credit, caption_notes = _caption(paras, labelled)
    notes_around = bool(envelope.head or labelled.values or any(para.role in FOR_EDITORS for para in paras))
    names = byline.names + labelled.byline.names
    known = mark_frame(paras, names, comes_with_notes=notes_around, is_mail=bool(envelope.head and envelope.subject))
    head = _head(paras, labelled, envelope, known)
    dateline, dateline_notes = _take_dateline(_body(paras))
    signed_behind = _take_name(_body(paras)) if dateline.agency else []
    signature = _take_signature(_body(paras), dateline.agency or dates.agency)
    blocks, body_notes = _blocks(_body(paras))
    byline.add(labelled.byline)
    byline.add(head.byline)
    byline.add(ParsedByline(signed_behind))
    signed = Dateline(", ".join(byline.places), byline.date_words, byline.agency)
    datelines = [labelled.dateline, dateline, dates, signed, signature]
    said = _agency_notes(datelines) + byline_notes + eased_note(byline)
    flag = flag_of(head.headline)
    repeated = flag and head.dek == head.headline.removeprefix(flag)
    return ParsedStory(
        headline=head.headline.removeprefix(flag),
        dek="" if repeated else head.dek,
        topic=head.topic or next(iter(labelled.topics), ""),
        bylines=tuple(byline.names),
        place=_joined(", ", (each.place for each in datelines)),
        agency=next((bare_agency(each.agency) for each in datelines if each.agency), ""),
        date_words=_joined("; ", (each.date_words for each in datelines)),
        caption=caption or head.caption,
        credit=credit,
        blocks=blocks,
        furniture=_written(paras, ("furniture", "byline with more", HOUSE_LINE)),
        notes=tuple(notes + said + caption_notes + head.notes + dateline_notes + body_notes),
        people=find_people([head.dek, *(each.text for each in blocks if each.kind != "h2"), caption or head.caption]),
        desk=labelled.first("desk"),
        topics=tuple(labelled.topics),
        instructions=_instructions(paras, labelled, envelope, flag),
        embargo=read_embargo(_embargo_lines(paras, envelope), now=now, zone=zone),
    )


def is_story(text: str) -> bool:
    """Whether a plain text is a story of its own, however brief: a headline over sentences, forty words in all."""
    story = parse_story(text)
    told = [block for block in story.blocks if block.kind == "p" and ends_sentence(block.text)]
    count = sum(len(part.split()) for part in (story.headline, story.dek, *(block.text for block in story.blocks)))
    return bool(story.headline and told) and count >= A_BRIEF


def _body(paras: Sequence[Para]) -> list[Para]:
    """The paragraphs that no rule has claimed."""
    return [para for para in paras if not para.role]


def _embargo_lines(paras: Sequence[Para], envelope: Envelope) -> list[str]:
    """The lines that name an embargo: of the text, and the subject of the mail it came in."""
    subject = [envelope.subject] if is_embargo(envelope.subject) else []
    return [*subject, *_written(paras, ("embargo",))]


def _agency_notes(datelines: Sequence[Dateline]) -> list[str]:
    """A sentence for each agency that the text names besides the first."""
    named = dict.fromkeys(each.agency for each in datelines if each.agency)
    return [_("The text names the agency %(agency)s as well.") % {"agency": name} for name in [*named][1:]]


def _instructions(paras: Sequence[Para], labelled: Labelled, envelope: Envelope, flag: str) -> tuple[str, ...]:
    """All that is for editors alone, in the order of the text; an agency's flag before the headline comes last."""
    above = (*envelope.head, *labelled.rest, *labelled.byline.extra)
    return tuple(filter(None, (*above, *_written(paras, FOR_EDITORS), *envelope.foot, flag)))


def _mark_instructions(paras: Sequence[Para]) -> None:
    texts = [para.text for para in paras]
    kinds = kinds_of(texts, [para.close for para in paras], named_lines(texts))
    for para, kind in zip(paras, kinds, strict=True):
        para.role = para.role or kind


def _written(paras: Sequence[Para], roles: Sequence[str]) -> tuple[str, ...]:
    return tuple(para.written for para in paras if para.role in roles)


def _caption(paras: list[Para], labelled: Labelled) -> tuple[str, str, list[str]]:
    """The photo's caption and credit, and notes: those that labels name, or those of the text's shape."""
    if any(labelled.caption):
        return *labelled.caption, []
    return mark_caption(paras)


def _head(paras: list[Para], labelled: Labelled, envelope: Envelope, known: Para | None) -> Head:
    """Headline, dek, topic and bare byline: what labels name first, then what the lines' order and shape tell."""
    said = {name: labelled.first(name) for name in ("headline", "dek", "topic")}
    head = Head() if said["headline"] else mark_head(paras, known=known)
    if said["dek"]:
        for para in paras:
            para.role = "" if para.role == "dek" else para.role
    for name, words in said.items():
        setattr(head, name, words or getattr(head, name))
    if not head.headline and _may_be_headline(envelope.subject):
        head.headline = envelope.subject
    return head


def _may_be_headline(subject: str) -> bool:
    """Whether the subject of a mail may stand over its text: no "copy for tonight"."""
    return is_title_like(subject) and len(subject.split()) > 3 and not is_cover_note(subject)


def _joined(separator: str, parts: Iterable[str]) -> str:
    return separator.join(dict.fromkeys(part for part in parts if part))


def _take_dateline(body: list[Para]) -> tuple[Dateline, list[str]]:
    """Takes the dateline off the first paragraph of the body that is no title, if it is one for certain."""
    first = next((para for para in body if not is_title_like(para.text)), None)
    if first is None:
        return Dateline(), []
    if dateline := split_dateline(first.text):
        first.text = dateline.rest
        return dateline, [f"The dateline was taken off the first paragraph: “{dateline.as_written}”."]
    if may_be_dateline(first.text):
        return Dateline(), ["The first paragraph may begin with a dateline; it was left in the body."]
    return Dateline(), []


def _take_name(body: list[Para]) -> list[str]:
    """Takes a name in capitals off the first paragraph, behind whose dateline some agencies set it."""
    first = next((para for para in body if not is_title_like(para.text)), None)
    match = _NAME_BEHIND.match(first.text[:80]) if first else None
    if first is None or match is None or not match[1].isupper() or not is_name_like(match[1]):
        return []
    first.text = first.text[match.end() :]
    return [nice_capitals(match[1])]


def _take_signature(body: list[Para], agency: str) -> Dateline:
    """Takes the agency's name off the end of the body, where it stands behind the last sentence or on its own line."""
    last = body[-1] if len(body) > 1 else None
    if last is None:
        return Dateline()
    if (match := _SIGNED.search(last.text[-40:])) and (
        is_agency(match[1] or match[2]) or (match[1] or match[2]) == agency
    ):
        last.text = last.text[: len(last.text) - len(match.group())]
        return Dateline(agency=match[1] or match[2])
    return Dateline()


def _blocks(body: list[Para]) -> tuple[tuple[ParsedBlock, ...], list[str]]:
    blocks, notes = [], []
    for index, para in enumerate(body):
        kind = "li" if para.bullet else "h2" if is_subhead(body, index) else "quote" if para.quoted else "p"
        blocks.append(ParsedBlock(kind, para.text, ending(para.line, len(para.text)) if para.line else ()))
        if kind == "h2" and index == 0:
            notes.append(f"The story begins with a subhead, which may be a byline or the dek: “{para.text}”.")
        if kind == "p" and looks_unsure(body, index) and not is_date_line(para.text):
            notes.append(f"This short line may be a subhead; it was left as a paragraph: “{para.text}”.")
    return tuple(blocks), notes

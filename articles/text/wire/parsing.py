"""From plain text to a story in parts: the order in which the rules look at the paragraphs.

Each rule gives paragraphs a role and leaves alone those that have one; what no rule claims is the body. So every line
ends up somewhere.
"""

from datetime import UTC, datetime, tzinfo

from articles.text.instructions.embargo import is_embargo, read_embargo
from articles.text.wire.bylines import mark_bylines
from articles.text.wire.credits import mark_caption
from articles.text.wire.datelines import Dateline, is_date_line, mark_dates, may_be_dateline, split_dateline
from articles.text.wire.furniture import mark_furniture
from articles.text.wire.headlines import mark_head
from articles.text.wire.line_shapes import is_title_like
from articles.text.wire.paragraphs import Para, paragraphs
from articles.text.wire.people import find_people
from articles.text.wire.story import ParsedBlock, ParsedStory
from articles.text.wire.subheads import is_subhead, looks_unsure


def parse_story(text: str, *, now: datetime | None = None, zone: tzinfo = UTC) -> ParsedStory:
    """Reads a story as it comes from a page or a wire, without markup.

    Never raises for any text; what is missing is "" or (). What cannot be told apart with confidence stays in the body
    and is said in the notes. `now` tells the year of an embargo that names none, `zone` is that of its hours.
    """
    paras, notes = paragraphs(text)
    for para in paras:
        if is_embargo(para.text):
            para.role = "embargo"
    mark_furniture(paras)
    byline, byline_notes = mark_bylines(paras)
    dates = mark_dates(paras)
    caption, credit, caption_notes = mark_caption(paras)
    head = mark_head(paras)
    body = [para for para in paras if not para.role]
    dateline, dateline_notes = _take_dateline(body)
    blocks, body_notes = _blocks(body)
    caption = caption or head.caption
    byline.add(head.byline)
    return ParsedStory(
        headline=head.headline,
        dek=head.dek,
        topic=head.topic,
        bylines=tuple(byline.names),
        place=_joined(", ", [dateline.place, dates.place, *byline.places]),
        agency=_joined(", ", [dateline.agency, dates.agency, byline.agency]),
        date_words=_joined("; ", [dateline.date_words, dates.date_words, byline.date_words]),
        caption=caption,
        credit=credit,
        blocks=blocks,
        furniture=tuple(para.text for para in paras if para.role in ("furniture", "byline with more")),
        notes=tuple(notes + byline_notes + caption_notes + head.notes + dateline_notes + body_notes),
        instructions=tuple(para.text for para in paras if para.role == "embargo"),
        embargo=read_embargo((para.text for para in paras if para.role == "embargo"), now=now, zone=zone),
        people=find_people([head.dek, *(block.text for block in blocks if block.kind != "h2"), caption]),
    )


def _joined(separator: str, parts: list[str]) -> str:
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


def _blocks(body: list[Para]) -> tuple[tuple[ParsedBlock, ...], list[str]]:
    blocks, notes = [], []
    for index, para in enumerate(body):
        kind = "li" if para.bullet else "h2" if is_subhead(body, index) else "p"
        blocks.append(ParsedBlock(kind, para.text))
        if kind == "h2" and index == 0:
            notes.append(f"The story begins with a subhead, which may be a byline or the dek: “{para.text}”.")
        if kind == "p" and looks_unsure(body, index) and not is_date_line(para.text):
            notes.append(f"This short line may be a subhead; it was left as a paragraph: “{para.text}”.")
    return tuple(blocks), notes

"""Every quote of a text as the story has it: the set-off ones, and those inside running paragraphs."""

from dataclasses import dataclass
from itertools import groupby

from articles.text.body.sections import blocks
from articles.text.languages.quotation_style import without_marks
from articles.text.quotes.running_quotes import find_quotes


@dataclass(frozen=True)
class Spoken:
    """A quote as the text has it. `person` is an id given by hand, `speaker` a name read from the sentence."""

    start: int
    end: int
    words: str
    attribution: str
    speaker: str = ""
    person: int | None = None
    is_set_off: bool = False


def quotes_in(html):
    """Every quote of one section in page order, set off or running, as a list of Spoken.

    Offsets count characters of `section_text(html)`.
    """
    spoken = []
    for kind, group in groupby(blocks(html), key=lambda block: block.kind):
        if kind == "blockquote":
            spoken += [_set_off(block) for block in group]
        elif kind == "p":
            spoken += _running(list(group))
        else:  # what is said in one item of a list does not go on in the next
            spoken += [quote for item in group for quote in _running([item])]
    return spoken


def _set_off(block):
    """The quote that a block is."""
    return Spoken(
        start=block.start,
        end=block.end,
        words=without_marks(block.text),
        attribution=block.attribution,
        person=block.person,
        is_set_off=True,
    )


def _running(paragraphs):
    """The quotes inside neighbouring paragraphs, or those of one item."""
    offset = paragraphs[0].start
    return [
        Spoken(offset + quote.start, offset + quote.end, quote.words, quote.attribution, quote.speaker)
        for quote in find_quotes([line for block in paragraphs for line in block.text.split("\n")])
    ]

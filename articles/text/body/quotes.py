"""Every quote of a body as the story has it: the set-off ones, and those inside running paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.text.body.attributes import PULL
from articles.text.body.blocks import BodyBlock
from articles.text.languages.quotation_style import without_marks
from articles.text.quotes.running_quotes import find_quotes


@dataclass(frozen=True)
class BodyQuote:
    """A quote as the text has it. `person` is an id given by hand, `speaker` a name read from the sentence.

    `doubt` says that the sentence denies, supposes, asks or only alleges that the words were said: they are nobody's.
    """

    start: int
    end: int
    words: str
    attribution: str
    speaker: str = ""
    person: int | None = None
    is_set_off: bool = False
    doubt: bool = False


def quotes_of(blocks: Iterable[BodyBlock]) -> Iterator[BodyQuote]:
    """The quotes of these blocks in page order, set off or running; offsets count as those of the blocks."""
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind == "blockquote":
            yield from (_set_off(block) for block in group)
        elif kind == "p":
            yield from _running(list(group))
        elif kind != PULL:  # whose words stand in the story already; what one item says does not go on in the next
            for item in group:
                yield from _running([item])


def _set_off(block: BodyBlock) -> BodyQuote:
    """The quote that a block is."""
    return BodyQuote(
        start=block.start,
        end=block.end,
        words=without_marks(block.text),
        attribution=block.attribution,
        person=block.person,
        is_set_off=True,
    )


def _running(paragraphs: Sequence[BodyBlock]) -> Iterator[BodyQuote]:
    """The quotes inside neighbouring paragraphs, or those of one item."""
    offset = paragraphs[0].start
    for quote in find_quotes([line for block in paragraphs for line in block.text.split("\n")]):
        yield BodyQuote(
            offset + quote.start,
            offset + quote.end,
            quote.words,
            quote.attribution,
            quote.speaker,
            doubt=quote.doubt,
        )

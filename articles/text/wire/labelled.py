"""The parts of a story that labels name ("STANDFIRST: …"), from the text or from a file's front matter."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.text.body.nodes import line_text
from articles.text.instructions.furniture.page_words import speaks_of_a_page
from articles.text.instructions.labels import listed, read_labels
from articles.text.instructions.markdown import line_of
from articles.text.wire.bylines import ParsedByline, parse_byline
from articles.text.wire.credits import split_credit
from articles.text.wire.datelines import Dateline, mark_dates, split_dateline
from articles.text.wire.line_shapes import nice_capitals
from articles.text.wire.paragraphs import Para

SEVERAL = ("byline", "topics", "date", "body")


@dataclass
class Labelled:
    """What labels say: words by field, in order; and lines of front matter that say nothing of the story."""

    values: dict[str, list[str]] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)

    def takes(self, name: str) -> bool:
        """Whether a field may have words still: bylines, tags and dates always, all others once."""
        return name in SEVERAL or name not in self.values

    def first(self, name: str) -> str:
        """The first words of a field, or ""."""
        return next(iter(self.values.get(name, ())), "")

    @property
    def topics(self) -> list[str]:
        """The tags, each once."""
        return [name for value in self.values.get("topics", ()) for name in listed(value)]

    @property
    def byline(self) -> ParsedByline:
        """What the labels of bylines say together."""
        whole = ParsedByline()
        for value in self.values.get("byline", ()):
            said = parse_byline(value) or parse_byline(f"By {value}")
            whole.add(said or ParsedByline(names=[nice_capitals(name) for name in listed(value)]))
            whole.extra += said.extra if said else []
        return whole

    @property
    def dateline(self) -> Dateline:
        """Place, date and agency that labels name."""
        place = self.first("place")
        said = mark_dates([Para(place)]) if place else Dateline()
        said = split_dateline(f"{place} — X") or said if not said.place else said
        dates = [said.date_words, *self.values.get("date", ())]
        return Dateline(said.place or nice_capitals(place), "; ".join(filter(None, dates)), said.agency)

    @property
    def caption(self) -> tuple[str, str]:
        """(the photo's caption, its credit) that labels name; a caption may end with its credit."""
        caption, credit = self.first("caption"), self.first("credit")
        split = split_credit(caption) if caption and not credit else None
        return split or (caption, credit)


def mark_labels(paras: Sequence[Para], front: Sequence[str]) -> Labelled:
    """Gives lines with labels their roles and returns what they say, with what front matter says."""
    labelled = Labelled()
    for line, part in zip(front, read_labels(front, [False] * len(front), always=True), strict=True):
        if part.field in ("", "note") or not part.text or not labelled.takes(part.field):
            labelled.rest.append(line)
        else:
            labelled.values.setdefault(part.field, []).append(_plain(part.text))
    parts = read_labels([para.text for para in paras], [bool(para.role) for para in paras])
    for para, part in zip(paras, parts, strict=True):
        if part.field == "heading":
            para.level, para.text, para.line = 2, part.text, ()
        elif part.field == "note" or (part.field == "label" and not part.text):
            para.role = "instruction" if part.field == "note" else "label"
        elif part.field == "topics" and part.text == para.text and speaks_of_a_page(part.text):
            para.role = "furniture"
        elif part.field and labelled.takes(part.field):
            para.role = f"labelled {part.field}"
            if part.text:
                labelled.values.setdefault(part.field, []).append(part.text)
        elif part.field:  # said a second time, as of a second photo
            para.role = "instruction"
        elif part.text != para.text:
            para.text = part.text
    return labelled


def _plain(text: str) -> str:
    return line_text(line_of(text))

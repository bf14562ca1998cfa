"""What changed between two states of a text, word by word, as prose with insertions and deletions marked in it."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby, zip_longest
from typing import NamedTuple

from articles.text.body.body import Body
from articles.text.body.nodes import (
    Item,
    Line,
    Marks,
    Node,
    Run,
    is_heading_cell,
    nest,
    start_of_mark,
    write,
    write_line,
    written_text,
)
from articles.text.body.vocabulary import CAPTION, ITEMS, LINE, NOTHING, PARAGRAPHS, ROWS, Element
from articles.text.compare.alignment import align, likeness
from articles.text.compare.matching import opcodes

# A word or a sign, with the space after it.
# A number is one piece, with what parts its thousands and its fractions.
_PIECE = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)+[\w'’-]*\s*|[\w'’-]+\s*|[^\w\s]\s*|\s+")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
# Blocks less alike than this are not one block rewritten: the old one is struck out, the new one stands after it.
ALIKE = 0.25
NEXT_TO = 1  # so many blocks on either side of a change are shown with it
INSERTED, DELETED = ("ins", ""), ("del", "")
# What is left of an element whose words are all gone; a cell of a table keeps its place.
_EMPTY = re.compile(r"<(?!t[dh]\b)(\w+)(?: [^>]*)?></\1>")


class Word(NamedTuple):
    """A word or sign of a line, the space after it, and the marks it stands under."""

    text: str
    space: str
    marks: Marks


class Passage(NamedTuple):
    """Blocks of a text that stand together: those in and next to a change, or those that lie far from any."""

    html: str
    is_far: bool
    blocks: int


def diff_html(before: Body, after: Body) -> str:
    """Two bodies as one HTML text: its `diff_blocks`."""
    return "".join(diff_blocks(before, after))


def diff_blocks(before: Body, after: Body) -> list[str]:
    """Two bodies as blocks of HTML with `ins` and `del` around words, in the order in which they are read.

    Without what is in `del` it is what came after, without what is in `ins` what was before. A quote's speaker and a
    photo's number and credit stand in a line of their own, `p.apparatus`. Tables are compared row by row.
    """
    old, new = before.nodes, after.nodes
    written: list[str] = []
    for n, m in align([write([node]) for node in old], [write([node]) for node in new]):
        written += _block(None if n is None else old[n], None if m is None else new[m])
    return written


def passages(before: Body, after: Body) -> list[Passage]:
    """Two bodies as one HTML text in parts: those around changes, and those in which nothing near changed."""
    blocks = diff_blocks(before, after)
    changed = (place for place, block in enumerate(blocks) if "<ins>" in block or "<del>" in block)
    near = {place + step for place in changed for step in range(-NEXT_TO, NEXT_TO + 1)}
    parts: list[tuple[bool, list[str]]] = []
    for is_far, group in groupby(enumerate(blocks), key=lambda each: each[0] not in near):
        parts.append((is_far, [block for _, block in group]))
    return [Passage("".join(group), is_far, len(group)) for is_far, group in parts]


def diff_text(before: str, after: str) -> str:
    """Two plain texts, such as headlines, as one piece of HTML with `ins` and `del`."""
    return _line((Run(before),) if before else (), (Run(after),) if after else ())


def sides(one: Body, other: Body) -> tuple[str, str]:
    """Two bodies as HTML to be read side by side, each with `mark` around the words that the other has not."""
    return _sides("".join(diff_blocks(one, other)))


def sides_of_text(one: str, other: str) -> tuple[str, str]:
    """The same of two plain texts, such as headlines."""
    return _sides(diff_text(one, other))


def count_changed_words(before: Body, after: Body) -> tuple[int, int]:
    """How many words the second of two bodies has that the first has not, and the other way round."""
    old, new = (Counter(_WORD.findall(body.plain_text)) for body in (before, after))
    return (new - old).total(), (old - new).total()


def _sides(marked: str) -> tuple[str, str]:
    """What came before and what came after, each by itself, out of one text that has both."""
    return _side(marked, "del", "ins"), _side(marked, "ins", "del")


def _side(marked: str, own: str, other: str) -> str:
    """One side of a text with both: `own` is the tag around what only it has, `other` that of the other side."""
    said = re.sub(rf"<{other}>.*?</{other}>", "", marked, flags=re.DOTALL)
    said = said.replace(f"<{own}>", "<mark>").replace(f"</{own}>", "</mark>")
    while (fewer := _EMPTY.sub("", said)) != said:
        said = fewer
    return said


def _block(old: Node | None, new: Node | None) -> Iterable[str]:
    """A block that came, went, stayed or was changed."""
    if old and new and (old.tag != new.tag or (old != new and likeness(_words_of(old), _words_of(new)) < ALIKE)):
        return [*_block(old, None), *_block(None, new)]
    if any(node and node.element.holds == ROWS for node in (old, new)):
        return [_table(old, new)]
    if old and new:
        was, now = _lines(old), _lines(new)
        laid = align([write_line(line) for line in was], [write_line(line) for line in now])
        changed = [(() if n is None else was[n], () if m is None else now[m]) for n, m in laid]
        return [_written(old.element, changed, _apparatus(old), _apparatus(new))]
    if old:
        return [_written(old.element, [(line, ()) for line in _lines(old)], _apparatus(old), "")]
    return [_written(new.element, [((), line) for line in _lines(new)], "", _apparatus(new))] if new else []


def _table(old: Node | None, new: Node | None) -> str:
    """A table that came, went, stayed or was changed: its rows side by side, and in these their cells."""
    (caption, *was), (title, *now) = (node.items if node else ((),) for node in (old, new))
    laid = align([_row_text(row) for row in was], [_row_text(row) for row in now])
    rows = [
        _row(was[n] if n is not None else (), now[m] if m is not None else (), new or old, m if new else n)
        for n, m in laid
    ]
    said = "".join(_line(*pair) for pair in zip_longest(caption, title, fillvalue=()))
    return f"<table>{f'<caption>{said}</caption>' if said else ''}<tbody>{''.join(rows)}</tbody></table>"


def _row(old: Item, new: Item, table: Node | None, number: int | None) -> str:
    tags = (
        "th" if table and number is not None and is_heading_cell(table, number, place) else "td"
        for place in range(max(len(old), len(new)))
    )
    cells = zip(tags, zip_longest(old, new, fillvalue=()), strict=False)
    return f"<tr>{''.join(f'<{tag}>{_line(*pair)}</{tag}>' for tag, pair in cells)}</tr>"


def _row_text(row: Item) -> str:
    return "\t".join(map(write_line, row))


def _words_of(node: Node) -> str:
    return Body.of_nodes([node]).plain_text


def _lines(node: Node) -> list[Line]:
    """The lines to compare; an item of several paragraphs is one, with line breaks."""
    if node.element.holds != ITEMS:
        return list(node.lines)
    return [
        tuple(run for place, line in enumerate(item) for run in ([Run("\n"), *line] if place else line))
        for item in node.items
    ]


def _apparatus(node: Node) -> str:
    """What a block says about itself, in words: its speaker, or its photo and credit; a rule that it is one."""
    if node.element.holds == NOTHING:
        return "***"
    return " · ".join(_SAID[name] + value for name, value in node.attributes)


_SAID = {
    "data-attribution": "— ",
    "data-person": "person ",
    "data-photo": "photo ",
    "data-gallery": "gallery ",
    "data-box": "box ",
    "data-embed": "",
    "data-title": "",
    "data-author": "by ",
    "data-ratio": "ratio ",
    "data-credit": "credit ",
}


def _written(element: Element, changed: list[tuple[Line, Line]], old: str, new: str) -> str:
    """A block with its lines and its apparatus, each as it was and as it is."""
    start, end = _AROUND.get(element.holds, ("", ""))
    lines = "".join(f"{start}{_line(was, now)}{end}" for was, now in changed)
    about = f'<p class="apparatus">{diff_text(old, new)}</p>' if old or new else ""
    return about if element.holds == NOTHING else f"<{element.tag}>{lines}{about}</{element.tag}>"


_AROUND = {
    LINE: ("", ""),
    PARAGRAPHS: ("<p>", "</p>"),
    ITEMS: ("<li>", "</li>"),
    CAPTION: ("<figcaption>", "</figcaption>"),
}


def _line(old: Line, new: Line) -> str:
    """A line as HTML, with what came and what went marked word by word."""
    if old == new:
        return write_line(old)
    before, after = _words(old), _words(new)
    pieces: list[tuple[Marks, str]] = []
    for is_same, gone, come in _stretches(before, after):
        if is_same:
            for was, now in zip(gone, come, strict=True):
                pieces.append((was.marks, written_text(was.text)))
                pieces += _space(was, now)
        else:
            pieces += [((DELETED, *word.marks), written_text(word.text + word.space)) for word in gone]
            pieces += [((INSERTED, *word.marks), written_text(word.text + word.space)) for word in come]
    return nest((piece for piece in pieces if piece[1]), _start, lambda mark: f"</{mark[0]}>")


def _space(was: Word, now: Word) -> list[tuple[Marks, str]]:
    """The space after a word that stayed, which may have changed all the same."""
    if was.space == now.space:
        return [(was.marks, written_text(was.space))]
    return [((DELETED, *was.marks), written_text(was.space)), ((INSERTED, *now.marks), written_text(now.space))]


def _start(mark: tuple[str, str]) -> str:
    return f"<{mark[0]}>" if mark in (INSERTED, DELETED) else start_of_mark(mark)


def _words(line: Line) -> list[Word]:
    return [
        Word(piece.rstrip(), piece[len(piece.rstrip()) :], run.marks)
        for run in line
        for piece in _PIECE.findall(run.text)
    ]


def _stretches(before: list[Word], after: list[Word]) -> list[tuple[bool, list[Word], list[Word]]]:
    """(whether it stayed, words before, words after) in order. A lone sign or word between changes goes with them."""
    codes = opcodes([_key(word) for word in before], [_key(word) for word in after])
    found: list[tuple[bool, list[Word], list[Word]]] = []
    for place, (kind, n1, n2, m1, m2) in enumerate(codes):
        is_lone = n2 - n1 == 1 and 0 < place < len(codes) - 1 and all(_is_big(codes[place + side]) for side in (-1, 1))
        is_same = kind == "equal" and not is_lone
        if found and found[-1][0] == is_same:
            found[-1][1].extend(before[n1:n2])
            found[-1][2].extend(after[m1:m2])
        else:
            found.append((is_same, before[n1:n2], after[m1:m2]))
    return found


def _is_big(code: tuple[str, int, int, int, int]) -> bool:
    """Whether a change took words away and put others there, so that reading on inside it helps nobody."""
    kind, n1, n2, m1, m2 = code
    return kind == "replace" and n2 - n1 + m2 - m1 > 2


def _key(word: Word) -> tuple[str, Marks]:
    return word.text, word.marks

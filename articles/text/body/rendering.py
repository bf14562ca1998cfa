"""A section's cleaned HTML as the page shows it: quotes marked, people linked, photos drawn."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from articles.text.body.attributes import PULL
from articles.text.body.blocks import PlacedLine, more_of, placed_lines, plain
from articles.text.body.body import Body
from articles.text.body.html_parser import nodes_of
from articles.text.body.lines import tidy_line
from articles.text.body.nodes import Line, Node, Run, is_heading_cell, is_note, line_text, nest, written_text
from articles.text.body.own_links import is_pointer
from articles.text.body.vocabulary import CAPTION, ITEMS, NOTE, NOTHING, PARAGRAPHS, ROWS
from articles.text.characters import escape_html, html_attribute
from articles.text.languages.quotation_style import marks_for

_LINKING = ("a", "span")
# What a cell holds that is lined up with the figures above it: 1,234.5 · −3 % · €12 m · +4 pts · (12) · 3:1 · – · n/a
_NUMBER = re.compile(
    r"(?:[-+\u2212\u2013<>~≈±(]\s?)*(?:[^\W\d_]{0,3}\s?[$€£¥₩₹₽₴]|[^\W\d_]{3})?\s?\d[\d\s.,’'\u066b\u066c:/]*"
    r"(?:\s?(?:[%‰°)]|[$€£¥₩₹₽₴]|[^\W\d_]{1,4}\.?[²³]?))?\)?|[-\u2013\u2014\u2212…]|n/?a|\.\."
)


@dataclass(frozen=True)
class PersonLink:
    """A person as readers know them now: the name and the address of their page."""

    name: str
    url: str


@dataclass(frozen=True)
class QuoteMark:
    """A quote's place in `Body.text` and what its mark says.

    `id` is unique on the page and starts with a letter. `attribution` and `credit_line` are words frozen at
    publication; `credit_line` is the line under a set-off quote, "" where it is the attribution.
    """

    id: str
    start: int
    end: int
    attribution: str
    person: int | None = None
    set_off: bool = False
    credit_line: str = ""


class Footnotes:
    """The footnotes of a page, numbered in the order in which they are drawn; `lines` hold the HTML of each.

    `prefix` begins their ids and those of their marks, so that several stories may share a page; `name` is what a mark
    is called, with a place for its %(number)d.
    """

    def __init__(self, prefix: str, name: str = "%(number)d") -> None:
        """None so far."""
        self.prefix = prefix
        self._name = name
        self.lines: list[str] = []

    def mark(self, words: str) -> str:
        """Takes in a note, ready HTML, and gives the HTML of the mark that leads to it."""
        self.lines.append(words)
        number = len(self.lines)
        name = html_attribute("aria-label", self._name % {"number": number})
        places = html_attribute("href", f"#{self.note_id(number)}") + html_attribute("id", self.mark_id(number))
        return f'<sup class="note-mark"><a class="plain"{places}{name}>{number}</a></sup>'

    def note_id(self, number: int) -> str:
        """The id of a note, counted from 1."""
        return f"{self.prefix}note{number}"

    def mark_id(self, number: int) -> str:
        """The id of the mark in the text that leads to a note."""
        return f"{self.prefix}mark{number}"


People = Mapping[int, PersonLink]
Addresses = Mapping[str, str]  # the present address of each story and topic that readers may see, by pointer
NO_ADDRESSES: Addresses = {}
Picture = Callable[[int, str, str], str]
Gallery = Callable[[Sequence[str]], str]
DrawEmbed = Callable[[Node, str], str]
# What encloses a piece of a line: a mark's tag ("a", "strong", "em") and value, the number of a linked person, a quote.
Shell = tuple[str, str] | int | QuoteMark


def _as_row(photos: Sequence[str]) -> str:
    """A gallery of drawn photos where nobody says its name."""
    return f'<div class="gallery" data-gallery>{"".join(photos)}</div>'


def _as_link(node: Node, caption: str) -> str:
    """An embed where nothing is loaded: its words, and the link."""
    address = node.attribute("data-embed")
    said = node.attribute("data-title") or address
    return f"<p>{caption} <a{html_attribute('href', address)}>{escape_html(said)}</a></p>"


def render(
    body: Body,
    *,
    people: People,
    quotes: Sequence[QuoteMark],
    picture: Picture,
    language: str = "en",
    addresses: Addresses = NO_ADDRESSES,
    more: str = "",
    footnotes: Footnotes | None = None,
    table: str = "Table",
    embed: DrawEmbed = _as_link,
    gallery: Gallery = _as_row,
) -> str:
    """The page's HTML of one section's body, which stands under its heading.

    `quotes` hold offsets into `body.text`. A running quote is wrapped in as few spans as its paragraphs and
    the links that it crosses allow; its first element carries its id. A set-off quote's blockquote does the same and
    gets a cite, and the language's quotation marks where its writer set none. `picture(photo, caption, credit)` gives
    a placed photo's HTML; the caption it gets is ready HTML.
    Mentions of people who aren't in `people` are plain words, and so are pointers that aren't in `addresses`. A
    paragraph that is nothing but a link to a story says `more` in front of it ("Read more"), and is left out where it
    leads nowhere: its words are another story's headline. The words of footnotes go to `footnotes`; without it they
    stand in brackets. A table lies in a region with its name, which is scrolled where it is wider than the page;
    `table` begins the name of one without a caption. `embed(node, caption)` gives the HTML of an embed,
    `gallery` that of several photos one after the other, which are drawn already.
    """
    page = _Page(_Links(people, addresses), quotes, picture, language, more, footnotes, table, embed)
    drawn = ((_is_in_gallery(node), page.node(node, items)) for node, items in placed_lines(body.nodes))
    parts = ((is_in, [html for _, html in same if html]) for is_in, same in groupby(drawn, itemgetter(0)))
    return "".join(gallery(pieces) if is_in and len(pieces) > 1 else "".join(pieces) for is_in, pieces in parts)


def _is_in_gallery(node: Node) -> bool:
    return bool(node.attribute("data-gallery"))


def render_line(html: str, *, people: People, addresses: Addresses = NO_ADDRESSES) -> str:
    """The page's HTML of a heading or a caption, given as cleaned inline HTML."""
    lines = (line for node in nodes_of(html) for line in node.lines)
    return "<br>".join(_line(line, _Links(people, addresses)) for line in lines)


@dataclass(frozen=True)
class _Links:
    """Where pointers in the text lead."""

    people: People
    addresses: Addresses


class _Page:
    """What is drawn with: links, quotes, a drawer of pictures, and which quotes already carry their id."""

    def __init__(
        self,
        links: _Links,
        quotes: Sequence[QuoteMark],
        picture: Picture,
        language: str,
        more: str,
        footnotes: Footnotes | None,
        table: str,
        embed: DrawEmbed,
    ) -> None:
        self._embed = embed
        self._table_name = table
        self._links, self._more = links, more
        self._running = sorted((quote for quote in quotes if not quote.set_off), key=lambda q: (q.start, -q.end))
        self._set_off = [quote for quote in quotes if quote.set_off]
        self._picture = picture
        self._language = language
        self._footnotes = footnotes
        self._begun: set[str] = set()

    def node(self, node: Node, items: list[list[PlacedLine]]) -> str:
        """The HTML that readers get of a block."""
        if node.tag == "div":
            caption = _line(node.lines[0], self._links)
            return self._embed(node, caption)
        if node.element.holds == CAPTION:
            caption = _line(node.lines[0], self._links)
            return self._picture(int(node.attribute("data-photo")), caption, node.attribute("data-credit"))
        if node.tag == "aside":
            return self._box(node, items[0])
        if node.element.holds == PARAGRAPHS:
            return self._set_off_quote(node, items[0])
        if node.element.holds == NOTHING:
            return f"<{node.tag}>"
        if node.element.holds == ROWS:
            return self._table(node, items)
        if (pointer := more_of(node)) is not None:
            return self._more_line(items[0][0]) if pointer in self._links.addresses else ""
        if node.element.holds == ITEMS:
            inside = "".join(f"<li>{self._paragraphs(item)}</li>" for item in items)
        else:
            inside = self._words(items[0][0])
        start = f'<{node.tag} class="sub">' if node.tag == "h3" else f"<{node.tag}>"
        return f"{start}{inside}</{node.tag}>"

    def _table(self, node: Node, items: list[list[PlacedLine]]) -> str:
        (caption,), *rows = items
        numbers = _columns_of_numbers(node)
        written = [
            "".join(self._cell(node, numbers, row, column, placed) for column, placed in enumerate(cells))
            for row, cells in enumerate(rows)
        ]
        above = int("row" in node.head)
        head, body = ("".join(f"<tr>{cells}</tr>" for cells in part) for part in (written[:above], written[above:]))
        parts = (("caption", self._words(caption)), ("thead", head), ("tbody", body))
        inside = "".join(f"<{tag}>{words}</{tag}>" for tag, words in parts if words)
        columns = ", ".join(plain(placed.line) for placed in rows[0] if placed.line)  # so that two have two names
        name = html_attribute("aria-label", plain(caption.line) or f"{self._table_name}: {columns}")
        return f'<div class="table" role="region"{name} tabindex="0"><table>{inside}</table></div>'

    def _cell(self, node: Node, numbers: frozenset[int], row: int, column: int, placed: PlacedLine) -> str:
        look = ' class="number"' if column in numbers else ""
        if not is_heading_cell(node, row, column) or not placed.line:
            return f"<td{look}>{self._words(placed)}</td>"
        scope = "col" if "row" in node.head and row == 0 else "row"
        return f'<th scope="{scope}"{look}>{self._words(placed)}</th>'

    def _more_line(self, placed: PlacedLine) -> str:
        """A line that leads to another story."""
        said = f"<span>{escape_html(self._more)}</span> " if self._more else ""
        return f'<p class="more">{said}{self._words(placed)}</p>'

    def _box(self, node: Node, lines: list[PlacedLine]) -> str:
        """A box: its first line is its title, unless it is the only one; a pull has none."""
        kind = node.attribute("data-box")
        title, rest = (lines[0], lines[1:]) if len(lines) > 1 and kind != PULL else (None, lines)
        heading = f'<p class="box-title">{self._words(title)}</p>' if title else ""
        name = html_attribute("aria-label", plain(title.line)) if title else ""
        tag = {"points": "ul", "timeline": "ol"}.get(kind)
        items = (f"<li>{self._paragraphs([line])}</li>" for line in rest)
        inside = f"<{tag}>{''.join(items)}</{tag}>" if tag else self._paragraphs(rest)
        return f'<aside class="box"{html_attribute("data-box", kind)}{name}>{heading}{inside}</aside>'

    def _set_off_quote(self, node: Node, lines: list[PlacedLine]) -> str:
        at = range(lines[0].start, lines[-1].end)
        quote = next((quote for quote in self._set_off if quote.start in at), None)
        if quote is None:
            return f"<blockquote>{self._paragraphs(lines)}</blockquote>"
        opening, closing = marks_for("\n".join(line_text(placed.line) for placed in lines), self._language)
        words = f"{opening}{'</p><p>'.join(self._words(line) for line in lines)}{closing}"
        return f"<blockquote{self._said(quote)}><p>{words}</p>{_cite(quote, self._links.people)}</blockquote>"

    def _paragraphs(self, lines: Iterable[PlacedLine]) -> str:
        return "".join(f"<p>{self._words(line)}</p>" for line in lines)

    def _words(self, placed: PlacedLine) -> str:
        here = [quote for quote in self._running if quote.start < placed.end and placed.start < quote.end]
        return _line(
            placed.line, self._links, quotes=here, offset=placed.start, said=self._said, footnotes=self._footnotes
        )

    def _said(self, quote: QuoteMark) -> str:
        """The attributes of a quote's element."""
        identity = "" if quote.id in self._begun else html_attribute("id", quote.id)
        self._begun.add(quote.id)
        person = "" if quote.person is None else html_attribute("data-person", quote.person)
        said = html_attribute("data-quote", quote.id) + html_attribute("data-attribution", quote.attribution)
        return identity + said + person


def _cite(quote: QuoteMark, people: People) -> str:
    """The line under a set-off quote, in the words it was published with; the speaker's name in it is the link.

    Where a person has another name by now, the words before the first comma are the link.
    """
    words = quote.credit_line or quote.attribution
    person = people.get(quote.person) if quote.person is not None else None
    if quote.person is None or person is None:
        return f"<cite>{escape_html(words)}</cite>" if words else ""
    named = re.search(rf"(?<!\w){re.escape(person.name)}(?!\w)", words)
    start, end = named.span() if named else (0, len(words.partition(",")[0]))
    link = _start_of_person(quote.person, person) + escape_html(words[start:end].strip() or person.name) + "</a>"
    return f"<cite>{escape_html(words[:start])}{link}{escape_html(words[end:])}</cite>"


def _line(
    line: Line,
    links: _Links,
    *,
    quotes: Sequence[QuoteMark] = (),
    offset: int = 0,
    said: Callable[[QuoteMark], str] = str,
    footnotes: Footnotes | None = None,
) -> str:
    """The line's HTML; `quotes` are those that touch it, with the line starting at `offset`."""

    def note(runs: Sequence[Run]) -> str:
        bare = tuple(Run(text, tuple(mark for mark in marks if mark[0] != NOTE)) for text, marks in runs)
        words = _line(tidy_line(bare), links)
        return footnotes.mark(words) if footnotes else f" ({words})"

    def start(shell: Shell) -> str:
        if isinstance(shell, QuoteMark):
            return f"<span{said(shell)}>"
        if isinstance(shell, int):
            return _start_of_person(shell, links.people[shell])
        tag, value = shell
        return f"<a{html_attribute('href', value)}>" if tag == "a" else f"<{tag}>"

    def end(shell: Shell) -> str:
        if isinstance(shell, QuoteMark):
            return "</span>"
        return "</a>" if isinstance(shell, int) else f"</{shell[0]}>"

    pieces: list[tuple[list[Shell], str]] = []
    for are_notes, same in groupby(line, is_note):
        runs = tuple(same)
        if are_notes:
            around: list[Shell] = [quote for quote in quotes if quote.start < offset < quote.end]
            pieces.append((around, note(runs)))
        else:
            pieces += _pieces(runs, links, quotes, offset)
            offset += len(line_text(runs))
    return nest(pieces, start, end)


def _columns_of_numbers(node: Node) -> frozenset[int]:
    """The columns of a table whose cells, headings and blank ones apart, are all numbers."""
    rows = node.items[1 + ("row" in node.head) :]
    columns = enumerate([[line_text(line) for line in column if line] for column in zip(*rows, strict=True)])
    return frozenset(
        number
        for number, cells in columns
        if cells and all(map(_NUMBER.fullmatch, cells)) and not ("column" in node.head and number == 0)
    )


def _pieces(line: Line, links: _Links, quotes: Sequence[QuoteMark], at: int) -> Iterator[tuple[list[Shell], str]]:
    """The line cut where quotes begin and end, each piece with its shells.

    A link is never cut: a quote that holds all of it goes around it, a quote that crosses its edge goes inside.
    """
    cuts = sorted({position for quote in quotes for position in (quote.start, quote.end)})
    for anchor, group in groupby(line, lambda run: _anchor(run, links)):
        runs = list(group)
        first, last = at, at + sum(len(run.text) for run in runs)
        for run in runs:
            emphasis = [mark for mark in run.marks if mark[0] not in _LINKING]
            edges = [at, *(cut for cut in cuts if at < cut < at + len(run.text)), at + len(run.text)]
            for start, stop in pairwise(edges):
                around = [quote for quote in quotes if quote.start <= start and stop <= quote.end]
                outside = [quote for quote in around if not anchor or (quote.start <= first and last <= quote.end)]
                inside = [quote for quote in around if quote not in outside]
                shells: list[Shell] = [*outside, *anchor, *inside, *emphasis]
                yield shells, written_text(run.text[start - at : stop - at])
            at = edges[-1]


def _anchor(run: Run, links: _Links) -> tuple[Shell, ...]:
    """The link that the run stands in, if any: a link by address goes before a mention, since links can't nest."""
    values = dict(run.marks)
    address = values.get("a", "")
    if is_pointer(address):
        address = links.addresses.get(address, "")
    if address:
        return (("a", address),)
    person = int(values.get("span", 0))
    return (person,) if person in links.people else ()


def _start_of_person(number: int, person: PersonLink) -> str:
    return f"<a{html_attribute('data-person', number)}{html_attribute('href', person.url)}>"

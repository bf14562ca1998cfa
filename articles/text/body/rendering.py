"""A section's cleaned HTML as the page shows it: quotes marked, people linked, photos drawn."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from articles.text.body.blocks import PlacedLine, placed_lines
from articles.text.body.body import Body
from articles.text.body.html_parser import nodes_of
from articles.text.body.nodes import Line, Node, Run, line_text, nest, written_text
from articles.text.body.vocabulary import CAPTION, ITEMS, PARAGRAPHS
from articles.text.characters import escape_html, html_attribute
from articles.text.languages.quotation_style import marks_for

_LINKING = ("a", "span")


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


People = Mapping[int, PersonLink]
Picture = Callable[[int, str, str], str]
# What encloses a piece of a line: a mark's tag ("a", "strong", "em") and value, the number of a linked person, a quote.
Shell = tuple[str, str] | int | QuoteMark


def render(body: Body, *, people: People, quotes: Sequence[QuoteMark], picture: Picture, language: str = "en") -> str:
    """The page's HTML of one section's body, which stands under its heading.

    `quotes` hold offsets into `body.text`. A running quote is wrapped in as few spans as its paragraphs and
    the links that it crosses allow; its first element carries its id. A set-off quote's blockquote does the same and
    gets a cite, and the language's quotation marks where its writer set none. `picture(photo, caption, credit)` gives
    a placed photo's HTML; the caption it gets is ready HTML.
    Mentions of people who aren't in `people` are plain words.
    """
    page = _Page(people, quotes, picture, language)
    return "".join(page.node(node, items) for node, items in placed_lines(body.nodes))


def render_line(html: str, *, people: People) -> str:
    """The page's HTML of a heading or a caption, given as cleaned inline HTML."""
    lines = (line for node in nodes_of(html) for line in node.lines)
    return "<br>".join(_line(line, people) for line in lines)


class _Page:
    """What is drawn with: people, quotes, a drawer of pictures, and which quotes already carry their id."""

    def __init__(self, people: People, quotes: Sequence[QuoteMark], picture: Picture, language: str) -> None:
        self._people = people
        self._running = sorted((quote for quote in quotes if not quote.set_off), key=lambda q: (q.start, -q.end))
        self._set_off = [quote for quote in quotes if quote.set_off]
        self._picture = picture
        self._language = language
        self._begun: set[str] = set()

    def node(self, node: Node, items: list[list[PlacedLine]]) -> str:
        """The HTML that readers get of a block."""
        if node.element.holds == CAPTION:
            caption = _line(node.lines[0], self._people)
            return self._picture(int(node.attribute("data-photo")), caption, node.attribute("data-credit"))
        if node.element.holds == PARAGRAPHS:
            return self._set_off_quote(node, items[0])
        if node.element.holds == ITEMS:
            inside = "".join(f"<li>{self._paragraphs(item)}</li>" for item in items)
        else:
            inside = self._words(items[0][0])
        return f"<{node.tag}>{inside}</{node.tag}>"

    def _set_off_quote(self, node: Node, lines: list[PlacedLine]) -> str:
        at = range(lines[0].start, lines[-1].end)
        quote = next((quote for quote in self._set_off if quote.start in at), None)
        if quote is None:
            return f"<blockquote>{self._paragraphs(lines)}</blockquote>"
        opening, closing = marks_for("\n".join(line_text(placed.line) for placed in lines), self._language)
        words = f"{opening}{'</p><p>'.join(self._words(line) for line in lines)}{closing}"
        return f"<blockquote{self._said(quote)}><p>{words}</p>{_cite(quote, self._people)}</blockquote>"

    def _paragraphs(self, lines: Iterable[PlacedLine]) -> str:
        return "".join(f"<p>{self._words(line)}</p>" for line in lines)

    def _words(self, placed: PlacedLine) -> str:
        here = [quote for quote in self._running if quote.start < placed.end and placed.start < quote.end]
        return _line(placed.line, self._people, quotes=here, offset=placed.start, said=self._said)

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
    people: People,
    *,
    quotes: Sequence[QuoteMark] = (),
    offset: int = 0,
    said: Callable[[QuoteMark], str] = str,
) -> str:
    """The line's HTML; `quotes` are those that touch it, with the line starting at `offset`."""

    def start(shell: Shell) -> str:
        if isinstance(shell, QuoteMark):
            return f"<span{said(shell)}>"
        if isinstance(shell, int):
            return _start_of_person(shell, people[shell])
        tag, value = shell
        return f"<a{html_attribute('href', value)}>" if tag == "a" else f"<{tag}>"

    def end(shell: Shell) -> str:
        if isinstance(shell, QuoteMark):
            return "</span>"
        return "</a>" if isinstance(shell, int) else f"</{shell[0]}>"

    return nest(_pieces(line, people, quotes, offset), start, end)


def _pieces(line: Line, people: People, quotes: Sequence[QuoteMark], at: int) -> Iterator[tuple[list[Shell], str]]:
    """The line cut where quotes begin and end, each piece with its shells.

    A link is never cut: a quote that holds all of it goes around it, a quote that crosses its edge goes inside.
    """
    cuts = sorted({position for quote in quotes for position in (quote.start, quote.end)})
    for anchor, group in groupby(line, lambda run: _anchor(run, people)):
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


def _anchor(run: Run, people: People) -> tuple[Shell, ...]:
    """The link that the run stands in, if any: a link by address goes before a mention, since links can't nest."""
    values = dict(run.marks)
    if "a" in values:
        return (("a", values["a"]),)
    person = int(values.get("span", 0))
    return (person,) if person in people else ()


def _start_of_person(number: int, person: PersonLink) -> str:
    return f"<a{html_attribute('data-person', number)}{html_attribute('href', person.url)}>"

"""Parses HTML into the nodes of a body: anything that nh3 let through, and exactly what `write` wrote."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from articles.text.body.elements.tables import TableDraft, tables_in
from articles.text.body.lines import fitted, tidy_line
from articles.text.body.nodes import Line, Node, Run, write
from articles.text.body.parse_cache import RECENT
from articles.text.body.vocabulary import (
    ALIASES,
    CAPTION,
    CELLS,
    ELEMENTS,
    GAPS,
    ITEMS,
    LINE,
    MARKS,
    NOTE,
    NOTHING,
    PARAGRAPHS,
    ROWS,
    Check,
    Element,
)
from articles.text.characters import drop_controls, unescape_html

# nh3 and `write` spell every tag in lower case, quote every value and escape every `<` in text.
_TOKEN = re.compile(r'<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?: [a-z-]+="[^"]*")*)>|(?P<text>[^<]+|<)')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_BLOCK_END = re.compile(r"</(?:p|h[23]|li|blockquote|figcaption|caption|t[dh])>")
_BREAK = re.compile(rf"<br[^>]*>|</?{NOTE}[^>]*>")
_TAG = re.compile(r"<[^>]*>?")
_WHITESPACE = re.compile(r"[ \t\n\f\r]+")


def nodes_of(html: str) -> tuple[Node, ...]:
    """The nodes of a body, parsed now unless they were a short while ago; see `parse`."""
    nodes = RECENT.get(html)
    if nodes is None:
        nodes = parse(html)
        RECENT.put(html, nodes)
    return nodes


def visible_text(html: str) -> str:
    """The words of cleaned HTML, captions too, a newline after each block; the HTML may be cut off anywhere.

    The result is that of `Body.plain_text`, up to blanks, fifty times faster: the HTML is our own.
    """
    return unescape_html(_TAG.sub("", _BLOCK_END.sub("\n", _BREAK.sub(" ", html))))


def html_of(nodes: Iterable[Node]) -> str:
    """The nodes as canonical HTML that `nodes_of` will not need to parse; of nodes that are as `parse` makes them."""
    nodes = tuple(nodes)
    html = write(nodes)
    RECENT.put(html, nodes)
    return html


def parse(source: str) -> tuple[Node, ...]:
    """The nodes of a body. The HTML must be well-nested and spelled as nh3 or `write` spell it; see `cleaning`."""
    builder = _NodeBuilder()
    tables = tables_in(source)
    for token in _TOKEN.finditer(source):
        if token["text"] is not None:
            builder.text(_WHITESPACE.sub(" ", drop_controls(unescape_html(token["text"]))))
        elif token["end"]:
            builder.end(token["tag"])
        elif token.start() in tables:
            builder.start_table()
        else:
            values = {name: unescape_html(value) for name, value in _ATTRIBUTE.findall(token["attributes"])}
            builder.start(ALIASES.get(token["tag"], token["tag"]), values)
    return builder.nodes()


@dataclass(eq=False)
class _Container:
    """An open block element, or an open list item, which takes the lines inside it. Compared by identity."""

    element: Element
    attributes: tuple[tuple[str, str], ...] = ()
    lines: list[Line] = field(default_factory=list)


@dataclass
class _Draft:
    """A node being filled: lines by item, as long as they come from the same container."""

    container: _Container
    items: list[list[Line]]
    item: _Container
    made: Node | None = None  # one that is whole already


class _NodeBuilder:
    """Takes tags and text in order; every block's start or end ends a line, which goes to the container around it.

    Where containers are nested, a placed photo's caption takes the words first, then the innermost quote, then the
    list, then the outermost heading or paragraph; so nesting is flattened and no container gets another's words.
    A table stands in nothing else, and nothing but lines stands in it.
    """

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []
        self._runs: list[Run] = []
        # Each open tag, and the stack it was put on.
        self._opened: list[tuple[str, list[str] | list[_Container] | None]] = []
        self._marks: dict[str, list[str]] = {tag: [] for tag in MARKS}
        self._containers: dict[str, list[_Container]] = {holds: [] for holds in (LINE, PARAGRAPHS, ITEMS, CAPTION)}
        self._items: list[_Container] = []
        self._stray_items = _Container(ELEMENTS["ul"])
        self._table: TableDraft | None = None

    def text(self, text: str) -> None:
        """Text in the open line; "\\n" is a line break."""
        marks = tuple((tag, values[-1]) for tag, values in self._marks.items() if values)
        self._runs.append(Run(text, marks))

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        """A start tag with its attributes; br, hr and img have no end."""
        if tag == "br":
            self.text("\n")
        elif tag in GAPS or (tag in CELLS and not self._table):
            self.text(" ")
        elif tag in MARKS:
            self._start_mark(tag, values)
        elif tag in ELEMENTS and ELEMENTS[tag].holds == NOTHING:
            self.end_line()
            if self._is_free():
                self._make(Node(ELEMENTS[tag], ()))
        else:
            self._start_block(tag, values)

    def start_table(self) -> None:
        """The start of a table that is one; in other elements its rows are lines."""
        is_free = self._is_free()
        self._start_block("table", {})
        if is_free:
            self._table = TableDraft()

    def end(self, tag: str) -> None:
        """An end tag; one that doesn't match the last start tag is ignored."""
        tag = ALIASES.get(tag, tag)
        if not self._opened or self._opened[-1][0] != tag:
            return
        stack = self._opened.pop()[1]
        if tag not in MARKS:
            self.end_line()
            if self._table and tag == "table":
                self._end_table()
            elif self._table:
                self._table.end(tag)
        if stack is None:
            return
        closed = stack.pop()
        if isinstance(closed, _Container) and stack is self._containers[CAPTION]:
            self._place(closed)

    def end_line(self) -> None:
        """Ends the open line and, unless it is blank, puts it into its container."""
        runs, self._runs = self._runs, []
        line = tidy_line(runs)
        if not line:
            return
        if self._table:
            self._table.add(line)
        elif self._containers[CAPTION]:
            self._containers[CAPTION][-1].lines.append(line)
        elif self._containers[PARAGRAPHS]:
            self._add(line, self._containers[PARAGRAPHS][-1])
        elif self._containers[ITEMS] or self._items:
            container = self._containers[ITEMS][0] if self._containers[ITEMS] else self._stray_items
            self._add(line, container, item=self._items[-1] if self._items else container)
        else:
            element = self._containers[LINE][0].element if self._containers[LINE] else ELEMENTS["p"]
            self._add(line, _Container(element))

    def nodes(self) -> tuple[Node, ...]:
        """The nodes of all tags and text."""
        self.end_line()
        self._end_table()
        return tuple(
            draft.made
            or Node(draft.container.element, tuple(tuple(item) for item in draft.items), draft.container.attributes)
            for draft in self._drafts
        )

    def _is_free(self) -> bool:
        """Whether nothing is open that holds lines of its own."""
        return not (self._table or self._items or any(self._containers.values()))

    def _end_table(self) -> None:
        table, self._table = self._table, None
        if node := table and table.node():
            self._make(node)

    def _make(self, node: Node) -> None:
        container = _Container(node.element)
        self._drafts.append(_Draft(container, [], container, node))

    def _start_mark(self, tag: str, values: Mapping[str, str]) -> None:
        mark = MARKS[tag]
        value = mark.value_of(values)
        stack = None if value is None else self._marks[tag]
        if value is not None:
            self._marks[tag].append(value)
        self._opened.append((tag, stack))

    def _start_block(self, tag: str, values: Mapping[str, str]) -> None:
        self.end_line()
        stack = None
        if self._table:
            self._table.start(tag)
        elif tag == "li":
            stack = self._items
            stack.append(_Container(ELEMENTS["ul"]))
        elif tag in ELEMENTS and ELEMENTS[tag].holds != ROWS:
            element = ELEMENTS[tag]
            attributes = _checked(values, element.attributes)
            if not element.required or element.required in dict(attributes):
                stack = self._containers[element.holds]
                stack.append(_Container(element, attributes))
        self._opened.append((tag, stack))

    def _add(self, line: Line, container: _Container, item: _Container | None = None) -> None:
        item = item or container
        line = fitted(line, container.element)
        if not self._drafts or self._drafts[-1].container is not container:
            self._drafts.append(_Draft(container, [[line]], item))
        elif self._drafts[-1].item is not item:
            self._drafts[-1].items.append([line])
            self._drafts[-1].item = item
        else:
            self._drafts[-1].items[-1].append(line)

    def _place(self, container: _Container) -> None:
        """Puts an ended figure, its caption's lines joined by line breaks, after what was read before it."""
        runs: list[Run] = []
        for line in container.lines:
            runs += [Run("\n"), *line]
        self._drafts.append(_Draft(container, [[fitted(tidy_line(runs), container.element)]], container))


def _checked(values: Mapping[str, str], checks: Mapping[str, Check]) -> tuple[tuple[str, str], ...]:
    """The attributes that are allowed and whose values pass their checks, in the vocabulary's order."""
    results = ((name, check(values[name])) for name, check in checks.items() if name in values)
    return tuple((name, value) for name, value in results if value is not None)

"""Whether a pasted text is a whole story; its text for the parser of `wire`, the parser's blocks with their markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from articles.text.body.html_parser import nodes_of
from articles.text.body.lines import ending, join_runs
from articles.text.body.nodes import Line, Node, Run, line_text, write
from articles.text.body.vocabulary import CAPTION, ELEMENTS, ITEMS, NOTHING, PARAGRAPHS, ROWS
from articles.text.people.name_index import name_words
from articles.text.wire import ParsedBlock

HEAD = 4  # a heading among so many first blocks is the headline
STORY_AT_MOST = 200_000  # characters; more than that is a book, which is pasted as text
WHOLE_PARAGRAPHS, WHOLE_WORDS = 4, 80  # what a note rarely has
BRIEF_WORDS, BRIEF_PARAGRAPH = 30, 12  # of what has a headline, in all and in the paragraph under it
HEADLINE_AT_MOST = 160  # characters
_HEADLINE = re.compile(r"(?!.*[.,:;…。，：；]$)(?:\S+(?:\s+\S+){2,}|[\u3040-\u30ff\u3400-\u9fff]{5}.*)")
_SENTENCE = re.compile(r"[.!?…。！？][”’»“\"')\]]*$")
WHOLE = (ROWS, NOTHING)
_MARKER = "\ue000%d\ue000"  # no text that people write holds it
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def is_whole_story(text: str) -> bool:
    """Whether a plain text is a story rather than a note or a book: by its words and its paragraphs.

    Blank lines part these where there are any.
    """
    if len(text) > STORY_AT_MOST:
        return False
    text = text.replace("\r\n", "\n").strip()
    paragraphs = [part for part in _BLANK_LINE.split(text) if part.strip()]
    if len(paragraphs) == 1:
        paragraphs = [line for line in text.split("\n") if line.strip()]
    words = len(name_words(text))
    return (len(paragraphs) >= WHOLE_PARAGRAPHS and words >= WHOLE_WORDS) or (
        words >= BRIEF_WORDS and _is_brief([" ".join(part.split()) for part in paragraphs])
    )


def _is_brief(paragraphs: Sequence[str]) -> bool:
    """Whether a line that may be a headline stands over a sentence."""
    headline, *rest = paragraphs
    return (
        bool(rest)
        and len(headline) <= HEADLINE_AT_MOST
        and _HEADLINE.fullmatch(headline) is not None
        and any(_SENTENCE.search(part) and len(name_words(part)) >= BRIEF_PARAGRAPH for part in rest[:3])
    )


def as_text(html: str) -> str:
    """The cleaned HTML as the plain text that `parse_story` reads: headings and list items carry their marks.

    For what stays whole, such as a table, a sign stands that `with_markup` knows.
    """
    return "\n\n".join(_texts(nodes_of(html)))


def _texts(nodes: Sequence[Node]) -> Iterator[str]:
    headline = next((node for node in nodes[:HEAD] if node.tag == "h2"), None)
    for number, node in enumerate(nodes):
        if node.element.holds in WHOLE:
            yield _MARKER % number
            continue
        mark = "• " if node.element.holds == ITEMS else "# " if node is headline else "## " if node.tag == "h2" else ""
        for item in node.items:
            words = [line_text(line) for line in item if line]
            # A list item is one block, however many paragraphs it has; all others have a block a line.
            for text in [" ".join(words)] if node.element.holds == ITEMS else words:
                yield mark + text


def with_markup(blocks: Iterable[ParsedBlock], html: str) -> str:
    """The blocks as a body, each with the links, emphasis and element it had in the cleaned `html` they were read from.

    A block whose words are the end of a line there (its dateline was taken off) has that end; words that are nowhere in
    one line are plain. What stays whole is where its sign is; where the sign was taken for something else, at the end.
    """
    sources = _sources(html)
    whole = {_MARKER % number: node for number, node in enumerate(nodes_of(html)) if node.element.holds in WHOLE}
    placed = [(block, *_source_of(block, sources)) for block in blocks]
    nodes = []
    for _, same in groupby(placed, key=_element_of):
        group = list(same)
        block, node, _ = group[0]
        lines = [line for _, _, line in group]
        if block.text in whole:
            nodes.append(whole.pop(block.text))
        elif block.kind == "h2":
            nodes.append(Node(ELEMENTS["h2"], ((lines[0],),)))
        elif block.kind == "li":
            nodes.append(Node(ELEMENTS[node.tag if node else "ul"], tuple((line,) for line in lines)))
        elif node and node.element.holds == PARAGRAPHS:
            nodes.append(Node(node.element, (tuple(lines),), node.attributes))
        else:
            nodes.append(Node(ELEMENTS["p"], ((lines[0],),)))
    return write([*nodes, *whole.values()])


def _element_of(placed: tuple[ParsedBlock, Node | None, Line]) -> tuple[str, int]:
    """What neighbours share that become one element: a list, a quote; else a block is alone."""
    block, node, line = placed
    if block.kind == "li":
        return "li", id(node)
    together = block.kind == "p" and node is not None and node.element.holds == PARAGRAPHS
    return block.kind, id(node) if together else id(line)


def _sources(html: str) -> list[tuple[str, Node, Line]]:
    """(words, node, line) of each line of the HTML; a list item's lines are one, with line breaks."""
    found = []
    for node in nodes_of(html):
        for item in node.items:
            is_one = node.element.holds == ITEMS
            for line in [_joined(item)] if is_one else item:
                found.append((" ".join(line_text(line).split()), node, line))
    return found


def _joined(item: tuple[Line, ...]) -> Line:
    runs: list[Run] = []
    for line in item:
        runs += [Run("\n"), *line] if runs else line
    return join_runs(runs)


def _source_of(block: ParsedBlock, sources: list[tuple[str, Node, Line]]) -> tuple[Node | None, Line]:
    """The node and the line that a block was read from, which no other block then has; or None and its plain words."""
    for is_it in (str.__eq__, str.endswith):
        for at, (text, node, line) in enumerate(sources):
            if is_it(text, block.text) and (block.kind == "li") == (node.element.holds == ITEMS):
                del sources[at]
                return (None if node.element.holds == CAPTION else node), ending(line, len(block.text))
    return None, block.runs

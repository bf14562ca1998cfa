"""Lines of foreign bodies: two line breaks part paragraphs, and an address alone is a link."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from articles.text.body.html_parser import nodes_of
from articles.text.body.lines import join_runs
from articles.text.body.nodes import Line, Node, Run, write

_BARE_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def parted(cleaned: str) -> tuple[str, list[str]]:
    """(the cleaned body with paragraphs parted where two line breaks part them; the addresses that stood alone).

    Such an address becomes a link: other systems embed what is there by themselves.
    """
    addresses: list[str] = []
    nodes = [part for node in nodes_of(cleaned) for part in _parts(node)]
    return write(_linked(node, addresses) for node in nodes), addresses


def _parts(node: Node) -> Iterator[Node]:
    if node.tag != "p":
        yield node
        return
    lines: list[list[Run]] = [[]]
    for text, marks in node.lines[0]:
        first, *rest = re.split(r"\n\s*\n", text)
        lines[-1].append(Run(first, marks))
        lines += [[Run(part, marks)] for part in rest]
    for runs in lines:
        line = _trimmed(join_runs(run for run in runs if run.text))
        if line:
            yield Node(node.element, ((line,),))


def _trimmed(line: Line) -> Line:
    """The line without blanks at its ends."""
    runs = list(line)
    while runs and not runs[0].text.strip():
        del runs[0]
    while runs and not runs[-1].text.strip():
        del runs[-1]
    if runs:
        runs[0] = Run(runs[0].text.lstrip(), runs[0].marks)
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].marks)
    return tuple(runs)


def _linked(node: Node, addresses: list[str]) -> Node:
    """A paragraph that is nothing but an address as a link to it: what other systems embed by itself."""
    if node.tag == "p" and len(node.lines[0]) == 1 and not node.lines[0][0].marks:
        words = node.lines[0][0].text
        if _BARE_ADDRESS.fullmatch(words) and urlsplit(words).hostname:
            addresses.append(words)
            return Node(node.element, (((Run(words, (("a", words),)),),),))
    return node

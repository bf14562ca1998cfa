"""Notes and comments that are only text: marks such as [a] behind words, and the lines they stand for at the end."""

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.text.body.lines import join_runs
from articles.text.body.nodes import Line, Node, Run, line_text
from articles.text.body.vocabulary import LINE
from articles.text.paste.left_out import COMMENTS, FOOTNOTES, LeftOut

_NOTE = re.compile(r"\[([a-z]{1,2}|\d{1,3})\]\s*\S")
_NUMBERED = re.compile(r"([⁰¹²³⁴-⁹]{1,3})\s*\S")
_FLAT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def without_note_marks(nodes: Sequence[Node]) -> tuple[list[Node], LeftOut]:
    """The nodes without the lines at their end that begin with a mark, [a], when it stands behind words before them.

    Those marks go too. Lines whose mark is nowhere before them are text.
    """
    kept = list(nodes)
    notes: dict[str, int] = {}
    while kept and (found := _NOTE.match(_words(kept[-1]))):
        notes.setdefault(found[1], 0)
        kept.pop()
    text = "\n".join(line_text(line) for node in kept for line in node.lines)
    if not notes or not all(re.search(rf"\S\[{mark}\]", text) for mark in notes):
        return list(nodes), LeftOut()
    marks = re.compile(rf"(?<=\S)\[(?:{'|'.join(notes)})\]")
    left_out = LeftOut()
    for mark in notes:
        left_out[FOOTNOTES if mark.isdecimal() else COMMENTS] += 1
    return [_without(node, marks) for node in kept], left_out


def without_notes(nodes: Sequence[Node], numbers: set[str]) -> list[Node]:
    """The nodes without the lines at their end that begin with the raised number of a footnote that was taken out."""
    kept = list(nodes)
    while kept and (found := _NUMBERED.match(_words(kept[-1]))) and found[1].translate(_FLAT) in numbers:
        kept.pop()
    return kept


def _words(node: Node) -> str:
    return line_text(node.lines[0]) if node.element.holds == LINE else ""


def _without(node: Node, marks: re.Pattern[str]) -> Node:
    items = tuple(tuple(_line_without(line, marks) for line in item) for item in node.items)
    return replace(node, items=items)


def _line_without(line: Line, marks: re.Pattern[str]) -> Line:
    """The line without these marks, each of which may stand under several looks."""
    text = line_text(line)
    gone = {at for found in marks.finditer(text) for at in range(*found.span())}
    if not gone:
        return line
    places = iter(range(len(text)))
    kept = (Run("".join(sign for sign in run.text if next(places) not in gone), run.marks) for run in line)
    return join_runs(run for run in kept if run.text)

"""The one spelling of a line: its white space, its marks, and as few runs as it can have."""

import re
from collections.abc import Iterable
from functools import partial
from itertools import groupby
from operator import attrgetter

from articles.text.body.nodes import Line, Marks, Run, is_note, line_text, without_notes
from articles.text.body.vocabulary import MARKS, NOTE, Element
from articles.text.characters import is_blank

_UNEVEN = re.compile(r"[ \n]{2,}")  # white space that is more than one space or one break


def tidy_line(runs: Iterable[Run]) -> Line:
    """The one spelling of a line: single spaces, none at its ends or around breaks, no mark over nothing; or ()."""
    runs = [run for run in runs if run.text]
    if all(is_blank(run.text) for run in runs):
        return ()
    return join_runs(_without_blank_marks(_single_spaced(runs)))


def fitted(line: Line, element: Element) -> Line:
    """A tidy line as an element takes it: with breaks and footnotes where it may have them.

    A note that hangs on no words is none.
    """
    has_notes = any(map(is_note, line))
    is_broken = not element.breaks and "\n" in line_text(line)
    are_words = has_notes and (not element.notes or is_blank(line_text(without_notes(line))))
    if not (is_broken or are_words):
        return line
    return tidy_line(
        Run(
            text.replace("\n", " ") if is_broken else text,
            tuple(mark for mark in marks if mark[0] != NOTE or not are_words),
        )
        for text, marks in line
    )


def join_runs(runs: Iterable[Run]) -> Line:
    """The runs as a line, neighbours under the same marks as one."""
    return tuple(
        Run("".join(run.text for run in same), marks) for marks, same in groupby(runs, key=attrgetter("marks"))
    )


def _single_spaced(runs: Iterable[Run]) -> list[Run]:
    """Between two words one space, or the breaks among the spaces there; before the first and after the last none."""
    spaced: list[Run] = []
    gap: Run | None = None
    for text, marks in runs:
        words = text.strip(" \n")
        start = text.index(words) if words else len(text)
        gap = _wider(gap, text[:start], marks)
        if words:
            if gap and spaced:
                spaced.append(gap)
            spaced.append(Run(_UNEVEN.sub(_gap, words), marks))
            gap = _wider(None, text[start + len(words) :], marks)
    return spaced


def _gap(spaces: re.Match[str]) -> str:
    """What stands for white space between two words."""
    return "\n" * spaces[0].count("\n") or " "


def _wider(gap: Run | None, spaces: str, marks: Marks) -> Run | None:
    """The gap with more spaces: a break wins over a space, and the first of equals keeps its marks."""
    if not spaces:
        return gap
    breaks = "\n" * spaces.count("\n")
    if gap is None or (gap.text == " " and breaks):
        return Run(breaks or " ", marks)
    return Run(gap.text + breaks, gap.marks) if breaks else gap


def _without_blank_marks(runs: list[Run]) -> list[Run]:
    if not any(run.marks and is_blank(run.text) for run in runs):
        return runs
    for tag in MARKS:
        unmarked: list[Run] = []
        for value, group in groupby(runs, partial(_value_of, tag)):
            same = list(group)
            if value is not None and all(is_blank(run.text) for run in same):
                same = [Run(run.text, tuple(mark for mark in run.marks if mark[0] != tag)) for run in same]
            unmarked += same
        runs = unmarked
    return runs


def _value_of(tag: str, run: Run) -> str | None:
    """What a run's mark of this tag says, or None where it stands under none."""
    return dict(run.marks).get(tag)


def ending(line: Line, length: int) -> Line:
    """The last `length` characters of a line, counted with single spaces, with their marks."""
    skip = len(" ".join(line_text(line).split())) - length
    kept = []
    for run in line:
        kept.append(Run(run.text[min(skip, len(run.text)) :], run.marks))
        skip = max(0, skip - len(run.text))
    return join_runs(run for run in kept if run.text)

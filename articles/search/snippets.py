"""The passage of a text that holds a query's words, and the marks on the words as they were written. Runs no query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.search.query import Alternative, Query
from articles.search.words import chunks, is_unspaced, terms
from articles.text.characters import without_soft_hyphens
from articles.text.languages.folding import fold

LENGTH = 180  # characters of a passage, about two lines
MOST_READ = 60_000  # characters of a story that are looked through


@dataclass(frozen=True)
class TextRun:
    """Some characters of a passage, marked or not."""

    text: str
    is_hit: bool


def marked(text: str, query: Query, language: str) -> list[TextRun]:
    """The whole text as a list of TextRuns, without its soft hyphens."""
    text = without_soft_hyphens(text)
    return _runs(text, 0, len(text), _hits(text, query, language))


def passage(text: str, query: Query, language: str) -> list[TextRun]:
    """The TextRuns of the stretch of about LENGTH characters with most of the query's words; [] when none is in it."""
    text = without_soft_hyphens(text[:MOST_READ])
    hits = _hits(text, query, language)
    if not hits:
        return []
    start, end = _stretch(text, _best(hits))
    runs = _runs(text, start, end, hits)
    before = [TextRun("… ", False)] if start > 0 else []
    return [*before, *runs, *([TextRun(" …", False)] if end < len(text.rstrip()) else [])]


def _hits(text: str, query: Query, language: str) -> list[tuple[int, int, int]]:
    """(start, end, place of the group) of each run of characters that a group of the query asks for."""
    wanted = [(place, terms) for place, group in enumerate(query.groups) for terms in group]
    first: dict[str, list[tuple[int, Alternative]]] = {}
    for place, asked in wanted:
        first.setdefault(asked[0].rstrip("*"), []).append((place, asked))
    beginnings = [(asked[0][:-1], place) for place, asked in wanted if asked[0].endswith("*") and len(asked) == 1]
    flat: list[tuple[int, int, str]] = []
    for start, end, chunk in chunks(text):
        found = terms(chunk, language)
        # Nearly every chunk is one word; a page looks through five thousand of them.
        flat += [(start, end, found[0])] if len(found) == 1 else _placed_terms(start, end, chunk, found)
    hits = []
    for at, (start, _, term) in enumerate(flat):
        for place, asked in first.get(term, ()):
            if _follows(flat, at, asked):
                hits.append((start, flat[at + len(asked) - 1][1], place))
        hits += [(start, start + 1, place) for beginning, place in beginnings if term.startswith(beginning)]
    return hits


def _placed_terms(start: int, end: int, chunk: str, found: Sequence[str]) -> list[tuple[int, int, str]]:
    """(start, end, term) of a chunk's terms; pairs of characters written without spaces have places of their own."""
    places = [start + place for place, character in enumerate(chunk) for _ in fold(character)]
    if len(found) == len(places) and is_unspaced(chunk):
        return [
            (at, places[place + len(term) - 1] + 1, term)
            for place, (at, term) in enumerate(zip(places, found, strict=True))
        ]
    return [(start, end, term) for term in found]


def _follows(flat: Sequence[tuple[int, int, str]], at: int, asked: Alternative) -> bool:
    """Whether the terms of an alternative stand one after the other from `at` on."""
    following = [term for _, _, term in flat[at : at + len(asked)]]
    if len(following) < len(asked):
        return False
    last = asked[-1]
    ends_well = following[-1].startswith(last[:-1]) if last.endswith("*") else following[-1] == last
    return following[:-1] == list(asked[:-1]) and ends_well


def _best(hits: Sequence[tuple[int, int, int]]) -> tuple[int, int, int]:
    """The first hit of the stretch that holds the most different groups, then the most hits."""

    def worth(hit: tuple[int, int, int]) -> tuple[int, int]:
        near = [other for other in hits if hit[0] <= other[0] < hit[0] + LENGTH]
        return len({place for _, _, place in near}), min(len(near), 3)

    return max(hits[:200], key=worth)


def _stretch(text: str, hit: tuple[int, int, int]) -> tuple[int, int]:
    """(start, end) around a hit, within its paragraph when that is long enough, never inside a word."""
    opening = text.rfind("\n", 0, hit[0]) + 1
    start = max(opening, hit[0] - LENGTH // 3)
    if start > opening:
        start = _after_blank(text, start, hit[0])
    end = min(len(text), start + LENGTH)
    if end < len(text):
        blank = text.rfind(" ", hit[1], end)
        end = blank if blank > hit[1] else max(end, hit[1])
    closing = text.find("\n", hit[1], end)
    return start, (closing if closing >= start + LENGTH // 3 else end)


def _after_blank(text: str, start: int, hit: int) -> int:
    """The first place after a blank from `start` up to the hit; `start` when there is none."""
    blank = text.find(" ", start, hit)
    return blank + 1 if blank >= 0 else start


def _runs(text: str, start: int, end: int, hits: Iterable[tuple[int, int, int]]) -> list[TextRun]:
    """The characters from start to end as TextRuns, neighbouring hits in one."""
    is_hit = bytearray(end - start)
    for first, last, _ in hits:
        for place in range(max(first, start), min(last, end)):
            is_hit[place - start] = 1
    runs, began = [], start
    for place in range(start + 1, end + 1):
        if place == end or is_hit[place - start] != is_hit[began - start]:
            runs.append(TextRun(text[began:place].replace("\n", " "), bool(is_hit[began - start])))
            began = place
    return [run for run in runs if run.text]

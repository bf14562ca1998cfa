"""Finds known people's names in text of any script, and marks a body's first mention of each person."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from articles.text.body.body import Body
from articles.text.body.lines import join_runs
from articles.text.body.nodes import Line, Node, Run, line_text
from articles.text.body.vocabulary import CAPTION, NOTE, ROWS
from articles.text.languages.folding import fold
from articles.text.languages.scripts import CLUSTER, HAN, HIRAGANA, KATAKANA, UNSPACED

# Between a name's words: spaces within a line, a hyphen, an apostrophe, Tibetan's sign between syllables, a point (only
# where `_joins` allows it).
_GAP = re.compile(r"(?P<point>\.?)[^\S\n]*|[-‐‑]|['’ʼ`´]|[\u0f0b\u0f0c] ?")
_APOSTROPHES = frozenset("'’ʼ`´")
_HYPHENS = frozenset("-‐‑")
# French, Italian and Catalan words that lean on the next by an apostrophe: l’Ukraine, dell’Italia.
_ELIDED = re.compile("[ldjmnstc]|(?:|lors|puis|jus)qu|un|(?:a|de|da|ne|su)ll")
LONG_WORD = 40  # letters; the keys of shorter words are remembered
FULL_RUN = 6  # letters of Thai and its like that are no chance, if they stand together
_IN_CLUSTERS = re.compile(f"(?:{CLUSTER})+")


@dataclass(frozen=True)
class NameHit:
    """A name found at text[start:end], and the numbers, in rising order, of all people who go by it."""

    start: int
    end: int
    people: tuple[int, ...]


class NameWord(NamedTuple):
    """A word of a text as names are made of (a Chinese character is one): its folded key and where it stands."""

    key: str
    start: int
    end: int


@dataclass
class _Name:
    """A known name: its words' keys, whether each begins with a capital, whether a point follows, who goes by it."""

    keys: tuple[str, ...]
    capitals: tuple[bool, ...]
    points: tuple[bool, ...]
    people: tuple[int, ...]


class NameIndex:
    """Known names, looked up by their first word; built from (person's number, name or alias) pairs."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        """Reads the pairs; a name without a letter or digit is left out, the same pair twice counts once."""
        found: dict[tuple[tuple[str, ...], tuple[bool, ...], tuple[bool, ...]], set[int]] = {}
        for person, name in names:
            words = name_words(name)
            if words:
                keys = tuple(word.key for word in words)
                capitals = tuple(name[word.start].isupper() or name[word.start].istitle() for word in words)
                points = tuple(name[word.end : word.end + 1] == "." for word in words)
                found.setdefault((keys, capitals, points), set()).add(person)
        self._by_first: dict[str, list[_Name]] = {}
        for (keys, capitals, points), people in found.items():
            self._by_first.setdefault(keys[0], []).append(_Name(keys, capitals, points, tuple(sorted(people))))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda name: -len(name.keys))

    def find(self, text: str, words: Sequence[NameWord] | None = None) -> list[NameHit]:
        """All names in the text, in order, without overlaps, the longest at each place.

        Case, accents and the kind of apostrophe don't matter, but a word that the name writes with a capital must have
        one. A name ends where its word ends: a possessive ’s may follow, a hyphen with more letters may not.
        `words` are the text's `name_words`, where the caller has them.
        """
        words = name_words(text) if words is None else words
        hits: list[NameHit] = []
        at = 0
        while at < len(words):
            names = [name for name in self._by_first.get(words[at].key, ()) if _stands_at(name, text, words, at)]
            if names:
                longest = len(names[0].keys)
                people = {person for name in names if len(name.keys) == longest for person in name.people}
                hits.append(NameHit(words[at].start, words[at + longest - 1].end, tuple(sorted(people))))
            at += longest if names else 1
        return hits


def name_words(text: str) -> list[NameWord]:
    """The words of the text, in order."""
    return [
        NameWord(key, match.start(), match.end())
        for match in _word_pattern().finditer(text)
        if (key := _key(match[0]) if len(match[0]) < LONG_WORD else fold(match[0]))
    ]


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    """The key of one word. A story, and a newsroom, use the same few thousand words again and again."""
    return fold(word)


def may_join(text: str, word: NameWord, following: NameWord) -> bool:
    """Whether some name could have between two of its words what the text has between these."""
    gap = text[word.end : following.start]
    return gap == " " or _GAP.fullmatch(gap) is not None


def link_people(body: Body, index: NameIndex) -> Body:
    """The body with a mention around the first place that names each person in full, and nothing else changed.

    In full means in two words or more (a Chinese character is one): "May" or "Holm" alone could be anything. Left alone
    are people who have a mention already, names that several people go by, headings, captions, and words that are a
    link or a mention, even in part. Doing it twice changes nothing more.
    """
    done = set(body.mentioned_people)
    return Body.of_nodes(_linked(node, index, done) for node in body.nodes)


def _linked(node: Node, index: NameIndex, done: set[int]) -> Node:
    if node.tag in ("h2", "h3") or node.element.holds == CAPTION:
        return node
    titles = node.items[:1] if node.element.holds == ROWS else ()
    lines = node.items[len(titles) :]
    items = (*titles, *(tuple(_linked_line(line, index, done) for line in item) for item in lines))
    return replace(node, items=items)


def _linked_line(line: Line, index: NameIndex, done: set[int]) -> Line:
    for hit in index.find(line_text(line)):
        if is_full(line_text(line)[hit.start : hit.end]) and len(hit.people) == 1 and hit.people[0] not in done:
            pieces = list(_cut(line, hit))
            if not any(tag in ("a", "span") for run, is_inside in pieces if is_inside for tag, _ in run.marks):
                mark = ("span", str(hit.people[0]))
                line = join_runs(_marked(run, mark) if is_inside else run for run, is_inside in pieces)
                done.add(hit.people[0])
    return line


def _marked(run: Run, mark: tuple[str, str]) -> Run:
    """The run with one mark more, which stands where the vocabulary has it: within a note, about all others."""
    notes = tuple(each for each in run.marks if each[0] == NOTE)
    return Run(run.text, (*notes, mark, *run.marks[len(notes) :]))


def is_full(name: str) -> bool:
    """Whether a name has two words or more; of those in Thai and its like also one that is long."""
    return len(name_words(name)) >= (FULL_RUN if _IN_CLUSTERS.fullmatch(name) else 2)


def _cut(line: Line, hit: NameHit) -> Iterator[tuple[Run, bool]]:
    """The line's runs cut at the hit's ends, and whether each piece lies in the hit."""
    at = 0
    for text, marks in line:
        start, end = (min(max(edge - at, 0), len(text)) for edge in (hit.start, hit.end))
        parts = ((text[:start], False), (text[start:end], True), (text[end:], False))
        yield from ((Run(part, marks), is_inside) for part, is_inside in parts if part)
        at += len(text)


@cache
def _word_pattern() -> re.Pattern[str]:
    """Words: letters and digits with their combining marks, which `\\w` leaves out; made once, on first use."""
    combining = (
        "".join(chr(code) for code in range(0x300, 0x11FFF) if unicodedata.category(chr(code)) in ("Mn", "Mc"))
        + "\u00ad\u0640\u200c\u200d\ufe0f"
    )
    letters = rf"[^\W_{UNSPACED}]+"
    # Without spaces a Chinese character is a word, a Thai letter with its signs, a run of katakana or hiragana.
    unspaced = f"[{HAN}]|{CLUSTER}|[{HIRAGANA}]+|[{KATAKANA}]+"
    return re.compile(rf"{letters}(?:{letters}|[{combining}]+)*|{unspaced}")


def _stands_at(name: _Name, text: str, words: Sequence[NameWord], at: int) -> bool:
    here = words[at : at + len(name.keys)]
    return (
        tuple(word.key for word in here) == name.keys
        and not any(capital and text[word.start].islower() for word, capital in zip(here, name.capitals, strict=True))
        and all(_joins(text, *joint) for joint in zip(here, here[1:], name.points, strict=False))
        and _begins(text, words, at)
        and _ends(text, words, at + len(here) - 1)
    )


def _joins(text: str, word: NameWord, following: NameWord, has_point: bool) -> bool:
    """Whether what stands between two words may stand in a name: a point only after an initial or where it has one."""
    gap = _GAP.fullmatch(text, word.end, following.start)
    return gap is not None and (not gap["point"] or has_point or len(word.key) == 1)


def _begins(text: str, words: Sequence[NameWord], at: int) -> bool:
    """Whether the word isn't the later part of a longer one: Maria in Ana-Maria, Malley in O’Malley."""
    if at == 0 or words[at - 1].end + 1 != words[at].start:
        return True
    joint = text[words[at].start - 1]
    return joint not in _HYPHENS and (joint not in _APOSTROPHES or bool(_ELIDED.fullmatch(words[at - 1].key)))


def _ends(text: str, words: Sequence[NameWord], at: int) -> bool:
    """Whether the word isn't the earlier part of a longer one; a possessive s makes none."""
    if at + 1 == len(words) or words[at].end + 1 != words[at + 1].start:
        return True
    joint = text[words[at].end]
    return joint not in _HYPHENS and (joint not in _APOSTROPHES or words[at + 1].key == "s")

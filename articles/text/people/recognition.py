"""Which known people a story names: in full, and by their last or short names once they stood in full."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from articles.text.languages.folding import fold
from articles.text.people.name_index import NameHit, NameIndex, NameWord, may_join, name_words

LONGEST_NAME = 6  # words; who has more is found by an alias


class Recognition:
    """The lines of a story in which people are to be recognised."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Finds the words of the lines, once for all that is asked."""
        self._lines = [(line, name_words(line)) for line in lines]

    def name_keys(self) -> set[str]:
        """The folded keys of everything that could be a name in full.

        That is each run of two to LONGEST_NAME words that does not begin with a small letter, with nothing between two
        words that could not stand in a name.
        """
        runs = {line[start:end] for line, words in self._lines for start, end in _name_runs(line, words)}
        return {fold(run) for run in runs}

    def hits(self, names: Iterable[tuple[int, str]], mentioned: Iterable[int] = ()) -> list[list[NameHit]]:
        """For each line the places that name one of the people in `names`, (person's number, name or alias) pairs.

        A name of one word and a last name count only for people that the story named in full before, or who are
        `mentioned` anyway; a name that could be several people's belongs to the only one of them who counts, and to
        nobody when several do.
        """
        names = list(names)
        index = NameIndex([*names, *((person, last) for person, name in names if (last := _last_name(name)))])
        present = set(mentioned)
        found: list[list[NameHit]] = []
        for line, words in self._lines:
            found.append([])
            for hit in index.find(line, words):
                is_full = len(name_words(line[hit.start : hit.end])) > 1
                people = set(hit.people) & present or (set(hit.people) if is_full else set())
                if len(people) == 1:
                    present |= people
                    found[-1].append(NameHit(hit.start, hit.end, tuple(people)))
        return found


def _name_runs(line: str, words: Sequence[NameWord]) -> Iterator[tuple[int, int]]:
    """Start and end of each run of words that could be a name in full."""
    for at, first in enumerate(words):
        if line[first.start].islower():
            continue
        for before, last in pairwise(words[at : at + LONGEST_NAME]):
            if not may_join(line, before, last):
                break
            yield first.start, last.end


def _last_name(name: str) -> str:
    """The last word of a name of several, or ""."""
    words = name_words(name)
    return name[words[-1].start : words[-1].end] if len(words) > 1 else ""

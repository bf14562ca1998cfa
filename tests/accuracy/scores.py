"""What a reader of words got right, counted: precision, recall, and every fault in words."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"


@dataclass(frozen=True)
class Score:
    """Of one kind of thing in one language: how many were given, wanted, and both; `faults` says which were not."""

    kind: str
    language: str
    right: int = 0
    given: int = 0
    wanted: int = 0
    faults: tuple[str, ...] = ()

    @property
    def precision(self):
        """The share of what was given that is right; 1 where nothing was given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self):
        """The share of what was wanted that was given; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    def __add__(self, other):
        return replace(
            self,
            right=self.right + other.right,
            given=self.given + other.given,
            wanted=self.wanted + other.wanted,
            faults=self.faults + other.faults,
        )


def compared(kind, language, *, wanted, given, where):
    """The Score of a list of values against the list that was wanted, in whatever order; `where` names the passage."""
    wanted, given = Counter(wanted), Counter(given)
    faults = [f"{where}: {kind} missing: {value}" for value in (wanted - given).elements()]
    faults += [f"{where}: {kind} wrong: {value}" for value in (given - wanted).elements()]
    right = (wanted & given).total()
    return Score(kind, language, right, given.total(), wanted.total(), tuple(faults))


def none_of(kind, language, *, tried, faults):
    """The Score of what must never happen: of `tried` chances the `faults`, each in words."""
    return Score(kind, language, tried - len(faults), tried, tried, tuple(faults))


def summed(scores):
    """One Score for each kind and language, sorted by language, the kinds in the order in which they first come."""
    scores = list(scores)
    kinds = list(dict.fromkeys(score.kind for score in scores))
    scores.sort(key=lambda score: (kinds.index(score.kind), score.language))
    return [
        sum(same, Score(kind, language))
        for (kind, language), same in groupby(scores, key=lambda score: (score.kind, score.language))
    ]


def total(scores, kind):
    """The Score of a kind in all languages together."""
    return sum((score for score in scores if score.kind == kind), Score(kind, "all"))

"""Prints how well words are read: `python -m tests.accuracy [wires …] [--faults] [--corpus FOLDER]`."""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402  needs the environment above

django.setup()

from tests.accuracy import pastes, photos, quotes, wires  # noqa: E402  needs the set-up above
from tests.accuracy.limits import LIMITS  # noqa: E402  needs the set-up above
from tests.accuracy.scores import CORPUS, total  # noqa: E402  needs the set-up above

READERS = {"quotes": quotes.score, "wires": wires.score, "pastes": pastes.score, "photos": photos.score}
COLUMNS = "{:<38}{:<6}{:>7}{:>7}{:>7}{:>11}{:>9}{:>8}  {}"


def main():
    parser = argparse.ArgumentParser(prog="make accuracy", description=__doc__)
    parser.add_argument("corpora", nargs="*", choices=[*READERS, []], help="all without one")
    parser.add_argument("--faults", action="store_true", help="say of each fault where it is")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a folder of the same form with other passages")
    asked = parser.parse_args()
    missed = 0
    for name in asked.corpora or READERS:
        scores = READERS[name](asked.corpus)
        missed += show(name, scores)
        if asked.faults:
            print(*(fault for score in scores for fault in score.faults), sep="\n", end="\n\n")
    return 1 if missed else 0


def show(corpus, scores):
    """Print the table of a corpus; the number of limits that it misses."""
    print(COLUMNS.format(corpus, "", "right", "given", "wanted", "precision", "recall", "faults", "limit"))
    missed = 0
    for kind in dict.fromkeys(score.kind for score in scores):
        whole = total(scores, kind)
        limits = [limit for limit in LIMITS if (limit.corpus, limit.kind) == (corpus, kind)]
        missed += sum(not limit.is_met(whole) for limit in limits)
        row(kind, whole, ", ".join(words(limit, whole) for limit in limits))
        for score in scores:
            if score.kind == kind and score.language != whole.language:
                row("", score, "")
    print()
    return missed


def row(kind, score, limit):
    shares = f"{score.precision:.3f}", f"{score.recall:.3f}"
    counts = score.right, score.given, score.wanted, *shares, len(score.faults)
    print(COLUMNS.format(kind, score.language, *counts, limit).rstrip())


def words(limit, score):
    """The limit and whether it is met, for people."""
    sign = "at most" if limit.measure == "faults" else "at least"
    verdict = "" if limit.is_met(score) else " MISSED"
    return f"{limit.measure} {sign} {limit.figure:g}{verdict}"


if __name__ == "__main__":
    sys.exit(main())

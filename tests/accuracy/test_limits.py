"""The readers of words are as good as `limits.py` says, on every labelled corpus."""

import pytest

from tests.accuracy.__main__ import READERS
from tests.accuracy.limits import LIMITS
from tests.accuracy.scores import CORPUS, total

pytestmark = pytest.mark.once


@pytest.mark.parametrize("corpus", READERS)
def test_limits_hold(corpus):
    scores = READERS[corpus](CORPUS)
    limits = [limit for limit in LIMITS if limit.corpus == corpus]
    assert limits
    missed = [
        f"{limit.kind}: {limit.measure} {limit.measured(whole):.4g}, limit {limit.figure:g}"
        for limit in limits
        if not limit.is_met(whole := total(scores, limit.kind))
    ]
    assert not missed, [*missed, *(fault for score in scores for fault in score.faults)]


def test_limits_are_for_what_is_scored():
    assert {limit.corpus for limit in LIMITS} == set(READERS)


def test_limits_are_those_that_are_promised():
    held = {(limit.corpus, limit.kind, limit.measure): limit.figure for limit in LIMITS}
    promised = {
        ("quotes", "quotes found", "precision"): 0.98,
        ("quotes", "quotes found", "recall"): 0.95,
        ("quotes", "speakers", "precision"): 0.985,
        ("quotes", "speakers", "recall"): 0.85,
        ("quotes", "denied words credited", "faults"): 0,
        ("wires", "fields", "precision"): 0.93,
        ("wires", "fields", "recall"): 0.93,
        ("wires", "instructions public", "faults"): 0,
        ("pastes", "words lost", "faults"): 0,
        ("pastes", "words leaked", "faults"): 0,
        ("pastes", "structure", "precision"): 0.95,
        ("pastes", "structure", "recall"): 0.95,
    }
    assert {key: held.get(key) for key in promised} == promised

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

"""The numbers as Prometheus reads them."""

import pytest

from newsroom.seeing.exposition import COUNTED, NOW, exposition
from newsroom.seeing.ledger import Totals
from newsroom.seeing.tally import Tally
from tests.newsroom.seeing.exposition_parser import parsed, total

pytestmark = pytest.mark.once


def test_what_counts_nothing_yet_is_there_as_nought():
    found = parsed(exposition(Totals(), {}))
    assert total(found, "newsroom_store_hits_total") == 0
    assert {dict(key)["reason"] for key in found["newsroom_store_misses_total"]} == {"nothing kept", "over", "changed"}
    assert found["newsroom_workers"] == {frozenset(): 0}


def test_everything_that_is_counted_is_read():
    tally = Tally()
    for seconds in (0.004, 0.3, 60):
        tally.page("front", seconds)
        tally.page("admin:index", seconds)
    labels = {name: metric.labels for name, metric in COUNTED.items()}
    for name, words in labels.items():
        tally.add(name, *words, by=2.5)
    gauges = {name: 7.0 for name in NOW if name != "workers"}
    found = parsed(exposition(Totals(tally.counts(), {}, {}, 3), gauges))
    for name, metric in COUNTED.items():
        samples = found[f"newsroom_{metric.name}"]
        assert samples[frozenset(zip(labels[name], labels[name], strict=True))] == 2.5
    assert total(found, "newsroom_render_seconds_count", route="front") == 3
    assert total(found, "newsroom_render_seconds_bucket", route="front", le="0.5") == 2
    assert total(found, "newsroom_workers") == 3
    assert total(found, "newsroom_outbox_due") == 7


def test_words_that_mean_something_in_the_format_are_escaped():
    text = exposition(Totals({("errors", 'a "quoted" \\ line\nbreak'): 1}), {})
    assert 'newsroom_errors_total{logger="a \\"quoted\\" \\\\ line\\nbreak"} 1\n' in text
    parsed(text)

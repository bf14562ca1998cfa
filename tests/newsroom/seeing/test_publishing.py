"""Writing down what is counted: with what the store did, and whatever the disk says."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from newsroom.page_store.shelves import Key
from newsroom.page_store.store import PageStore
from newsroom.seeing import publishing
from newsroom.seeing.ledger import Ledger

pytestmark = pytest.mark.once


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    mine = Ledger(tmp_path / "counted")
    monkeypatch.setattr(publishing, "ledger", lambda: mine)
    return mine


def test_what_the_store_did_is_published(ledger, tmp_path, monkeypatch):
    store = PageStore(tmp_path / "pages", "release")
    monkeypatch.setattr(publishing, "store", lambda: store)
    store.kept(Key("/", ""))
    store.counts.hits, store.counts.overtaken = 7, 2
    totals = publishing.totals()
    assert totals.counts["store_hits", "memory"] == 7
    assert totals.counts["store_overtaken",] == 2
    assert totals.counts["store_misses", "nothing kept"] == 1
    assert totals.now == {("store_entries",): 0, ("store_bytes",): 0}


def test_without_a_store_nothing_is_said_of_it(ledger):
    assert not publishing.totals().now


def test_a_disk_that_takes_nothing_stops_nothing(ledger, monkeypatch, caplog):
    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "_write", full)
        for _ in range(3):
            publishing.publish_once()
    assert caplog.messages == ["What was counted can't be written down: [Errno 28] No space left on device"]
    publishing.publish_once()
    with monkeypatch.context() as patch:
        patch.setattr(ledger, "_write", full)
        publishing.publish_once()
    assert len(caplog.messages) == 2, "it is another time, so it is told again"
    publishing.publish_once()


def test_a_fault_of_ours_stops_nothing_and_is_said(ledger, monkeypatch, caplog):
    monkeypatch.setattr(publishing, "write_held", lambda: 1 / 0)
    publishing.publish_once()
    assert "ZeroDivisionError" in caplog.text


def test_a_worker_publishes_again_and_again_and_tidies_now_and_then(monkeypatch):
    clock, done = [0.0], []

    class Loop:
        def time(self):
            return clock[0]

        async def run_in_executor(self, thread, work, tidies):
            done.append(tidies)

    async def passes(seconds):
        clock[0] += seconds
        if clock[0] > 2 * publishing.TIDIED_EVERY:
            raise asyncio.CancelledError

    monkeypatch.setattr(publishing.asyncio, "get_running_loop", Loop)
    monkeypatch.setattr(publishing.asyncio, "sleep", passes)
    with ThreadPoolExecutor(1) as thread:  # a loop of its own; browser journeys have one in the main thread
        assert isinstance(thread.submit(asyncio.run, publishing.keep_publishing()).exception(), asyncio.CancelledError)
    assert len(done) > 200
    assert (done[0], done[1], sum(done)) == (True, False, 3)


def test_tidying_is_part_of_publishing(ledger, monkeypatch):
    tidied = []
    monkeypatch.setattr(ledger, "tidy", lambda: tidied.append(1))
    publishing.publish_once()
    publishing.publish_once(tidies=True)
    assert tidied == [1]


def test_the_ledger_lies_with_what_the_newsroom_writes(settings):
    publishing.ledger.cache_clear()
    assert publishing.ledger().folder == settings.NEWSROOM_DATA / "counted"
    assert publishing.ledger() is publishing.ledger()

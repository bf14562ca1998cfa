"""What a worker does beside its requests: the outbox every few seconds, scraps once an hour, in spite of what fails."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.notifications import deliver
from articles.editorial.shelves import scraps
from articles.models.article import Article, Shelf
from newsroom.server import deliveries
from tests import builders


@pytest.fixture
def kept_open(monkeypatch):
    """The test's own connection stays: in a worker each of these has a thread's."""
    monkeypatch.setattr(deliveries, "close_old_connections", lambda: None)


@pytest.mark.django_db
def test_scraps_are_put_away_by_the_server_itself(kept_open):
    article = builders.draft_article(headline="", dek="", body="<p>A slip</p>")
    Article.objects.update(changed_at=timezone.now() - timedelta(days=2))
    deliveries.sweep_once()
    article.refresh_from_db()
    assert article.shelf == Shelf.SCRAPS


@pytest.mark.parametrize(
    ("module", "verb", "once", "said"),
    [
        (scraps, "sweep_scraps", deliveries.sweep_once, "Scraps could not be put away"),
        (deliver, "deliver", deliveries.deliver_once, "The outbox could not be delivered"),
    ],
    ids=["scraps", "outbox"],
)
def test_what_goes_wrong_is_said_and_stops_nothing(kept_open, monkeypatch, caplog, module, verb, once, said):
    def fails(now):
        raise OSError("disk")

    monkeypatch.setattr(module, verb, fails)
    once()
    assert said in caplog.text


def test_outbox_is_looked_at_every_few_seconds_and_scraps_once_an_hour(monkeypatch):
    done, clock = [], [0.0]

    class Loop:
        def time(self):
            return clock[0]

        async def run_in_executor(self, thread, do):
            done.append(do)

    async def passes(seconds):
        clock[0] += seconds
        if clock[0] > 2 * deliveries.SWEPT_EVERY + deliveries.EVERY:
            raise asyncio.CancelledError

    monkeypatch.setattr(deliveries.asyncio, "get_running_loop", Loop)
    monkeypatch.setattr(deliveries.asyncio, "sleep", passes)
    with ThreadPoolExecutor(1) as thread:  # that of the tests may have a loop, the browser's
        assert isinstance(thread.submit(asyncio.run, deliveries.keep_delivering()).exception(), asyncio.CancelledError)
    assert done[:2] == [deliveries.deliver_once, deliveries.sweep_once]
    assert done.count(deliveries.sweep_once) == 3 and done.count(deliveries.deliver_once) > 2000

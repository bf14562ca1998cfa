"""What one process counts: exactly, and in words of which there are so many and no more."""

import pytest

from newsroom.seeing.tally import MINUTES, Tally, route_of

pytestmark = pytest.mark.once


@pytest.fixture
def clock():
    """[seconds since 1970], to be moved."""
    return [60_000.0]


@pytest.fixture
def tally(clock):
    return Tally(clock=lambda: clock[0])


def test_things_are_counted_by_name_and_labels(tally):
    tally.add("verbs", "publish", "done")
    tally.add("verbs", "publish", "done")
    tally.add("verb_seconds", "publish", by=0.25)
    assert tally.counts() == {("verbs", "publish", "done"): 2, ("verb_seconds", "publish"): 0.25}


def test_answers_from_memory_are_counted_once_each(tally):
    for _ in range(3):
        tally.hit("/", 200)
    tally.hit("/latest/", 304)
    assert tally.counts() == {("requests", "front", "2xx"): 3, ("requests", "latest", "3xx"): 1}
    tally.hit("/", 200)
    assert tally.counts()["requests", "front", "2xx"] == 4
    assert tally.counts()["requests", "front", "2xx"] == 4
    [minute] = tally.minutes().values()
    assert (minute.asked, minute.stored, minute.failed) == (5, 5, 0)


def test_minutes_count_readers_and_every_failure(tally):
    tally.request("story", 200, is_stored=False)
    tally.request("admin:index", 500, is_stored=False)
    tally.request("static", 200, is_stored=False)
    tally.request("mfa_index", 302, is_stored=False)
    [minute] = tally.minutes().values()
    assert (minute.asked, minute.stored, minute.failed) == (1, 0, 1)


def test_pages_are_counted_by_how_long_they_took(tally):
    for seconds in (0.004, 0.005, 0.3, 60):
        tally.page("front", seconds)
    counts = tally.counts()
    assert counts["render_seconds", "front", "0.005"] == 2
    assert counts["render_seconds", "front", "0.5"] == counts["render_seconds", "front", "+Inf"] == 1
    assert counts["render_seconds_sum", "front"] == pytest.approx(60.309)
    [minute] = tally.minutes().values()
    assert minute.pages == {"front": [4, pytest.approx(60.309), 60]}


def test_minutes_that_are_over_are_forgotten(tally, clock):
    for _ in range(3 * MINUTES):
        tally.request("front", 200, is_stored=False)
        clock[0] += 60
    assert len(tally.minutes()) == MINUTES
    assert tally.counts()["requests", "front", "2xx"] == 3 * MINUTES


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("/", "front"),
        ("/2026/05/bridge-opens/", "story"),
        ("/admin/articles/article/17/change/", "admin:articles_article_change"),
        ("/static/readers/css/base.css", "static"),
        ("/preview/abc/", "shared"),
        ("/no/such/page/at/all", "none"),
        ("/" + "a" * 501, "none"),
        ("/no-slash", "none"),
    ],
)
def test_addresses_are_counted_by_the_names_of_the_urlconf(path, route):
    assert route_of(path) == route

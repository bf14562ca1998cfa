"""The store: what is kept and for how long, that it is bounded, and that a page is made once however many ask."""

import threading

import pytest

from newsroom.page_store.conversation import answer_to
from newsroom.page_store.entry import Entry, from_bytes
from newsroom.page_store.generations import places_of
from newsroom.page_store.shelves import Key
from newsroom.page_store.store import Limits, Made, PageStore

STORY = Key("/2026/05/a-story/", "")


class Clock:
    """A clock that stands where it is put."""

    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    return PageStore(tmp_path / "pages", "release", clock=clock)


def page(body=b"A story.", *, tags=("story:1",), since=1000.0, **facts):
    return Made(200, (("Vary", "Accept-Encoding"),), {"": body}, since=since, tags=frozenset(tags), **facts)


def test_a_page_is_made_once_and_then_kept(store):
    made = [store.answer(STORY, lambda: page()) for _ in range(3)]
    assert [each.bodies[""] for each in made] == [b"A story."] * 3
    assert store.counts.made == 1


def test_another_process_takes_it_from_the_files(store, tmp_path, clock):
    store.answer(STORY, page)
    other = PageStore(tmp_path / "pages", "release", clock=clock)
    assert other.kept(STORY).bodies == {"": b"A story."}
    assert other.counts.from_files == 1


def test_another_release_has_pages_of_its_own(store, tmp_path, clock):
    store.answer(STORY, page)
    assert PageStore(tmp_path / "pages", "newer", clock=clock).kept(STORY) is None


def test_what_changed_is_made_again_and_what_did_not_is_kept(store):
    other = Key("/2026/05/another/", "")
    store.answer(STORY, page)
    store.answer(other, lambda: page(tags=["story:2"]))
    with store.generations.changing(["story:1"]):
        pass
    assert store.kept(STORY) is None
    assert store.held(other) is not None


def test_a_page_is_kept_until_its_moment_and_not_from_before_it(store, clock):
    store.answer(STORY, lambda: page(until=1010.0))
    for now, is_kept in ((1009.999, True), (1010.0, False), (999.9, False), (1000.0, True)):
        clock.now = now
        assert (store.kept(STORY) is not None) is is_kept


def test_what_changes_while_a_page_is_made_is_not_stored(store):
    def make():
        with store.generations.changing(["story:1"]):
            return page()

    assert store.answer(STORY, make).bodies[""] == b"A story."
    assert store.kept(STORY) is None
    assert store.counts.overtaken == 1


def test_what_may_not_be_stored_is_answered_all_the_same(store):
    made = store.answer(STORY, lambda: Made(404, (), {"": b"Nothing."}, since=1000.0, tags=None))
    assert made.status == 404
    assert store.kept(STORY) is None


def test_memory_and_files_are_bounded_and_the_oldest_goes(tmp_path, clock):
    limits = Limits(memory=30_000, turned_memory=10_000, files=60_000, turned_files=60_000)
    store = PageStore(tmp_path / "pages", "release", limits=limits, clock=clock)
    store.answer(STORY, lambda: page(b"x" * 5000))
    for number in range(200):
        store.answer(Key("/latest/", f"before={number}"), lambda: page(b"x" * 5000))
    assert store.held(STORY), "what anybody can think up drives no story out"
    for number in range(200):
        store.answer(Key(f"/{number}/", ""), lambda: page(b"x" * 5000))
    assert store.held(STORY) is None
    assert store.sizes()["bytes"] <= 40_000
    held = sum(path.stat().st_size for path in (tmp_path / "pages").glob("kept-*/*/*/*"))
    assert held < 150_000


def test_many_who_ask_at_once_are_answered_by_one_making(store):
    all_ask = threading.Event()

    def make():
        all_ask.wait(5)
        return page()

    threads = [threading.Thread(target=store.answer, args=(STORY, make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    all_ask.set()
    for thread in threads:
        thread.join()
    assert store.counts.made == 1


def test_what_was_made_between_a_look_and_a_turn_is_not_made_again(store, monkeypatch):
    look = store.kept

    def kept(key, **again):
        found = look(key, **again)
        if not again:
            store.put(key, page(), store.generations.last_raise)  # by another one, who is quick
        return found

    monkeypatch.setattr(store, "kept", kept)
    assert store.answer(STORY, lambda: pytest.fail("made again")) is store.held(STORY)
    assert sum(store.counts.misses.values()) == 1


def test_who_waits_gets_no_answer_from_before_they_asked(store):
    began, changed, answers = threading.Event(), threading.Event(), []

    def first():
        began.set()
        changed.wait(5)
        return page(b"old")

    one = threading.Thread(target=store.answer, args=(STORY, first))
    one.start()
    began.wait(5)
    with store.generations.changing(["story:1"]):
        pass
    other = threading.Thread(target=lambda: answers.append(store.answer(STORY, lambda: page(b"new"))))
    other.start()
    changed.set()
    one.join()
    other.join()
    assert answers[0].bodies[""] == b"new"
    assert store.kept(STORY).bodies[""] == b"new"


def test_a_disk_that_takes_nothing_costs_nobody_an_answer(store, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("newsroom.page_store.shelves.os.open", full)
    assert store.answer(STORY, page).status == 200
    assert store.held(STORY)


def test_a_table_that_was_deleted_serves_nothing(store, tmp_path, monkeypatch):
    store.answer(STORY, page)
    (tmp_path / "pages" / "table").unlink()
    store._looked_at = 0.0
    assert store.kept(STORY) is None


def test_an_entry_survives_its_file_and_a_torn_file_is_none():
    bodies = {"": b"plain", "br": b"\x01\x02"}
    entry = Entry(200, (("A", "b"),), bodies, places_of(["story:1"]), 7, 1.5, 2.5, etag='W/"x"')
    data = entry.to_bytes()
    assert from_bytes(data) == entry
    assert from_bytes(data[:-1]) is None
    assert from_bytes(b"") is None


@pytest.mark.parametrize(
    ("asked", "status", "body"),
    [
        ({}, 200, b"plain"),
        ({"accepts": "gzip, deflate, br"}, 200, b"brotli"),
        ({"accepts": "gzip, deflate, br;q=0"}, 200, b"gzipped"),
        ({"accepts": "zstd"}, 200, b"plain"),
        ({"known": '"x"'}, 304, b""),
        ({"known": 'W/"y", W/"x"'}, 304, b""),
        ({"known": "*"}, 304, b""),
        ({"known": '"y"'}, 200, b"plain"),
        ({"is_head": True}, 200, b""),
    ],
)
def test_http_is_spoken(asked, status, body):
    headers = (("ETag", 'W/"x"'), ("Vary", "Accept-Encoding"), ("X-Other", "1"))
    bodies = {"": b"plain", "gzip": b"gzipped", "br": b"brotli"}
    entry = Entry(200, headers, bodies, places_of([]), 0, 0.0, 1.0, etag='W/"x"')
    told = answer_to(entry, **{"is_head": False, "accepts": "", "known": ""} | asked)
    assert (told[0], told[2]) == (status, body)
    assert ("ETag", 'W/"x"') in told[1]
    assert (("X-Other", "1") in told[1]) is (status == 200)

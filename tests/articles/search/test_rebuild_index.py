"""The whole index: when it is stale, and that one process at a time writes it anew."""

import fcntl
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from articles.models.search_entry import Spelling
from articles.search import rebuild_index, spelling, sqlite, tables
from articles.search.find_stories import search
from tests.builders import a_photo, draft_article, live_article

pytestmark = pytest.mark.django_db


def rebuilt():
    """The progress of a rebuild where one is needed."""
    said = []
    rebuild_index.rebuild_if_stale(lambda done, of: said.append((done, of)))
    return said


def test_an_index_by_other_rules_is_stale_until_it_is_written_anew_once():
    live_article(), draft_article(), a_photo()
    assert not rebuild_index.is_stale(timezone.now())
    tables.set_rules_version(rebuild_index.RULES + 1)  # of a later version, from which somebody went back
    assert rebuild_index.is_stale(timezone.now())
    assert rebuilt() == [(1, 1), (1, 2), (2, 2)]
    assert not rebuild_index.is_stale(timezone.now())
    assert rebuilt() == []


def test_writing_that_was_broken_off_is_begun_again_however_new_what_it_holds(monkeypatch):
    tables.set_rules_version(0)
    live_article()
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(rebuild_index, "_rebuild_editors_index", broken_off)
        rebuild_index.rebuild()
    live_article()
    assert rebuild_index.is_stale(timezone.now())
    assert rebuilt()[-1] == (2, 2)
    assert not rebuild_index.is_stale(timezone.now())


def broken_off(progress):
    raise KeyboardInterrupt


def test_who_had_to_wait_writes_nothing_again(monkeypatch):
    tables.set_rules_version(0)
    live_article()

    @contextmanager
    def after_another():
        """Alone, but another process was so before."""
        rebuild_index._rebuild(lambda done, of: None)
        yield

    monkeypatch.setattr(tables, "exclusive", after_another)
    assert rebuilt() == []


def test_others_may_write_between_two_batches(monkeypatch):
    live_article(), live_article(), draft_article(), a_photo()
    pauses = []
    monkeypatch.setattr(tables, "BATCH", 1)
    monkeypatch.setattr(tables.engine(), "let_writers_in", lambda: pauses.append("a pause"))
    said = []
    rebuild_index.rebuild(lambda done, of: said.append((done, of)))
    assert said == [(1, 2), (2, 2), (1, 2), (2, 2)]
    assert pauses == ["a pause"] * 2  # none behind the last of either


def is_free():
    """Whether another process could begin to write the index now."""
    if connection.vendor == "sqlite":
        with (settings.NEWSROOM_DATA / "scratch" / "index.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            # Let go of at once: a connection goes back into the pool with what it holds.
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [tables.engine().INDEXING])
            return cursor.fetchone()[0]
    finally:
        other.close()


def test_one_process_at_a_time_is_alone():
    with pytest.raises(ZeroDivisionError), tables.exclusive():
        assert not is_free()
        raise ZeroDivisionError
    assert is_free()


def test_the_lock_of_sqlite_is_made_with_its_folder(settings, tmp_path):
    settings.NEWSROOM_DATA = tmp_path / "new"
    with sqlite.exclusive():
        assert (tmp_path / "new" / "scratch" / "index.lock").exists()


def test_spellings_get_the_keys_of_today():
    live_article(headline="Quokkas Return")
    before = sorted(Spelling.objects.values_list("word", "key", "from_at", "entry"))
    Spelling.objects.filter(word="quokkas").exclude(key="~ks").delete()
    Spelling.objects.filter(key="~ks").update(key="~of another rule")
    assert spelling.nearest(["quokas"], timezone.now()) == {}
    spelling.update_keys()
    assert sorted(Spelling.objects.values_list("word", "key", "from_at", "entry")) == before
    assert search("quokas", at=timezone.now()).did_you_mean == "quokkas"

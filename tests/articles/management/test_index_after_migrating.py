"""A newsroom is ready after an update, whichever command is the first to run."""

import io
import sys

import pytest
from django.core.management import call_command

from articles.management import index_after_migrating
from articles.management.commands import serve
from articles.models.search_entry import SearchEntry, Spelling
from articles.search import rebuild_index, tables
from tests.articles.reader.page_checks import queries
from tests.builders import a_photo, draft_article, live_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def updated(client):
    """A newsroom of one story, one draft and one photo, with the index as migration 0003 leaves it."""
    live_article(headline="Quokkas Return")
    draft, photo = draft_article(), a_photo()
    tables.remove([draft.pk], tables.WORKING)
    tables.remove([photo.pk], tables.PHOTOS)
    Spelling.objects.all().delete()
    tables.set_rules_version(0)
    assert client.get("/readyz").status_code == 503


def test_after_migrating_an_updated_newsroom_is_ready(updated, client):
    out = io.StringIO()
    call_command("migrate", verbosity=0, stdout=out)
    assert out.getvalue() == "Search index: 1 of 1\nSearch index: 1 of 2\nSearch index: 2 of 2\n"
    assert client.get("/readyz").status_code == 200


def test_serving_an_updated_newsroom_begins_when_it_is_ready(updated, client, monkeypatch, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "staticfiles.json").write_text("{}")
    answers = []
    monkeypatch.setattr(serve, "refuse_closed_port", lambda host, port: None)
    monkeypatch.setattr(serve, "become", lambda command: answers.append(client.get("/readyz").status_code))
    call_command("serve", stdout=io.StringIO())
    assert answers == [200]


def test_migrating_a_newsroom_that_is_ready_says_and_writes_nothing(monkeypatch):
    live_article()
    monkeypatch.setattr(rebuild_index, "_rebuild", None)
    out = io.StringIO()
    call_command("migrate", verbosity=0, stdout=out)
    assert out.getvalue() == ""


def test_migrating_back_or_in_part_leaves_the_index_alone(updated, monkeypatch):
    monkeypatch.setattr(index_after_migrating, "waiting_migrations", lambda: 1)
    index_after_migrating.after_migrating(using="default", plan=[], stdout=sys.stdout)
    assert tables.rules_version() == 0


def test_emptying_the_database_asks_nothing_of_the_index():
    SearchEntry.objects.all().delete()
    with queries() as statements:
        index_after_migrating.after_migrating(using="default")
        index_after_migrating.after_migrating(using="other", plan=[])
    assert statements == []

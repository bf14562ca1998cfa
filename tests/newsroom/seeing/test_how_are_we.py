"""How are we?: what chiefs are told in words, and nobody else."""

import json
from collections import namedtuple
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.editorial.writing.seal import seal
from articles.models import archive_count
from articles.models.staff_message import StaffMessage, Told, Way
from articles.search import rebuild_index
from newsroom.seeing import publishing, readings, wellbeing
from newsroom.seeing.ledger import Ledger
from newsroom.seeing.processes import named
from newsroom.seeing.tally import MINUTES, Minute
from tests import builders

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/how-are-we/"
DISK = namedtuple("Disk", "total used free")


@pytest.fixture(autouse=True)
def ledger(tmp_path, monkeypatch, settings):
    """A ledger of this test's own, and a machine that is well."""
    mine = Ledger(tmp_path / "counted")
    monkeypatch.setattr(publishing, "ledger", lambda: mine)
    monkeypatch.setattr(publishing.tally, "minutes", dict)
    monkeypatch.setattr(wellbeing.shutil, "disk_usage", lambda _: DISK(100 << 30, 50 << 30, 50 << 30))
    monkeypatch.setattr(rebuild_index, "is_stale", lambda at: False)
    monkeypatch.setattr(archive_count, "is_right", lambda at: True)
    settings.NEWSROOM_DATA = tmp_path
    verified(settings, hours=7)
    return mine


@pytest.fixture
def chief():
    client = Client()
    client.user = builders.chief()
    client.force_login(client.user)
    return client


def verified(settings, hours):
    backup_at = timezone.now() - timedelta(hours=hours)
    (settings.NEWSROOM_DATA / "last_verified_backup.json").write_text(json.dumps({"backup_at": backup_at.isoformat()}))


def said(name):
    """What the line of that name says, and what it advises."""
    [line] = [line for line in wellbeing.lines(timezone.now()) if line.name == name]
    return " ".join(line.said), line.advice


def happened(ledger, **minutes):
    """Let another worker have had a minute like this."""
    ledger.publish({}, {}, {})
    other = Ledger(ledger.folder, worker=f"{named(1).partition('-')[0]}-other")
    other.publish({}, {}, {int(timezone.now().timestamp() // 60): Minute(**minutes)})


def test_when_all_is_well_the_page_says_so(chief):
    page = chief.get(ADDRESS).text
    assert "All is well." in page
    assert page.count('data-well="yes"') == 7
    assert "What to do" not in page
    assert "Newsroom 0." in page


def test_what_is_not_well_comes_first_with_what_to_do(chief, settings):
    verified(settings, hours=72)
    page = chief.get(ADDRESS).text
    assert "1 thing needs somebody." in page
    assert page.index('data-well="no"') < page.index('data-well="yes"')
    assert "The last one that was tried and found whole is 72 hours old." in page
    assert "What to do:" in page


def test_its_lines_are_had_alone(chief):
    part = chief.get(ADDRESS, {"part": 1}).text
    assert "All is well." in part
    assert "<html" not in part


@pytest.mark.parametrize("rows", [1, 3])
def test_it_asks_as_much_however_much_there_is(chief, rows, django_assert_num_queries):
    now = timezone.now()
    for number in range(rows):
        builders.scheduled_article(at=now + timedelta(hours=number + 1))
        StaffMessage.objects.create(
            user=chief.user, kind=Told.ASSIGNED, way=Way.MAIL, at=now, due_at=now - timedelta(minutes=number)
        )
    chief.get(ADDRESS)
    size = 1 if wellbeing.connection.vendor == "postgresql" else 0
    with django_assert_num_queries(QUERIES + size):
        chief.get(ADDRESS, {"part": 1})


QUERIES = 10


@pytest.mark.parametrize("role", [builders.reporter, builders.editor, builders.photo_editor, builders.stranger])
def test_others_are_refused(role):
    client = Client()
    client.force_login(role())
    assert client.get(ADDRESS).status_code == 403
    assert "how-are-we" not in client.get("/admin/").text


def test_chiefs_find_it(chief):
    assert f'href="{ADDRESS}"' in chief.get("/admin/").text
    found = chief.get("/admin/switch/", {"q": "how are"}).json()
    assert ADDRESS in json.dumps(found)


def test_readers_who_are_served(ledger, settings):
    settings.PAGE_STORE = True
    pages = {"front": [2, 0.2, 0.15], "admin:index": [1, 0.3, 0.3], "healthz": [9, 9.0, 9.0]}
    happened(ledger, asked=1200, stored=1190, pages=pages)
    words, advice = said("readers")
    assert words == (
        "1,200 requests of readers in the last 15 minutes. 99 % were answered from stored pages. Nothing failed, for "
        "readers or editors. What took longest to make: editors’ screens 0.30\u00a0s, front page 0.15\u00a0s."
    )
    assert not advice


def test_readers_without_a_store(ledger):
    happened(ledger, asked=1)
    assert said("readers")[0].startswith(
        "1 request of readers in the last 15 minutes. Pages are not stored here: each is made anew."
    )


def test_nobody_asked():
    assert said("readers") == (
        f"No reader asked for anything in the last {MINUTES} minutes. Nothing failed, for readers or editors.",
        "",
    )


def test_readers_who_got_a_failure(ledger):
    happened(ledger, asked=3, failed=2)
    words, advice = said("readers")
    assert "2 failed, counting those of editors." in words
    assert advice.startswith("The log says of each what went wrong")


@pytest.mark.parametrize(("times", "is_well"), [(4, True), (5, False)])
def test_pages_that_take_long(ledger, times, is_well):
    happened(ledger, asked=9, pages={"search": [times, times * 1.1, 2.0]})
    assert (not said("readers")[1]) == is_well


def test_counts_that_cannot_be_read(monkeypatch):
    def full():
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(readings, "totals", full)
    words, advice = said("readers")
    assert "No space left on device" in words
    assert advice


@pytest.mark.parametrize(("minutes", "is_well"), [(9, True), (12, False)])
def test_mails_that_wait(chief, minutes, is_well):
    now = timezone.now()
    StaffMessage.objects.create(
        user=chief.user, kind=Told.ASSIGNED, way=Way.MAIL, at=now, due_at=now - timedelta(minutes=minutes)
    )
    words, advice = said("sent")
    assert words == f"1 message waits. The oldest is {minutes} minutes late."
    assert (not advice) == is_well


@pytest.mark.parametrize(("days", "is_told"), [(6, True), (8, False)])
def test_mails_that_were_given_up(chief, days, is_told):
    at = timezone.now() - timedelta(days=days)
    StaffMessage.objects.create(user=chief.user, kind=Told.ASSIGNED, way=Way.MAIL, at=at, due_at=at, failed_at=at)
    words, advice = said("sent")
    assert ("1 message of the last week was given up." in words) == is_told == bool(advice)


@pytest.mark.parametrize(("free", "is_well"), [(6 << 30, True), (4 << 30, False)])
def test_a_disk_that_gets_full(monkeypatch, free, is_well):
    monkeypatch.setattr(wellbeing.shutil, "disk_usage", lambda _: DISK(100 << 30, 0, free))
    words, advice = said("disk")
    assert "of 100.0" in words
    assert (not advice) == is_well


def test_the_database_and_its_size():
    words, _ = said("database")
    assert words.startswith(("SQLite, ", "PostgreSQL, "))


def test_search_and_archive_that_are_wrong(monkeypatch):
    monkeypatch.setattr(archive_count, "is_right", lambda at: False)
    assert said("search") == ("The archive counts wrong.", "Run “manage.py recount”.")
    monkeypatch.setattr(rebuild_index, "is_stale", lambda at: True)
    assert "index_search" in said("search")[1]


def test_no_backup_was_ever_tried(settings):
    (settings.NEWSROOM_DATA / "last_verified_backup.json").unlink()
    words, advice = said("backup")
    assert words == "No backup was ever tried here."
    assert "verify_backup" in advice


def test_what_comes_up_within_a_day(time_machine):
    now = timezone.now().replace(hour=6, minute=0, second=0, microsecond=0)
    time_machine.move_to(now, tick=False)
    assert said("coming")[0] == "Nothing is scheduled for the next 24 hours."
    builders.scheduled_article(at=now + timedelta(hours=2))
    builders.scheduled_article(at=now + timedelta(hours=25))
    words, _ = said("coming")
    assert words.startswith("1 change for readers in the next 24 hours, at ")
    assert "08:00" in words


def test_of_a_sealed_story_nothing_is_said():
    article = builders.scheduled_article(at=timezone.now() + timedelta(hours=2))
    seal(article, by=article.created_by)
    assert said("coming")[0] == "Nothing is scheduled for the next 24 hours."

"""The copy of the site: every link leads to a file, nothing is there that is not public, a story changes little."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import resolve
from django.utils import timezone

from articles.editorial.directory.rename import rename
from articles.editorial.publishing.withdraw import withdraw
from articles.reader.urls import urlpatterns
from moving import site_addresses
from moving.export_site import STATE, export_site
from moving.reader import at_moment
from moving.refusals import CannotMove
from tests import builders
from tests.moving.everything import make_everything
from tests.moving.static_server import crawl, served

pytestmark = pytest.mark.django_db
CANARY = "Vorsamund"


@pytest.fixture
def copied(tmp_path):
    """A function that brings the copy in a folder up to date, and says what it did."""

    def copy(name="site", *, at=None, address=""):
        return export_site(tmp_path / name, at=at or timezone.now(), address=address)

    return copy


def some_stories(number):
    """So many live stories on one desk and topic, of one person; one has another address by now, and one is gone."""
    person, topic = builders.a_person("Bo Lind"), builders.a_topic("Rivers")
    said = f'<p>Here is <span data-person="{person.pk}">Bo Lind</span>.</p>'
    facts = {"lead_topic": topic, "body": said, "bylines": [person]}
    stories = [builders.live_article(lead_photo=builders.a_photo(), **facts)]
    stories += [builders.live_article(**facts) for _ in range(number - 1)]
    builders.withdrawn_article(headline="Gone Without Trace")
    builders.put_out(builders.edited(stories[1], slug="another-address"))
    return stories


def hidden_words():
    """The canary in all that no reader may have."""
    words = {"headline": f"{CANARY} falls", "body": f"<p>{CANARY}.</p>", "editor_note": CANARY}
    builders.draft_article(lead_topic=builders.a_topic(f"{CANARY} topic"), **words)
    builders.submitted_article(**words)
    builders.scheduled_article(at=timezone.now() + timedelta(days=1), **words)
    builders.a_person(f"{CANARY} Person")
    builders.a_photo(caption=CANARY)


def test_every_link_leads_to_a_file_and_no_word_is_there_that_is_not_public(copied, tmp_path):
    stories = some_stories(33)
    hidden_words()
    copied()
    site = tmp_path / "site"
    found, broken = crawl(site)
    assert not broken
    for story in stories:
        path = builders.live_edition(story).path
        assert path in found, "every story can be reached, by lists that are turned"
        for part in ("next.json", "article.html", "ninjs.json"):
            assert served(site, path + part)
    names = [str(path.relative_to(site)) for path in site.rglob("*")]
    assert CANARY.lower() not in " ".join(names).lower()
    for path in site.rglob("*"):
        assert path.is_dir() or CANARY.lower().encode() not in path.read_bytes().lower(), path
    gone = (site / "_gone").read_text().splitlines()
    assert len(gone) == 1
    assert b"Gone Without Trace" not in served(site, gone[0])
    [moved] = (site / "_redirects").read_text().splitlines()
    assert moved.endswith("/another-address/ 301")
    assert "another-address" in served(site, moved.split()[0]).decode()
    pages = b"".join(content for path, content in found.items() if path.endswith("/"))
    assert b"?before=" not in pages and b"?after=" not in pages and b"/oembed" not in pages


def test_second_run_writes_nothing_and_one_story_little(copied, tmp_path):
    some_stories(64)  # more than a reading list holds: shorter ones grow, in every story
    copied()
    site = tmp_path / "site"
    older = {path: path.stat().st_mtime_ns for path in site.rglob("before-*/index.html")}
    assert len(older) >= 3  # of the latest, the desk, the topic, and people have theirs
    assert copied().written == 0
    builders.live_article(lead_topic=builders.a_topic("Rivers"), headline="Fresh From the Press")
    done = copied()
    assert 5 < done.written < 60 and done.removed == 0
    assert {path: path.stat().st_mtime_ns for path in older} == older, "what is new at the top leaves older pages alone"
    found, broken = crawl(site)
    assert not broken and b"Fresh From the Press" in found["/"]


def test_copy_is_of_its_moment_and_for_its_address(copied, tmp_path):
    story = builders.live_article()
    before = timezone.now()
    later = builders.live_article(headline="Later Than That")
    copied("then", at=before, address="https://archive.example.org/paper")
    site = tmp_path / "then"
    path = builders.live_edition(story).path
    page = served(site, path).decode()
    assert f'<link rel="canonical" href="https://archive.example.org/paper{path}"' in page
    assert f'data-url="/paper{path}"' in page and 'href="/paper/latest/"' in page
    assert served(site, builders.live_edition(later).path) is None
    assert b"Later Than That" not in b"".join(each.read_bytes() for each in site.rglob("*.*") if each.is_file())
    assert f"https://archive.example.org/paper{path}".encode() in served(site, "/feeds/rss.xml")


def test_what_is_withdrawn_leaves_the_copy_and_old_names_lead_on(copied, tmp_path):
    topic = builders.a_topic("Rivers")
    story = builders.live_article(lead_topic=topic, headline="Taken Back")
    builders.live_article(lead_topic=topic)
    copied()
    path = builders.live_edition(story).path
    rename(topic, "Streams", by=builders.system())
    withdraw(story, notice="It was wrong.", by=builders.system())
    done = copied()
    site = tmp_path / "site"
    assert done.removed
    assert (site / "_gone").read_text() == f"{path}\n"
    assert b"Taken Back" not in b"".join(each.read_bytes() for each in site.rglob("*") if each.is_file())
    assert served(site, f"{path}ninjs.json") is None
    assert not crawl(site)[1]


def test_every_address_of_readers_has_its_place_in_the_copy_or_a_reason():
    make_everything()
    at = timezone.now()
    with at_moment(at):
        asked = [*site_addresses.stories(at), *site_addresses.lists(at)]
        copied = {resolve(each.address).url_name for each in asked}
    named = {pattern.name for pattern in urlpatterns}
    assert named - copied - {"card"} == set(site_addresses.NOT_COPIED), "cards are found as pictures are: in pages"


def test_folder_of_somebody_else_is_left_alone(copied, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "theirs.txt").write_text("theirs")
    with pytest.raises(CannotMove, match="that no copy of a site is"):
        copied()
    (tmp_path / "site" / "theirs.txt").unlink()
    copied()
    (tmp_path / "site" / "theirs.txt").write_text("theirs")
    copied()
    assert (tmp_path / "site" / "theirs.txt").exists() and (tmp_path / "site" / STATE).exists()


def test_command_refuses_what_is_to_come(tmp_path):
    for asked in (["--at", "2999-01-01"], ["--at", "soon"], ["--address", "example.org"]):
        with pytest.raises(CommandError):
            call_command("export_site", str(tmp_path / "site"), *asked, stdout=io.StringIO())
    assert not (tmp_path / "site").exists()

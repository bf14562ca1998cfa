"""People, topics and desks that are renamed, merged and split: what readers find, at once, meanwhile and after undo."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from articles.editorial.directory.entries import save_entry, save_topic
from articles.editorial.directory.merge_people import merge
from articles.editorial.directory.rename import rename
from articles.editorial.directory.split import split
from articles.editorial.directory.undo import undo
from articles.models.person import Person
from tests.articles.reader.page_checks import card_ids, find, tree
from tests.builders import a_desk, a_person, a_topic, editor, live_article, live_edition, scheduled_article

FEEDS = ("feeds/rss.xml", "feeds/atom.xml", "feeds/feed.json")
OLD = datetime(2021, 3, 1, 9, tzinfo=UTC)


@pytest.mark.django_db
def test_only_the_name_in_the_address_moves(client):
    topic, person = a_topic("Topics"), a_person("People")
    person.slug = "people"
    person.save()
    live_article(topics=[topic], bylines=[person])
    rename(topic, "Museology", by=editor())
    rename(person, "Ann Lee", by=editor())
    assert client.get("/topics/topics/feeds/rss.xml?a=1")["Location"] == "/topics/museology/feeds/rss.xml?a=1"
    assert client.get("/people/people/")["Location"] == "/people/ann-lee/"


def saying(person, words):
    """A body in which a person is named and says this."""
    named = f'<p><span data-person="{person.pk}">{person.name}</span> came.</p>'
    return f'{named}<blockquote data-person="{person.pk}" data-attribution="{person.name}"><p>{words}</p></blockquote>'


class Newsroom:
    """Two people, topics and desks with two stories each, and one story that belongs to both."""

    def __init__(self):
        self.people = [a_person("Ann Lee", aliases=["Annie"]), a_person("Anne Lee", role="pilot")]
        self.topics = [a_topic("Bridges"), a_topic("Spans")]
        self.desks = [a_desk("World"), a_desk("Planet")]
        rows = zip(self.people, self.topics, self.desks, strict=True)
        self.stories = [
            live_article(
                body=saying(person, f"Words {number} of {person.name}."),
                bylines=[person],
                topics=[topic],
                lead_topic=topic,
                desk=desk,
                original_date=OLD,
            )
            for person, topic, desk in rows
            for number in (1, 2)
        ]
        both = saying(self.people[0], "Words 3 of Ann Lee.") + saying(self.people[1], "Words 3 of Anne Lee.")
        fields = {"bylines": self.people, "topics": self.topics, "lead_topic": self.topics[1], "desk": self.desks[0]}
        self.stories.append(live_article(body=both, original_date=OLD, **fields))

    @property
    def pairs(self):
        """The pairs that can be merged."""
        return self.people, self.topics, self.desks

    def paths(self):
        """Every address that shows any of it."""
        pages = [row.get_absolute_url() for pair in self.pairs for row in pair]
        stories = [live_edition(story).path for story in self.stories]
        machines = [f"{path}ninjs.json" for path in stories] + [path + feed for path in pages for feed in FEEDS]
        lists = ["/", "/people/", "/topics/", "/latest/", "/feeds/rss.xml", "/sitemaps/pages.xml"]
        searches = ["/search/?q=annie", "/search/?q=bridges", "/search/?q=words&person=" + self.people[0].slug]
        return [*pages, *stories, *machines, *lists, *searches]


@pytest.fixture
def newsroom(db):
    return Newsroom()


def pages_at(client, paths):
    """{address: status and bytes}."""
    return {path: ((answer := client.get(path)).status_code, answer.content) for path in paths}


@pytest.mark.parametrize("place", [0, 1, 2], ids=["person", "topic", "desk"])
def test_merge_leads_everybody_on_and_undo_brings_back_the_same_bytes(newsroom, client, place):
    one, other = newsroom.pairs[place]
    paths, by = newsroom.paths(), editor()
    before = pages_at(client, paths)
    assert {status for status, _ in before.values()} == {200}
    change = merge(one, into=other, by=by)
    for part in ("", *FEEDS, "?q=1"):
        answer = client.get(one.get_absolute_url() + part)
        assert (answer.status_code, answer.url) == (301, other.get_absolute_url() + part)
    for path, (status, content) in pages_at(client, paths).items():
        assert status == (301 if path.startswith(one.get_absolute_url()) else 200), path
        assert f'href="{one.get_absolute_url()}"'.encode() not in content, path
    answer = client.get(other.get_absolute_url())
    if place == 0:
        assert len(set(said_on(answer))) == len(said_on(answer)) == 6
    else:
        assert sorted(set(card_ids(answer))) == [story.pk for story in newsroom.stories]
    undo(change, by=by)
    assert pages_at(client, paths) == before


@pytest.mark.parametrize("place", [0, 1, 2], ids=["person", "topic", "desk"])
def test_rename_leads_on_for_ever_and_undo_brings_back_the_same_bytes(newsroom, client, place):
    row = newsroom.pairs[place][0]
    old, paths, by = row.get_absolute_url(), newsroom.paths(), editor()
    before = pages_at(client, paths)
    change = rename(row, "Quite Another Name", by=by)
    row.refresh_from_db()
    assert "quite-another-name" in row.get_absolute_url()
    assert client.get(old).url == row.get_absolute_url()
    assert client.get(row.get_absolute_url()).status_code == 200
    undo(change, by=by)
    assert pages_at(client, paths) == before
    assert client.get(row.get_absolute_url()).url == old


def test_split_parts_the_stories_and_undo_brings_back_the_same_bytes(newsroom, client):
    ann, by = newsroom.people[0], editor()
    before = pages_at(client, newsroom.paths())
    change = split(ann, "Ann Lee", articles=newsroom.stories[:1], by=by)
    other = Person.objects.get(pk=change.other)
    assert said_on(client.get(other.get_absolute_url())) == ["Words 1 of Ann Lee."]
    assert said_on(client.get(ann.get_absolute_url())) == ["Words 3 of Ann Lee.", "Words 2 of Ann Lee."]
    undo(change, by=by)
    assert pages_at(client, newsroom.paths()) == before
    assert client.get(other.get_absolute_url()).url == ann.get_absolute_url()


def test_old_address_of_what_readers_do_not_know_is_not_found(db, client):
    topic, hidden = a_topic("Bridges"), a_topic("Spans")
    scheduled_article(topics=[hidden])
    merge(topic, into=hidden, by=editor())
    assert client.get("/topics/bridges/").status_code == 404


UNKNOWN = [
    *("/topics/plumbago-resignation/", "/people/ottilie-plumbago/", "/topics/plumbago-resignation/feeds/rss.xml"),
    *("/search/?q=plumbago", "/search/?q=ottilie", "/search/?q=plumbagoo", "/search/suggestions/?q=plum"),
    *("/search/suggestions/?q=otti", "/search/?q=words&person=ottilie-plumbago"),
]


def embargoed(newsroom, at):
    """A person and a topic that only a story to come has, with facts; the story itself does not call them so."""
    person = save_entry(
        Person(name="Ottilie Plumbago", role="chancellor", bio="Resigns."), by=editor(), aliases=["Otti P."]
    )
    topic = a_topic("Plumbago Resignation")
    topic.description = "Of the chancellor."
    save_topic(topic, newsroom.topics[1:], by=editor())
    body = saying(person, "I regret it.").replace("Ottilie Plumbago", "she")
    scheduled_article(body=body, topics=[topic], lead_topic=topic, at=at)
    return person, topic


def test_merging_what_readers_do_not_know_changes_no_page_and_leaves_no_address(newsroom, client, time_machine):
    at, by = timezone.now() + timedelta(hours=1), editor()
    hidden = embargoed(newsroom, at)
    paths = newsroom.paths() + UNKNOWN
    before = pages_at(client, paths)
    changes = [merge(one, into=pair[0], by=by) for one, pair in zip(hidden, newsroom.pairs[:2], strict=True)]
    assert pages_at(client, paths) == before
    time_machine.move_to(at)
    for path in UNKNOWN:
        answer = client.get(path)
        assert answer.status_code == 404 or not {"Ann Lee", "Bridges"} & set(answer.text.split('"')), path
    for (one, _), secret in zip(newsroom.pairs[:2], ("ttilie", "lumbago"), strict=True):
        page = client.get(one.get_absolute_url())
        assert "I regret it." in page.text or "/2026/" in page.text
        assert secret not in page.text
    for change in reversed(changes):
        undo(change, by=by)
    assert [client.get(row.get_absolute_url()).status_code for row in hidden] == [200, 200]


def test_renaming_and_splitting_off_what_readers_do_not_know_changes_no_page(newsroom, client):
    at, by = timezone.now() + timedelta(hours=1), editor()
    hidden = embargoed(newsroom, at)
    renamed = ["/people/ottilie-of-wexwood/", "/topics/wexwood/", "/search/suggestions/?q=wexw"]
    paths = newsroom.paths() + UNKNOWN + renamed
    before = pages_at(client, paths)
    changes = [rename(hidden[0], "Ottilie of Wexwood", by=by), rename(hidden[1], "Wexwood", by=by)]
    assert pages_at(client, paths) == before
    for change in changes:
        undo(change, by=by)
    assert pages_at(client, paths) == before
    story = scheduled_article(topics=newsroom.topics[:1], at=at)
    before = pages_at(client, paths)
    change = split(newsroom.topics[0], "Wexwood", articles=[story], by=by)
    assert pages_at(client, paths) == before
    undo(change, by=by)
    assert pages_at(client, paths) == before


def said_on(response):
    """The words of the quotes on a person's page, without marks."""
    return [quote.text_content().strip().strip("“”") for quote in find(tree(response), "blockquote")]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_page_is_of_one_moment_wherever_a_merge_falls_between_its_queries():
    newsroom, client = Newsroom(), Client()
    (one, other), by = newsroom.people, editor()
    pages = [one.get_absolute_url(), live_edition(newsroom.stories[0]).path]
    before = pages_at(client, pages)

    def merge_after(wanted):
        """A hook that merges, over another connection, as soon as so many statements were run."""
        statements, changes = [], []

        def hook(execute, sql, params, many, context):
            result = execute(sql, params, many, context)
            statements.append(sql)
            if len(statements) == wanted:
                thread = threading.Thread(target=merge_elsewhere, args=[changes])
                thread.start()
                thread.join()
            return result

        return hook, changes

    def merge_elsewhere(changes):
        try:
            changes.append(merge(one, into=other, by=by))
        finally:
            connections.close_all()

    for path in pages:
        for wanted in range(2, 30):  # the first statement begins; what is merged before the second was merged before
            hook, changes = merge_after(wanted)
            with connection.execute_wrapper(hook):
                answer = client.get(path)
            assert (answer.status_code, answer.content) == before[path], (path, wanted)
            if not changes:
                break
            undo(changes[0], by=by)
        assert wanted > 4

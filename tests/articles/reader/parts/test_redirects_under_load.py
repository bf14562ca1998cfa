"""Readers, over HTTP and in another process, while editors merge, rename, split and undo: they miss nothing."""

import http.client
import re
import threading
from itertools import chain
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from django.test import Client

from articles.editorial.directory.merge_people import merge
from articles.editorial.directory.rename import rename
from articles.editorial.directory.split import split
from articles.editorial.directory.undo import undo
from tests.articles.reader.page_checks import card_ids, find, tree
from tests.articles.reader.parts.test_redirects import FEEDS, Newsroom, pages_at, said_on
from tests.builders import editor, live_edition
from tests.newsroom.workers import Worker

ENTRY = re.compile(r"<guid[^>]*>([^<]+)<|<id>([^<]+)<|\"id\": ?\"([^\"]+)\"")
LOC = re.compile(r"<loc>https?://[^/<]+([^<]*)</loc>")
LISTS = ("/latest/", "/archive/2021/03/01/", "/search/?q=words")
DIRECTORY_SITEMAPS = ("/sitemaps/topics-0.xml", "/sitemaps/people-0.xml")
OTHERS = ("/", "/topics/", "/people/", "/archive/", "/archive/2021/", "/archive/2021/03/", "/sitemap.xml")
OTHERS += ("/news-sitemap.xml", "/feeds/atom.xml", "/search/?q=annie", "/search/suggestions/?q=bri")
READERS = 3


class Browser:
    """What `Client` is, over HTTP on one connection that is kept open."""

    def __init__(self, address):
        # By number: what "localhost" is called in IPv6 may be another server's.
        self.connection = http.client.HTTPConnection("127.0.0.1", urlsplit(address).port, timeout=60)

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        content = answer.read()
        return SimpleNamespace(
            status_code=answer.status, url=answer.headers["Location"], content=content, text=content.decode()
        )


def followed(client, path):
    """(response, whether it was led on) of the page that an address leads to, whatever verbs do meanwhile."""
    answer, hops = client.get(path), 0
    while answer.status_code == 301:
        answer, hops = client.get(answer.url), hops + 1
        assert hops < 10, f"{path} leads in circles"
    assert answer.status_code == 200, (path, answer.status_code)
    return answer, hops > 0


def on_story(answer):
    """The ids of the quotes marked on a story's page, and how many people its text links to."""
    story = tree(answer)
    people = len(find(story, "section a[data-person]"))
    return [*(quote.get("data-quote") for quote in find(story, "[data-quote]")), people]


def in_feed(answer):
    """The ids of a feed's entries."""
    return list(chain.from_iterable(filter(None, found) for found in ENTRY.findall(answer.text)))


def in_sitemap(answer):
    """The paths in a sitemap."""
    return LOC.findall(answer.text)


# How what there is on a page is found; and whether all that belonged there at first must be there at any time, or may
# be on the page of another to which a reader was led just before it came back.
KINDS = {
    "story": (on_story, True),
    "list": (card_ids, True),
    "person": (said_on, False),
    "cards": (card_ids, False),
    "feed": (in_feed, False),
    "sitemap": (in_sitemap, False),
    "other": (lambda answer: [], True),
}


class Wanted:
    """What readers are to find: {path: (a name of KINDS, what was there at first)}."""

    def __init__(self, newsroom):
        pages = [row.get_absolute_url() for pair in newsroom.pairs for row in pair]
        kinds = dict.fromkeys(pages[:2], "person") | dict.fromkeys(pages[2:], "cards")
        kinds |= {page + feed: "feed" for page, feed in zip(pages, FEEDS * 2, strict=True)}
        kinds |= {live_edition(story).path: "story" for story in newsroom.stories}
        kinds |= dict.fromkeys(LISTS, "list") | dict.fromkeys(OTHERS, "other")
        kinds |= dict.fromkeys(in_sitemap(Client().get("/sitemap.xml")), "sitemap")
        self.paths = {path: (kind, KINDS[kind][0](Client().get(path))) for path, kind in kinds.items()}
        assert not [path for path, (kind, found) in self.paths.items() if kind != "other" and not found]
        self.parted = pages[0]  # of which a split takes stories away


def check(client, path, kind, first, parted):
    """Fail unless a reader gets the page, with nothing twice and nothing missing."""
    answer, led_on = followed(client, path)
    find_in, is_all = KINDS[kind]
    found = find_in(answer)
    if kind == "story":
        assert found == first, path
        return
    assert len(found) == len(set(found)), path
    if is_all or not (led_on or kind == "sitemap" or path.startswith(parted)):
        assert set(first) <= set(found), path
    if path in DIRECTORY_SITEMAPS:
        for each in found:
            followed(client, each)


def read_over_and_over(paths, parted, rounds):
    """Read all pages so many times in this process; an action of a Worker."""
    client = Client()
    for _ in range(rounds):
        for path, (kind, first) in paths.items():
            check(client, path, kind, first, parted)


class Reader(threading.Thread):
    """Reads some pages again and again, and keeps the first thing that is wrong."""

    def __init__(self, address, paths, parted):
        super().__init__()
        self.address, self.paths, self.parted = address, paths, parted
        self.read, self.wrong, self.stopped = 0, None, False
        self.turn = threading.Condition()

    def run(self):
        try:
            client = Browser(self.address)
            while not self.stopped:
                for path, (kind, first) in self.paths.items():
                    if not self.stopped:
                        check(client, path, kind, first, self.parted)
                        self.tell()
        except BaseException as error:
            self.wrong = error
            self.tell()

    def tell(self):
        with self.turn:
            self.read += 1
            self.turn.notify_all()

    def has_read_all(self):
        """Wait until every page was read from now on; raises what the reader found wrong."""
        with self.turn:
            wanted = self.read + len(self.paths) + 1  # the page that is being read was asked for before
            self.turn.wait_for(lambda: self.wrong or self.read >= wanted)
        if self.wrong:
            raise self.wrong


def reorder_under(address, worker, *, times, worker_rounds):
    """Merge, rename and split everything, and undo it, so many times while readers read; then pages are as before."""
    newsroom, by = Newsroom(), editor()
    wanted, (ann, _) = Wanted(newsroom), newsroom.people
    everything = {*newsroom.paths(), *wanted.paths}
    before = pages_at(Client(), everything)
    actions = [lambda one=one, other=other: merge(one, into=other, by=by) for one, other in newsroom.pairs]
    actions += [lambda one=one: rename(one, f"New {one.name}", by=by) for one, _ in newsroom.pairs]
    actions += [lambda: split(ann, "Ann Lee", articles=newsroom.stories[:1], by=by)]
    shares = [dict(list(wanted.paths.items())[number::READERS]) for number in range(READERS)]
    readers = [Reader(address, share, wanted.parted) for share in shares]
    for reader in readers:
        reader.start()
    try:
        worker.begin(read_over_and_over, wanted.paths, wanted.parted, worker_rounds)
        for _ in range(times):
            for action in actions:
                change = action()
                for reader in readers:
                    reader.has_read_all()
                undo(change, by=by)
        worker.finish()
    finally:
        for reader in readers:
            reader.stopped = True
        for reader in readers:
            reader.join()
    assert not any(reader.wrong for reader in readers)
    assert pages_at(Client(), everything) == before
    return sum(reader.read for reader in readers)


@pytest.fixture
def worker(transactional_db):
    """Another process, whose clock runs by itself."""
    started = Worker()
    yield started
    started.end()


pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_readers_miss_nothing_while_editors_merge_rename_split_and_undo(live_server, worker):
    reorder_under(live_server.url, worker, times=1, worker_rounds=2)


@pytest.mark.trial
def test_readers_miss_nothing_while_editors_do_so_for_minutes(live_server, worker):
    print("pages read:", reorder_under(live_server.url, worker, times=20, worker_rounds=80))

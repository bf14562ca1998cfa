"""Lists, feeds and sitemaps of a big archive: `make bench ARGS="lists 100000"` prints milliseconds and queries.

Each list is read at its first page and far down, by the cursor its own links would lead to. Like `search`, it fills a
newsroom in a folder of its own, or uses the one of NEWSROOM_DATA or DATABASE_URL where that is set.
"""

import re
import statistics
import time

from django.core.management import call_command
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models.edition import Edition, EditionTopic
from articles.models.person import Person
from articles.models.section import Quote
from articles.models.topic import Topic
from articles.reader.parts import pagination
from bench.search import at_most

ROUNDS, PAGE = 15, 1_000
# Milliseconds that were promised of a quiet machine: for lists, and for sitemaps. The rest has no promise.
LIST_GOAL, FILE_GOAL = 10, 300


def measure_lists(articles):
    """Fill the newsroom, then a line for each kind of list and file."""
    call_command("populate", articles=articles)
    client = Client(headers={"host": "localhost"})
    for name, path in addresses():
        yield line(client, name, path)


def addresses():
    """(name, path) of what is measured: lists at page 1 and as near to page 1,000 as they go, then single files."""
    desk = Edition.objects.order_by("desk").values_list("desk__slug", flat=True).first()
    topic = Topic.objects.annotate(size=Count("edition_rows")).order_by("-size").first()
    person = Person.objects.annotate(size=Count("quotes")).order_by("-size").first()
    lists = {
        "/latest/?before=": Edition.objects.all(),
        f"/{desk}/?before=": Edition.objects.filter(desk__slug=desk),
        f"{topic.get_absolute_url()}?before=": EditionTopic.objects.filter(topic=topic),
        f"{person.get_absolute_url()}?quotes=": Quote.objects.filter(person=person),
    }
    for path, rows in lists.items():
        yield f"{path.partition('?')[0]} page 1", path.partition("?")[0]
        number, cursor = deep(rows)
        yield f"{path.partition('?')[0]} page {number:,}", path + cursor
    newest = Edition.objects.newest_first().first()
    day = f"{newest.dated_at:/archive/%Y/%m/%d/}"
    single = ("/", "/topics/", "/people/", "/corrections/", "/archive/", day[:14], day[:17], day)
    files = ("/feeds/rss.xml", "/feeds/feed.json", "/sitemap.xml", "/sitemaps/stories-3.xml", "/news-sitemap.xml")
    yield from ((path, path) for path in (*single, *files, f"{newest.path}ninjs.json"))


def deep(rows):
    """(number, cursor) of page 1,000 of a list, or of its last full page when it is shorter."""
    number = min(PAGE, rows.count() // pagination.SIZE)
    last = rows.newest_first()[(number - 1) * pagination.SIZE - 1]
    cursor = pagination.part_cursor(last) if hasattr(last, "position") else pagination.story_cursor(last)
    return number, cursor


def line(client, name, path):
    """What a page takes, after a first time that warms up: time passed, processor time, and queries.

    On a busy machine the processor time of this process (with SQLite that includes the database) is the better guess.
    """
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    queries = len(captured)
    assert response.status_code == 200, path
    passed, used = [], []
    for _ in range(ROUNDS):
        began, worked = time.perf_counter(), time.process_time()
        client.get(path)
        passed.append((time.perf_counter() - began) * 1000)
        used.append((time.process_time() - worked) * 1000)
    kind = re.sub(r"\d{4}/\d\d/[a-z][^/]*", "<story>", name)
    spent = f"passed p50 {statistics.median(passed):7.1f} p95 {at_most(passed):7.1f} ms"
    return f"{kind:<44} {spent}   processor p50 {statistics.median(used):6.1f} ms   {queries:>2} queries{goal(path)}"


def goal(path):
    """What was promised of a page, as the end of its line."""
    if "sitemap" in path:
        return f"   goal {FILE_GOAL}"
    return "" if path.endswith((".xml", ".json")) else f"   goal {LIST_GOAL}"

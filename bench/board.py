"""The board and home of a big newsroom: `make bench ARGS="board 100000"` prints queries and times of each tab.

The time is compared with that of the same tab while the newsroom had a thousand stories, so it begins with an empty
newsroom: a folder of its own, or that of NEWSROOM_DATA or DATABASE_URL where that is set.
"""

import statistics
import sys
import time
from datetime import timedelta

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.editorial.writing import drafts, review
from articles.editorial.writing.assignment import assign
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.user import User

TABS = {tab or "all": {"state": tab} if tab else {} for tab in
        ("", "mine", "submitted", "scheduled", "ahead", "live", "down", "draft")}  # fmt: skip
# A word that every fifth story has, and one that only drafts have.
TABS |= {f"found “{word}”": {"q": word} for word in ("bridge", "work")}
TABS |= {"of a writer": {"writer": "bench"}, "on a topic": {"topic": "a"}, "of some days": {"from": "2026-01-01"}}
HOME, HOME_MS = "home", 60
ADDRESSES = {HOME: "/admin/", "home’s lists": "/admin/today/", "planned": "/admin/articles/article/planned/"}
# A newsroom of a thousand; as many stories in work in both, more than a page of each tab shows.
SMALL, IN_WORK, ROUNDS = 1_000, 60, 15
MOST_QUERIES, MOST_TIMES = 12, 2


def measure_board(articles):
    """Fill the newsroom with a thousand stories and measure, then with all of them, then a line for each tab."""
    if Article.objects.exists():
        sys.exit("There are stories already. This benchmark begins with an empty newsroom.")
    call_command("populate", articles=SMALL)
    client = an_editor()
    small = {tab: measured(client, tab) for tab in (*ADDRESSES, *TABS)}
    call_command("populate", articles=articles)
    for tab in (*ADDRESSES, *TABS):
        (before, _), (now, queries) = small[tab], measured(client, tab)
        goal = f" (goal {HOME_MS})" if tab == HOME else ""
        figures = f"{now:6.1f} ms{goal}   {now / before:5.2f} x {SMALL:,} stories (goal {MOST_TIMES})"
        yield f"board, {tab:<16} {figures}   {queries:>2} queries (goal {MOST_QUERIES})"


def an_editor():
    """The client of an editor who has stories in work, half of them in review."""
    user = User.objects.create_user("bench", is_staff=True)
    user.groups.set(Group.objects.filter(name="editor"))
    for number in range(IN_WORK * 2):
        words = {"headline": f"In work {number}", "body": "<p>The bridge was opened.</p>"}
        article = drafts.begin(by=user, desk=Desk.objects.first(), **words)
        if number % 2:
            review.submit(article, by=user)
        elif number % 4:
            soon = timezone.now() + timedelta(hours=number)
            assign(article, user, by=user, due_at=soon, slot_at=soon)
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def measured(client, tab):
    """(median milliseconds of processor time, queries) of one of TABS or ADDRESSES, after a first time that warms up.

    With SQLite that includes the database, and other work on the machine waits for nobody; on PostgreSQL it is time
    passed, since there the database is another process.
    """
    address = ADDRESSES.get(tab, "/admin/articles/article/")
    asked = TABS.get(tab, {})
    client.get(address, asked)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address, asked)
    queries = len(captured)
    assert response.status_code == 200, tab
    clock, taken = time.process_time if connection.vendor == "sqlite" else time.perf_counter, []
    for _ in range(ROUNDS):
        began = clock()
        client.get(address, asked)
        taken.append((clock() - began) * 1000)
    return statistics.median(taken), queries

"""Searching a big archive: `make bench ARGS="search 100000"` fills a newsroom and prints milliseconds.

On SQLite in a folder of its own, or on the PostgreSQL database that DATABASE_URL names, which is filled and kept.
"""

import random
import statistics
import time

from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles.editorial.publishing import publish, timeline
from articles.editorial.writing import drafts
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.topic import Topic
from articles.models.user import User
from articles.search.find_stories import Filters, search
from articles.search.suggestions import suggest

ROUNDS, SAVES = 40, 20
# Milliseconds at p50 and p95 that were promised of a quiet machine.
GOALS, SUGGESTIONS_GOALS = (30, 60), (10, 10)
COMMON = ["council", "officials", "government", "ministry", "prices", "company", "engineers", "report", "farmers"]


def measure_search(articles):
    """Fill the newsroom, then a line for each kind of question, for suggestions and for publishing."""
    began = time.perf_counter()
    call_command("populate", articles=articles)
    yield f"{'populate to ' + format(articles, ','):<28} {time.perf_counter() - began:8.1f} s"
    for kind, questions in kinds().items():
        goals = SUGGESTIONS_GOALS if kind == "suggestions" else GOALS
        used = []
        taken = [measured(call, used) for call in questions]
        remark = f"processor p50 {statistics.median(used[3:]):5.1f} ms   goal {goals[0]} / {goals[1]}"
        yield line(kind, taken, remark)
    yield line("publish, all of it", *saves())


def kinds():
    """{kind: calls}, each with other words of the archive at every turn."""
    rng, now, client = random.Random(5), timezone.now(), Client(headers={"host": "localhost"})
    newest = Edition.objects.live(now).filter(headline__contains=" Its ").newest_first()
    headlines = [each.headline.split() for each in newest[: ROUNDS * 50 : 50]]
    places, things = [words[0] for words in headlines], [words[3] for words in headlines]
    desk, topics = Desk.objects.first(), list(Topic.objects.all()[:ROUNDS])
    asks = {
        "rare (a place)": [(place, None) for place in places],
        "common (most stories)": [(word, None) for word in COMMON * 5],
        "two words": [(f"{thing} {rng.choice(COMMON)}", None) for thing in things],
        "rare and common": [(f"{place} council", None) for place in places],
        "phrase": [(f'"the {thing} would cost"', None) for thing in things],
        "filtered by desk": [(thing, Filters(desk=desk.pk)) for thing in things],
        "filtered by topic": [(rng.choice(COMMON), Filters(topic=topic.pk)) for topic in topics],
        "filtered by date": [(word, Filters(until=now.replace(year=now.year - 5))) for word in COMMON * 5],
        "misspelt": [(place[:3] + place[4:], None) for place in places],
    }
    calls = {
        kind: [
            lambda text=text, filters=filters: search(text, at=timezone.now(), filters=filters)
            for text, filters in each
        ]
        for kind, each in asks.items()
    }
    calls["page /search/, two words"] = [
        lambda text=text: client.get("/search/", {"q": text}) for text, _ in asks["two words"]
    ]
    calls["suggestions"] = [lambda text=place[:4]: suggest(text, at=timezone.now()) for place in places]
    return calls


def saves():
    """(milliseconds of publishing a story, a remark on how much of it is the index)."""
    by, desk, taken, indexing = User.objects.get(username="system"), Desk.objects.first(), [], []
    sync_article = timeline.index.sync_article

    def timed(*args, **kwargs):
        indexing.append(measured(lambda: sync_article(*args, **kwargs)))

    timeline.index.sync_article = timed
    body = "<p>The council of Barton voted twice, and the mayor objected to the bridge.</p>" * 25
    for number in range(SAVES):
        story = drafts.begin(by=by, headline=f"Bench {number}", dek="One.", body=body, desk=desk)
        taken.append(measured(lambda story=story: publish.publish(story, by=by)))
    timeline.index.sync_article = sync_article
    return taken, f"of it the index {statistics.median(indexing):.1f} (p95 {at_most(indexing):.1f}), goal 10"


def measured(call, used=None):
    """The milliseconds that a call takes; those of this process's processor are added to the list `used`."""
    began, worked = time.perf_counter(), time.process_time()
    call()
    if used is not None:
        used.append((time.process_time() - worked) * 1000)
    return (time.perf_counter() - began) * 1000


def at_most(taken):
    """What 95 of 100 stay below."""
    return sorted(taken)[int(len(taken) * 0.95)]


def line(kind, taken, remark=""):
    """p50 and p95 of a kind, after the first ones, which warm up."""
    taken = taken[3:]
    return f"{kind:<28} p50 {statistics.median(taken):7.1f} ms   p95 {at_most(taken):7.1f} ms   {remark}".rstrip()

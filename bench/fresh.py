"""How soon readers have what an editor published: `make bench ARGS="fresh 100000"`.

Pages of all kinds are asked for until the store has them. Then stories are published in other words, and after each
the pages that show it are asked for: the first answer must have the new words. The time is that from the verb's start
to the answer. Of all other pages the store must have kept 99 of 100.
"""

import random
import statistics
import string
import sys
import time

from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.utils import timezone

from articles.editorial.publishing import publish
from articles.editorial.writing import drafts
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.person import Person
from articles.models.topic import Topic
from articles.models.user import User
from newsroom.page_store.routes import key_for
from newsroom.page_store.serving import pages_of

STORIES, PUBLISHED = 1_500, 30
MOST_MS, LEAST_KEPT = 50, 99


def measure_fresh(articles):
    """Fill the newsroom and the store, publish, and say how soon it showed and how much was kept."""
    call_command("populate", articles=articles)
    pages = pages_of(WSGIHandler())
    if pages is None:
        sys.exit("Pages are not stored here.")
    rng, now = random.Random(3), timezone.now()
    live = Edition.objects.live(now)
    paths = list(live.order_by("?").values_list("path", flat=True)[:STORIES])
    everywhere = [*paths, *_lists(rng.sample(paths, 100))]
    for path in everywhere:
        asked(pages, path)
    kinds = {"old": live.filter(path__in=paths[:PUBLISHED]), "new": live.newest_first()[:PUBLISHED]}
    for kind, editions in kinds.items():
        yield from _published(pages, list(editions), everywhere, kind)


def _published(pages, editions, everywhere, kind):
    """Lines on publishing these stories in other words, one after the other."""
    by, verbs, stories, last, kept = User.objects.get(username="system"), [], [], [], []
    worked: list[float] = []
    for number, edition in enumerate(editions):
        shown_on = [edition.path, *_pages_of(edition)]
        for path in shown_on:
            asked(pages, path)
        headline = f"{edition.headline}, {kind} {string.ascii_letters[number]}"
        article = drafts.save(edition.article, by=by, version=edition.article.version, headline=headline)
        before = [path for path in everywhere if path not in shown_on and is_kept(pages, path)]
        began, working = time.perf_counter(), time.process_time()
        publish.publish(article, by=by)
        verbs.append((time.perf_counter() - began) * 1000)
        assert headline in asked(pages, edition.path), edition.path
        stories.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - working) * 1000)
        for path in shown_on[1:]:
            asked(pages, path)
        last.append((time.perf_counter() - began) * 1000)
        kept.append(100 * sum(is_kept(pages, path) for path in before) / len(before))
    times = {"the verb": verbs, "to the story's fresh page": stories, f"to all {len(shown_on)} fresh": last}
    times["of it processor time, ours"] = worked
    for name, taken in times.items():
        goal = f"   goal {MOST_MS}" if taken is stories else ""
        worst = max(taken)
        yield f"{kind} stories, {name:<30} median {statistics.median(taken):6.1f} ms   worst {worst:6.1f} ms{goal}"
    share = f"median {statistics.median(kept):6.2f} %    worst {min(kept):6.2f} %   goal {LEAST_KEPT}"
    yield f"{kind} stories, {'other pages kept':<30} {share}"


def _lists(paths):
    """Lists beside stories: the first pages of all kinds, and days and months of the archive."""
    quoted = Person.objects.filter(quotes__isnull=False).distinct()
    rows = (Desk.objects.all(), Topic.objects.filter(edition_rows__isnull=False).distinct(), quoted)
    named = [row.get_absolute_url() for some in rows for row in some.order_by("pk")[:60]]
    days = {f"/archive{path[:9]}" for path in paths}
    return [*named, *sorted(days), "/topics/", "/people/", "/archive/"]


def _pages_of(edition):
    """The lists that may show a story."""
    topics = [row.topic.get_absolute_url() for row in edition.topic_rows.select_related("topic")]
    return ["/", "/latest/", edition.desk.get_absolute_url(), *topics, "/feeds/rss.xml"]


def asked(pages, path):
    """What a reader gets."""
    answer = pages.answer("GET", path, "", "http", lambda name: "localhost" if name == "host" else "")
    assert answer is not None and answer[0] == 200, (path, answer and answer[0])
    return answer[2].decode()


def is_kept(pages, path):
    """Whether the store has a page that may be served."""
    return pages.store.kept(key_for(path, "")) is not None

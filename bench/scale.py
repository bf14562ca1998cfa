"""What every kind of page costs in a newsroom of any size: `make bench ARGS="scale 10000"`, then `"scale 1000000"`.

The figures of each size are kept in NEWSROOM_DATA, so that the second run prints pairs, and how many times the first
one's each costs. The newsroom is that of DATABASE_URL, or lies in the folder. What is counted is processor time, ours
and that of the database's own process where it is on this machine: other work on it waits for nobody.
"""

import json
import re
import statistics
import time
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models.article import Article
from articles.models.correction import Correction
from articles.models.desk import Desk
from articles.models.edition import Edition, EditionTopic
from articles.models.person import Person
from articles.models.section import Quote
from articles.models.topic import Topic
from articles.models.user import User
from articles.reader.parts import pagination
from bench.lists import PAGE, deep
from media.models import Photo

ROUNDS, MOST_TIMES = 15, 1.5
KEPT = "bench-scale.json"
BOARD = "/admin/articles/article/"
BOARDS = ("", "?state=mine", "?state=submitted", "?state=scheduled", "?state=ahead", "?state=live", "?state=down",
          "?state=draft", "?q=bridge", "?q={rare}", "?topic=a", "?from=2026-01-01", "planned/")  # fmt: skip
EDITORS = ("/admin/", "/admin/today/", "/admin/articles/person/", "/admin/articles/topic/", "/admin/articles/desk/",
           "/admin/articles/logentry/")  # fmt: skip


def measure_scale(articles):
    """Fill the newsroom, then a line for each kind of page."""
    call_command("populate", articles=articles)
    kept = Path(settings.NEWSROOM_DATA) / KEPT
    known = json.loads(kept.read_text()) if kept.exists() else {}
    figures = {}
    before = min((int(size) for size in known if int(size) < articles), default=None)
    reader, editor = Client(headers={"host": "localhost"}), _an_editor()
    for client, pages in ((reader, readers_pages), (editor, editors_pages)):
        for name, address in pages():
            spent, queries = measured(client, address)
            figures[name] = spent
            beside = _beside(spent, known.get(str(before), {}).get(name))
            yield f"{name:<34} {spent:7.1f} ms{beside}   {queries} queries"
    known[str(articles)] = figures
    kept.write_text(json.dumps(known))


def _beside(spent, before):
    """How much more that is than in the smaller newsroom, as a part of a line."""
    if before is None:
        return ""
    over = "   OVER" if spent / before > MOST_TIMES else ""
    return f"   {before:7.1f} ms before   {spent / before:5.2f} x (at most {MOST_TIMES}){over}"


def readers_pages():
    """(name, address) of each kind of page that readers have, lists at their first page and far down."""
    story = _story()
    topic = Topic.objects.get(pk=EditionTopic.objects.filter(edition=story, is_lead=True).get().topic_id)
    person = Person.objects.get(pk=_quoted_in(story))
    lists = {
        "latest": ("/latest/", "before", Edition.objects.all()),
        "desk": (f"/{story.desk.slug}/", "before", Edition.objects.filter(desk=story.desk_id)),
        "topic": (topic.get_absolute_url(), "before", EditionTopic.objects.filter(topic=topic)),
        "person": (person.get_absolute_url(), "quotes", Quote.objects.filter(person=person)),
    }
    yield "front page", "/"
    for name, (address, key, rows) in lists.items():
        yield name, address
        yield f"{name}, deep", f"{address}?{key}={deep(rows)[1]}"
    yield from (("topics", "/topics/"), ("people", "/people/"))
    yield "corrections", "/corrections/"
    notes = Correction.objects.order_by("-goes_live_at", "-pk")
    last = notes[min(PAGE * pagination.SIZE, notes.count() - 1 - pagination.SIZE)]
    yield "corrections, deep", f"/corrections/?before={pagination.note_cursor(last)}"
    day = f"{story.dated_at:/archive/%Y/%m/%d/}"
    yield from (("archive", "/archive/"), ("a year", day[:14]), ("a month", day[:17]), ("a day", day))
    word = re.sub(r"\W.*", "", story.headline)
    searched = {"rare": word, "common": "council", "two words": f"{word} council", "phrase": '"the bridge would cost"'}
    yield from ((f"search, {name}", f"/search/?q={words.replace(' ', '+')}") for name, words in searched.items())
    yield "search, common, page 5", "/search/?q=council&page=5"
    yield "search, common, of a desk", f"/search/?q=council&desk={story.desk.slug}"
    yield "suggestions", f"/search/suggestions/?q={word[:4]}"
    yield from (("sitemap", "/sitemap.xml"), ("sitemap of stories", "/sitemaps/stories-3.xml"))
    yield "news sitemap", "/news-sitemap.xml"
    yield from ((f"feed, {file}", f"/feeds/{file}") for file in ("rss.xml", "atom.xml", "feed.json"))
    for name, (address, *_) in list(lists.items())[1:]:
        yield f"feed of a {name}", f"{address}feeds/rss.xml"
    for part in ("", "history/", "article.html", "next.json", "ninjs.json"):
        yield f"story {part}".strip(), f"{story.path}{part}"


def editors_pages():
    """(name, address) of what editors open, the tabs of the board first."""
    story = _story()
    word = re.sub(r"\W.*", "", story.headline)
    yield from ((f"board {each or 'all'}", BOARD + each.replace("{rare}", word)) for each in BOARDS)
    yield from ((each, each) for each in EDITORS)
    yield "a story's sheet", f"{BOARD}{story.article_id}/change/"
    for model in (Person, Topic, Desk):
        name = model._meta.model_name
        yield f"a {name}'s form", f"/admin/articles/{name}/{model.objects.order_by('pk').first().pk}/change/"
    # The invented archive has few photos, so each is used by many stories, and says of each that it is.
    yield "a photo", f"/admin/media/photo/{Photo.objects.order_by('pk').first().pk}/change/"
    yield "photo library", "/admin/media/photo/"


def _story():
    """A story of the middle of the archive that was out in other words before, quotes somebody and has a photo."""
    threads = Correction.objects.filter(edition__placements__isnull=False, edition__quotes__person__isnull=False)
    middle = Article.objects.order_by("pk")[Article.objects.count() // 2].pk
    return threads.filter(article_id__gte=middle).order_by("article_id").first().edition


def _quoted_in(edition):
    return Quote.objects.filter(edition=edition, person__isnull=False).first().person_id


def _an_editor():
    """The client of an editor; the same one each time."""
    user, _ = User.objects.get_or_create(username="bench", defaults={"is_staff": True})
    user.groups.set(Group.objects.filter(name="editor"))
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def measured(client, address):
    """(median milliseconds of processor time, queries) of an address, after two times that warm up."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
        queries = len(captured.captured_queries)
    assert response.status_code == 200, (address, response.status_code)
    taken = []
    for _ in range(ROUNDS):
        began = _worked()
        client.get(address)
        taken.append((_worked() - began) / 1_000_000)
    return statistics.median(taken), queries


def _worked():
    """Nanoseconds that this process and the database's have worked by now; where that is not told, the time."""
    return time.process_time_ns() + _of_server()


def _of_server():
    if connection.vendor == "sqlite":
        return 0
    pid = connection.connection.info.backend_pid if connection.connection else 0
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0])
    except OSError:
        return time.perf_counter_ns() - time.process_time_ns()

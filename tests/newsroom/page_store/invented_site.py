"""A small newsroom with something of everything that readers' pages are made of, and addresses of all kinds."""

from datetime import UTC, datetime, timedelta

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone

from articles.editorial.directory import entries
from articles.editorial.publishing import publish, schedule
from articles.editorial.site import language_versions, next_story, publisher
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.person import Person
from articles.models.publisher import Publisher
from articles.models.topic import Topic
from newsroom.page_store.calendar import look_up
from newsroom.page_store.fresh import make
from newsroom.page_store.routes import key_for
from tests import builders

NOW = datetime(2026, 5, 21, 12, 30, tzinfo=UTC)
DATES = [None, None, *(NOW - timedelta(days=days) for days in (1, 2, 3, 9, 40, 45, 200, 400, 800))]


def told(person, words="It has come"):
    """A body that quotes somebody."""
    return f'<p>“{words},” <span data-person="{person.pk}">{person.name}</span> said on Monday.</p>'


def see_also(story, topic):
    """A paragraph that links to a story and a topic of ours."""
    return f'<p>As in <a data-story="{story.pk}">a story</a> on <a data-topic="{topic.pk}">these things</a>.</p>'


class Site:
    """What is there, by name."""

    def __init__(self):
        """Publish it all."""
        by = builders.system()
        self.desks = [builders.a_desk(name) for name in ("World", "Sport")]
        self.topics = [builders.a_topic(name) for name in ("Bridges", "Rivers", "Boats")]
        self.people = [builders.a_person(f"Ida Known {n}", aliases=[f"Idalia {n}"]) for n in range(4)]
        self.photos = [builders.a_photo() for _ in range(3)]
        entries.save_topic(self.topics[0], [self.topics[1]], by=by)
        self.stories = [self._story(number, dated_at) for number, dated_at in enumerate(DATES)]
        moved = builders.edited(self.stories[2], slug="another-address", headline="Bridge Moved", dek="It moved.")
        builders.put_out(moved)
        publish.correct(builders.edited(self.stories[3], dek="It was two."), by=by, text="It was two years.")
        links = see_also(self.stories[2], self.topics[1]) + see_also(self.stories[8], self.topics[2])
        builders.put_out(builders.edited(self.stories[0], body=told(self.people[1]) + links))
        self.gone = builders.withdrawn_article(headline="Bridge Gone")
        self.due = builders.scheduled_article(
            at=timezone.now() + timedelta(hours=2), headline="Bridge Due", **self._filed(0)
        )
        schedule.expire(self.stories[4], by=by, at=timezone.now() + timedelta(hours=3))
        next_story.pin_next(self.stories[5], self.due, by=by)
        ukrainian = self._story(3, NOW - timedelta(days=3), language="uk")
        language_versions.say_same(ukrainian, self.stories[2], by=by)
        language_versions.say_same(self.stories[9], self._story(1, NOW - timedelta(days=5), language="ar"), by=by)
        builders.put_on_top(self.stories[6].pk)
        builders.put_on_top(self.stories[8].pk, desk=self.desks[0])
        for hours, desk in ((4, None), (5, self.desks[0])):
            builders.put_on_top(self.stories[7].pk, desk=desk, at=timezone.now() + timedelta(hours=hours))
        Topic.objects.filter(pk=self.topics[1].pk).update(explainer=self.stories[7], picture=self.photos[1])
        Person.objects.filter(pk=self.people[0].pk).update(portrait=self.photos[2])
        said = told(self.people[3]) + f'<figure data-photo="{self.photos[0].pk}"></figure>'
        builders.a_static_page(body=said)
        publisher.save_publisher(Publisher(name="The Daily Bridge", security_contact="a@example.org"), by=by)

    def _filed(self, number):
        topic, person = self.topics[number % 2], self.people[number % 3]
        return {
            "desk": self.desks[number % 2],
            "topics": [topic],
            "lead_topic": topic,
            "bylines": [person],
            "body": told(self.people[(number + 1) % 3], f"Bridge {number} has come"),
        }

    def _story(self, number, dated_at, **more):
        fields = self._filed(number)
        if number % 3 == 0:
            fields["lead_photo"] = self.photos[number % 2]
        words = {"headline": f"Bridge {number} Opens", "dek": f"Number {number}."}
        return builders.live_article(original_date=dated_at, **words, **fields, **more)


def paths():
    """An address of every kind of page that is stored, and several of stories'."""
    live = list(Edition.objects.live(timezone.now()).order_by("article_id"))
    if len(live) < 5:  # the clock was put back to before most came out
        return ["/", "/latest/", "/topics/", "/people/", "/corrections/", "/feeds/rss.xml", *old_addresses()]
    stories = [edition.path for edition in live]
    topics = [topic.get_absolute_url() for topic in Topic.objects.all()]
    people = [person.get_absolute_url() for person in Person.objects.all()]
    desks = [desk.get_absolute_url() for desk in Desk.objects.all()]
    first = stories[0]
    parts = ("history/", "article.html", "ninjs.json", "next.json", f"?after={live[1].article_id}")
    cursor = f"{int(live[3].dated_at.timestamp() * 1_000_000)}-{live[3].article_id}"
    return [
        *stories,
        *(f"{first}{part}" for part in parts),
        *(f"{story}history/" for story in stories[2:5]),
        *(f"{stories[-1]}{part}" for part in ("article.html", "ninjs.json", "next.json")),
        *(
            "/",
            "/topics/",
            "/people/",
            "/latest/",
            f"/latest/?before={cursor}",
            "/archive/",
            "/corrections/",
            "/about/",
        ),
        *("/archive/2026/", "/archive/2026/05/", "/archive/2026/05/20/", "/archive/2025/", "/archive/2026/04/11/"),
        *(f"{person}quotes/{query}" for person in people[:2] for query in ("", "?topic=bridges", "?year=2026")),
        *(*topics, *people, *desks, f"{desks[0]}?before={cursor}", f"{topics[0]}?before={cursor}"),
        *(f"{page}feeds/{file}" for page in ("/", desks[0], topics[0], people[0]) for file in ("rss.xml", "feed.json")),
        *("/sitemap.xml", "/news-sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/stories-0.xml", "/robots.txt"),
        *("/sitemaps/topics-0.xml", "/sitemaps/people-0.xml", "/manifest.webmanifest", "/.well-known/security.txt"),
        *(address for address in old_addresses() if address not in stories),
    ]


def old_addresses():
    """Where stories were, and where what is gone was."""
    return sorted({path for path in Edition.objects.values_list("path", flat=True) if path})


class Press:
    """Makes pages, in a test's own transaction."""

    def __init__(self):
        """Load Django's handler, and let no request close the test's connection."""
        self.handler = WSGIHandler()
        for signal in (request_started, request_finished):
            signal.disconnect(close_old_connections)

    def close(self):
        """Put back what was."""
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)

    def key(self, address):
        """The key of an address."""
        path, _, query = address.partition("?")
        return key_for(path, query)

    def make(self, address, at=None):
        """The page of an address, made now."""
        return make(self.handler, self.key(address), look_up, at)

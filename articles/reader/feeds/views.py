"""Feeds of the site, of a desk, a topic and a person, under the page whose stories they list."""

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from articles.freshness import tags
from articles.freshness.reading import made_of, moment
from articles.models.desk import Desk
from articles.models.edition import EditionTopic
from articles.models.person import Person
from articles.models.topic import Topic
from articles.page.lists.cards import live_stories
from articles.page.stories import stories_of
from articles.reader.feeds.atom import atom
from articles.reader.feeds.changed import last_modified
from articles.reader.feeds.json_feed import json_feed
from articles.reader.feeds.model import FILES, feed_of
from articles.reader.feeds.rss import rss
from articles.reader.pages.people import LISTS, public_people
from articles.reader.pages.topics import public_topics
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.redirects import OF_ALL, redirect_merged

SIZE = 30
FORMS = {
    "rss": (rss, "application/rss+xml; charset=utf-8"),
    "atom": (atom, "application/atom+xml; charset=utf-8"),
    "json": (json_feed, "application/feed+json; charset=utf-8"),
}
FORM_OF = {file: form for form, file in FILES.items()}


@reader_page
def site_feed(request, file):
    """The newest stories of the site."""
    now = moment()
    return _answer(file, None, live_stories(now).newest_first()[:SIZE], now)


@reader_page
@redirect_merged(Desk, lambda now: Desk.objects)
def desk_feed(request, slug, file):
    """The newest stories of a desk."""
    now, desk = moment(), get_object_or_404(Desk, slug=slug)
    return _answer(file, desk, live_stories(now).on_desk(desk).newest_first()[:SIZE], now)


@reader_page
@redirect_merged(Topic, public_topics)
def topic_feed(request, slug, file):
    """The newest stories of a topic; 404 without any, as the topic's page."""
    now = moment()
    topic = get_object_or_404(public_topics(now), slug=slug)
    filed = EditionTopic.objects.live(now).filter(topic=topic).select_related("edition__desk").newest_first()
    return _answer(file, topic, [row.edition for row in filed[:SIZE]], now)


@reader_page
@redirect_merged(Person, public_people)
def person_feed(request, slug, file):
    """The newest stories that quote or name a person or are signed by them; 404 without any, as the person's page."""
    now = moment()
    person = get_object_or_404(public_people(now), slug=slug)
    rows = [model.objects.live(now).filter(person=person).newest_first()[:SIZE] for model in LISTS.values()]
    within = Q(*(Q(pk__in=row.values("edition_id")) for row in rows), _connector=Q.OR)
    return _answer(file, person, live_stories(now).filter(within).newest_first()[:SIZE], now)


def _answer(file, about, editions, now):
    """The feed of live editions in the format of the file's name. WebSub wants its links in the headers, too."""
    made_of(tags.SITE, tags.stories(), OF_ALL[about._meta.model_name] if about else ())
    form = FORM_OF[file]
    write, kind = FORMS[form]
    feed = feed_of(about, stories_of(list(editions), now))
    links = {"self": feed.address(form), "hub": feed.hub}
    response = HttpResponse(write(feed, settings.LANGUAGE_CODE), content_type=kind)
    response.headers["Link"] = ", ".join(f'<{url}>; rel="{rel}"' for rel, url in links.items() if url)
    if changed_at := last_modified(now):
        response.headers["Last-Modified"] = changed_at
    response.headers["Access-Control-Allow-Origin"] = "*"  # the same for everybody, so pages elsewhere may read it
    return response

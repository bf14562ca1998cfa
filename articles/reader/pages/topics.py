"""Topics' pages. Readers see no topic that no live story has: an embargo leaves no trace."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Subquery, Value
from django.shortcuts import render

from articles.freshness import tags
from articles.freshness.reading import good_until, made_of, moment
from articles.models.edition import Edition, EditionTopic
from articles.models.person import Person
from articles.models.topic import Topic
from articles.page.lists.cards import OPENING_FIELDS, CardLink, by_day, card_rows, cards
from articles.reader.parts.bounded_counts import bounded_count_of, with_bounded_count
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.meta_tags import topic_head, topics_head
from articles.reader.parts.pagination import (
    names_after,
    page_of_names,
    page_of_stories,
    place_of_name,
    place_of_story,
    rows_after,
    stories_after,
)
from articles.reader.parts.redirects import one_or_404, redirect_merged
from articles.reader.parts.site_frame import site_context

CAST, RELATED = 12, 6
SPAN, MOMENTS, MANY = 200, 7, 5  # stories that a timeline reaches over, that it picks, and that it is worth it for


@reader_page
def topics(request):
    """All topics that live stories have, by name, each with the date of its newest."""
    after = request.GET.get("after", "")
    made_of(tags.TOPICS, tags.stories())
    rows = map(PublicTopic._make, _topics_after(at=moment(), **place_of_name(after)))
    page = page_of_names(rows, after)
    context = {"topics": page.rows, "next": page.next, "after": after}
    return render(request, "reader/topics.html", site_context(request) | topics_head(after) | context)


@reader_page
@redirect_merged(Topic, lambda now: public_topics(now))
def topic_page(request, slug):
    """One topic: what it is, what to read first, who speaks in it, and its stories by day from `?before=` on."""
    now, before = moment(), request.GET.get("before", "")
    topic = one_or_404([row for row in _topic_at(at=now, slug=slug) if row.found])
    made_of(tags.topic(topic.pk), tags.stories("topic", topic.pk), tags.beside_topic(topic.pk))
    made_of(tags.TOPICS, tags.PEOPLE)
    if topic.explainer_id:
        made_of(tags.story(topic.explainer_id))
    explainer, page = _explainer_and_page(topic, before, now)
    others = [story for story in page.rows if story not in explainer]
    stories = cards([*explainer, *others], now, signed=len(explainer))
    count = bounded_count_of(topic)
    context = {
        "topic": topic,
        "count": count,
        "picture": picture_of(topic, now),
        "explainer": stories[: len(explainer)],
        "related": _related(topic, count.editions, now),
        "cast": list(map(Quoted._make, _cast(editions=count.editions))),
        "is_cast_recent": not count.is_all,
        "timeline": [] if before else timeline(topic, now),
        "days": by_day(stories[len(explainer) :]),
        "next": page.next,
        "before": before,
    }
    site = site_context(request)  # first, since the head names the site
    head = topic_head(topic, stories, before, picture=context["picture"])
    return render(request, "reader/topic.html", site | head | context)


def public_topics(now):
    """The topics of stories live at `now`, with `newest_at`, the date of the newest."""
    newest = EditionTopic.objects.live(now).filter(topic=OuterRef("pk")).newest_first()
    return Topic.objects.annotate(newest_at=Subquery(newest.values("dated_at")[:1])).filter(newest_at__isnull=False)


def timeline(topic, now):
    """At most MOMENTS of the topic's last SPAN editions, spread evenly from the first to the newest, in their order.

    Nothing where there are fewer than MANY, which the list by days shows at a glance.
    """
    rows = list(_lately(at=now, topic=topic.pk))[::-1]
    if len(rows) < MANY:
        return []
    last = len(rows) - 1
    places = sorted({round(place * last / (MOMENTS - 1)) for place in range(MOMENTS)})
    return [rows[place] for place in places]


def _lately(at, topic):
    """The newest SPAN live editions of a topic, with what a line of a timeline says."""
    filed = EditionTopic.objects.filter(topic=topic).live(at).newest_first()[:SPAN]
    found = Edition.objects.filter(pk__in=filed.values("edition_id"))
    return found.only("path", "headline", "language", "dated_at").order_by("-dated_at", "-article_id")


class PublicTopic(NamedTuple):
    """A row of the list of all topics."""

    pk: int
    key: str
    name: str
    slug: str
    newest_at: datetime

    path = property(Topic.get_absolute_url)


class Quoted(NamedTuple):
    """Somebody who is quoted in a topic's stories, and how often."""

    pk: int
    name: str
    slug: str
    role: str
    quote_count: int

    path = property(Person.get_absolute_url)


def _topics_after(at, key, pk):
    return names_after(public_topics(at), key, pk).values_list(*PublicTopic._fields)


def picture_of(topic, now):
    """The topic's Photo while its licence runs, or None."""
    if topic.picture:
        made_of(tags.photo(topic.picture_id))
        good_until(topic.picture.licence_ends_at)
    return topic.picture if topic.picture and topic.picture.is_licensed(now) else None


def _related(topic, recent, now):
    """Links to at most RELATED topics that readers may see: chosen by hand, then those of most `recent` editions."""
    rows = _chosen_and_sharing(at=now, topic=topic.pk, editions=recent)
    found: dict[int, CardLink] = {}
    for _kind, _times, _key, pk, name, slug in sorted(rows, key=_nearest_first):
        found.setdefault(pk, CardLink.to_topic(name, slug))
    return list(found.values())[:RELATED]


def _nearest_first(row):
    """What was chosen by hand before what shares stories, then most stories first, then by name."""
    kind, times, key, pk, *_ = row
    return kind, -times, key, pk


def _explainer_and_page(topic, cursor, now):
    """(the live story to begin with, in a list, on the first page; the Page after a cursor), in one query."""
    place = place_of_story(cursor)
    rows = _explainer_and_after(at=now, topic=topic.pk, explainer=topic.explainer_id, **place)
    explainer = [] if cursor else [row for row in rows if row.article_id == topic.explainer_id]
    return explainer, page_of_stories(rows_after([row for row in rows if row.is_filed], **place), cursor)


def _topic_at(at, slug):
    """The topic of an address, with its picture and `found`, its live stories; without any, readers see no page."""
    filed = EditionTopic.objects.filter(topic=OuterRef("pk"))
    return with_bounded_count(Topic.objects.filter(slug=slug), filed, at).select_related("picture")


def _explainer_and_after(at, topic, explainer, moment, article):
    """The live stories of a topic after a place, and wherever it stands the one to begin with.

    The topic's own rows hold the dates of their stories, so this is a stretch of the index over them.
    """
    filed = EditionTopic.objects.filter(topic=topic)
    page = Edition.objects.filter(pk__in=stories_after(filed.live(at), moment, article).values("edition_id"))
    first = Edition.objects.live(at).filter(article=explainer)
    both = page.order_by().values("pk").union(first.order_by().values("pk")).order_by()
    is_filed = Exists(filed.filter(edition=OuterRef("pk")))
    found = Edition.objects.filter(pk__in=both).annotate(is_filed=is_filed).order_by()
    return card_rows(found, *OPENING_FIELDS, "is_filed")


def _chosen_and_sharing(at, topic, editions: list):
    """(0, 0, key, id, name, slug) of public topics chosen by hand, (1, number of stories, …) of those of editions."""
    told = ("key", "pk", "name", "slug")
    chosen = Topic.related.through.objects.filter(from_topic=topic).values("to_topic")
    sharing = Topic.objects.filter(edition_rows__edition__in=editions).exclude(pk=topic)
    rows = public_topics(at).filter(pk__in=chosen).order_by().values_list(Value(0), Value(0), *told)
    shared = sharing.annotate(times=Count("edition_rows")).order_by().values_list(Value(1), "times", *told)
    return rows.union(shared, all=True).order_by()


def _cast(editions: list):
    """What Quoted says of the people most quoted in editions; at most CAST."""
    people = Person.objects.filter(quotes__edition__in=editions).annotate(quote_count=Count("quotes"))
    return people.order_by("-quote_count", "name", "pk").values_list(*Quoted._fields)[:CAST]

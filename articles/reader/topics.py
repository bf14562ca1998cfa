"""Topics' pages. A topic that no live story has is not known to readers: an embargo leaves no trace."""

from django.db.models import Count, OuterRef, Subquery
from django.shortcuts import render
from django.utils import timezone

from articles.models.edition import EditionTopic
from articles.models.person import Person
from articles.models.prepared import prepared
from articles.models.topic import Topic
from articles.reader.cards import Listed, by_day, cards, listed_parts
from articles.reader.extent import extent_of, with_extent
from articles.reader.heads import topic_head, topics_head
from articles.reader.moved import follows, the_only
from articles.reader.paging import page_of_names, page_of_stories, place_of_story, stories_after
from articles.reader.site import reader_page, site_context

CAST = 12
# Who speaks in a topic is counted over so many of its newest stories, so that a war's page is as fast as any other.
RECENT = 200


@reader_page
def topics(request):
    """All topics that live stories have, by name, each with the date of its newest."""
    after = request.GET.get("after", "")
    page = page_of_names(known_topics(timezone.now()), after)
    context = {"topics": page.rows, "next": page.next, "after": after}
    return render(request, "reader/topics.html", site_context(request) | topics_head(after) | context)


@reader_page
@follows(Topic, lambda now: known_topics(now))
def topic_page(request, slug):
    """One topic: what it is, who speaks in it, and its stories by day from the cursor `?before=` on."""
    now, before = timezone.now(), request.GET.get("before", "")
    topic = the_only(_called(at=now, slug=slug))
    rows = map(Listed._make, _filed(at=now, topic=topic.pk, **place_of_story(before)))
    page = page_of_stories(rows, before)
    stories, extent = cards(page.rows, now, signed=0), extent_of(topic)
    context = {
        "topic": topic,
        "extent": extent,
        "cast": _cast(at=now, topic=topic.pk),
        "is_cast_recent": extent.number > RECENT,
        "days": by_day(stories),
        "next": page.next,
        "before": before,
    }
    return render(request, "reader/topic.html", site_context(request) | topic_head(topic, stories, before) | context)


def known_topics(now):
    """The topics of stories live at `now`, with `newest_at`, the date of the newest."""
    newest = EditionTopic.objects.live(now).filter(topic=OuterRef("pk")).newest_first()
    return Topic.objects.annotate(newest_at=Subquery(newest.values("dated_at")[:1])).filter(newest_at__isnull=False)


@prepared
def _called(at, slug):
    """The topic of an address, if readers know it, with the extent of its stories."""
    filed = EditionTopic.objects.live(at).filter(topic=OuterRef("pk"))
    return with_extent(known_topics(at).filter(slug=slug), filed)


@prepared
def _filed(at, topic, moment, article):
    """The live stories of a topic after a place: a scan of the index over its own rows, which hold their dates."""
    return listed_parts(stories_after(EditionTopic.objects.live(at).filter(topic=topic), moment, article))


@prepared
def _cast(at, topic):
    """The people most quoted in the RECENT newest live stories of a topic, with `quote_count`; at most CAST."""
    recent = EditionTopic.objects.live(at).filter(topic=topic).newest_first().values("edition_id")[:RECENT]
    people = Person.objects.filter(quotes__edition__in=recent).annotate(quote_count=Count("quotes"))
    return people.order_by("-quote_count", "name", "pk").only("name", "slug", "role")[:CAST]

"""Topics' pages. A topic that no live story has is not known to readers: an embargo leaves no trace."""

from django.db.models import Count, OuterRef, Subquery, Value
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from articles.models.edition import Edition, EditionTopic
from articles.models.person import Person
from articles.models.topic import Topic
from articles.reader.cards import by_day, cards, listed, listed_parts
from articles.reader.extent import extent_of
from articles.reader.heads import topic_head, topics_head
from articles.reader.moved import follows
from articles.reader.paging import page_of_names, page_of_parts
from articles.reader.site import reader_page, site_context

CAST, RELATED = 12, 6
# Who speaks in a topic, and what else its stories are about, is counted over so many of its newest stories, so that a
# war's page is as fast as any other.
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
    """One topic: what it is, what to read first, who speaks in it, and its stories by day from `?before=` on."""
    now = timezone.now()
    topic = get_object_or_404(known_topics(now).select_related("picture"), slug=slug)
    filed = EditionTopic.objects.live(now).filter(topic=topic)
    before = request.GET.get("before", "")
    page = page_of_parts(listed_parts(filed), before)
    extent = extent_of(filed)
    explainer = [] if before else explainer_of(topic, now)
    others = [row.edition for row in page.rows if row.edition not in explainer]
    stories = cards([*explainer, *others], now)
    context = {
        "topic": topic,
        "extent": extent,
        "picture": None if before else picture_of(topic, now),
        "explainer": stories[: len(explainer)],
        "related": [] if before else related_to(topic, now),
        "cast": [] if before else cast_of(topic, now),
        "is_cast_recent": extent.number > RECENT,
        "days": by_day(stories[len(explainer) :]),
        "next": page.next,
        "before": before,
    }
    head = topic_head(topic, stories, before, picture=context["picture"])
    return render(request, "reader/topic.html", site_context(request) | head | context)


def known_topics(now):
    """The topics of stories live at `now`, with `newest_at`, the date of the newest."""
    newest = EditionTopic.objects.live(now).filter(topic=OuterRef("pk")).newest_first()
    return Topic.objects.annotate(newest_at=Subquery(newest.values("dated_at")[:1])).filter(newest_at__isnull=False)


def picture_of(topic, now):
    """The topic's Photo while its licence runs, or None."""
    return topic.picture if topic.picture and topic.picture.is_licensed(now) else None


def explainer_of(topic, now):
    """A list of the live Edition of the story that explains the topic; empty without one, or while it is not live."""
    return list(listed(Edition.objects.live(now).filter(article=topic.explainer_id))) if topic.explainer_id else []


def related_to(topic, now):
    """At most RELATED Topics that readers know: those chosen by hand, then those that share most of its stories."""
    told = ("key", "pk", "name", "slug")
    chosen = known_topics(now).filter(pk__in=topic.related.values("pk"))
    sharing = Topic.objects.filter(edition_rows__edition__in=_recent(topic, now)).exclude(pk=topic.pk)
    rows = chosen.order_by().values_list(Value(0), Value(0), *told)
    shared = sharing.annotate(times=Count("edition_rows")).order_by().values_list(Value(1), "times", *told)
    found = {}
    for _kind, _times, _key, pk, name, slug in sorted(rows.union(shared, all=True), key=_nearest_first):
        found.setdefault(pk, Topic(pk=pk, name=name, slug=slug))
    return list(found.values())[:RELATED]


def _nearest_first(row):
    """What was chosen by hand before what shares stories, then most stories first, then by name."""
    kind, times, key, pk, *_ = row
    return kind, -times, key, pk


def cast_of(topic, now):
    """The people most quoted in the RECENT newest live stories of a topic, with `quote_count`; at most CAST."""
    people = Person.objects.filter(quotes__edition__in=_recent(topic, now)).annotate(quote_count=Count("quotes"))
    return list(people.order_by("-quote_count", "name", "pk")[:CAST])


def _recent(topic, now):
    """The ids of the RECENT newest live editions of a topic, as a subquery."""
    return EditionTopic.objects.live(now).filter(topic=topic).newest_first().values("edition_id")[:RECENT]

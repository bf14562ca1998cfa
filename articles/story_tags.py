"""What a story's change changes: the tags of the story and of all lists that it is, was or will be in.

Verbs ask before and after they change a timeline; whoever makes a page asks for what changes by itself. Editions that
are over are on no list, so what counts of a story are those in force or to come.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, Value

from articles.freshness import tags
from articles.models.article import LanguageVersion
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.pin import Pin
from articles.models.section import Quote
from articles.models.topic import Topic

DESK, TOPIC, PERSON = "desk", "topic", "person"


def tags_of_stories(articles: Collection[int], now: datetime) -> dict[int, set[str]]:
    """{article id: its tags} for stories with these ids; four queries however many.

    Lists have a story in other languages, its versions, while it is not live: their places are its own too.
    """
    found: dict[int, set[str]] = {pk: {tags.story(pk)} for pk in articles}
    topics = defaultdict(set)
    mains = dict(LanguageVersion.objects.filter(of__in=found).values_list("article_id", "of_id"))
    for place, kind, dated_at, pk in _places({*articles, *mains}, now):
        for article in {place, mains.get(place)} & found.keys():
            if kind == TOPIC:
                topics[pk].add(article)
            if kind == DESK:
                found[article].update(tags.at(tags.stories(), dated_at))
            if pk is not None:
                found[article].update(tags.at(tags.stories(kind, pk), dated_at))
    for pinned, by in Pin.objects.filter(next__in=found).values_list("next_id", "article_id"):
        found[pinned].add(tags.story(by))
    related: Any = Topic.related.through.objects
    for to, page in related.filter(to_topic__in=topics).values_list("to_topic_id", "from_topic_id"):
        for article in topics[to]:
            found[article].add(tags.beside_topic(page))
    return found


def _places(articles: Collection[int], now: datetime) -> QuerySet[Any, Any]:
    """(article id, DESK, TOPIC or PERSON, date, id of that or None) for each list that the stories are in."""
    current = Edition.objects.filter(article_id__in=articles, ends_at__gt=now).order_by()
    parts = ((EditionTopic, TOPIC, "topic_id"), *((model, PERSON, "person_id") for model in (Byline, Mention, Quote)))
    return (
        current.values_list("article_id", Value(DESK), "dated_at", "desk_id")
        .union(
            *(
                model.objects.filter(edition__in=current.values("pk"))
                .order_by()
                .values_list("article_id", Value(kind), "dated_at", owner)
                for model, kind, owner in parts
            )
        )
        .order_by()
    )  # a later Django orders a union as its first model is

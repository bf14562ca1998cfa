"""What a reader is led to next: the one place that fixes the order in which stories follow a story.

The list of an entry story is an editor's pin, its lead topic (older stories, then newer ones), its desk, the site; each
newest first, each story once, never the entry itself. It stays the entry's from its first story to its last, with and
without JavaScript: `docs/decisions/0009-the-entry-fixes-the-reading-list.md` says why.
"""

from typing import Any, NamedTuple

from django.db.models import Q, Subquery, Value
from django.db.models.functions import Coalesce

from articles.models.edition import Edition, EditionTopic
from articles.models.pin import Pin

LENGTH = 60


class EntryStory(NamedTuple):
    """The facts of an entry story that fix its list, as values or as expressions that the database fills in."""

    article_id: Any
    pk: Any
    desk_id: Any
    dated_at: Any


def entry_story(article_id, at):
    """The live story of this id as an entry; costs no query. Where none is live, its list is empty."""
    live = Edition.objects.live(at).filter(article_id=article_id)
    return EntryStory(*(Subquery(live.values(fact)[:1]) for fact in EntryStory._fields))


def shelves(entry, at):
    """The shelves that stories are taken from, in order: a list of QuerySets of editions live at `at`.

    `entry` is a saved Edition or an EntryStory. A story may stand on several shelves.
    """
    # Where the entry is not live its id is NULL, and no story's id is known to differ from that.
    others = Edition.objects.live(at).exclude(article_id=entry.article_id)
    return [
        others.filter(article_id__in=Pin.objects.filter(article_id=entry.article_id).values("next_id")),
        *_topic_shelves(others, entry),
        others.on_desk(entry.desk_id).newest_first(),
        others.newest_first(),
    ]


def reading_list(entry, at, limit=LENGTH):
    """The first `limit` editions of the reading list of `entry`, an Edition or an EntryStory; one query.

    They carry what a link needs: article_id, path, headline and language.
    """
    # Of each shelf `limit` are enough: where k stories are listed already, at most k of them come again.
    shelved = [
        Edition.objects.filter(pk__in=shelf.values("pk")[:limit])
        .annotate(shelf=Value(number))
        .only("article_id", "path", "headline", "language", "dated_at")
        .order_by()
        for number, shelf in enumerate(shelves(entry, at))
    ]
    newest_first = sorted(shelved[0].union(*shelved[1:], all=True).order_by(), key=_place, reverse=True)
    listed: dict[int, Edition] = {}
    for edition in sorted(newest_first, key=lambda edition: edition.shelf):
        listed.setdefault(edition.article_id, edition)
    return list(listed.values())[:limit]


def next_after(entry, at):
    """The first edition of the reading list of `entry`, in one query; None when nothing else is live."""
    firsts = [Subquery(shelf.values("pk")[:1]) for shelf in shelves(entry, at)]
    return Edition.objects.filter(pk=Coalesce(*firsts)).first()


def rest_of_list(entry_id, article_id, at):
    """What follows the story of `article_id` in the list of the entry story, in one query; None if it is not in it."""
    listed = reading_list(entry_story(entry_id, at), at)
    places = [place for place, edition in enumerate(listed) if edition.article_id == article_id]
    return listed[places[0] + 1 :] if places else None


def _place(edition):
    return edition.dated_at, edition.article_id


def _topic_shelves(others, entry):
    """Stories filed under the entry's lead topic: those before it in the order of lists, then those after it."""
    lead = EditionTopic.objects.filter(edition_id=entry.pk, is_lead=True).values("topic_id")
    # The dates of the topic's own rows, so that both shelves are a scan of the index over them.
    dated, article = "topic_rows__dated_at", "topic_rows__article_id"
    filed = {"topic_rows__topic": Subquery(lead[:1])}
    older = Q(**{f"{dated}__lt": entry.dated_at}) | Q(**{f"{article}__lt": entry.article_id})
    newer = Q(**{f"{dated}__gt": entry.dated_at}) | Q(**{f"{article}__gt": entry.article_id})
    return [
        others.filter(condition, **filed).order_by(f"-{dated}", f"-{article}")
        for condition in (
            Q(**{f"{dated}__lte": entry.dated_at}) & older,
            Q(**{f"{dated}__gte": entry.dated_at}) & newer,
        )
    ]

"""What a reader is led to next: the one place that fixes the order in which stories follow a story.

The list of an entry story is an editor's pin, its lead topic (older stories, then newer ones), its desk, the site; each
newest first, each story once, never the entry itself, and of a story in several languages one. It stays the entry's
from its first story to its last, with and without JavaScript: `docs/decisions/0009-the-entry-fixes-the-reading-list.md`
says why.
"""

from functools import cache
from typing import Any, NamedTuple

from django.db.models import CharField, F, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from articles.database.kept_sql import Given, KeptSql
from articles.embargo import current
from articles.freshness import tags
from articles.freshness.reading import made_of
from articles.models.edition import Edition, EditionTopic
from articles.models.pin import Pin

LENGTH, EARLIER = 60, 3
NO_NAME = Value("", output_field=CharField())
# Why a story follows, by the number of its shelf: an editor chose it, it is on the topic, of the desk, or of the site.
PIN, TOPIC, DESK, SITE = "pin", "topic", "desk", "site"
REASONS = (PIN, TOPIC, TOPIC, DESK, SITE)
OLDER = 1  # the number of the shelf of what the topic had before


class EntryStory(NamedTuple):
    """The facts of an entry story that fix its list, as values or as expressions that the database fills in."""

    article_id: Any
    pk: Any
    desk_id: Any
    dated_at: Any


GIVEN = EntryStory(*map(Given, EntryStory._fields))


def entry_story(article_id, at):
    """The live story of this id as an entry; costs no query. Where none is live, its list is empty."""
    live = Edition.objects.live(at).filter(article_id=article_id)
    return EntryStory(*(Subquery(live.values(fact)[:1]) for fact in EntryStory._fields))


def shelves(entry, at):
    """The shelves that stories are taken from, in order: a list of QuerySets of editions live at `at`.

    `entry` is a saved Edition or an EntryStory. A story may stand on several shelves.
    """
    # Where the entry is not live its id is NULL, and no story's id is known to differ from that.
    others = Edition.objects.listed(at).but_story(entry.article_id)
    chosen = Pin.objects.filter(current(at), article_id=entry.article_id).values("next_id")
    return [
        Edition.objects.live(at).exclude(article_id=entry.article_id).filter(article_id__in=chosen),
        *_topic_shelves(others, entry),
        others.on_desk(entry.desk_id).newest_first(),
        others.newest_first(),
    ]


def reading_list(entry, at, limit=LENGTH):
    """The first `limit` editions of the reading list of `entry`, an Edition or an EntryStory; one query.

    They carry what a link needs: article_id, path, headline and language; and why they are there: the number of their
    `shelf`, and `of`, the name of the topic or desk that it holds (see `reason` and `why`).
    """
    made_of(tags.stories(), tags.TOPICS)
    return _in_order(_newest_first(KeptSql(lambda: _shelved(entry, at, limit)).ask()))[:limit]


def way_through(edition, at, entry_id=None):
    """(id of the entry story, the rest of its list after `edition`, what its topic had before it), in one query.

    The list is that of the live story of `entry_id` where it leads to `edition`, else the edition's own, of which the
    first few are enough. Before it stand the last EARLIER stories of its lead topic, the oldest first.
    """
    if entry_id in (None, edition.article_id):
        found, theirs = _own(edition, at, EARLIER + 1), []
    else:
        made_of(tags.story(entry_id), tags.stories(), tags.TOPICS)
        rows = _newest_first(_own_and_entrys().ask(at=at, entry_id=entry_id, **_facts(edition)))
        found, theirs = ([row for row in rows if (row.shelf >= len(REASONS)) is other] for other in (False, True))
    earlier = [row for row in found if row.shelf == OLDER][:EARLIER]
    for row in theirs:
        row.shelf -= len(REASONS)
    rest = _after(edition.article_id, _in_order(theirs)[:LENGTH])
    if rest is None:
        return edition.article_id, _in_order(found), earlier[::-1]
    return entry_id, rest, earlier[::-1]


def _own(entry, at, limit):
    """The first `limit` of each shelf of a saved Edition."""
    return _newest_first(_of_edition(limit).ask(at=at, **_facts(entry)))


@cache
def _of_edition(limit):
    """The question for the first `limit` of each shelf of an entry story whose facts are given."""
    return KeptSql(lambda: _shelved(GIVEN, Given("at"), limit))


@cache
def _own_and_entrys():
    """The question for the shelves of a story, and for those of the live story of a given id."""
    at = Given("at")
    return KeptSql(
        lambda: (
            *_shelved(GIVEN, at, EARLIER + 1),
            *_shelved(entry_story(Given("entry_id"), at), at, LENGTH, start=len(REASONS)),
        )
    )


def _facts(edition):
    """{name: fact} of an Edition that fix its list."""
    return {name: getattr(edition, name) for name in EntryStory._fields}


def _shelved(entry, at, limit, start=0):
    """For each shelf of `entry` a QuerySet of its first `limit` editions, which know its number, from `start` on."""
    lead_topic = Subquery(_lead(entry).values("topic__name")[:1])
    names = {TOPIC: lead_topic, DESK: Coalesce(F("desk__name"), NO_NAME)}
    # Of each shelf `limit` are enough: where k stories are listed already, at most k of them come again.
    return [
        shelf.annotate(shelf=Value(start + number), of=names.get(REASONS[number], NO_NAME)).only(
            "article_id", "path", "headline", "language", "dated_at"
        )[:limit]
        for number, shelf in enumerate(shelves(entry, at))
    ]


def _newest_first(rows):
    """The editions of all shelves, the newest first, each as often as it stands on one."""
    return sorted(rows, key=_place, reverse=True)


def _in_order(rows):
    """These editions shelf by shelf, each story once."""
    listed: dict[int, Edition] = {}
    for edition in sorted(rows, key=lambda edition: edition.shelf):
        listed.setdefault(edition.article_id, edition)
    return list(listed.values())


def _after(article_id, listed):
    """What follows the story of `article_id` in a list; None if it is not in it."""
    places = [place for place, edition in enumerate(listed) if edition.article_id == article_id]
    return listed[places[0] + 1 :] if places else None


def next_after(entry, at):
    """The first edition of the reading list of `entry`, in one query; None when nothing else is live."""
    return next(iter(_in_order(_own(entry, at, 1))), None)


def note_next(entry, found, lead):
    """Note what would lead from the Edition `entry`, of the lead topic of id `lead` or None, elsewhere than to `found`.

    `found` is what `next_after` gave. A pin is the entry's own, and a story that is pinned tells it when it changes.
    """
    if found is None or reason(found) == SITE:
        made_of(tags.stories())
        return
    made_of(tags.story(found.article_id))
    topic = tags.stories("topic", lead)
    if reason(found) == TOPIC:
        is_older = _place(found) < _place(entry)
        made_of(tags.stretch(topic, found.dated_at, entry.dated_at) if is_older else topic)
    elif reason(found) == DESK:
        made_of(topic, tags.stories("desk", entry.desk_id))


def note_earlier(entry, earlier, lead):
    """Note what the lines on what the lead topic of id `lead` had before show, and where another may come between."""
    if lead is not None:
        since = earlier[0].dated_at if len(earlier) == EARLIER else None
        made_of(*(tags.story(each.article_id) for each in earlier))
        made_of(tags.stretch(tags.stories("topic", lead), since, entry.dated_at))


def reason(edition):
    """Why an edition of a reading list follows, as a word for programs."""
    return REASONS[edition.shelf]


def why(edition):
    """Why an edition of a reading list follows, in the site's words."""
    said = {
        PIN: _("The editors’ choice"),
        TOPIC: _("More on {name}"),
        DESK: _("Also from {name}"),
        SITE: _("The latest"),
    }
    return said[reason(edition)].format(name=edition.of)


def rest_of_list(entry_id, article_id, at):
    """What follows the story of `article_id` in the list of the entry story, in one query; None if it is not in it."""
    made_of(tags.story(entry_id))
    return _after(article_id, reading_list(entry_story(entry_id, at), at))


def _place(edition):
    return edition.dated_at, edition.article_id


def _lead(entry):
    """The row that says which topic leads the entry story."""
    return EditionTopic.objects.filter(edition_id=entry.pk, is_lead=True)


def _topic_shelves(others, entry):
    """Stories filed under the entry's lead topic: those before it in the order of lists, then those after it."""
    lead = _lead(entry).values("topic_id")
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

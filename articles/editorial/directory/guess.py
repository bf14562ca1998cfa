"""What a story's words, its lead topic and its writer let one guess: the desk it belongs to, and topics that it names.

A guess is made of what is public and of the writer's own stories, so it tells nobody of a story that they may not see.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.edition import EditionTopic, Mention
from articles.models.topic import Topic
from articles.models.user import User
from articles.search.stemming import stem
from articles.text.body.body import Body
from articles.text.languages.folding import fold

RECENT = 20  # of the newest stories on a topic, with a person, by a writer
MOST_TOPICS = 6
MOST_READ = 20_000  # characters of a text in which topics are looked for
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class DeskGuess:
    """The desk that a story most likely belongs to, and why, in a sentence."""

    desk: Desk
    why: str


def guess_desk(article: Article, body: Body, topics: Collection[Topic], *, by: User, now: datetime) -> DeskGuess | None:
    """The desk that `article`, which has none, most likely belongs to; `topics` are those that its text names.

    First the lead topic decides, then the people and topics that the text names, then the stories of the writer. It is
    always one on which `by` may write.
    """
    desks = Desk.objects.filter(pk__in=by.desk_ids()) if by.desk_ids() else Desk.objects.all()
    known = {desk.pk: desk for desk in desks}
    if len(known) == 1:
        [desk] = known.values()
        return DeskGuess(desk, _("It is the only one on which you write."))
    lead = [article.lead_topic_id] if article.lead_topic_id else []
    if found := _most(known, _desks_of_topics(lead, now)):
        said = _("Other stories on %(topic)s are this desk’s.")
        return DeskGuess(found, said % {"topic": article.lead_topic})
    named = _desks_of_topics([topic.pk for topic in topics], now) + _desks_of_people(body.linked_people, now)
    if found := _most(known, named):
        return DeskGuess(found, _("Other stories on what the text names are this desk’s."))
    if found := _most(known, _desks_of_writer(by)):
        return DeskGuess(found, _("Your other stories are this desk’s."))
    return None


def _most(known: dict[int, Desk], votes: list[int]) -> Desk | None:
    """The known desk that has more than half of the votes."""
    counted = Counter(votes).most_common(1)
    return known.get(counted[0][0]) if counted and counted[0][1] * 2 > len(votes) else None


def _desks_of_topics(topics: Collection[int], now: datetime) -> list[int]:
    """The desks of the newest live stories on each of these topics together."""
    if not topics:
        return []
    rows = EditionTopic.objects.live(now).filter(topic__in=topics).newest_first()
    return list(rows.values_list("edition__desk", flat=True)[: RECENT * len(topics)])


def _desks_of_people(people: Collection[int], now: datetime) -> list[int]:
    """The desks of the newest live stories that name one of these people."""
    if not people:
        return []
    rows = Mention.objects.live(now).filter(person__in=people).newest_first()
    return list(rows.values_list("edition__desk", flat=True)[:RECENT])


def _desks_of_writer(by: User) -> list[int]:
    """The desks of the writer's newest stories."""
    rows = Article.objects.filter(created_by=by, desk__isnull=False).order_by("-pk")
    return [desk for desk in rows.values_list("desk_id", flat=True)[:RECENT] if desk is not None]


def topics_named(article: Article, body: Body) -> list[Topic]:
    """Topics of the directory that headline, dek or text name and the story does not have, those named first first.

    A name of several words is named by these words in a row, or by all of them in one paragraph, in any of their forms.
    """
    lines = [article.headline, article.dek, *body.plain_text[:MOST_READ].split("\n")]
    language = article.language
    read = [_stems(line, language) for line in lines]
    everything = f" {' '.join(word for line in read for word in line)} "
    had = {row.tag_id for row in article.topic_rows.all()} | {article.lead_topic_id}
    places: dict[int, int] = {}
    for pk, today, name in Topic.rows.values_list("pk", "redirects_to", "name"):
        number = today or pk
        place = _place(_stems(name, language), everything, read)
        if place is not None and number not in had:
            places[number] = min(place, places.get(number, place))
    first = sorted(places, key=lambda number: (places[number], number))[:MOST_TOPICS]
    found = Topic.objects.in_bulk(first)
    return [found[number] for number in first if number in found]


def _place(name: list[str], everything: str, read: Iterable[list[str]]) -> int | None:
    """Where a text names a topic, to be compared with other places; None where it does not."""
    at = everything.find(f" {' '.join(name)} ")
    if at >= 0:
        return at
    if len(name) > 1 and any(set(name) <= set(line) for line in read):
        return len(everything)
    return None


def _stems(text: str, language: str) -> list[str]:
    """The words of a text, folded, by their stems."""
    return [stem(word, language) for word in _WORD.findall(fold(text))]

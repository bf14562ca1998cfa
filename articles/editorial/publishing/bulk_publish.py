"""Publishing many new stories at once, for archives of a hundred thousand stories.

Today only `populate` and the benchmarks use it; the importers of whole archives are to. It is beside the verbs, not
around them: the rows are those that `begin` and `publish` would have written (a test compares them), and the editions
are written by the same timeline.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.database.bulk_insert import bulk_insert
from articles.editorial.log import noted
from articles.editorial.permissions import require
from articles.editorial.publishing.edition_builder import Composition
from articles.editorial.publishing.timeline import add_first_editions
from articles.editorial.writing.working_copy import POINTER_FIELDS, digest_of, text_state
from articles.models.article import Article, ArticleByline, ArticleTopic
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.log_entry import LogEntry
from articles.models.person import Person
from articles.models.revision import Reason, Revision
from articles.models.section import Quote, Section
from articles.models.topic import Topic
from articles.models.user import User
from articles.signals import timeline_changed
from articles.text.body.body import BodySection


@dataclass(frozen=True)
class NewQuote:
    """A quote in the section at `section` (counted from 0), at start:end of its text; `person` may be None."""

    section: int
    start: int
    end: int
    words: str
    attribution: str
    person: int | None
    is_set_off: bool


@dataclass(frozen=True)
class NewStory:
    """A finished story: its words, already clean, and what composing would find in them."""

    headline: str
    dek: str
    slug: str
    dated_at: datetime
    desk: int
    topics: list[Topic]
    bylines: list[Person]
    sections: list[BodySection]
    words: int
    place: str = ""
    language: str = "en"
    quotes: list[NewQuote] = field(default_factory=list)
    mentions: list[tuple[int, str]] = field(default_factory=list)

    @property
    def body(self) -> str:
        """The one document that the sections are parts of."""
        headings = (f"<h2>{section.heading}</h2>" if section.heading else "" for section in self.sections)
        return "".join(heading + section.html for heading, section in zip(headings, self.sections, strict=True))


@noted
def publish_many(stories: Sequence[NewStory], *, by: User) -> list[Edition]:
    """Begin and publish each NewStory, in one transaction; returns the Editions. The first topic is the lead topic.

    The stories keep their dates and are live from now on. Raises Forbidden.
    """
    allowed = by.has_perm("articles.add_article") and by.has_perm("articles.publish_article")
    require(allowed, _("publish stories"))
    with transaction.atomic():
        now = timezone.now()
        articles = bulk_insert(_article(story, by, now) for story in stories)
        pairs = list(zip(stories, articles, strict=True))
        _write_working_rows(pairs)
        revisions = bulk_insert(_revision(story, article, by, now) for story, article in pairs)
        compositions = [
            _composition(story, revision, by, now) for story, revision in zip(stories, revisions, strict=True)
        ]
        editions = add_first_editions(compositions, now=now)
        bulk_insert(
            LogEntry(article_id=each.article_id, verb="publish", by=by, at=now, note=each.path) for each in editions
        )
        transaction.on_commit(lambda: _send_signals(editions))
    return editions


def _article(story: NewStory, by: User, now: datetime) -> Article:
    return Article(
        headline=story.headline,
        dek=story.dek,
        slug=story.slug,
        body=story.body,
        language=story.language,
        place=story.place,
        desk_id=story.desk,
        lead_topic=story.topics[0] if story.topics else None,
        original_date=story.dated_at,
        published_version=1,
        timeline_version=1,
        created_at=now,
        changed_at=now,
        created_by=by,
    )


def _write_working_rows(pairs: list[tuple[NewStory, Article]]) -> None:
    """The topics and bylines of the working copies."""
    bulk_insert(ArticleTopic(content_object=article, tag=topic) for story, article in pairs for topic in story.topics)
    bulk_insert(
        ArticleByline(article=article, person=person, position=place)
        for story, article in pairs
        for place, person in enumerate(story.bylines)
    )


def _revision(story: NewStory, article: Article, by: User, now: datetime) -> Revision:
    """The revision that the edition is made from."""
    state = text_state(article)
    state |= {name: getattr(article, f"{name}_id") for name in POINTER_FIELDS}
    state |= {
        "original_date": story.dated_at.astimezone(UTC).isoformat(),
        "topics": sorted(topic.pk for topic in story.topics),
        "bylines": [person.pk for person in story.bylines],
    }
    return Revision(
        article=article,
        number=1,
        made_at=now,
        made_by=by,
        reason=Reason.IMPORTED,
        snapshot=state,
        digest=digest_of(state),
    )


def _composition(story: NewStory, revision: Revision, by: User, now: datetime) -> Composition:
    """The edition and its rows, as `compose` would have found them."""
    edition = Edition(
        article_id=revision.article_id,
        goes_live_at=now,
        dated_at=story.dated_at,
        headline=story.headline,
        dek=story.dek,
        language=story.language,
        place=story.place,
        desk_id=story.desk,
        words=story.words,
        revision=revision,
        digest=revision.digest,
        made_at=now,
        made_by=by,
    )
    shared = {"edition": edition, "article_id": revision.article_id, "dated_at": story.dated_at}
    sections = [
        Section(edition=edition, position=place, heading=part.heading, html=part.html)
        for place, part in enumerate(story.sections)
    ]
    ordered = sorted(story.topics, key=lambda topic: (topic != story.topics[0], topic.name, topic.pk))
    return Composition(
        edition,
        sections=sections,
        quotes=_quotes(story, sections, shared),
        mentions=[
            Mention(**shared, position=place, person_id=pk, name=name)
            for place, (pk, name) in enumerate(story.mentions)
        ],
        bylines=[
            Byline(**shared, position=place, person=person, name=person.name)
            for place, person in enumerate(story.bylines)
        ],
        topics=[
            EditionTopic(**shared, position=place, topic=topic, is_lead=place == 0)
            for place, topic in enumerate(ordered)
        ],
    )


def _quotes(story: NewStory, sections: list[Section], shared: Mapping[str, Any]) -> list[Quote]:
    """The quotes, numbered in page order."""
    return [
        Quote(
            **shared,
            position=place,
            section=sections[quote.section],
            text=quote.words,
            person_id=quote.person,
            attribution=quote.attribution,
            is_set_off=quote.is_set_off,
            start=quote.start,
            end=quote.end,
        )
        for place, quote in enumerate(story.quotes, start=1)
    ]


def _send_signals(editions: list[Edition]) -> None:
    for edition in editions:
        timeline_changed.send(sender=None, article_id=edition.article_id)

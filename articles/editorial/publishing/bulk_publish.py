"""Publishing many new stories at once, for archives of a hundred thousand stories.

Today only `populate` and the benchmarks use it; the importers of whole archives are to. It is beside the verbs, not
around them: the rows are those that `begin` and `publish` would have written (a test compares them), and the editions
are written by the same timeline.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
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
from articles.embargo import FAR_FUTURE, Kind
from articles.models.article import Article, ArticleByline, ArticleTopic
from articles.models.correction import Correction
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.log_entry import LogEntry
from articles.models.person import Person
from articles.models.revision import Reason, Revision
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import Topic
from articles.models.user import User
from articles.search import working_copies
from articles.signals import timeline_changed
from articles.text.body.body import BodySection
from articles.text.body.nodes import written_text
from media.models import Photo


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
    lead_photo: Photo | None = None
    earlier: Sequence["NewStory"] = ()  # its former words, the oldest first
    correction: str = ""  # what readers are told was wrong in the words before these
    withdrawn: str | None = None  # what readers are told, where it was withdrawn

    @property
    def body(self) -> str:
        """The one document that the sections are parts of."""
        headings = (f"<h2>{section.heading}</h2>" if section.heading else "" for section in self.sections)
        return "".join(heading + section.html for heading, section in zip(headings, self.sections, strict=True))


@dataclass(frozen=True)
class _Text:
    """One of a story's texts, with its place among them and the moment at which it begins."""

    story: NewStory
    article: Article
    number: int
    start: datetime
    end: datetime


@noted
def publish_many(stories: Sequence[NewStory], *, by: User) -> list[Edition]:
    """Begin and publish each NewStory, in one transaction; returns the Editions. The first topic is the lead topic.

    The stories keep their dates and are as they are from now on; their former words begin microseconds before.
    Raises Forbidden.
    """
    allowed = by.has_perm("articles.add_article") and by.has_perm("articles.publish_article")
    require(allowed, _("publish stories"))
    with transaction.atomic():
        now = timezone.now()
        articles = bulk_insert(_article(story, by, now) for story in stories)
        pairs = list(zip(stories, articles, strict=True))
        _write_working_rows(pairs)
        texts = [text for story, article in pairs for text in _texts(story, article, now)]
        revisions = bulk_insert(_revision(text, by, now) for text in texts)
        compositions = [_composition(text, revision, by, now) for text, revision in zip(texts, revisions, strict=True)]
        compositions += [_end(story, article, by, now) for story, article in pairs if story.withdrawn is not None]
        editions = add_first_editions(compositions, now=now)
        _write_corrections(texts, editions, by)
        bulk_insert(_log_entry(each, by, now) for each in editions)
        working_copies.sync_working_copies([article.pk for article in articles if not article.published_version])
        transaction.on_commit(lambda: _send_signals(articles))
    return editions


def _article(story: NewStory, by: User, now: datetime) -> Article:
    texts = len(story.earlier) + 1
    is_out = story.withdrawn is None
    return Article(
        headline=story.headline,
        dek=story.dek,
        slug=story.slug,
        body=story.body,
        language=story.language,
        place=story.place,
        desk_id=story.desk,
        lead_topic=story.topics[0] if story.topics else None,
        lead_photo=story.lead_photo,
        original_date=story.dated_at,
        version=texts,
        published_version=texts if is_out else 0,
        timeline_version=texts if is_out else texts + 1,
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


def _texts(story: NewStory, article: Article, now: datetime) -> Iterator[_Text]:
    """The texts of a story, the last of them from `now` on, or until then where it was withdrawn."""
    texts = [*story.earlier, story]
    entries = len(texts) + (story.withdrawn is not None)
    starts = [now - timedelta(microseconds=before) for before in reversed(range(entries))]
    ends = [*starts[1:], FAR_FUTURE]
    for number, each in enumerate(texts):
        yield _Text(each, article, number + 1, starts[number], ends[number])


def _revision(text: _Text, by: User, now: datetime) -> Revision:
    """The revision that an edition is made from."""
    story, article = text.story, text.article
    if text.number < article.version:
        article = _article(story, by, now)
    state = text_state(article)
    state |= {name: getattr(article, f"{name}_id") for name in POINTER_FIELDS}
    state |= {
        "original_date": story.dated_at.astimezone(UTC).isoformat(),
        "topics": sorted(topic.pk for topic in story.topics),
        "bylines": [person.pk for person in story.bylines],
    }
    return Revision(
        article=text.article,
        number=text.number,
        made_at=now,
        made_by=by,
        reason=Reason.IMPORTED,
        snapshot=state,
        digest=digest_of(state),
    )


def _composition(text: _Text, revision: Revision, by: User, now: datetime) -> Composition:
    """The edition and its rows, as `compose` would have found them."""
    story = text.story
    edition = Edition(
        article_id=revision.article_id,
        goes_live_at=text.start,
        ends_at=text.end,
        dated_at=story.dated_at,
        headline=story.headline,
        dek=story.dek,
        language=story.language,
        place=story.place,
        desk_id=story.desk,
        words=story.words,
        has_corrections=bool(story.correction),
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
        placements=_placements(story.lead_photo, shared),
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


def _placements(photo: Photo | None, shared: Mapping[str, Any]) -> list[PhotoPlacement]:
    """The lead photo, under the words that the library has for it."""
    if photo is None:
        return []
    return [PhotoPlacement(**shared, photo=photo, caption=written_text(photo.caption), credit=photo.credit)]


def _end(story: NewStory, article: Article, by: User, now: datetime) -> Composition:
    """The statement that a story is withdrawn."""
    return Composition(
        Edition(
            article_id=article.pk,
            kind=Kind.WITHDRAWN,
            goes_live_at=now,
            dated_at=story.dated_at,
            language=story.language,
            notice=story.withdrawn or "",
            made_at=now,
            made_by=by,
        )
    )


def _write_corrections(texts: list[_Text], editions: list[Edition], by: User) -> None:
    """What readers are told was wrong. The editions of the texts are the first ones, in the same order."""
    bulk_insert(
        Correction(
            article_id=edition.article_id,
            edition=edition,
            text=text.story.correction,
            goes_live_at=edition.goes_live_at,
            made_by=by,
        )
        for text, edition in zip(texts, editions, strict=False)
        if text.story.correction
    )


def _log_entry(edition: Edition, by: User, now: datetime) -> LogEntry:
    verb = "publish" if edition.kind == Kind.PUBLISHED else "withdraw"
    return LogEntry(article_id=edition.article_id, verb=verb, by=by, at=now, note=edition.path)


def _send_signals(articles: list[Article]) -> None:
    for article in articles:
        timeline_changed.send(sender=None, article_id=article.pk)

"""What points to people, topics and desks: foreign keys and marks in HTML, found and counted.

Readers see words of the past under the names of today, so these references are the one thing in a published edition
that moves: `repoint.py` moves them.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db import models
from django.utils import timezone

from articles.editorial.directory.entries import Entry, kind_of
from articles.models.article import Article, ArticleByline
from articles.models.desk import Desk
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.person import Person, PersonAlias
from articles.models.person_suggestion import PersonSuggestion
from articles.models.publisher import StaticPage
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import ArticleTopic, Topic
from articles.models.user import User

BATCH = 500
T = TypeVar("T")


@dataclass(frozen=True)
class ForeignKeyField:
    """A foreign key to the directory.

    `article` leads from its row to the story, "" where it belongs to none. A row points to one entry only once
    `unique_in` that field. In a row of an edition `published_at` leads to the moment from which readers have it; a row
    of a working copy `is_draft`. A row that relates two of a kind names in `relates_to` the field for the other one: it
    is of no use where both would be the same.
    """

    model: type[models.Model]
    name: str
    article: str = ""
    unique_in: str = ""
    relates_to: str = ""
    published_at: str = ""
    is_draft: bool = False


@dataclass(frozen=True)
class HtmlField:
    """A field with HTML whose marks point to people. `is_published`: only stories that point to them can have some."""

    model: type[models.Model]
    name: str
    article: str = ""
    is_published: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether it is a working copy's."""
        return bool(self.article) and not self.is_published


GOES_LIVE_AT = "edition__goes_live_at"
# Orders of a desk's page are not among them: they are of that page, and its desk's fellow has an order of its own.
FOREIGN_KEYS: dict[str, tuple[ForeignKeyField, ...]] = {
    "person": (
        ForeignKeyField(Quote, "person", "article", published_at=GOES_LIVE_AT),
        ForeignKeyField(Mention, "person", "article", unique_in="edition", published_at=GOES_LIVE_AT),
        ForeignKeyField(Byline, "person", "article", unique_in="edition", published_at=GOES_LIVE_AT),
        ForeignKeyField(ArticleByline, "person", "article", unique_in="article", is_draft=True),
        ForeignKeyField(PersonSuggestion, "person", "article"),
        ForeignKeyField(PersonAlias, "person", unique_in="key"),
        ForeignKeyField(Person, "redirects_to"),
    ),
    "topic": (
        ForeignKeyField(EditionTopic, "topic", "article", unique_in="edition", published_at=GOES_LIVE_AT),
        ForeignKeyField(ArticleTopic, "tag", "content_object", unique_in="content_object", is_draft=True),
        ForeignKeyField(Article, "lead_topic", "pk", is_draft=True),
        ForeignKeyField(Topic.related.through, "from_topic", unique_in="to_topic", relates_to="to_topic"),
        ForeignKeyField(Topic.related.through, "to_topic", unique_in="from_topic", relates_to="from_topic"),
        ForeignKeyField(Topic, "redirects_to"),
    ),
    "desk": (
        ForeignKeyField(Edition, "desk", "article", published_at="goes_live_at"),
        ForeignKeyField(Article, "desk", "pk", is_draft=True),
        ForeignKeyField(User.desks.through, "desk", unique_in="user"),  # somebody left without one would have them all
        ForeignKeyField(Desk, "redirects_to"),
    ),
}
HTML_FIELDS: dict[str, tuple[HtmlField, ...]] = {
    "person": (
        HtmlField(Section, "html", "edition__article", is_published=True),
        HtmlField(Section, "heading", "edition__article", is_published=True),
        HtmlField(PhotoPlacement, "caption", "article", is_published=True),
        HtmlField(Article, "body", "pk"),
        HtmlField(StaticPage, "body"),
    )
}


@dataclass(frozen=True)
class ReferenceCounts:
    """How much points to a row: stories that readers have or had with it, the quotes that they have now, working copies
    of stories besides, and stories that are scheduled with it and were never out with it before.
    """

    stories: int
    quotes: int
    drafts: int
    scheduled: int = 0


def stories_of(row: Entry) -> set[int]:
    """The ids of all articles of which an edition or the working copy points to `row`."""
    others = (field for field in FOREIGN_KEYS[kind_of(row)] if field.article and not field.is_draft)
    return working_copies_of(row).union(*(articles_with(pointing_to(row.pk, field), field) for field in others))


def working_copies_of(row: Entry) -> set[int]:
    """The ids of all articles of which the working copy points to `row`."""
    kind = kind_of(row)
    found: set[int] = set()
    for field in FOREIGN_KEYS[kind]:
        if field.is_draft:
            found.update(articles_with(pointing_to(row.pk, field), field))
    for html in HTML_FIELDS.get(kind, ()):
        if html.is_draft:
            found.update(marked(row.pk, html).order_by().values_list(html.article, flat=True))
    return found


def had_public_references(row: Entry, now: datetime) -> bool:
    """Whether readers ever saw it: a desk, what a static page names, what an edition that began by `now` points to."""
    kind = kind_of(row)
    pages = [marked(row.pk, html).filter(is_public=True) for html in HTML_FIELDS.get(kind, ()) if not html.article]
    past = [
        pointing_to(row.pk, field).filter(**{f"{field.published_at}__lte": now})
        for field in FOREIGN_KEYS[kind]
        if field.published_at
    ]
    return kind == "desk" or any(rows.exists() for rows in (*past, *pages))


def count_references(row: Entry) -> ReferenceCounts:
    """The ReferenceCounts of what a merge of `row` would move, but for what is sealed, of which nobody is told."""
    now, kind = timezone.now(), kind_of(row)
    sealed = set(Article.objects.filter(is_sealed=True).values_list("pk", flat=True))
    started: set[int] = set()
    pending: set[int] = set()
    for field in FOREIGN_KEYS[kind]:
        if field.published_at:
            rows = articles_with(pointing_to(row.pk, field), field)
            started.update(rows.filter(**{f"{field.published_at}__lte": now}))
            pending.update(rows.filter(**{f"{field.published_at}__gt": now}))
    quotes = Quote.objects.live(now).filter(person=row.pk).count() if kind == "person" else 0
    pending -= sealed
    drafts = stories_of(row) - started - pending - sealed
    return ReferenceCounts(len(started), quotes, len(drafts), len(pending - started))


def articles_with(rows: models.QuerySet, field: ForeignKeyField | HtmlField) -> models.QuerySet:
    """The ids of the articles to which rows belong."""
    return rows.order_by().values_list(field.article, flat=True).distinct()


def all_rows(model: type[models.Model]) -> models.QuerySet:
    """Every row of a model, those that redirect elsewhere too."""
    return model._base_manager.all()


def pointing_to(pk: int, field: ForeignKeyField, articles: Collection[int] | None = None) -> models.QuerySet:
    """The rows whose foreign key is `pk`, of these articles if given."""
    rows = all_rows(field.model).filter(**{field.name: pk})
    return rows if articles is None else rows.filter(**{f"{field.article}__in": articles})


def marked(pk: int, field: HtmlField) -> models.QuerySet:
    """The rows whose HTML may have a mark that points to the person `pk`."""
    return all_rows(field.model).filter(**{f"{field.name}__contains": f'data-person="{pk}"'})


def batches(keys: Iterable[T]) -> list[list[T]]:
    """The keys in lists of at most BATCH: no database takes any number of values in a question."""
    keys = list(keys)
    return [keys[start : start + BATCH] for start in range(0, len(keys), BATCH)]

"""The working copy: the one place where its fields are written, tidied, compared and locked."""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.utils import timezone

from articles.editorial.log import log_action
from articles.editorial.notes.anchors import follow
from articles.editorial.notifications.notify import notify_changed
from articles.editorial.permissions import may_approve, may_write
from articles.editorial.refusals import Refusal
from articles.editorial.writing.embargo import in_words, without_lifted_embargo
from articles.editorial.writing.lead_words import sound, with_own_words
from articles.embargo import Kind
from articles.models.article import Article, ArticleByline, ArticleTopic, Shelf, Stage
from articles.models.user import User
from articles.search import working_copies
from articles.text.body.cleaning import clean
from articles.text.body.limits import why_no_story, why_too_large
from articles.text.characters import one_line
from articles.text.languages.slug import slugify_words
from articles.text.typography.typesetting import typeset_html, typeset_text

# Gives a body, of its HTML as it was typed and its language, as it is stored.
TidyBody = Callable[[str, str], str]

# Headlines for some places only. A snapshot has them where they say something; older ones know nothing of them.
HEADLINES_FOR_PLACES = ("short_headline", "search_headline")
TEXT_FIELDS = (
    "headline",
    *HEADLINES_FOR_PLACES,
    "dek",
    "slug",
    "body",
    "language",
    "label",
    "place",
    "lead_caption",
    "lead_credit",
)
# For colleagues and for the newsroom itself: in no revision, and nothing to publish.
BESIDE_THE_TEXT = ("kept_lead_words", "working_title", "editor_note", "word_budget", "embargo_words", "embargo_until")
POINTER_FIELDS = ("desk", "lead_topic", "lead_photo")
OTHER_FIELDS = ("original_date", *BESIDE_THE_TEXT)
ROW_FIELDS = ("topics", "bylines")
WORKING_FIELDS = {*TEXT_FIELDS, *POINTER_FIELDS, *OTHER_FIELDS, *ROW_FIELDS}


class BodyTooLarge(Refusal):
    """The body is larger than any story; nothing was saved, and nothing done with it."""


class Stale(Refusal):
    """Somebody else saved the story since this text was opened; nothing was overwritten.

    `article` is the newer state.
    """

    def __init__(self, article: Article) -> None:
        super().__init__(
            f"Somebody else saved this story while you were writing (it is now at version {article.version}). "
            "Your text was not saved over theirs."
        )
        self.article = article


def refuse_too_large(text: str) -> None:
    """Raise BodyTooLarge for what is larger than any story, HTML or plain text, before anything is done with it."""
    if why := why_too_large(text):
        raise BodyTooLarge(why)


def refuse_no_story(text: str) -> None:
    """Raise BodyTooLarge for a plain text that is larger than any story or has more lines, before it is read."""
    if why := why_no_story(text):
        raise BodyTooLarge(why)


def tidy_body(html: str, language: str) -> str:
    """The body as it is stored: cleaned, and set in its language. Raises BodyTooLarge before it does anything."""
    refuse_too_large(html)
    return typeset_html(clean(html), language)


def prepare_body(article: Article, fields: Mapping[str, Any]) -> TidyBody:
    """What tidies a body once for the same words and language, and has done so for the one that is to be written.

    A verb asks before it locks the row, for that takes time, and hands the answer on to `change_article`. If somebody
    saved other words in between, these are tidied then.
    """
    tidy = cache(tidy_body)
    tidy(fields.get("body", article.body), fields.get("language", article.language))
    return tidy


def create_article(fields: Mapping[str, Any], *, by: User, tidy: TidyBody) -> Article:
    """A new Article with these working fields, logged and without a revision. Needs a transaction to be open."""
    article = Article(created_by=by)
    article.created_at = article.changed_at = timezone.now()
    _set_fields(article, fields, tidy)
    article.save()
    _set_rows(article, fields)
    working_copies.sync_working_copies([article.pk])
    log_action(article, "begin", by)
    return article


def change_article(article: Article, fields: Mapping[str, Any], *, by: User, tidy: TidyBody) -> bool:
    """Write working fields into a locked article, at its next version, if that changes anything.

    A story in review stays there when `by` may approve it, or changes nothing but photos, which somebody looks at yet:
    for that an approved one goes back into review. Else a change makes it a draft again. A change of the editors' note
    or the embargo alone does not. `tidy` is what `prepare_body` gave before the lock.
    Returns whether anything changed. Raises ValidationError.
    """
    before, beside = snapshot(article), _beside(article)
    fields = without_lifted_embargo(article, fields, by=by)
    _set_fields(article, fields, tidy)
    _set_rows(article, fields)
    after = snapshot(article)
    is_changed = after != before
    if not is_changed and _beside(article) == beside:
        return False
    if _beside(article)[-2:] != beside[-2:]:
        log_action(article, "embargo", by, in_words(article))
    article.version += 1
    article.changed_at = timezone.now()
    if is_changed:
        article.stage = _stage_after(article, by)
        if article.shelf == Shelf.SCRAPS:
            article.shelf = Shelf.STORIES  # somebody writes on it
        note_whether_out(article, after, timezone.now())
    elif article.published_version == article.version - 1:
        article.published_version = article.version  # a note for colleagues is nothing to publish
    article.save()
    working_copies.sync_working_copies([article.pk])
    if is_changed:
        notify_changed(article, by=by)
        if article.open_comments:
            follow(article, before)
    return True


def _stage_after(article: Article, by: User) -> Stage:
    """The stage of an article that `by` has just changed; who may not write it is of the picture desk."""
    if article.stage in (Stage.DRAFT, Stage.SENT_BACK):
        return Stage(article.stage)
    stays = not may_write(by, article) or (article.stage == Stage.SUBMITTED and may_approve(by, article))
    return Stage.SUBMITTED if stays else Stage.DRAFT


def note_whether_out(article: Article, state: Mapping[str, Any], now: datetime) -> None:
    """Set `published_version` of an article with that snapshot: its version if these words are out or due, else 0."""
    ahead = article.editions.filter(ends_at__gt=now, kind=Kind.PUBLISHED).order_by("goes_live_at")
    newest = ahead.values_list("digest", flat=True).last()
    article.published_version = article.version if newest == digest_of(state) else 0


def _beside(article: Article) -> list[Any]:
    return [getattr(article, name) for name in BESIDE_THE_TEXT]


def lock(article: Article) -> Article:
    """The article as the database has it, its row locked until the transaction ends. Needs one to be open."""
    return Article.objects.select_for_update().get(pk=article.pk)


def snapshot(article: Article) -> dict[str, Any]:
    """The working copy as plain JSON-ready data: text fields, ids of what it points to, ids of topics and bylines."""
    state = text_state(article)
    state |= {name: getattr(article, f"{name}_id") for name in POINTER_FIELDS}
    # In UTC, as the database gives it back: one moment has one spelling, and one digest.
    state["original_date"] = article.original_date.astimezone(UTC).isoformat() if article.original_date else None
    state["topics"] = sorted(article.topic_rows.values_list("tag_id", flat=True))
    state["bylines"] = list(article.byline_rows.values_list("person_id", flat=True))
    return state


def text_state(article: Article) -> dict[str, Any]:
    """The part of a snapshot that is text."""
    texts = {name: getattr(article, name) for name in TEXT_FIELDS}
    return {name: text for name, text in texts.items() if text or name not in HEADLINES_FOR_PLACES}


def digest_of(state: Mapping[str, Any]) -> str:
    """SHA-256, in hex, of a snapshot in canonical JSON."""
    return hashlib.sha256(json.dumps(state, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _set_fields(article: Article, fields: Mapping[str, Any], tidy: TidyBody) -> None:
    """Put the given text and pointers into the article, the body tidied. Raises ValidationError."""
    unknown = fields.keys() - WORKING_FIELDS
    if unknown:
        raise TypeError(f"Not working fields of an article: {', '.join(sorted(unknown))}")
    slug, fields = article.slug, with_own_words(article, fields)
    for name in fields.keys() - set(ROW_FIELDS):
        setattr(article, name, fields[name])
    for name, value in tidy_fields({name: getattr(article, name) for name in TEXT_FIELDS}, tidy).items():
        setattr(article, name, value)
    article.kept_lead_words = sound(article.kept_lead_words)
    if not article.slug and article.pk and article.addresses.exists():
        article.slug = slug  # a story that has an address keeps it; only another slug changes it
    article.clean_fields(exclude=POINTER_FIELDS)


def tidy_fields(texts: Mapping[str, str], tidy: TidyBody = tidy_body) -> dict[str, str]:
    """All TEXT_FIELDS as they are stored, given as they were typed: cleaned, and set in the language they name."""
    language = texts["language"]
    stored = {name: texts[name] for name in ("language", "label")}
    stored["slug"] = slugify_words(texts["slug"])
    stored["body"] = tidy(texts["body"], language)
    stored |= {name: one_line(texts[name]) for name in ("place", "lead_credit")}
    for name in ("headline", *HEADLINES_FOR_PLACES, "dek", "lead_caption"):
        stored[name] = typeset_text(texts[name], language)
    return stored


def _set_rows(article: Article, fields: Mapping[str, Any]) -> None:
    """Put the given topics and bylines in place of those there were; the lead topic is always among the topics."""
    if "topics" in fields or article.lead_topic_id is not None:
        present = set(article.topic_rows.values_list("tag_id", flat=True))
        wanted = {topic.pk for topic in fields["topics"]} if "topics" in fields else set(present)
        if article.lead_topic_id is not None:
            wanted.add(article.lead_topic_id)
        article.topic_rows.exclude(tag_id__in=wanted).delete()
        ArticleTopic.objects.bulk_create(
            ArticleTopic(content_object=article, tag_id=pk) for pk in sorted(wanted - present)
        )
    if "bylines" in fields:
        people = list(dict.fromkeys(fields["bylines"]))
        article.byline_rows.all().delete()
        ArticleByline.objects.bulk_create(
            ArticleByline(article=article, person=person, position=place) for place, person in enumerate(people)
        )

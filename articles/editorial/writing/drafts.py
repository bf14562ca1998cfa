"""Drafts: beginning a story and saving its working copy."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import noted
from articles.editorial.permissions import may_write, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing import autosave
from articles.editorial.writing.embargo import typed_embargo
from articles.editorial.writing.picture_desk import require_may_save
from articles.editorial.writing.presence import get_or_create_sheet
from articles.editorial.writing.revisions import save_revision
from articles.editorial.writing.working_copy import (
    POINTER_FIELDS,
    TEXT_FIELDS,
    Stale,
    TidyBody,
    change_article,
    create_article,
    lock,
    prepare_body,
)
from articles.models.article import Article
from articles.models.revision import Reason
from articles.models.user import User

OF_A_TEMPLATE = ("working_title", "editor_note", "word_budget")


class SealedStory(Refusal):
    """A copy would be open to everybody."""

    sentence = gettext_lazy("A sealed story is not copied: the copy would be open to everybody.")


@noted
def begin(*, by: User, reason: Reason = Reason.SAVED, tidy: TidyBody | None = None, **fields: Any) -> Article:
    """A new Article with the given working fields, saved with its first revision, which `reason` explains.

    `tidy` is what `prepare_body` gave, where the caller is in a transaction already.
    Raises Forbidden, and ValidationError when a value does not fit its field.
    """
    require(may_write(by), _("begin a story"))
    tidy = tidy or prepare_body(Article(), fields)
    with transaction.atomic():
        article = create_article(fields, by=by, tidy=tidy)
        save_revision(article, by=by, reason=reason)
    return article


@noted
def duplicate(article: Article, *, by: User) -> Article:
    """A new draft with all that `article` says, its desk, topics, byline and lead photo, but for its address and dates.

    An embargo binds the words wherever they stand, so it comes along; of a template also what colleagues are told
    beside the text. Raises Forbidden, and SealedStory.
    """
    require(may_write(by, None if article.is_template else article), _("copy this story"))
    beside = OF_A_TEMPLATE if article.is_template else ()
    return begin(by=by, **copied_fields(article), **{name: getattr(article, name) for name in beside})


def copied_fields(article: Article) -> dict[str, Any]:
    """The working fields that a copy of the article begins with. Raises SealedStory."""
    if article.is_sealed:
        raise SealedStory
    copied = {*TEXT_FIELDS, *POINTER_FIELDS, "embargo_words", "embargo_until"} - {"slug"}
    fields = {name: getattr(article, name) for name in copied}
    fields["topics"] = [row.tag for row in article.topic_rows.select_related("tag").order_by("pk")]
    fields["bylines"] = [row.person for row in article.byline_rows.select_related("person")]
    return fields


@noted
def save(
    article: Article,
    *,
    by: User,
    version: int,
    sheet: UUID | None = None,
    reason: Reason = Reason.SAVED,
    **fields: Any,
) -> Article:
    """Save working fields, and a revision when something changed; returns the Article at its new version.

    An article that is not in the database yet is begun. `version` is the one the writer opened. With `sheet`, the
    token of an open page, the save goes on from that page's autosaves and closes the page.

    A save that changes nothing leaves the version as it is: it is a lock on words, and nobody's words are out of date.
    What becomes of a review is as in `change_article`. `fields` may hold any of WORKING_FIELDS: text, pointers (model
    instances or None), `topics` (iterable of Topic) and `bylines` (iterable of Person, in order).
    An embargo that was typed on top of the text goes where embargoes are kept, and its line to the editors' note.
    Raises Forbidden, also for words that the picture desk changes; Stale when the story has moved on; and
    ValidationError when a value does not fit its field.
    """
    if article.pk is None:
        if sheet is None:
            tidy = prepare_body(article, fields)
            return begin(by=by, reason=reason, tidy=tidy, **fields | _embargo_moved(article, fields, tidy))
        article = autosave.begin(by=by, sheet=sheet, **fields)
        version = article.version
    tidy, written_on = prepare_body(article, fields), article.body
    looked_at = require_may_save(article, fields, by=by, tidy=tidy)
    moved = _embargo_moved(article, fields, tidy) if looked_at is None else {}
    with transaction.atomic():
        article = lock(article)
        if looked_at not in (None, article.body):
            raise Stale(article)
        if "body" in fields or article.body == written_on:
            fields |= moved
        page = get_or_create_sheet(article, by, sheet) if sheet is not None else None
        goes_on = page is not None and page.goes_on(article, version)
        before = article.version
        if before != version and not goes_on:
            raise Stale(article)
        change_article(article, fields, by=by, tidy=tidy)
        save_revision(article, by=by, reason=reason)  # also of what was autosaved before, without one
        if page is not None:
            if article.version != before:
                page.since, page.version = page.since if goes_on else version, article.version
            page.is_closed, page.seen_at = True, None
            page.save()
    return article


def _embargo_moved(article: Article, fields: Mapping[str, Any], tidy: TidyBody) -> dict[str, Any]:
    """The working fields that change when an embargo typed on top of the text goes where it belongs; tidied before."""
    language = fields.get("language", article.language)
    note = fields.get("editor_note", article.editor_note)
    html = tidy(fields.get("body", article.body), language)
    moved = typed_embargo(article, html, note, timezone.now())
    if moved:
        moved["body"] = tidy(moved["body"], language)
    return moved

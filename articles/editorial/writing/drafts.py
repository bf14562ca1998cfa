"""Drafts: beginning a story and saving its working copy."""

from typing import Any

from django.db import transaction

from articles.editorial.permissions import may_write, require
from articles.editorial.writing.revisions import save_revision
from articles.editorial.writing.working_copy import Stale, change_article, create_article, lock
from articles.models.article import Article
from articles.models.revision import Reason
from articles.models.user import User


def begin(*, by: User, reason: Reason = Reason.SAVED, **fields: Any) -> Article:
    """A new Article with the given working fields, saved with its first revision, which `reason` explains.

    Raises Forbidden, and ValidationError when a value does not fit its field.
    """
    require(may_write(by), "begin a story")
    with transaction.atomic():
        article = create_article(fields, by=by)
        save_revision(article, by=by, reason=reason)
    return article


def save(article: Article, *, by: User, version: int, reason: Reason = Reason.SAVED, **fields: Any) -> Article:
    """Save working fields, and a revision when something changed; returns the Article at its new version.

    A save that changes nothing leaves the version as it is: it is a lock on words, and nobody's words are out of date.
    A change takes the story back to the stage of a draft; a change of the editors' note alone does not.

    `fields` may hold any of WORKING_FIELDS: text, pointers (model instances or None), `topics` (iterable of Topic)
    and `bylines` (iterable of Person, in order). `version` is the one the writer opened.
    Raises Forbidden, Stale when the story has moved on, and ValidationError when a value does not fit its field.
    """
    require(may_write(by, article), "change this story")
    with transaction.atomic():
        article = lock(article)
        if article.version != version:
            raise Stale(article)
        change_article(article, fields)
        save_revision(article, by=by, reason=reason)  # also of what was saved on the way, without one
    return article

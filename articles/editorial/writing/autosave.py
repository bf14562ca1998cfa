"""Autosave: what is being typed goes into the working copy, and a milestone of it becomes a revision once an hour.

An autosave moves the working copy only. It makes no revision but the milestone, and touches nothing that readers see.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial.log import noted
from articles.editorial.permissions import may_write, require
from articles.editorial.writing.picture_desk import require_may_save
from articles.editorial.writing.presence import get_or_create_sheet, last_writer
from articles.editorial.writing.revisions import save_revision
from articles.editorial.writing.working_copy import (
    Stale,
    TidyBody,
    change_article,
    create_article,
    lock,
    prepare_body,
    snapshot,
)
from articles.models.article import Article
from articles.models.open_sheet import OpenSheet
from articles.models.revision import Reason
from articles.models.user import User

BETWEEN_MILESTONES = timedelta(hours=1)
NOT_BEGUN = 0  # the version of a story that the database does not know yet


@noted
def begin(*, by: User, sheet: UUID, **fields: Any) -> Article:
    """The Article begun by the first autosave of a sheet; asked again, the same one with these fields.

    Raises Forbidden, Stale when somebody else has changed it since, and ValidationError.
    """
    require(may_write(by), _("begin a story"))
    tidy = prepare_body(Article(), fields)
    try:
        with transaction.atomic():
            article, now = create_article(fields, by=by, tidy=tidy), timezone.now()
            OpenSheet.objects.create(
                token=sheet,
                article=article,
                user=by,
                opened_at=now,
                seen_at=now,
                since=NOT_BEGUN,
                version=article.version,
            )
    except IntegrityError:  # the token is there: the story was begun, and the answer was lost on its way
        page = OpenSheet.objects.select_related("article").get(token=sheet)
        return autosave(page.article, by=by, sheet=sheet, version=NOT_BEGUN, **fields)
    return article


@noted
def autosave(article: Article, *, by: User, sheet: UUID, version: int, **fields: Any) -> Article:
    """Put working fields, as `drafts.save` takes them, into the working copy; returns the Article at its version now.

    `sheet` is the UUID of the page, `version` the newest one that the page knows of. What becomes of a review is as in
    `change_article`.
    Raises Forbidden, Stale when words from elsewhere came between, and ValidationError when a value does not fit.
    """
    tidy = prepare_body(article, fields)
    looked_at = require_may_save(article, fields, by=by, tidy=tidy)
    with transaction.atomic():
        article = lock(article)
        if looked_at not in (None, article.body):
            raise Stale(article)
        page = get_or_create_sheet(article, by, sheet)
        goes_on = page.goes_on(article, version)
        if not goes_on and article.version != version:
            raise Stale(article)
        milestone = _milestone(article)
        if change_article(article, fields, by=by, tidy=tidy):
            if milestone is not None:
                state, writer = milestone
                save_revision(article, by=writer, reason=Reason.MILESTONE, state=state)
            page.since, page.version = page.since if goes_on else version, article.version
            page.save(update_fields=["since", "version"])
    return article


@noted
def keep(article: Article, *, by: User, sheet: UUID, version: int, **fields: Any) -> Article:
    """Autosave, and a revision of what is there now: a deliberate save from a page that stays open.

    Raises what `autosave` does.
    """
    with transaction.atomic():
        article = autosave(article, by=by, sheet=sheet, version=version, **fields)
        save_revision(article, by=by, reason=Reason.SAVED)
    return article


def change_beside_sheet(article: Article, *, by: User, tidy: TidyBody, **fields: Any) -> None:
    """Put working fields that change something into a locked article, as a new revision, for a verb beside the sheet.

    What was written before and is in no revision yet becomes one first. A sheet
    that `by` has just saved and closed counts as having written these words too: none of its own are missing in them.
    `tidy` is what gives the body as it is stored, worked out before the lock.
    """
    save_revision(article, by=last_writer(article), reason=Reason.MILESTONE)
    before = article.version
    change_article(article, fields, by=by, tidy=tidy)
    save_revision(article, by=by, reason=Reason.SAVED)
    article.open_sheets.filter(version=before, user=by, is_closed=True).update(version=article.version)


def _milestone(article: Article) -> tuple[dict[str, Any], User | None] | None:
    """The (snapshot, User) to save before the words move on, or None within an hour of the last revision."""
    newest = article.revisions.defer("snapshot").order_by("-number").first()
    last = newest.made_at if newest is not None else article.created_at
    return (snapshot(article), last_writer(article)) if timezone.now() - last >= BETWEEN_MILESTONES else None

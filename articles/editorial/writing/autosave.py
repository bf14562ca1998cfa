"""Keeping what is being typed: autosaves of open sheets, who is at a story, and a milestone of it once an hour.

An autosave moves the working copy only. It makes no revision but the milestone, and touches nothing that readers see.
"""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.editorial.permissions import may_approve, may_write, require
from articles.editorial.writing import drafts
from articles.editorial.writing.drafts import Stale, keep_revision, lock, make, put, snapshot
from articles.models.article import Stage
from articles.models.open_sheet import OpenSheet
from articles.models.revision import Reason

BETWEEN_MILESTONES = timedelta(hours=1)
# An open page says that it is there every few seconds; after this long a silence it counts as gone.
SILENCE = timedelta(seconds=15)
# A sheet that was left is remembered so long, for a browser that comes back with words it could not send.
REMEMBERED = timedelta(days=30)
NOT_BEGUN = 0  # the version of a story that the database does not know yet


def begin(*, by, sheet, **fields):
    """The Article begun by the first autosave of a sheet (its UUID); asked again, the same one with these fields.

    Raises Forbidden, Stale when somebody else has changed it since, and ValidationError.
    """
    require(may_write(by), "begin a story")
    try:
        with transaction.atomic():
            article, now = make(fields, by=by), timezone.now()
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


def autosave(article, *, by, sheet, version, **fields):
    """Put working fields, as `drafts.save` takes them, into the working copy; returns the Article at its version now.

    `sheet` is the UUID of the page, `version` the newest one that the page knows of. A story in review stays there when
    somebody who decides on it changes a word, and else becomes a draft again.
    Raises Forbidden, Stale when words from elsewhere came between, and ValidationError when a value does not fit.
    """
    require(may_write(by, article), "change this story")
    with transaction.atomic():
        article = lock(article)
        page = _page(article, by, sheet)
        goes_on = page.goes_on(article, version)
        if not goes_on and article.version != version:
            raise Stale(article)
        milestone = _milestone(article)
        if _put(fields, article, by):
            if milestone is not None:
                state, writer = milestone
                keep_revision(article, by=writer, reason=Reason.MILESTONE, state=state)
            page.since = page.since if goes_on else version
            page.version = article.version
            page.save(update_fields=["since", "version"])
    return article


def save(article, *, by, sheet, version, **fields):
    """`drafts.save` from a sheet, which it closes; returns the Article at its version now, raises what that raises."""
    with transaction.atomic():
        article = lock(article)
        page = _page(article, by, sheet)
        goes_on = page.goes_on(article, version)
        before = article.version
        article = drafts.save(article, by=by, version=before if goes_on else version, **fields)
        if article.version != before:
            page.since, page.version = page.since if goes_on else version, article.version
        page.is_closed, page.seen_at = True, None
        page.save()
    return article


def change(article, *, by, **fields):
    """Put working fields that change something into a locked article, for a verb beside the sheet, as a new revision.

    What stood there and was in no revision yet is kept as one first. The review goes on as with `autosave`. A sheet
    that `by` has just saved and closed counts as having written these words too: none of its own are missing in them.
    """
    keep_revision(article, by=writer(article), reason=Reason.MILESTONE)
    before = article.version
    _put(fields, article, by)
    keep_revision(article, by=by, reason=Reason.SAVED)
    article.open_sheets.filter(version=before, user=by, is_closed=True).update(version=article.version)


def last_page(article):
    """The OpenSheet from which the present version was written, with its user; None if it came from elsewhere."""
    return article.open_sheets.filter(version=article.version).select_related("user").first()


def here(article, *, by, sheet):
    """Note that `by` is at the story, on that sheet; returns the OpenSheets of the other people who are, each once.

    Raises Forbidden.
    """
    require(may_write(by, article), "change this story")
    page = _page(article, by, sheet)
    present = OpenSheet.objects.filter(article=article).here(page.seen_at - SILENCE).select_related("user")
    others = {}
    for other in present.exclude(user=by):
        others.setdefault(other.user_id, other)
    return list(others.values())


def who_is_at(articles):
    """{article id: the names of the people who have it open now} of several articles, for those somebody is at."""
    rows = OpenSheet.objects.filter(article__in=articles).here(timezone.now() - SILENCE)
    names = {}
    for article_id, name in rows.order_by("user__username").values_list("article_id", "user__username").distinct():
        names.setdefault(article_id, []).append(name)
    return names


def leave(*, by, sheet):
    """Note that the sheet was closed; the words saved from it stay known as its own."""
    OpenSheet.objects.filter(token=sheet, user=by).update(seen_at=None)


def writer(article):
    """The User who wrote the working copy's present version, or None when that is not known."""
    page = last_page(article)
    if page is not None:
        return page.user
    newest = article.revisions.select_related("made_by").defer("snapshot").order_by("-number").first()
    return newest.made_by if newest is not None else article.created_by


def _page(article, by, sheet):
    """The OpenSheet of this page of `by`, heard of just now. Raises Forbidden when it is somebody else's."""
    now = timezone.now()
    page, is_new = OpenSheet.objects.get_or_create(
        token=sheet, defaults={"article": article, "user": by, "opened_at": now, "seen_at": now}
    )
    require((page.user_id, page.article_id) == (by.pk, article.pk), "write on somebody else's sheet")
    if is_new:
        article.open_sheets.filter(opened_at__lt=now - REMEMBERED).delete()
    else:
        page.seen_at = now
        page.save(update_fields=["seen_at"])
    return page


def _put(fields, article, by):
    """`drafts.put`, after which a story in review stays there if `by` decides on it; whether anything changed."""
    stays = article.stage == Stage.SUBMITTED and may_approve(by, article)
    is_changed = put(fields, article)
    if is_changed and stays:
        article.stage = Stage.SUBMITTED
        article.save(update_fields=["stage"])
    return is_changed


def _milestone(article):
    """The (snapshot, User) to keep before the words move on, or None within an hour of the last revision."""
    newest = article.revisions.defer("snapshot").order_by("-number").first()
    last = newest.made_at if newest is not None else article.created_at
    return (snapshot(article), writer(article)) if timezone.now() - last >= BETWEEN_MILESTONES else None

"""Assigning: whose story it is to write, until when, for which slot; and ideas without a word yet."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import log_action, noted
from articles.editorial.notifications.notify import MODEL_BACKEND, notify
from articles.editorial.permissions import may_assign, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing.drafts import begin
from articles.editorial.writing.working_copy import lock
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.staff_message import Told
from articles.models.user import User
from articles.text.characters import one_line

LONGEST_TITLE = 120


class NoWriter(Refusal):
    """A story is assigned to somebody who can write it."""

    sentence = gettext_lazy("{name} may not write stories here, or this one is sealed and not open to them.")


class NoTitle(Refusal):
    """An idea is called something."""

    sentence = gettext_lazy("Say in a few words what the story is to be about, at most {most} characters.")


def writers() -> QuerySet[User]:
    """Those to whom a story could be given."""
    may_write = User.objects.with_perm("articles.change_article", backend=MODEL_BACKEND)
    return may_write.filter(is_staff=True).order_by("first_name", "last_name", "username")


@noted
def plan_story(
    title: str, *, by: User, desk: Desk | None, brief: str = "", word_budget: int | None = None, **wanted: object
) -> Article:
    """A new story that is an idea so far: what it is about, a brief, how many words, and what `assign` takes.

    Raises Forbidden, NoTitle or NoWriter.
    """
    title = one_line(title)
    if not title or len(title) > LONGEST_TITLE:
        raise NoTitle(most=LONGEST_TITLE)
    with transaction.atomic():
        idea = begin(by=by, working_title=title, desk=desk, editor_note=brief, word_budget=word_budget)
        return assign(idea, by=by, **wanted)  # type: ignore[arg-type]  # handed on by name


@noted
def assign(
    article: Article,
    to: User | None = None,
    *,
    by: User,
    due_at: datetime | None = None,
    slot_at: datetime | None = None,
) -> Article:
    """Give the story to somebody, or to nobody, to write until `due_at`, to be out at `slot_at`; they are told.

    Raises Forbidden or NoWriter.
    """
    require(may_assign(by, article), _("assign this story"))
    with transaction.atomic():
        article = lock(article)
        require(may_assign(by, article), _("assign this story"))
        before = article.assigned_to_id
        article.assigned_to, article.due_at, article.slot_at = to, due_at, slot_at
        if to is not None and not _can_write(to, article):
            raise NoWriter(name=to)
        article.save(update_fields=["assigned_to", "due_at", "slot_at"])
        if to is not None and to.pk != before:
            notify([to], Told.ASSIGNED, article, by=by)
        log_action(article, "assign", by, to.get_username() if to is not None else "")
    return article


@noted
def move_slot(article: Article, slot_at: datetime | None, *, by: User) -> Article:
    """Plan the story for another moment, or for none. Raises Forbidden."""
    require(may_assign(by, article), _("plan this story"))
    with transaction.atomic():
        article = lock(article)
        require(may_assign(by, article), _("plan this story"))
        article.slot_at = slot_at
        article.save(update_fields=["slot_at"])
        log_action(article, "plan", by)
    return article


def _can_write(person: User, article: Article) -> bool:
    is_here = person.is_active and person.is_staff and person.has_perm("articles.change_article")
    return is_here and (not article.is_sealed or article.sealed_to.filter(user=person).exists())

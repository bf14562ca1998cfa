"""Assigning: whose story it is to write, and when the desk wants to have it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import log_action
from articles.editorial.notifications.notify import notify
from articles.editorial.permissions import may_assign, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing.working_copy import lock
from articles.models.article import Article
from articles.models.staff_message import Told
from articles.models.user import User


class NoWriter(Refusal):
    """A story is assigned to somebody who can write it."""

    sentence = gettext_lazy("{name} may not write stories here, or this one is sealed and not open to them.")


def assign(article: Article, to: User | None, *, by: User, due_at: datetime | None = None) -> Article:
    """Give the story to somebody to write until `due_at`, or to nobody; they are told. Raises Forbidden or NoWriter."""
    require(may_assign(by, article), _("assign this story"))
    with transaction.atomic():
        article = lock(article)
        require(may_assign(by, article), _("assign this story"))
        before = article.assigned_to_id
        article.assigned_to, article.due_at = to, due_at
        if to is not None and not _can_write(to, article):
            raise NoWriter(name=to)
        article.save(update_fields=["assigned_to", "due_at"])
        if to is not None and to.pk != before:
            notify([to], Told.ASSIGNED, article, by=by)
        log_action(article, "assign", by, to.get_username() if to is not None else "")
    return article


def _can_write(person: User, article: Article) -> bool:
    is_here = person.is_active and person.is_staff and person.has_perm("articles.change_article")
    return is_here and (not article.is_sealed or article.sealed_to.filter(user=person).exists())

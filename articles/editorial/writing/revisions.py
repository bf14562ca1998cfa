"""Revisions: saved states of a working copy that never change."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_write, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing.working_copy import digest_of, snapshot
from articles.models.article import Article
from articles.models.revision import Reason, Revision
from articles.models.user import User
from articles.text.characters import one_line


class Redacted(Refusal):
    """The words of this state were removed by order of law, so nothing leads back to them."""

    sentence = _("The words of this state were removed for legal reasons.")


MOST_IN_A_NAME = 60


class NameTooLong(Refusal):
    """A name is a few words."""

    sentence = _("A name has {most} characters at most.")


@noted
def name_revision(article: Article, number: int, name: str, *, by: User) -> Revision:
    """Call a saved state of the story by a name, “legal read”, or by none again.

    Raises Forbidden, NameTooLong, and Revision.DoesNotExist.
    """
    require(may_write(by, article), gettext("name this revision"))
    name = one_line(name)
    if len(name) > MOST_IN_A_NAME:
        raise NameTooLong(most=MOST_IN_A_NAME)
    revision = article.revisions.get(number=number)
    if revision.name != name:
        revision.name = name
        revision.save(update_fields=["name"])
        log_action(article, "name-revision", by, f"{number}: {name}" if name else str(number))
    return revision


def save_revision(
    article: Article, *, by: User | None, reason: Reason, state: Mapping[str, Any] | None = None
) -> Revision:
    """The Revision of the working copy as it is, or of an earlier snapshot `state` of it.

    It is the newest one if nothing changed since, else a new one.
    """
    state = snapshot(article) if state is None else state
    digest = digest_of(state)
    newest = article.revisions.order_by("-number").first()
    if newest is not None and newest.digest == digest and newest.redacted_at is None:
        return newest
    number = (article.revisions.aggregate(last=Max("number"))["last"] or 0) + 1
    return Revision.objects.create(
        article=article, number=number, made_at=timezone.now(), made_by=by, reason=reason, snapshot=state, digest=digest
    )

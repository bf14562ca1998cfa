"""Deleting a story that was never public, the only one that may go without a trace for readers; the log stays."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.changed_pages import story_changes
from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_delete, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing.presence import who_is_at
from articles.editorial.writing.seal import SHOWN_IN_LOG
from articles.editorial.writing.working_copy import lock
from articles.models.article import Article
from articles.models.user import User
from articles.search import working_copies


class WasPublic(Refusal):
    """What readers have seen stays answerable."""

    sentence = gettext_lazy(
        "Readers have seen this story, so it is not deleted. Withdraw it, and its address says that it is gone; "
        "words that must go by law are removed by a chief."
    )


class StillDue(Refusal):
    """The story goes live by itself."""

    sentence = gettext_lazy("This story is scheduled. Cancel what is scheduled, then delete it.")


class BeingWritten(Refusal):
    """Colleagues have the story open."""

    sentence = gettext_lazy("{names} {are} in this story just now. Delete it when they have left.")


class ChangedSince(Refusal):
    """The person decided on other words than there are by now."""

    sentence = gettext_lazy("Somebody changed this story since you opened this page, so it was not deleted.")


@noted
def delete(article: Article, *, by: User, version: int | None = None) -> None:
    """Delete a story that was never public, with its revisions; its entries of the log keep what it was called.

    Of a sealed story the log keeps that it was sealed, and that it was deleted, and not by whom.

    `version` is the one that the person saw; programs leave it out.
    Raises Forbidden, WasPublic, StillDue, ChangedSince or BeingWritten.
    """
    require(may_delete(by, article), _("delete this story"))
    with transaction.atomic():
        article, now = lock(article), timezone.now()
        if article.editions.started(now).exists():
            raise WasPublic
        if article.editions.exists():
            raise StillDue
        if version is not None and version != article.version:
            raise ChangedSince
        colleagues = [name for name in who_is_at([article]).get(article.pk, ()) if name != by.get_username()]
        if colleagues:
            raise BeingWritten(names=get_text_list(colleagues, "and"), are="are" if colleagues[1:] else "is")
        if article.is_sealed:
            article.log.exclude(verb__in=SHOWN_IN_LOG).delete()  # nothing would say any more that it was sealed
            log_action(article, "delete", None)
        else:
            log_action(article, "delete", by, f"At version {article.version}")
        article.log.update(story=f"{article} (story {article.pk})")
        working_copies.remove_working_copy(article.pk)
        article.addresses.all().delete()  # of another system, where it came from: none was ever live here
        story_changes(article.pk)
        article.delete()

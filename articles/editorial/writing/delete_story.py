"""Deleting a story that was never public, the only one that may go without a trace for readers; the log stays."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import get_text_list

from articles.editorial.permissions import may_delete, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing.autosave import who_is_at
from articles.editorial.writing.drafts import lock, record
from articles.search import working_copies


class WasPublic(Refusal):
    """What readers have seen stays answerable."""

    def __init__(self):
        """Name the verbs that are for it."""
        super().__init__(
            "Readers have seen this story, so it is not deleted. Withdraw it, and its address says that it is gone; "
            "words that must go by law are removed by a chief."
        )


class StillDue(Refusal):
    """The story goes out by itself."""

    def __init__(self):
        """Name the verb that comes first."""
        super().__init__("This story is scheduled. Cancel what is scheduled, then delete it.")


class BeingWritten(Refusal):
    """Colleagues have the story open."""

    def __init__(self, names):
        """Name them."""
        are = "are" if names[1:] else "is"
        super().__init__(f"{get_text_list(names, 'and')} {are} in this story just now. Delete it when they have left.")


class ChangedSince(Refusal):
    """The person decided on other words than there are by now."""

    def __init__(self):
        """Say so."""
        super().__init__("Somebody changed this story since you opened this page, so it was not deleted.")


def delete(article, *, by, version=None):
    """Delete a story that was never public, with its revisions; its entries of the log keep what it was called.

    `version` is the one that the person saw; programs leave it out.
    Raises Forbidden, WasPublic, StillDue, ChangedSince or BeingWritten.
    """
    require(may_delete(by, article), "delete this story")
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
            raise BeingWritten(colleagues)
        record(article, "delete", by, f"At version {article.version}")
        article.log.update(story=f"{article} (story {article.pk})")
        working_copies.forget(article.pk)
        article.delete()

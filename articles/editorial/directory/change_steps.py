"""What renaming, merging, splitting and their undo have in common: who may, what is locked, what is written down.

Each of these verbs checks who asks, locks the directory, then the rows, then the stories that point to them; writes
what it did into a DirectoryChange and the log; and renews the search entries, all in one transaction. No address is
ever lost: a row that stands for nothing any more redirects to the one that took its place. But what readers never knew
leaves nothing behind that they see: its name and address lead on for editors and imports only.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.editorial.changed_pages import entry_changes, everything_changes
from articles.editorial.directory import references
from articles.editorial.directory.entries import Entry, kind_of, lock_directory, log_change
from articles.editorial.permissions import may_change_directory, require
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.directory_change import DirectoryAction, DirectoryChange
from articles.models.person import Person
from articles.models.topic import Topic
from articles.models.user import User

MODELS: dict[str, type[Entry]] = {"person": Person, "topic": Topic, "desk": Desk}


class MergedAway(Refusal):
    """The row stands for nothing any more."""

    def __init__(self, row: Entry):
        super().__init__(f"“{row.name}” is part of “{row.today.name}” by now.")


class SameName(Refusal):
    """The name is what it was."""

    sentence = _("It is called “{name}” already.")


def require_change(by: User, action: str, *rows: Entry) -> None:
    """Raise Forbidden, naming the `action`, unless `by` may rename, merge and split these entries of one kind."""
    require(
        may_change_directory(by, *rows), f"{action} {'this' if isinstance(rows[0], Desk) else 'a'} {kind_of(rows[0])}"
    )


@contextmanager
def locked(*rows: Entry) -> Iterator[list[Any]]:
    """A transaction with the directory and these rows locked; gives the rows as they are now. Raises MergedAway."""
    with transaction.atomic():
        lock_directory()
        keys = [row.pk for row in rows]
        fresh = type(rows[0]).rows.select_for_update().filter(pk__in=keys).order_by("pk").in_bulk()
        for row in fresh.values():
            if row.redirects_to_id:
                raise MergedAway(row)
        yield [fresh[pk] for pk in keys]


def lock_stories(row: Entry) -> set[int]:
    """The ids of the stories that point to the row, locked in one order, so that nothing is published meanwhile."""
    stories = references.stories_of(row)
    for some in references.batches(sorted(stories)):
        list(Article.objects.select_for_update().filter(pk__in=some).order_by("pk").values_list("pk"))
    return stories


def was_ever_public(row: Entry) -> bool:
    """Whether readers have or had a person, topic or desk by now: then its name and address are never taken away."""
    splits = DirectoryChange.objects.filter(kind=kind_of(row), action=DirectoryAction.SPLIT, undone_at=None)
    was_public = Q(row=row.pk, facts__row_was_public=True) | Q(other=row.pk, facts__other_was_public=True)
    return references.had_public_references(row, timezone.now()) or splits.filter(was_public).exists()


def save_change(
    row: Entry,
    action: DirectoryAction,
    by: User,
    summary: str,
    *,
    other: Entry | None = None,
    moved: dict | None = None,
    facts: dict | None = None,
    stories: Collection[int] = (),
) -> DirectoryChange:
    """The DirectoryChange that says what was done, saved and logged."""
    if other is not None or moved:
        everything_changes()
    entry_changes(row)
    kind = kind_of(row)
    change = DirectoryChange.objects.create(
        kind=kind,
        action=action,
        row=row.pk,
        other=other.pk if other else None,
        summary=summary,
        by=by,
        at=timezone.now(),
        moved=moved or {},
        facts=facts or {},
    )
    log_change(f"{action} {kind}", by, summary + (f" ({len(stories)} stories)" if stories else ""))
    return change

"""Make one of two people, topics or desks that turn out to be the same, and say beforehand what that would do."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from articles.editorial.directory import former_names, references
from articles.editorial.directory.change_steps import (
    lock_stories,
    locked,
    require_change,
    save_change,
    was_ever_public,
)
from articles.editorial.directory.entries import Entry, kind_of
from articles.editorial.directory.repoint import repoint
from articles.editorial.log import noted
from articles.editorial.refusals import Refusal
from articles.models.directory_change import DirectoryAction, DirectoryChange
from articles.models.user import User
from articles.search import index

# What the one that stays takes over where it has nothing itself.
COLUMNS_TAKEN_OVER = {
    "person": ("role", "organisation", "earlier_roles", "pronouns", "bio", "portrait_id", "on_staff"),
    "topic": ("description", "picture_id", "explainer_id"),
    "desk": ("description",),
}


class IntoItself(Refusal):
    """Nothing can be merged into itself."""

    sentence = gettext_lazy("Choose another one: nothing can be merged into itself.")


@dataclass(frozen=True)
class MergePlan:
    """What a merge would do: how much it moves; whether readers go on knowing nothing of the one merged away.

    `becomes_public` is the name that readers will see and never knew, or "": that of the one that stays, where stories
    that are out come to point to it.
    """

    counts: references.ReferenceCounts
    stays_private: bool
    becomes_public: str


@noted
def merge(row: Entry, *, into: Entry, by: User) -> DirectoryChange:
    """Point all that points to `row` to `into`, which is found under both names; returns the DirectoryChange.

    The address of `row` redirects for ever, and facts that `into` lacks are taken over; but where readers never knew
    `row`, only editors and imports are led on, and its facts stay its own. Of two rows in one edition that would become
    duplicates, the first stays. Raises Forbidden, IntoItself or MergedAway.
    """
    require_change(by, "merge", row, into)
    if row == into:
        raise IntoItself
    with locked(row, into) as (row, into):
        stories, was_public = lock_stories(row), was_ever_public(row)
        before = {name: getattr(into, name) for name in taken_over(row, into)}
        facts = {"taken": {name: [value, getattr(row, name)] for name, value in before.items()}}
        facts |= {} if was_public else former_names.make_names_private(row)
        moved = repoint(row, into, with_facts=was_public)
        former_names.update_columns(into, {name: new for name, (_, new) in facts["taken"].items()})
        former_names.update_columns(row, {"redirects_to_id": into.pk, "is_private": not was_public})
        facts |= former_names.add_alias(into, row.name, is_private=not was_public)
        index.reindex_articles(stories)
        summary = f"“{row.name}” is part of “{into.name}”"
        return save_change(
            row, DirectoryAction.MERGE, by, summary, other=into, moved=moved, facts=facts, stories=stories
        )


def taken_over(row: Entry, into: Entry) -> list[str]:
    """The columns of `into` that a merge would fill from `row`: those that are empty there, if readers knew `row`."""
    columns = COLUMNS_TAKEN_OVER[kind_of(row)]
    lacking = [name for name in columns if not getattr(into, name) and getattr(row, name)]
    return lacking if lacking and was_ever_public(row) else []


def plan_merge(row: Entry, *, into: Entry) -> MergePlan:
    """The MergePlan of merging `row` into another; nothing is changed."""
    was_public = was_ever_public(row)
    becomes_public = into.name if was_public and not was_ever_public(into) else ""
    return MergePlan(references.count_references(row), stays_private=not was_public, becomes_public=becomes_public)

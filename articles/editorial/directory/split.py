"""Make two of one person, topic or desk that turns out to be two."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.editorial.directory import former_names
from articles.editorial.directory.change_steps import (
    lock_stories,
    locked,
    require_change,
    save_change,
    was_ever_public,
)
from articles.editorial.directory.entries import Entry, key_of, normalized_name, refuse_taken_name, write_entry
from articles.editorial.directory.repoint import remove_rows, repoint
from articles.editorial.log import noted
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.directory_change import DirectoryAction, DirectoryChange
from articles.models.person import Person
from articles.models.user import User
from articles.search import index


class NoStories(Refusal):
    """A split that would part nothing."""

    sentence = _("Choose the stories that belong to the new one.")


@noted
def split(row: Entry, name: str, *, articles: Iterable[Article], by: User) -> DirectoryChange:
    """Make two of one: a new row called `name` takes what these `articles` point to; returns the DirectoryChange.

    What was merged into `row`, or was a name of it, comes back as it was, with its address. Two people may share the
    name. Raises Forbidden, NoStories, NameNeeded, NameTooLong, NameTaken, ReservedAddress or MergedAway.
    """
    require_change(by, "split", row)
    key = key_of(name)
    with locked(row) as (row,):
        stories = {article.pk for article in articles} & lock_stories(row)
        if not stories:
            raise NoStories
        new, facts = _new_row(row, name, key, by)
        removed: list = []
        if isinstance(row, Person):
            remove_rows(row.aliases.filter(key=key), removed)  # the name is the other's now
        moved = repoint(row, new, articles=stories)
        moved["removed"] += removed
        index.reindex_articles(stories)
        summary = f"“{new.name}” was split from “{row.name}”"
        return save_change(
            row, DirectoryAction.SPLIT, by, summary, other=new, moved=moved, facts=facts, stories=stories
        )


def _new_row(row: Entry, name: str, key: str, by: User) -> tuple[Entry, dict[str, Any]]:
    """(the row that a split of `row` gives `name`, facts for the undo): a redirect with that name, or a new entry."""
    facts: dict[str, Any] = {"row_was_public": was_ever_public(row)}
    new = former_names.find_redirect(row, name) if key != row.key or isinstance(row, Person) else None
    if new is None:
        model: Any = type(row)
        kind = {"kind": row.kind} if isinstance(row, Person) else {}
        return write_entry(model(name=name, **kind), by=by), facts
    if not new.name:
        refuse_taken_name(row, name)
    facts |= {"brought_back": [new.name, new.is_private], "other_was_public": not new.is_private}
    values = {"name": normalized_name(name), "key": key, "redirects_to_id": None, "is_private": False}
    former_names.update_columns(new, values)
    return new, facts

"""Undo a rename, another name, a merge, a split or other words of people, topics and desks, within a week."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.editorial.changed_pages import everything_changes
from articles.editorial.directory import former_names, public_words, references
from articles.editorial.directory.change_steps import MODELS, MergedAway, lock_stories, was_ever_public
from articles.editorial.directory.entries import Entry, lock_directory, log_change
from articles.editorial.directory.repoint import published_between, repoint, undo_repoint
from articles.editorial.log import noted
from articles.editorial.permissions import may_change_directory, may_choose_explainer, may_edit_directory, require
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.directory_change import DirectoryAction, DirectoryChange
from articles.models.user import User
from articles.search import index
from articles.text.languages.folding import fold


class NotUndoable(Refusal):
    """The change can't be undone: `why` completes the sentence."""

    sentence = _("This can't be undone: {why}")


@noted
def undo(change: DirectoryChange, *, by: User) -> DirectoryChange:
    """Put back what a DirectoryChange did, within a week, newest first; returns it.

    Pages are again what they were. What was published in the meantime stays with the one it was published under:
    `left_behind` says where that is not what the working copy says. Raises Forbidden or NotUndoable.
    """
    model = MODELS[change.kind]
    require(may_undo(by, change), _("undo a change of a {kind}").format(kind=change.kind))
    with transaction.atomic():
        lock_directory()
        change, now = DirectoryChange.objects.select_for_update().get(pk=change.pk), timezone.now()
        _require_undoable(change, now)
        wanted = {change.row, change.other, change.facts.get("redirect")} - {None}
        locked = model.rows.select_for_update().filter(pk__in=wanted).order_by("pk").in_bulk()
        if len(locked) < len(wanted):
            raise NotUndoable(why="what it was done to is no longer in the directory.")
        everything_changes()
        UNDO[change.action](change, locked[change.row], locked.get(change.other or change.facts.get("redirect")))
        former_names.undo_aliases(change.facts)
        change.undone_at, change.undone_by = now, by
        change.save(update_fields=["undone_at", "undone_by"])
        log_change(f"undo {change.action} {change.kind}", by, change.summary)
    return change


def may_undo(user: User, change: DirectoryChange) -> bool:
    """Whether `user` may take back what a DirectoryChange did: who may do the same to all that it was done to."""
    rows = [MODELS[change.kind](pk=pk) for pk in (change.row, change.other) if pk is not None]
    if change.action == DirectoryAction.WORDS:
        stories = Article.objects.filter(pk__in=change.facts["words"].get("explainer_id", ()))
        return may_edit_directory(user, change.kind, rows[0]) and (not stories or may_choose_explainer(user, *stories))
    return may_change_directory(user, *rows)


def left_behind(change: DirectoryChange) -> QuerySet[Article]:
    """The Articles that undoing a merge leaves under the other name, or has left: newest first.

    They were published under it in the meantime. Where their working copies name the right one, as the undo makes them
    do unless somebody wrote something else, publishing them again puts it right.
    """
    if change.action != DirectoryAction.MERGE:
        return Article.objects.none()
    now, model = timezone.now(), MODELS[change.kind]
    into, row = model(pk=change.other), model(pk=change.row)
    found = published_between(change.moved, into, change.at, change.undone_at or now, now)
    if change.undone_at is not None:
        found &= references.working_copies_of(row)
    return Article.objects.filter(pk__in=found).order_by("-pk")


def _undo_rename(change: DirectoryChange, row: Entry, redirect: Entry | None) -> None:
    """The old name and address come back; the new address redirects to it, since readers may know it by now."""
    if redirect is not None:
        former_names.swap_names(row, redirect, addresses=change.facts["moves"])
        former_names.remove_name(redirect, change.facts, was_ever_public=was_ever_public(row))
    row.name = change.facts["name"]
    row.save(update_fields=["name"])


def _undo_alias(change: DirectoryChange, row: Entry, redirect: Entry | None) -> None:
    """The name finds it no longer."""
    if redirect is not None and change.facts.get("is_new", True):
        redirect.delete()
    elif redirect is not None:
        former_names.remove_name(redirect, change.facts, was_ever_public=was_ever_public(row))


def _undo_merge(change: DirectoryChange, row: Entry, into: Entry) -> None:
    """Everything that still stands where the merge put it goes back."""
    stories, taken = lock_stories(into), change.facts["taken"]
    undo_repoint(change.moved, row, into)
    former_names.update_columns(into, {name: old for name, (old, new) in taken.items() if getattr(into, name) == new})
    former_names.update_columns(row, {"redirects_to_id": None, "is_private": False})
    index.reindex_articles(stories)


def _undo_split(change: DirectoryChange, row: Entry, new: Entry) -> None:
    """Everything comes back to the one; the address of the other redirects there, as its name does if it did before."""
    stories, was_public = lock_stories(new), was_ever_public(new)
    if not was_public:
        former_names.make_names_private(new)
    undo_repoint(change.moved, row, new)
    repoint(new, row, with_facts=was_public)  # what was published under it in the meantime
    name, was_private = change.facts.get("brought_back", ["", True])
    values = {"name": name, "key": fold(name), "redirects_to_id": row.pk, "is_private": was_private and not was_public}
    former_names.update_columns(new, values)
    index.reindex_articles(stories)


def _undo_words(change: DirectoryChange, row: Entry, _redirect: Entry | None) -> None:
    """What was said of it is said again, where nobody has said anything else since."""
    if row.redirects_to_id:
        raise MergedAway(row)
    public_words.put_back(change, row)


UNDO: dict[str, Callable] = {
    DirectoryAction.RENAME: _undo_rename,
    DirectoryAction.ALIAS: _undo_alias,
    DirectoryAction.MERGE: _undo_merge,
    DirectoryAction.SPLIT: _undo_split,
    DirectoryAction.WORDS: _undo_words,
}


def _require_undoable(change: DirectoryChange, now: datetime) -> None:
    """Raise NotUndoable with the reason."""
    if change.undone_at is not None:
        raise NotUndoable(why="it was undone already.")
    if not change.may_be_undone(now):
        raise NotUndoable(why="it is more than a week old.")
    if change.action == DirectoryAction.WORDS:
        return
    rows = [pk for pk in (change.row, change.other) if pk is not None]
    moves = DirectoryChange.objects.exclude(action=DirectoryAction.WORDS)
    same = moves.filter(kind=change.kind, pk__gt=change.pk, undone_at=None)
    later = same.filter(Q(row__in=rows) | Q(other__in=rows)).order_by("pk").last()
    if later is not None:
        raise NotUndoable(why=f"something was done to it since. First undo this: {later.summary}.")

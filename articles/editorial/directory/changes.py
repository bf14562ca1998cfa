"""Rename, alias, merge and split people, topics and desks, and undo each of it for a week.

Each verb checks who asks, locks the directory, then the rows, then the stories that point to them; writes what it did
into a DirectoryChange and the log; renews the search entries in the same transaction; and tells readers' pages after
the commit. No address is ever lost: a row that stands for nothing any more leads to the one that took its place. But
what readers never knew leaves nothing behind that they see: its name and address lead on for editors and imports only.
"""

from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.editorial.directory import former_names as formers
from articles.editorial.directory import references
from articles.editorial.directory.entries import keep, key_of, lock_directory, refuse_twin, tell, written
from articles.editorial.permissions import may_change_directory, require
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.directory_change import DirectoryAction, DirectoryChange
from articles.models.named import slug_for
from articles.models.person import Person
from articles.models.topic import Topic
from articles.search import index
from articles.text.languages.folding import fold

MODELS = {"person": Person, "topic": Topic, "desk": Desk}

# What the one that stays takes over where it has nothing itself.
FACTS = {
    "person": ("role", "organisation", "pronouns", "bio", "portrait_id", "on_staff"),
    "topic": ("description", "picture_id", "explainer_id"),
    "desk": ("description",),
}


class MergedAway(Refusal):
    """The row stands for nothing any more."""

    def __init__(self, row):
        """Say where it leads."""
        super().__init__(f"“{row.name}” is part of “{row.redirects_to.name}” by now.")


class IntoItself(Refusal):
    """Nothing can be merged into itself."""

    def __init__(self):
        """Say so."""
        super().__init__("Choose another one: nothing can be merged into itself.")


class SameName(Refusal):
    """The name is what it was."""

    def __init__(self, name):
        """Quote it."""
        super().__init__(f"It is called “{name}” already.")


class NoStories(Refusal):
    """A split that would part nothing."""

    def __init__(self):
        """Say so."""
        super().__init__("Choose the stories that belong to the new one.")


class NotUndoable(Refusal):
    """The change can't be undone: `why` completes the sentence."""

    def __init__(self, why):
        """Say why."""
        super().__init__(f"This can't be undone: {why}")


def rename(row, name, *, by, moves=True):
    """Call a person, topic or desk `name` from now on; returns the DirectoryChange.

    With `moves` its address is made from the new name, and the old one redirects. The old name goes on finding it.
    Raises Forbidden, NameNeeded, NameTooLong, Twin, NameOfAPage, SameName or MergedAway.
    """
    _require(by, row, "rename")
    key = key_of(name)
    with _locked(row) as row:
        old, name, facts = row.name, written(name), {"name": row.name}
        if name == old:
            raise SameName(name)
        if key != row.key:
            known = is_known(row)
            former, given = formers.give_name(row, name)
            facts |= given | {"known": known}
            facts["moves"] = moves and slug_for(name, kind="") != slug_for(old, kind="")
            formers.exchange(row, former, addresses=facts["moves"])
            formers.set_columns(former, {"is_private": not known})
            facts |= formers.make_alias(row, old, is_private=not known)
        row.name = name
        row.save(update_fields=["name"])
        return _done(row, DirectoryAction.RENAME, by, f"“{old}” is called “{name}”", facts=facts)


def alias(row, name, *, by):
    """Let `name` find a person, topic or desk too, readers included; returns the DirectoryChange.

    What a topic or desk would be called at its own address leads to it. Raises Forbidden, NameNeeded, NameTooLong,
    Twin, NameOfAPage, SameName or MergedAway.
    """
    _require(by, row, "give another name to")
    key = key_of(name)
    with _locked(row) as row:
        name = written(name)
        held = (row.aliases if isinstance(row, Person) else row.formers()).filter(key=key).first()
        if key == row.key or (held is not None and not held.is_private):
            raise SameName(name)
        if held is not None:
            facts = formers.show([held])
        elif isinstance(row, Person):
            facts = formers.make_alias(row, name, is_private=False)
        else:
            _, facts = formers.give_name(row, name)
        return _done(row, DirectoryAction.ALIAS, by, f"“{row.name}” is found as “{name}” too", facts=facts)


def merge(row, *, into, by):
    """Make one of two: all that points to `row` points to `into`, which is found under both names; returns the change.

    The address of `row` redirects for ever, and facts that `into` lacks are taken over; but where readers never knew
    `row`, only editors and imports are led on, and its facts stay its own. Of two rows in one edition that would become
    twins, the first stays. Raises Forbidden, IntoItself or MergedAway.
    """
    _require(by, row, "merge")
    if row == into:
        raise IntoItself
    with _locked(row, into) as (row, into):
        stories, known = _lock_stories(row), is_known(row)
        before = {name: getattr(into, name) for name in taken_over(row, into)}
        facts = {"taken": {name: [value, getattr(row, name)] for name, value in before.items()}}
        facts |= {} if known else formers.hide(row)
        moved = references.move(row, into, with_facts=known)
        formers.set_columns(into, {name: new for name, (_, new) in facts["taken"].items()})
        formers.set_columns(row, {"redirects_to_id": into.pk, "is_private": not known})
        facts |= formers.make_alias(into, row.name, is_private=not known)
        index.renew(stories)
        summary = f"“{row.name}” is part of “{into.name}”"
        return _done(row, DirectoryAction.MERGE, by, summary, other=into, moved=moved, facts=facts, stories=stories)


def split(row, name, *, articles, by):
    """Make two of one: a new row called `name` takes what these `articles` point to; returns the change.

    What was merged into `row`, or was a name of it, comes back as it was, with its address. Two people may share the
    name. Raises Forbidden, NoStories, NameNeeded, NameTooLong, Twin, NameOfAPage or MergedAway.
    """
    _require(by, row, "split")
    key = key_of(name)
    with _locked(row) as row:
        stories = {article.pk for article in articles} & _lock_stories(row)
        if not stories:
            raise NoStories
        facts, own = {"row_known": is_known(row)}, {"rows": [], "removed": [], "texts": []}
        new = formers.former_called(row, name) if key != row.key or isinstance(row, Person) else None
        if new is None:
            new = keep(type(row)(name=name), by=by)
        else:
            if not new.name:
                refuse_twin(row, name)
            facts |= {"woken": [new.name, new.is_private], "other_known": not new.is_private}
            formers.set_columns(new, {"name": written(name), "key": key, "redirects_to_id": None, "is_private": False})
        if isinstance(row, Person):
            references.remove(row.aliases.filter(key=key), own)  # the name is the other's now
        moved = references.move(row, new, articles=stories)
        moved["removed"] += own["removed"]
        index.renew(stories)
        summary = f"“{new.name}” was split from “{row.name}”"
        return _done(row, DirectoryAction.SPLIT, by, summary, other=new, moved=moved, facts=facts, stories=stories)


def undo(change, *, by):
    """Put back what a DirectoryChange did, within a week, newest first; returns it.

    Pages are again what they were. What was published in the meantime stays with the one it was published under:
    `left_behind` says where that is not what the working copy says. Raises Forbidden or NotUndoable.
    """
    model = MODELS[change.kind]
    _require(by, model(), "undo a change of")
    with transaction.atomic():
        lock_directory()
        change, now = DirectoryChange.objects.select_for_update().get(pk=change.pk), timezone.now()
        _require_undoable(change, now)
        wanted = {change.row, change.other, change.facts.get("former")} - {None}
        locked = model.rows.select_for_update().filter(pk__in=wanted).order_by("pk").in_bulk()
        if len(locked) < len(wanted):
            raise NotUndoable("what it was done to is no longer in the directory.")
        UNDO[change.action](change, locked[change.row], locked.get(change.other or change.facts.get("former")))
        formers.take_aliases_back(change.facts)
        change.undone_at, change.undone_by = now, by
        change.save(update_fields=["undone_at", "undone_by"])
        tell(f"undo {change.action} {change.kind}", by, change.summary)
    return change


def is_known(row):
    """Whether readers have or had a person, topic or desk by now: then its name and address are never taken away."""
    kind, split_off = (
        references.kind_of(row),
        DirectoryChange.objects.filter(action=DirectoryAction.SPLIT, undone_at=None),
    )
    was_known = Q(row=row.pk, facts__row_known=True) | Q(other=row.pk, facts__other_known=True)
    return references.is_known(row, timezone.now()) or split_off.filter(was_known, kind=kind).exists()


def taken_over(row, into):
    """The names of the columns of which a merge would give the values of `row` to `into`: what readers knew of one."""
    lacking = [name for name in FACTS[references.kind_of(row)] if not getattr(into, name) and getattr(row, name)]
    return lacking if lacking and is_known(row) else []


@dataclass(frozen=True)
class Plan:
    """What a merge would do: the Extent of what moves; whether readers go on knowing nothing of the one merged away.

    `becomes_public` is the name that readers will see and never knew, or "": that of the one that stays, where stories
    that are out come to point to it.
    """

    extent: references.Extent
    stays_private: bool
    becomes_public: str


def plan(row, *, into):
    """The Plan of merging `row` into another; nothing is changed."""
    known = is_known(row)
    shown = into.name if known and not is_known(into) else ""
    return Plan(references.extent_of(row), stays_private=not known, becomes_public=shown)


def left_behind(change):
    """The Articles that undoing a merge leaves under the other name, or has left: newest first, as a QuerySet.

    They were published under it in the meantime. Where their working copies name the right one, as the undo makes them
    do unless somebody wrote something else, publishing them again puts it right.
    """
    if change.action != DirectoryAction.MERGE:
        return Article.objects.none()
    now, model = timezone.now(), MODELS[change.kind]
    into, row = model(pk=change.other), model(pk=change.row)
    found = references.published_between(change.moved, into, change.at, change.undone_at or now, now)
    if change.undone_at is not None:
        found &= references.working_copies_of(row)
    return Article.objects.filter(pk__in=found).order_by("-pk")


def _undo_rename(change, row, former):
    """The old name and address come back; the new address leads to it, since readers may know it by now."""
    if former is not None:
        formers.exchange(row, former, addresses=change.facts["moves"])
        formers.take_name_back(former, change.facts, is_known=is_known(row))
    row.name = change.facts["name"]
    row.save(update_fields=["name"])


def _undo_alias(change, row, former):
    """The name finds it no longer."""
    if former is not None and change.facts.get("is_new", True):
        former.delete()
    elif former is not None:
        formers.take_name_back(former, change.facts, is_known=is_known(row))


def _undo_merge(change, row, into):
    """Everything that still stands where the merge put it goes back."""
    stories, taken = _lock_stories(into), change.facts["taken"]
    references.put_back(change.moved, row, into)
    formers.set_columns(into, {name: old for name, (old, new) in taken.items() if getattr(into, name) == new})
    formers.set_columns(row, {"redirects_to_id": None, "is_private": False})
    index.renew(stories)


def _undo_split(change, row, new):
    """Everything comes back to the one, and the address of the other leads there; so does its name if it did before."""
    stories, known = _lock_stories(new), is_known(new)
    if not known:
        formers.hide(new)
    references.put_back(change.moved, row, new)
    references.move(new, row, with_facts=known)  # what was published under it in the meantime
    name, was_private = change.facts.get("woken", ["", True])
    values = {"name": name, "key": fold(name), "redirects_to_id": row.pk, "is_private": was_private and not known}
    formers.set_columns(new, values)
    index.renew(stories)


UNDO = {
    DirectoryAction.RENAME: _undo_rename,
    DirectoryAction.ALIAS: _undo_alias,
    DirectoryAction.MERGE: _undo_merge,
    DirectoryAction.SPLIT: _undo_split,
}


def _require(by, row, action):
    """Raise Forbidden unless `by` may turn this part of the directory round."""
    kind = references.kind_of(row)
    require(may_change_directory(by, kind), f"{action} a {kind}")


def _require_undoable(change, now):
    """Raise NotUndoable with the reason."""
    if change.undone_at is not None:
        raise NotUndoable("it was undone already.")
    if not change.may_be_undone(now):
        raise NotUndoable("it is more than a week old.")
    rows = [pk for pk in (change.row, change.other) if pk is not None]
    same = DirectoryChange.objects.filter(kind=change.kind, pk__gt=change.pk, undone_at=None)
    later = same.filter(Q(row__in=rows) | Q(other__in=rows)).order_by("pk").last()
    if later is not None:
        raise NotUndoable(f"something was done to it since. First undo this: {later.summary}.")


@contextmanager
def _locked(*rows):
    """A transaction with the directory and these rows locked; gives the rows as they are now. Raises MergedAway."""
    with transaction.atomic():
        lock_directory()
        keys = [row.pk for row in rows]
        fresh = type(rows[0]).rows.select_for_update().filter(pk__in=keys).order_by("pk").in_bulk()
        for row in fresh.values():
            if row.redirects_to_id:
                raise MergedAway(row)
        yield fresh[keys[0]] if len(keys) == 1 else tuple(fresh[pk] for pk in keys)


def _lock_stories(row):
    """The ids of the stories that point to the row, locked in one order, so that nothing is published meanwhile."""
    stories = references.stories_of(row)
    for some in references.batches(sorted(stories)):
        list(Article.objects.select_for_update().filter(pk__in=some).order_by("pk").values_list("pk"))
    return stories


def _done(row, action, by, summary, *, other=None, moved=None, facts=None, stories=()):
    """Write down what was done, and tell."""
    kind = references.kind_of(row)
    change = DirectoryChange.objects.create(
        kind=kind,
        action=action,
        row=row.pk,
        other=other and other.pk,
        summary=summary,
        by=by,
        at=timezone.now(),
        moved=moved or {},
        facts=facts or {},
    )
    tell(f"{action} {kind}", by, summary + (f" ({len(stories)} stories)" if stories else ""))
    return change

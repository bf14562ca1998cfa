"""Rename, alias, merge and split people, topics and desks, and undo each of it for a week.

Each verb checks who asks, locks the directory, then the rows, then the stories that point to them; writes what it did
into a DirectoryChange and the log; renews the search entries in the same transaction; and tells readers' pages after
the commit. No address is ever lost: a row that stands for nothing any more leads to the one that took its place.
"""

import uuid
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.editorial import pointers
from articles.editorial.directory import free_slug, keep, key_of, lock_directory, refuse_twin, written
from articles.editorial.drafts import record
from articles.editorial.permissions import may_reorder_directory, require
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.directory_change import Deed, DirectoryChange
from articles.models.naming import slug_for
from articles.models.person import Person, PersonAlias
from articles.models.topic import Topic
from articles.search import index
from articles.signals import directory_changed
from articles.text.folding import fold

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
        super().__init__(f"“{row.name}” is part of “{row.leads_to.name}” by now.")


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
    Raises Forbidden, NameNeeded, NameTooLong, Twin, SameName or MergedAway.
    """
    _require(by, row, "rename")
    key = key_of(name)
    with _locked(row) as row:
        facts = {"name": row.name}
        name = written(name)
        if name == row.name:
            raise SameName(name)
        if key != row.key:
            former = row.formers().filter(key=key).order_by("pk").first() or _make_former(row, name)
            facts["former"] = former.pk
            facts["moves"] = moves and slug_for(name, kind="") != slug_for(row.name, kind="")
            _exchange(row, former, addresses=facts["moves"])
            facts["alias"] = _make_alias(row, facts["name"])
        row.name = name
        row.save(update_fields=["name"])
        return _done(row, Deed.RENAME, by, f"“{facts['name']}” is called “{name}”", facts=facts)


def alias(row, name, *, by):
    """Let `name` find a person, topic or desk too; returns the DirectoryChange.

    What a topic or desk would be called at its own address leads to it. Raises Forbidden, NameNeeded, NameTooLong,
    Twin, SameName or MergedAway.
    """
    _require(by, row, "give another name to")
    key = key_of(name)
    with _locked(row) as row:
        name = written(name)
        if key == row.key or (row.aliases if isinstance(row, Person) else row.formers()).filter(key=key).exists():
            raise SameName(name)
        made = _make_alias(row, name)
        facts = {"alias": made} if made else {"former": _make_former(row, name).pk}
        return _done(row, Deed.ALIAS, by, f"“{row.name}” is found as “{name}” too", facts=facts)


def merge(row, *, into, by):
    """Make one of two: all that points to `row` points to `into`, which is found under both names; returns the change.

    The address of `row` redirects for ever, and facts that `into` lacks are taken over. Of two rows in one edition
    that would become twins, the first stays. Raises Forbidden, IntoItself or MergedAway.
    """
    _require(by, row, "merge")
    if row == into:
        raise IntoItself
    with _locked(row, into) as (row, into):
        stories = _lock_stories(row)
        before = {name: getattr(into, name) for name in FACTS[pointers.kind_of(row)]}
        taken = {name: getattr(row, name) for name, value in before.items() if not value and getattr(row, name)}
        moved = pointers.move(row, into)
        _set(into, taken)
        _set(row, {"leads_to_id": into.pk})
        facts = {"taken": {name: [before[name], value] for name, value in taken.items()}}
        facts["alias"] = _make_alias(into, row.name)
        index.renew(stories)
        summary = f"“{row.name}” is part of “{into.name}”"
        return _done(row, Deed.MERGE, by, summary, other=into, moved=moved, facts=facts, stories=stories)


def split(row, name, *, articles, by):
    """Make two of one: a new row called `name` takes what these `articles` point to; returns the change.

    Two people may share the name. Raises Forbidden, NoStories, NameNeeded, NameTooLong, Twin or MergedAway.
    """
    _require(by, row, "split")
    with _locked(row) as row:
        stories = {article.pk for article in articles} & _lock_stories(row)
        if not stories:
            raise NoStories
        new = keep(type(row)(name=name), by=by)
        moved = pointers.move(row, new, articles=stories)
        index.renew(stories)
        summary = f"“{new.name}” was split from “{row.name}”"
        return _done(row, Deed.SPLIT, by, summary, other=new, moved=moved, stories=stories)


def undo(change, *, by):
    """Put back what a DirectoryChange did, within a week, newest first; returns it.

    Pages are again what they were. What was published in the meantime stays with the one it was published under.
    Raises Forbidden or NotUndoable.
    """
    model = MODELS[change.kind]
    _require(by, model(), "undo a change of")
    with transaction.atomic():
        lock_directory()
        change, now = DirectoryChange.objects.select_for_update().get(pk=change.pk), timezone.now()
        _require_undoable(change, now)
        locked = model.rows.select_for_update().filter(pk__in=[change.row, change.other]).order_by("pk").in_bulk()
        UNDO[change.deed](change, locked[change.row], locked.get(change.other))
        change.undone_at, change.undone_by = now, by
        change.save(update_fields=["undone_at", "undone_by"])
        _tell(f"undo {change.deed} {change.kind}", by, change.summary)
    return change


def _undo_rename(change, row, _):
    """The old name and address come back; the new ones lead to them, since readers may know them by now."""
    if "former" in change.facts:
        _exchange(row, row.formers().get(pk=change.facts["former"]), addresses=change.facts["moves"])
    row.name = change.facts["name"]
    row.save(update_fields=["name"])
    _forget_alias(change)


def _undo_alias(change, row, _):
    """The name finds it no longer."""
    row.formers().filter(pk=change.facts.get("former")).delete()
    _forget_alias(change)


def _undo_merge(change, row, into):
    """Everything that still stands where the merge put it goes back."""
    stories = _lock_stories(into)
    pointers.put_back(change.moved, row, into)
    _set(into, {name: old for name, (old, new) in change.facts["taken"].items() if getattr(into, name) == new})
    _set(row, {"leads_to_id": None})
    _forget_alias(change)
    index.renew(stories)


def _undo_split(change, row, new):
    """Everything comes back to the one, and the address of the other leads there."""
    stories = _lock_stories(new)
    pointers.put_back(change.moved, row, new)
    pointers.move(new, row)  # what was published under it in the meantime
    _set(new, {"leads_to_id": row.pk})
    index.renew(stories)


UNDO = {Deed.RENAME: _undo_rename, Deed.ALIAS: _undo_alias, Deed.MERGE: _undo_merge, Deed.SPLIT: _undo_split}


def _require(by, row, deed):
    """Raise Forbidden unless `by` may turn this part of the directory round."""
    kind = pointers.kind_of(row)
    require(may_reorder_directory(by, kind), f"{deed} a {kind}")


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
        raise NotUndoable(f"something was done to it since. First undo “{later.summary}”.")


@contextmanager
def _locked(*rows):
    """A transaction with the directory and these rows locked; gives the rows as they are now. Raises MergedAway."""
    with transaction.atomic():
        lock_directory()
        keys = [row.pk for row in rows]
        fresh = type(rows[0]).rows.select_for_update().filter(pk__in=keys).order_by("pk").in_bulk()
        for row in fresh.values():
            if row.leads_to_id:
                raise MergedAway(row)
        yield fresh[keys[0]] if len(keys) == 1 else tuple(fresh[pk] for pk in keys)


def _lock_stories(row):
    """The ids of the stories that point to the row, locked in one order, so that nothing is published meanwhile."""
    stories = pointers.stories_of(row)
    for some in pointers.batches(sorted(stories)):
        list(Article.objects.select_for_update().filter(pk__in=some).order_by("pk").values_list("pk"))
    return stories


def _make_former(row, name):
    """A row that holds a name, and an address made of it, and leads to `row`. Raises Twin."""
    refuse_twin(row, name)
    former = type(row)(name=name, slug=free_slug(type(row), name), leads_to=row)
    former.save(force_insert=True)
    return former


def _exchange(row, former, *, addresses):
    """Let two rows change their names, and their addresses too; ids and what points to them stay."""
    fields = ("name", "key", "slug") if addresses else ("name", "key")
    one, other = ({field: getattr(each, field) for field in fields} for each in (row, former))
    for each, values in ((former, dict.fromkeys(fields, uuid.uuid4().hex)), (row, other), (former, one)):
        _set(each, values)  # by way of a name that nobody has: names and addresses are unique at every statement


def _make_alias(row, name):
    """Let a person be found by the name too; the alias's id, or None where it was there or is no person's."""
    if not isinstance(row, Person):
        return None
    alias, is_new = row.aliases.get_or_create(key=fold(name), defaults={"name": name})
    return alias.pk if is_new else None


def _forget_alias(change):
    """Take away the alias that a change made."""
    PersonAlias.objects.filter(pk=change.facts.get("alias")).delete()


def _set(row, values):
    """Write columns of a row that the verb has locked."""
    for name, value in values.items():
        setattr(row, name, value)
    if values:
        type(row).rows.filter(pk=row.pk).update(**values)


def _done(row, deed, by, summary, *, other=None, moved=None, facts=None, stories=()):
    """Write down what was done, and tell."""
    kind = pointers.kind_of(row)
    change = DirectoryChange.objects.create(
        kind=kind,
        deed=deed,
        row=row.pk,
        other=other and other.pk,
        summary=summary,
        by=by,
        at=timezone.now(),
        moved=moved or {},
        facts=facts or {},
    )
    _tell(f"{deed} {kind}", by, summary + (f" ({len(stories)} stories)" if stories else ""))
    return change


def _tell(verb, by, note):
    """Log the deed and announce it after the commit."""
    record(None, verb, by, note)
    transaction.on_commit(lambda: directory_changed.send(sender=None))

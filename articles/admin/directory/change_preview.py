"""What a rename, another name, a merge or a split will change, said before it is done: names, addresses, stories."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from django.db import transaction
from django.utils import timezone

from articles.admin.directory.affected_stories import newest_first, stories
from articles.editorial.directory import changes, references
from articles.models.edition import Byline, Mention
from articles.models.person import Person
from articles.models.section import Quote

MOST_SHOWN = 20
NAME, ADDRESS, ALSO, REDIRECTS = "Name", "Address", "Also found as", "Addresses that redirect there"
PRIVATE = "Found by editors and imports only as"


@dataclass(frozen=True)
class Foretold:
    """What becomes of a row: what is said of it `before` and `after`, lists by what it is; and the stories concerned.

    `other` is what is said of the one that is merged away, before it is, or that a split makes; {} where there is none.
    `plan` is that of a merge. `leads_on`, for an undo, says whether the address of the other one will redirect readers.
    """

    row: object
    before: dict
    after: dict
    other: dict
    articles: frozenset = frozenset()
    plan: changes.Plan | None = None
    leads_on: bool = True

    @property
    def seen(self):
        """A short name for all that is said of names and addresses, by which the second page knows what was shown."""
        return hashlib.sha256(repr([self.before, self.after, self.other]).encode()).hexdigest()[:16]

    @property
    def changes(self):
        """Return (what, [values before], [values after]) of what there is to say; names and addresses in any case."""
        said = ((what, self.before.get(what, []), self.after.get(what, [])) for what in self.after)
        return [each for each in said if each[1] or each[2]]

    @property
    def moves(self):
        """Whether the address becomes another."""
        return self.before[ADDRESS] != self.after[ADDRESS]

    @property
    def redirects(self):
        """Whether readers who ask for the address of before will be led to that of afterwards."""
        return self.before[ADDRESS][0] in self.after[REDIRECTS]

    @property
    def addresses(self):
        """Return the addresses before and after, and that of the other one."""
        return {
            "before": self.before[ADDRESS][0],
            "after": self.after[ADDRESS][0],
            "other": self.other.get(ADDRESS, [""])[0],
        }

    @cached_property
    def stories(self):
        """Return the newest stories concerned."""
        return stories(newest_first(self.articles)[:MOST_SHOWN])

    @property
    def more(self):
        """Return how many stories there are besides."""
        return len(self.articles) - len(self.stories)

    @property
    def parts(self):
        """Return how many quotes, mentions and bylines of a person these stories have now or soon, in words."""
        return _parts(self.row, self.articles) if isinstance(self.row, Person) else ""


def of_rename(row, action):
    """Foretell what calling `action` will do to the row. Raises Refusal."""
    before, after = facts_of(row), rehearse(action, lambda _: facts_of(_fresh(row)))
    return Foretold(row, before, after, {}, frozenset(references.stories_of(row)))


def of_alias(row, action):
    """Foretell what calling `action` will do to the row. Raises Refusal."""
    return Foretold(row, facts_of(row), rehearse(action, lambda _: facts_of(_fresh(row))), {})


def of_merge(row, into):
    """Foretell what a merge will make of `into`. It is not rehearsed: indexing all stories of a war takes a minute."""
    before, other, plan = facts_of(into), facts_of(row), changes.plan(row, into=into)
    known, private = other[NAME] + other[ALSO], other[PRIVATE]
    if plan.stays_private:
        known, private = [], known + private
    after = {
        **before,
        ALSO: before[ALSO] + [name for name in known if name not in before[NAME] + before[ALSO]],
        PRIVATE: before[PRIVATE] + [name for name in private if name not in before[NAME] + before[ALSO]],
        REDIRECTS: before[REDIRECTS] + ([] if plan.stays_private else other[ADDRESS] + other[REDIRECTS]),
    }
    for name in changes.taken_over(row, into):
        label, value = _fact(row, name)
        before, after = before | {label: []}, after | {label: [value]}
    return Foretold(row, before, after, other, frozenset(references.stories_of(row)), plan)


def of_split(row, articles, action):
    """Foretell what calling `action` will do to the row, which gives away these articles. Raises Refusal."""
    before = facts_of(row)
    after, other = rehearse(action, lambda change: (facts_of(_fresh(row)), facts_of(_fresh(row, change.other))))
    return Foretold(row, before, after, other, frozenset(articles))


def of_undo(change, action):
    """Foretell what calling `action` to undo a change will do. Raises Refusal.

    Of a merge or a split, which move stories, only those are told: they may be too many to rehearse it.
    """
    rows = changes.MODELS[change.kind].rows.in_bulk({change.row, change.other} - {None})
    if not {change.row, change.other} <= {None, *rows}:
        raise changes.NotUndoable("what it was done to is no longer in the directory.")
    row = rows[change.row]
    if change.other is None:
        return Foretold(row, facts_of(row), rehearse(action, lambda _: facts_of(_fresh(row))), {})
    facts, other = facts_of(row), rows[change.other]
    leads_on = changes.is_known(other)
    moved = frozenset(references.stories_moved(change.moved, change.kind))
    return Foretold(row, facts, facts, facts_of(other), moved, leads_on=leads_on)


def rehearse(action, look):
    """Return what `look` sees, given what `action()` returned; nothing of it stays. Raises what the action raises."""
    with transaction.atomic():
        seen = look(action())
        transaction.set_rollback(True)
    return seen


def facts_of(row):
    """Return {what: [values]} of what finds a row: its name, its address, its other names and former addresses."""
    formers = list(row.formers().order_by("pk"))
    others = row.aliases.all() if isinstance(row, Person) else formers
    names = [each for each in others if each.name and each.key != row.key]
    return {
        NAME: [row.name],
        ADDRESS: [row.get_absolute_url()],
        ALSO: [each.name for each in names if not each.is_private],
        PRIVATE: [each.name for each in names if each.is_private],
        REDIRECTS: [former.get_absolute_url() for former in formers if not former.is_private],
    }


def _fresh(row, pk=None):
    """The row as it is now, or another of its kind."""
    return type(row).rows.get(pk=pk or row.pk)


def _fact(row, name):
    """What a column is called, and its value in words."""
    field = row._meta.get_field(name.removesuffix("_id"))
    value = getattr(row, field.name)
    return field.verbose_name.capitalize(), "yes" if value is True else str(value)


def _parts(person, articles):
    """The quotes, mentions and bylines in editions that are in force or to come: "14 quotes, 3 mentions, 1 byline"."""
    now, said = timezone.now(), []
    for model in (Quote, Mention, Byline):
        rows = model.objects.filter(person=person, edition__ends_at__gt=now)
        number = sum(rows.filter(article__in=some).count() for some in references.batches(sorted(articles)))
        word = model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural
        said += [f"{number} {word}"] if number else []
    return ", ".join(said)

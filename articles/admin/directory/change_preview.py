"""The preview of a rename, another name, a merge, a split or an undo: names, addresses and stories it will change."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from django.db import transaction
from django.utils import timezone

from articles.admin.directory.affected_stories import newest_first, shown, stories
from articles.editorial.directory import references
from articles.editorial.directory.change_steps import MODELS, was_ever_public
from articles.editorial.directory.merge_people import MergePlan, plan_merge, taken_over
from articles.editorial.directory.repoint import moved_stories
from articles.editorial.directory.undo import NotUndoable
from articles.models.edition import Byline, Mention
from articles.models.person import Person
from articles.models.section import Quote

MOST_SHOWN = 20
NAME, ADDRESS, ALSO, REDIRECTS = "Name", "Address", "Also found as", "Addresses that redirect there"
PRIVATE = "Found by editors and imports only as"


@dataclass(frozen=True)
class ChangePreview:
    """What finds a row `before` and `after`, as lists by label; and the stories concerned.

    Sealed stories move like others, and are not among `articles`.
    `other` is what finds the one that is merged away, before it is, or that a split creates; {} where there is none.
    `plan` is that of a merge. `redirects_other`, for an undo: whether the address of the other one will redirect.
    """

    row: object
    before: dict
    after: dict
    other: dict
    articles: frozenset = frozenset()
    plan: MergePlan | None = None
    redirects_other: bool = True

    @property
    def fingerprint(self):
        """A digest of the names and addresses shown, by which it is known on confirming that nothing changed since."""
        return hashlib.sha256(repr([self.before, self.after, self.other]).encode()).hexdigest()[:16]

    @property
    def changes(self):
        """(label, [values before], [values after]) of each label that has any values."""
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
        """The addresses before and after, and that of the other one."""
        return {
            "before": self.before[ADDRESS][0],
            "after": self.after[ADDRESS][0],
            "other": self.other.get(ADDRESS, [""])[0],
        }

    @cached_property
    def stories(self):
        """The newest stories concerned."""
        return stories(newest_first(self.articles)[:MOST_SHOWN])

    @property
    def more(self):
        """How many stories there are besides."""
        return len(self.articles) - len(self.stories)

    @property
    def parts(self):
        """How many quotes, mentions and bylines of a person these stories have now or soon, in words."""
        return _parts(self.row, self.articles) if isinstance(self.row, Person) else ""


def preview_rename(row, action):
    """What calling `action` will do to the row. Raises Refusal."""
    before, after = facts_of(row), dry_run(action, lambda _: facts_of(_fresh(row)))
    return ChangePreview(row, before, after, {}, frozenset(shown(references.stories_of(row))))


def preview_alias(row, action):
    """What calling `action` will do to the row. Raises Refusal."""
    return ChangePreview(row, facts_of(row), dry_run(action, lambda _: facts_of(_fresh(row))), {})


def preview_merge(row, into):
    """What a merge will make of `into`. No dry run: indexing all stories of a war takes a minute."""
    before, other, plan = facts_of(into), facts_of(row), plan_merge(row, into=into)
    public, private = other[NAME] + other[ALSO], other[PRIVATE]
    if plan.stays_private:
        public, private = [], public + private
    after = {
        **before,
        ALSO: before[ALSO] + [name for name in public if name not in before[NAME] + before[ALSO]],
        PRIVATE: before[PRIVATE] + [name for name in private if name not in before[NAME] + before[ALSO]],
        REDIRECTS: before[REDIRECTS] + ([] if plan.stays_private else other[ADDRESS] + other[REDIRECTS]),
    }
    for name in taken_over(row, into):
        label, value = _fact(row, name)
        before, after = before | {label: []}, after | {label: [value]}
    return ChangePreview(row, before, after, other, frozenset(shown(references.stories_of(row))), plan)


def preview_split(row, articles, action):
    """What calling `action` will do to the row, which gives away these articles. Raises Refusal."""
    before = facts_of(row)
    after, other = dry_run(action, lambda change: (facts_of(_fresh(row)), facts_of(_fresh(row, change.other))))
    return ChangePreview(row, before, after, other, frozenset(articles))


def preview_undo(change, action):
    """What calling `action` to undo a change will do. Raises Refusal.

    Of a merge or a split, which move stories, only the stories are named: they may be too many for a dry run.
    """
    rows = MODELS[change.kind].rows.in_bulk({change.row, change.other} - {None})
    if not {change.row, change.other} <= {None, *rows}:
        raise NotUndoable(why="what it was done to is no longer in the directory.")
    row = rows[change.row]
    if change.other is None:
        words = [name for name in change.facts.get("words", ()) if name != "aliases"]  # these are among the facts
        before = facts_and_words(row, words)
        return ChangePreview(row, before, dry_run(action, lambda _: facts_and_words(row, words)), {})
    facts, other = facts_of(row), rows[change.other]
    redirects_other = was_ever_public(other)
    moved = frozenset(shown(moved_stories(change.moved, change.kind)))
    return ChangePreview(row, facts, facts, facts_of(other), moved, redirects_other=redirects_other)


def dry_run(action, look):
    """What `look` returns, given what `action()` returned; nothing of it is saved. Raises what the action raises."""
    with transaction.atomic():
        seen = look(action())
        transaction.set_rollback(True)
    return seen


def facts_of(row):
    """{what: [values]} of what finds a row: its name, its address, its other names and former addresses."""
    redirects = list(row.redirecting_rows().order_by("pk"))
    others = row.aliases.all() if isinstance(row, Person) else redirects
    names = [each for each in others if each.name and each.key != row.key]
    return {
        NAME: [row.name],
        ADDRESS: [row.get_absolute_url()],
        ALSO: [each.name for each in names if not each.is_private],
        PRIVATE: [each.name for each in names if each.is_private],
        REDIRECTS: [each.get_absolute_url() for each in redirects if not each.is_private],
    }


def facts_and_words(row, names):
    """`facts_of` the row as it is now, and its words of these names, each as {what: [values]}."""
    fresh = _fresh(row)
    return facts_of(fresh) | dict(_word(fresh, name) for name in names)


def _word(row, name):
    """What one of the words of a row is called, and its values."""
    if name == "related":
        return "Related topics", [topic.name for topic in row.related.all()]
    label, value = _fact(row, name)
    return label, [value] if value not in ("", "None") else []


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

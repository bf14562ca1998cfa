"""What readers have of people, topics and desks besides the name: written down when it is changed, and put back.

A change of words needs no order among others: its undo puts back what is still as it left it, and nothing else.
"""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.editorial.refusals import Refusal
from articles.models.desk import Desk
from articles.models.directory_change import DirectoryAction, DirectoryChange
from articles.models.person import Person, PersonAlias
from articles.models.topic import Topic
from articles.models.user import User
from articles.text.languages.folding import fold

COLUMNS: dict[str, tuple[str, ...]] = {
    "person": ("kind", "role", "organisation", "earlier_roles", "pronouns", "bio", "on_staff", "portrait_id"),
    "topic": ("description", "picture_id", "explainer_id"),
    "desk": ("description", "position", "bed"),
}
Words = dict[str, Any]


class ChangedSince(Refusal):
    """Somebody has written other words in their place, which an undo must not lose."""

    sentence = _("This can't be undone: all of it was changed again since.")


def words_of(row: Person | Topic | Desk) -> Words:
    """{name: value} of what readers have of a row that is in the directory, in values that JSON holds."""
    words: Words = {name: getattr(row, name) for name in COLUMNS[row._meta.model_name or ""]}
    if isinstance(row, Person):
        words["aliases"] = [[alias.name, alias.is_private] for alias in row.aliases.order_by("key")]
    if isinstance(row, Topic):
        words["related"] = sorted(row.related.values_list("pk", flat=True))
    return words


def note_change(row: Person | Topic | Desk, before: Words, *, by: User) -> DirectoryChange | None:
    """Write down what became of a row's words, which were `before`; None where all is as it was."""
    after = words_of(row)
    changed = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    if not changed:
        return None
    names = ", ".join(label_of(row, name) for name in changed)
    return DirectoryChange.objects.create(
        kind=row._meta.model_name or "",
        action=DirectoryAction.WORDS,
        row=row.pk,
        summary=f"“{row.name}” has other words: {names}",
        by=by,
        at=timezone.now(),
        facts={"words": changed},
    )


def put_back(change: DirectoryChange, row: Person | Topic | Desk) -> None:
    """Give a locked row the words of before a change, but for those that were changed again. Raises ChangedSince."""
    now = words_of(row)
    former = {name: old for name, (old, new) in change.facts["words"].items() if now[name] == new}
    former = {name: value for name, value in former.items() if _is_there(row, name, value)}
    if not former:
        raise ChangedSince
    aliases, related = former.pop("aliases", None), former.pop("related", None)
    for name, value in former.items():
        setattr(row, name, value)
    row.save(update_fields=list(former))
    if isinstance(row, Person) and aliases is not None:
        kept = {fold(name): PersonAlias(person=row, name=name, is_private=is_private) for name, is_private in aliases}
        row.aliases.exclude(key__in=kept).delete()
        for key in kept.keys() - set(row.aliases.values_list("key", flat=True)):
            kept[key].save()
    if isinstance(row, Topic) and related is not None:
        row.related.set(Topic.objects.filter(pk__in=related))


def label_of(row: Person | Topic | Desk, name: str) -> str:
    """What people call one of the `words_of` a row."""
    if name == "aliases":
        return "other names"
    field: Any = row._meta.get_field(name)
    return str(field.verbose_name)


def _is_there(row: Person | Topic | Desk, name: str, value: Any) -> bool:
    """Whether a photo or story that a row pointed to is there still; anything else is."""
    if name in ("aliases", "related"):
        return True
    field: Any = row._meta.get_field(name)
    return not (field.is_relation and value) or field.related_model.objects.filter(pk=value).exists()

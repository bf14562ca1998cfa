"""The directory: find people, topics and desks by name, create those that are missing, save what is said of them."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.changed_pages import entry_changes
from articles.editorial.directory import public_words
from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_choose_explainer, may_edit_directory, require
from articles.editorial.refusals import Refusal
from articles.models.desk import Desk, reserved_segments
from articles.models.named import KEY_AT_MOST, NAME_AT_MOST, slug_for
from articles.models.person import Person, PersonAlias, PersonKind
from articles.models.publisher import StaticPage
from articles.models.topic import Topic
from articles.models.user import User
from articles.signals import directory_changed
from articles.text.characters import one_line, without_soft_hyphens
from articles.text.languages.folding import fold
from articles.text.people.organisations import is_organisation

Entry = Person | Topic | Desk
E = TypeVar("E", Person, Topic, Desk)


class NameNeeded(Refusal):
    """A name without a letter or digit names nothing."""

    sentence = gettext_lazy("“{name}” is no name: it needs at least one letter or digit.")


class NameTooLong(Refusal):
    """A name that has no room in the directory, and is no name but a sentence."""

    sentence = gettext_lazy("“{name:.40}…” is too long for a name: at most {most} characters fit.")


class SeveralPeople(Refusal):
    """A name that two people share does not say who is meant."""

    sentence = gettext_lazy("Several people are called “{name}”. Choose one of them in the admin.")


class NameTaken(Refusal):
    """A name that is taken: written with other case or accents, or by what leads to `row` today."""

    def __init__(self, row: Entry, name: str):
        what = row._meta.verbose_name
        goes_by = "" if fold(row.name) == fold(name) else f", called “{row.name}” today"
        super().__init__(
            f"There is a {what} of that name already{goes_by}; case and accents make no difference. Use that one."
        )
        self.row = row


class ReservedAddress(Refusal):
    """A desk whose own address is that of a page of the site."""

    sentence = gettext_lazy("“{name}” is the name of a page of the site, at /{slug}/. Choose another name.")


def find_entry(model: type[E], name: str) -> E | None:
    """The Person, Topic or Desk of today that goes by `name`, however its case and accents are written; else None.

    Raises SeveralPeople when the name is not enough, NameNeeded and NameTooLong.
    """
    matching = _called(model, name)[:2]
    if len(matching) > 1:
        raise SeveralPeople(name=name)
    return matching[0].today if matching else None


def get_or_create_desk(name: str, *, by: User, **facts: Any) -> Desk:
    """The Desk called `name`, however its case and accents are written; created with `facts` when missing.

    Raises NameNeeded, NameTooLong and, to create it, what `save_entry` raises.
    """
    return _get_or_create(Desk, name, by, facts)


def get_or_create_topic(name: str, *, by: User, **facts: Any) -> Topic:
    """The Topic called `name`, however its case and accents are written; created with `facts` when missing.

    Raises NameNeeded, NameTooLong and, to create it, what `save_entry` raises.
    """
    return _get_or_create(Topic, name, by, facts)


def get_or_create_person(name: str, *, by: User, **facts: Any) -> Person:
    """The one Person with that name or alias; created with `facts` (role, on_staff …) when missing.

    Raises SeveralPeople when the name is not enough, NameNeeded, NameTooLong and, to create one, what `save_entry`
    raises.
    """
    return _get_or_create(Person, name, by, facts)


def create_new_entries(fields: dict[str, Any], *, by: User) -> dict[str, Any]:
    """A story's working fields with the people and topics in them that are not saved yet created.

    Where one of that name was created meanwhile, it is taken instead. Raises what `get_or_create_person` raises.
    """
    return {
        name: [_saved(row, by) for row in value] if isinstance(value, list) else _saved(value, by)
        for name, value in fields.items()
    }


@noted
def save_entry(row: E, *, by: User, aliases: Iterable[str] | None = None) -> E:
    """Save a new or changed person, topic or desk under a slug that stays; returns it.

    An empty slug is made from the name. Name and slug of a row that exists are left as they are: `rename` changes them.
    `aliases`, if given, are all other names of a person. Raises Forbidden, NameNeeded, NameTooLong, NameTaken,
    ReservedAddress, and ValidationError when a value does not fit.
    """
    require_entry(row, by)
    return write_entry(row, by=by, aliases=aliases)


def require_entry(row: Entry, by: User) -> None:
    """Raise Forbidden unless `by` may add this row, or where it is there change what readers have of it."""
    kind = kind_of(row)
    require(may_edit_directory(by, kind, row), f"{'add' if row.pk is None else 'change'} a {kind}")


def write_entry(row: E, *, by: User, aliases: Iterable[str] | None = None, related: Iterable[Topic] | None = None) -> E:
    """`save_entry` for a verb that has asked whether `by` may; `related`, if given, are all that a topic has."""
    kind, is_new = kind_of(row), row.pk is None
    key_of(row.name)
    with transaction.atomic():
        lock_directory()
        before: public_words.Words = {}
        if is_new:
            row.name = normalized_name(row.name)
            if isinstance(row, Person) and is_organisation(row.name):
                row.kind, row.on_staff = PersonKind.ORGANISATION, False
            refuse_taken_name(row, row.name)
            row.slug = row.slug or free_slug(type(row), row.name)
            if type(row).rows.filter(slug=row.slug).exists():
                raise ValidationError({"slug": "Slug already exists, or leads to another page."})
        else:
            held = type(row).objects.select_for_update().get(pk=row.pk)
            row.name, row.slug = held.name, held.slug
            before = public_words.words_of(held)
        row.full_clean()
        row.save()
        entry_changes(row, is_new=is_new)
        names = "" if aliases is None else _set_aliases(row, aliases)
        if isinstance(row, Topic) and related is not None:
            row.related.set(set(related) - {row})
        if not is_new:
            public_words.note_change(row, before, by=by)
        log_change(f"{'add' if is_new else 'change'} {kind}", by, f"{row.name}{names}")
    return row


def log_change(verb: str, by: User, note: str) -> None:
    """Log a change to the directory or the publisher's own facts, and announce it after the commit."""
    log_action(None, verb, by, note)
    transaction.on_commit(lambda: directory_changed.send(sender=None))


@noted
def save_topic(topic: Topic, related: Iterable[Topic], *, by: User) -> Topic:
    """Save a new or changed topic as `save_entry` does, these Topics being the related ones; returns it.

    Raises Forbidden for another explainer, too, from somebody who doesn't publish, and what `save_entry` raises.
    """
    held = Topic.objects.select_related("explainer").filter(pk=topic.pk).first()
    former = held.explainer if held else None
    if topic.explainer != former:
        stories = [story for story in (former, topic.explainer) if story]
        require(may_choose_explainer(by, *stories), _("choose the story at the head of a topic's page"))
    require_entry(topic, by)
    return write_entry(topic, by=by, related=related)


def kind_of(row: Entry | type[Entry]) -> str:
    """The name of a row's model: "person", "topic" or "desk"."""
    return row._meta.model_name or ""


def key_of(name: str) -> str:
    """The folded key by which a name is compared. Raises NameNeeded or NameTooLong."""
    key = fold(normalized_name(name))
    if not any(sign.isalnum() for sign in key):
        raise NameNeeded(name=name)
    if len(normalized_name(name)) > NAME_AT_MOST or len(key) > KEY_AT_MOST:
        raise NameTooLong(name=name, most=NAME_AT_MOST)
    return key


def refuse_taken_name(row: Entry, name: str) -> None:
    """Raise NameTaken when another topic or desk than `row` has the name, or had it. People may share one."""
    if isinstance(row, Person):
        return
    other = type(row).rows.filter(key=key_of(name)).exclude(pk=row.pk).select_related("redirects_to").first()
    if other is not None:
        raise NameTaken(other.today, name)


def normalized_name(name: str) -> str:
    """A name as the directory stores it: on one line, with plain single spaces, read in the order of its letters."""
    return " ".join(one_line(without_soft_hyphens(name)).split())


def lock_directory() -> None:
    """Let nobody else change the directory until the transaction ends. Needs one to be open.

    Unique names and addresses are looked up before they are written, and a row that is not there yet can't be locked;
    so one row that always exists is locked for them all. Rows that merely refer to it (Django's own log) don't wait.
    """
    ContentType.objects.select_for_update(no_key=True).get(app_label="articles", model="person")


def _called(model: type[E], name: str) -> QuerySet[E]:
    """The rows with that name as a QuerySet: of people those of today, by any name; else also what leads elsewhere."""
    key = key_of(name)
    rows = Person.objects.called(key) if model is Person else model.rows.filter(key=key)
    return rows.select_related("redirects_to")


def _get_or_create(model: type[E], name: str, by: User, facts: dict[str, Any]) -> E:
    """The entry of that name, created with `facts` when missing. Raises what `find_entry` and `save_entry` raise."""
    found = find_entry(model, name)
    if found is None:
        with transaction.atomic():
            lock_directory()  # somebody may be creating it at this moment
            found = find_entry(model, name) or save_entry(model(name=name, **facts), by=by)
    return found


def _saved(value: Any, by: User) -> Any:
    """The value of a working field; a Person or Topic that is not saved yet is found or created."""
    if not isinstance(value, Person | Topic) or value.pk is not None:
        return value
    facts = {"on_staff": value.on_staff} if isinstance(value, Person) else {}
    return _get_or_create(type(value), value.name, by, facts)


def _set_aliases(person: Any, names: Iterable[str]) -> str:
    """Let these be all other names of a person, each once however it is written; returns them for the log."""
    wanted: dict[str, str] = {}
    for name in names:
        wanted.setdefault(key_of(name), normalized_name(name))
    person.aliases.exclude(key__in=wanted).delete()
    held = {alias.key: alias for alias in person.aliases.all()}
    for key, name in wanted.items():
        alias = held.get(key) or PersonAlias(person=person)
        alias.name = name
        alias.full_clean()
        alias.save()
    return f" ({', '.join(wanted.values())})" if wanted else ""


def _taken_by_pages() -> frozenset[str]:
    """The first segments of addresses that desks may not have."""
    return reserved_segments() | set(StaticPage.objects.values_list("slug", flat=True))


def free_slug(model: type[Entry], name: str) -> str:
    """The slug of `name`, numbered when it is or was another's, to fit its field. Raises ReservedAddress."""
    kind = kind_of(model)
    base = slug_for(name, kind=kind)
    if model is Desk and base.isdigit():
        base = f"{kind}-{base}"
    belongs_to_site = _taken_by_pages() if model is Desk else ()
    if base in belongs_to_site:
        raise ReservedAddress(name=name, slug=base)
    longest, slug, number = model._meta.get_field("slug").max_length or 0, base, 2
    while slug in belongs_to_site or model.rows.filter(slug=slug).exists():
        ending = f"-{number}"
        slug, number = f"{base[: longest - len(ending)].rstrip('-')}{ending}", number + 1
    return slug

"""Suggested people: named in an imported text, then accepted into the directory and the story, or dropped.

What links a person to a story is a mention, a mark in its text. Importing marks the people it knows for certain; the
others wait as PersonSuggestions. Accepting one marks the first place that names them in the working copy, so readers
find the mention once the story is published, or published again.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from django.db import transaction
from django.utils.translation import gettext, gettext_lazy

from articles.editorial.directory.entries import lock_directory, save_entry
from articles.editorial.directory.people_in_text import people_by_key
from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_write, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing import autosave
from articles.editorial.writing.working_copy import tidy_body
from articles.models.article import Article
from articles.models.person import Person, PersonAlias
from articles.models.person_suggestion import PersonSuggestion
from articles.models.user import User
from articles.text.body.body import Body
from articles.text.body.person_links import pointed_to, repointed
from articles.text.languages.folding import fold
from articles.text.people.name_index import NameIndex, link_people
from articles.text.wire.story import NamedPerson
from articles.text.wire.wordlists import COURTESIES

MOST_NEAR = 3  # for each suggestion
MOST_COMPARED = 2000
BEGINNING = 4  # letters of a last name that a near one begins with
NEAR_ENOUGH = 0.75  # of 1, which is the same


class AlreadySettled(Refusal):
    """The suggestion was accepted or dropped meanwhile."""

    sentence = gettext_lazy("Somebody has accepted or dropped this name already.")


class AmbiguousName(Refusal):
    """Several people go by the suggested name, and the editor has not said who is meant."""

    sentence = gettext_lazy("Several people are called “{name}”. Choose which of them the story means.")


@dataclass(frozen=True)
class Accepted:
    """Who was accepted, whether they are new, and the Articles that link them and that could not."""

    person: Person
    is_new: bool
    linked: list[Article]
    unlinked: list[Article]


def save_suggestions(
    article: Article, named: Iterable[NamedPerson], found: dict[str, list[Person]], *, linked: Collection[int]
) -> list[PersonSuggestion]:
    """Save a PersonSuggestion for each person that a text names, except those it links already.

    `named` are the NamedPersons, `found` is what `people_by_key` says of their names, `linked` the ids of the people
    that the body mentions. Returns the PersonSuggestions of them all, in order; those that were not saved have no id.
    """
    rows: dict[str, PersonSuggestion] = {}
    for each in named:
        people = found.get(fold(each.name), [])
        row = PersonSuggestion(
            article=article,
            name=each.name,
            title=each.title,
            as_written=each.as_written,
            person=people[0] if len(people) == 1 else None,
        )
        if _fits(row):
            rows.setdefault(fold(each.name), row)
    PersonSuggestion.objects.bulk_create(row for row in rows.values() if row.person_id not in linked)
    return list(rows.values())


def meant_by(suggestions: Iterable[PersonSuggestion]) -> dict[int, list[Person]]:
    """{number of a suggestion: the people it can mean}: those of that name today, else the one the import found."""
    called = people_by_key(row.name for row in suggestions)
    return {row.pk: called.get(fold(row.name)) or ([row.person] if row.person else []) for row in suggestions}


def near_to(suggestions: Collection[PersonSuggestion]) -> dict[int, list[Person]]:
    """{number of a suggestion: people with a name much like it}, the nearest first, without those who go by it."""
    if not suggestions:
        return {}
    keys = {row.pk: fold(row.name) for row in suggestions}
    alike = rf"(^| )({'|'.join(sorted({re.escape(_beginning(key)) for key in keys.values()}))})[^ ]*$"
    own = Person.objects.filter(key__regex=alike).values_list("pk", "key")
    others = PersonAlias.objects.filter(person__redirects_to=None, key__regex=alike).values_list("person", "key")
    names: dict[str, list[tuple[int, str]]] = {}
    for pk, key in (*own.order_by("pk")[:MOST_COMPARED], *others.order_by("pk")[:MOST_COMPARED]):
        names.setdefault(_beginning(key), []).append((pk, key))
    near = {pk: _nearest(key, names.get(_beginning(key), [])) for pk, key in keys.items()}
    people = Person.objects.in_bulk({pk for some in near.values() for pk in some})
    return {pk: [people[each] for each in some if each in people] for pk, some in near.items()}


def same_name(suggestion: PersonSuggestion, *, by: User) -> list[PersonSuggestion]:
    """The suggestions of this name, the given one first, that wait in stories which `by` may write."""
    rows = PersonSuggestion.objects.filter(name=suggestion.name).exclude(pk=suggestion.pk).select_related("article")
    return [suggestion, *(row for row in rows if may_write(by, row.article))]


def new_person(suggestion: PersonSuggestion) -> Person:
    """The Person, not saved yet, that a suggestion speaks of; a title that says what they do is their role."""
    is_courtesy = suggestion.title.casefold().rstrip(".") in COURTESIES
    return Person(name=suggestion.name, role="" if is_courtesy else suggestion.title)


@noted
def accept(suggestions: Sequence[PersonSuggestion], *, by: User, person: Person | None = None) -> Accepted:
    """Link these suggestions of one name in their stories, and delete the suggestions; returns Accepted.

    `person` is who is meant, and may be a `new_person` where others have the name. Without one it is the person who
    goes by the name by now, and somebody new where nobody does.
    Raises Forbidden, AlreadySettled, AmbiguousName and, for somebody new, what `save_entry` raises.
    """
    marking = cache(_Marking)
    for row in PersonSuggestion.objects.filter(pk__in=[each.pk for each in suggestions]).select_related("article"):
        marking(row.article.body, row.article.language, row.marked_as)
    with transaction.atomic():
        lock_directory()  # before any story, as merging does; so it is decided once who goes by the name
        waiting = _locked(suggestions, by)
        if person is None:
            person = _only_one(waiting[0][0])
        is_new = person.pk is None
        if is_new:
            person = save_entry(person, by=by)
        else:
            person = Person.rows.select_related("redirects_to").get(pk=person.pk).today
        linked: list[Article] = []
        unlinked: list[Article] = []
        for row, article in waiting:
            marks = marking(article.body, article.language, row.marked_as)
            (linked if _link(article, marks, person, by) else unlinked).append(article)
            log_action(article, "accept person", by, person.name)
        _settle(waiting)
    return Accepted(person, is_new, linked, unlinked)


@noted
def drop(suggestions: Sequence[PersonSuggestion], *, by: User) -> None:
    """Let these suggestions go, which changes no story; an import begins a story of its own, so none comes back.

    Raises Forbidden or AlreadySettled.
    """
    with transaction.atomic():
        waiting = _locked(suggestions, by)
        for row, article in waiting:
            log_action(article, "drop person", by, row.as_written)
        _settle(waiting)


def _locked(suggestions: Sequence[PersonSuggestion], by: User) -> list[tuple[PersonSuggestion, Article]]:
    """[(suggestion, its Article, locked)] as they are now, in order. Raises Forbidden or AlreadySettled."""
    rows = Article.objects.select_for_update().filter(pk__in={row.article_id for row in suggestions})
    articles = {article.pk: article for article in rows.order_by("pk")}
    waiting = PersonSuggestion.objects.select_related("person").in_bulk([row.pk for row in suggestions])
    if len(waiting) < len(suggestions):
        raise AlreadySettled
    for article in articles.values():
        require(may_write(by, article), gettext("change this story"))
    return [(waiting[each.pk], articles[each.article_id]) for each in suggestions]


def _only_one(row: PersonSuggestion) -> Person:
    """The one person that a suggestion can mean, or a new one. Raises AmbiguousName."""
    people = meant_by([row])[row.pk]
    if len(people) > 1:
        raise AmbiguousName(name=row.name)
    return people[0] if people else new_person(row)


class _Marking:
    """A body with the first place of a name marked, worked out before the row is locked and it is known who is meant.

    The mark points to a number that nobody in the body has, until `of` puts in somebody's.
    """

    def __init__(self, html: str, language: str, name: str) -> None:
        body = Body(html)
        self.mentioned = body.mentioned_people
        self._nobody = max(pointed_to(html), default=0) + 1
        marked = link_people(body, NameIndex([(self._nobody, name)])).html
        self.has_place = marked != html
        self._tidy = tidy_body(marked, language)

    def of(self, person: Person) -> str:
        """The body, as it is stored, with the mark pointing to this person."""
        body, _ = repointed(self._tidy, self._nobody, person.pk)
        return body


def _link(article: Article, marking: _Marking, person: Person, by: User) -> bool:
    """Mark the person in a locked article, unless it mentions them already; whether it has a mention of them now."""
    if person.pk in marking.mentioned:
        return True
    if marking.has_place:
        body = marking.of(person)
        autosave.change_beside_sheet(article, by=by, body=body, tidy=lambda html, language: html)
    return marking.has_place


def _settle(waiting: Iterable[tuple[PersonSuggestion, Article]]) -> None:
    PersonSuggestion.objects.filter(pk__in=[row.pk for row, _ in waiting]).delete()


def _nearest(key: str, names: Collection[tuple[int, str]]) -> list[int]:
    """The numbers of those in (number, key) pairs whose key is much like this one but not the same, nearest first."""
    likeness: dict[int, float] = {}
    for pk, other in names:
        likeness[pk] = max(_likeness(key, other), likeness.get(pk, 0))
    near = sorted((-like, pk) for pk, like in likeness.items() if like >= NEAR_ENOUGH)
    return [pk for _, pk in near if (pk, key) not in names][:MOST_NEAR]


def _likeness(key: str, other: str) -> float:
    """How much alike two keys are, up to 1; a last name alone is held against last names."""
    if " " not in key or " " not in other:
        key, other = _last(key), _last(other)
    return SequenceMatcher(None, key, other, autojunk=False).ratio()


def _beginning(key: str) -> str:
    """The letters with which the last word of a near key begins too."""
    return _last(key)[:BEGINNING]


def _last(key: str) -> str:
    """The last word of a key."""
    return key.rpartition(" ")[2]


def _fits(suggestion: PersonSuggestion) -> bool:
    """Whether a suggestion has room in its row; the body has the words anyway, and half a name would suggest nobody."""
    fields: Iterable[Any] = (suggestion._meta.get_field(name) for name in ("name", "title", "as_written"))
    return all(len(getattr(suggestion, field.name)) <= field.max_length for field in fields)

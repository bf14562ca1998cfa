"""Which people of the directory a text names, and who speaks in it. Writes nothing."""

from collections.abc import Collection, Iterable, Sequence

from django.db.models import Q

from articles.models.person import Person
from articles.text.body.quotes import BodyQuote
from articles.text.languages.folding import fold
from articles.text.people.name_index import NameHit, NameIndex
from articles.text.people.recognition import Recognition

AT_ONCE = 500  # keys in one query; SQLite takes about a thousand values


class StoryPeople:
    """The people of one story: those its text points to, and those its speakers' names can only mean."""

    def __init__(self, *, pointed_to: Collection[int], others: Collection[int], names: Iterable[str]):
        """Fetch people by id and by name or alias, in one query and one for their aliases.

        `pointed_to` are ids that the text marks as somebody, `others` ids that it does not (bylines), `names` those of
        its speakers.
        """
        keys = {fold(name) for name in names}
        people = (
            Person.objects.filter(Q(pk__in={*pointed_to, *others}) | Q(key__in=keys) | Q(aliases__key__in=keys))
            .distinct()
            .prefetch_related("aliases")
        )
        self._by_pk = {person.pk: person for person in people}
        self._keys = {pk: {person.key, *(a.key for a in person.aliases.all())} for pk, person in self._by_pk.items()}
        in_full = (self._only(self._called(key)) for key in keys if " " in key)
        self._present = {pk for pk in pointed_to if pk in self._by_pk} | {person.pk for person in in_full if person}

    def __contains__(self, pk: int) -> bool:
        return pk in self._by_pk

    def __getitem__(self, pk: int) -> Person:
        return self._by_pk[pk]

    def speaker(self, spoken: BodyQuote) -> Person | None:
        """The Person behind a quote: the one given by hand, or the only one its speaker's name can mean; else None.

        People who are in the story come first, and there a last name is enough: "Brandt" where the story has "Tavi
        Brandt", even if somebody else goes by Brandt.
        """
        if spoken.person is not None:
            return self._by_pk.get(spoken.person)
        key = fold(spoken.speaker)
        if not key:
            return None
        return self._only(self._in_the_story(key) or self._called(key))

    def _called(self, key: str) -> list[Person]:
        """The people with this name or alias."""
        return [person for pk, person in self._by_pk.items() if key in self._keys[pk]]

    def _in_the_story(self, key: str) -> list[Person]:
        """Those of them that the story points to or names in full, and those whose last name it is."""
        ending = f" {key}"
        return [
            self._by_pk[pk]
            for pk in self._present
            if any(name == key or name.endswith(ending) for name in self._keys[pk])
        ]

    @staticmethod
    def _only(people: Sequence[Person]) -> Person | None:
        """The single person of a list, or None when there is none or a choice."""
        return people[0] if len(people) == 1 else None


def people_named(
    lines: Sequence[str], *, mentioned: Collection[int] = ()
) -> tuple[dict[int, Person], list[list[NameHit]]]:
    """({person's number: Person}, hits) of a story's lines: those named, and for each line its NameHits.

    `mentioned` are the numbers of people that the story links already: they are found by their last names too.
    """
    recognition = Recognition(lines)
    keys = sorted(recognition.name_keys())
    people = {person.pk: person for person in Person.objects.filter(pk__in=mentioned).prefetch_related("aliases")}
    for start in range(0, len(keys), AT_ONCE):
        for person in Person.objects.called_any(keys[start : start + AT_ONCE]).prefetch_related("aliases"):
            people[person.pk] = person
    hits = recognition.hits(_names(people.values()), mentioned)
    named = {pk for some in hits for hit in some for pk in hit.people}
    return {pk: person for pk, person in people.items() if pk in named}, hits


def people_by_key(names: Iterable[str]) -> dict[str, list[Person]]:
    """The people of the directory who go by one of these names, by each of their keys: {key: [Person]}."""
    found: dict[str, list[Person]] = {}
    people = Person.objects.called_any({fold(name) for name in names}).prefetch_related("aliases")
    for person in people.order_by("name", "pk"):
        for key in {person.key, *(alias.key for alias in person.aliases.all())}:
            found.setdefault(key, []).append(person)
    return found


def name_index(people: Iterable[Person]) -> NameIndex:
    """A NameIndex of these people, by their names and aliases."""
    return NameIndex(_names(people))


def _names(people: Iterable[Person]) -> list[tuple[int, str]]:
    """(number, name) of each name and alias of people."""
    return [
        (person.pk, name)
        for person in people
        for name in (person.name, *(alias.name for alias in person.aliases.all()))
    ]

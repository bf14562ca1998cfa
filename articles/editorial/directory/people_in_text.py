"""Recognising: which known people a story in the making names, and where. Writes nothing."""

from articles.models.person import Person
from articles.text.people.recognition import Recognition

AT_ONCE = 500  # keys in one query; SQLite takes about a thousand values


def people_named(lines, *, mentioned=()):
    """({person's number: Person}, hits) of a story's lines: those named, and for each line its NameHits.

    `mentioned` are the numbers of people whom the story has linked already: they are known by their last names too.
    """
    recognition = Recognition(lines)
    keys = sorted(recognition.name_keys())
    people = {person.pk: person for person in Person.objects.filter(pk__in=mentioned).prefetch_related("aliases")}
    for start in range(0, len(keys), AT_ONCE):
        for person in Person.objects.called_any(keys[start : start + AT_ONCE]).prefetch_related("aliases"):
            people[person.pk] = person
    names = [
        (person.pk, name)
        for person in people.values()
        for name in (person.name, *(alias.name for alias in person.aliases.all()))
    ]
    hits = recognition.hits(names, mentioned)
    named = {pk for some in hits for hit in some for pk in hit.people}
    return {pk: person for pk, person in people.items() if pk in named}, hits

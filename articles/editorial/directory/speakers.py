"""Who is speaking: from the names a text uses to the people we know."""

from django.db.models import Q

from articles.models.person import Person
from articles.text.languages.folding import fold


class Cast:
    """The people of one story: those its text points to, and those its speakers' names can only mean."""

    def __init__(self, *, pointed_to, others, names):
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

    def __contains__(self, pk):
        return pk in self._by_pk

    def __getitem__(self, pk):
        return self._by_pk[pk]

    def speaker(self, spoken):
        """The Person behind a quote: the one given by hand, or the only one its speaker's name can mean; else None.

        People who are in the story come first, and there a last name is enough: "Brandt" where the story has "Tavi
        Brandt", whoever else goes by Brandt.
        """
        if spoken.person is not None:
            return self._by_pk.get(spoken.person)
        key = fold(spoken.speaker)
        if not key:
            return None
        return self._only(self._in_the_story(key) or self._called(key))

    def _called(self, key):
        """The people with this name or alias."""
        return [person for pk, person in self._by_pk.items() if key in self._keys[pk]]

    def _in_the_story(self, key):
        """Those of them that the story points to or names in full, and those whose last name it is."""
        ending = f" {key}"
        return [
            self._by_pk[pk]
            for pk in self._present
            if any(known == key or known.endswith(ending) for known in self._keys[pk])
        ]

    @staticmethod
    def _only(people):
        """The single person of a list, or None when there is none or a choice."""
        return people[0] if len(people) == 1 else None

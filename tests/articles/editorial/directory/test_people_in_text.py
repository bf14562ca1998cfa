"""A story's known people are found by name and alias, in a fixed number of queries for any story of a size."""

import pytest

from articles.editorial.directory.people_in_text import people_named
from tests.builders import a_person

pytestmark = pytest.mark.django_db


def test_people_are_found_by_name_alias_and_then_by_last_name():
    ana, volodymyr = a_person("Ana Diaz"), a_person("Volodymyr Zelenskyy", aliases=["Volodymyr Zelensky"])
    a_person("Nobody Here")
    people, hits = people_named(["Zelensky spoke.", "Volodymyr Zelensky met Ana Diaz.", "Zelensky left."])
    assert people == {ana.pk: ana, volodymyr.pk: volodymyr}
    assert [[hit.people[0] for hit in line] for line in hits] == [[], [volodymyr.pk, ana.pk], [volodymyr.pk]]


def test_people_the_story_has_linked_are_known_by_their_last_name():
    ana = a_person("Ana Diaz")
    assert people_named(["Diaz spoke."])[0] == {}
    assert people_named(["Diaz spoke."], mentioned=[ana.pk])[0] == {ana.pk: ana}


def test_a_directory_of_one_and_of_three_costs_the_same_queries(django_assert_num_queries):
    names = ["Ana Diaz", "Bo Lind", "Carl Lind"]
    a_person(names[0])
    for known in (names[:1], names):
        for name in known[1:]:
            a_person(name)
        with django_assert_num_queries(3):  # the linked, the named, their aliases
            people, _ = people_named([" and ".join(names)], mentioned=[0])
        assert {person.name for person in people.values()} == set(known)


def test_a_long_story_is_asked_about_in_parts():
    names = [f"Given{number} Family{number}" for number in range(300)]
    last = a_person(names[-1])
    assert people_named([name + " spoke." for name in names])[0] == {last.pk: last}

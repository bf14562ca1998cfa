"""Which people a text names, and who speaks in it; silence where a name could mean two people."""

import pytest

from articles.editorial.directory.people_in_text import StoryPeople, people_named
from articles.text.body.quotes import BodyQuote
from tests.builders import a_person

pytestmark = pytest.mark.django_db


def said_by(speaker="", person=None):
    """A quote by that name, or by the person chosen by hand."""
    return BodyQuote(start=0, end=3, words="Yes", attribution=speaker, speaker=speaker, person=person)


def speaker(name, *, pointed_to=(), others=(), names=()):
    """Who the name means in a story that points to these people and has these speakers."""
    people = StoryPeople(pointed_to={p.pk for p in pointed_to}, others={p.pk for p in others}, names={name, *names})
    return people.speaker(said_by(name))


def test_name_or_alias_that_one_person_has_is_that_person():
    ann = a_person("Ann Lee", aliases=["Annie Lee"])
    assert speaker("ANN LEE") == speaker("Annie  Lee") == ann


def test_name_of_nobody_and_no_name_are_nobody():
    assert speaker("Ann Lee") is None
    assert speaker("") is None


def test_name_that_two_people_share_is_nobody():
    a_person("Ann Lee")
    a_person("Anna Lee", aliases=["Ann Lee"])
    assert speaker("Ann Lee") is None


def test_name_that_two_people_share_is_the_one_in_the_story():
    here, _ = a_person("Ann Lee"), a_person("Ann Lee")
    assert speaker("Ann Lee", pointed_to=[here]) == here


def test_last_name_is_enough_for_somebody_in_the_story():
    tavi = a_person("Tavi Brandt")
    assert speaker("Brandt") is None
    assert speaker("Brandt", pointed_to=[tavi]) == tavi
    assert speaker("randt", pointed_to=[tavi]) is None


def test_last_name_of_an_alias_is_enough_too():
    tavi = a_person("Tavi Brandt", aliases=["Tavi Brant"])
    assert speaker("Brant", pointed_to=[tavi]) == tavi


def test_last_name_follows_a_full_name_among_the_speakers():
    tavi = a_person("Tavi Brandt")
    assert speaker("Brandt", names=["Tavi Brandt"]) == tavi


def test_last_name_after_a_full_name_that_two_share_is_nobody():
    a_person("Tavi Brandt")
    a_person("Tavi Brandt")
    assert speaker("Brandt", names=["Tavi Brandt"]) is None


def test_last_name_of_two_people_in_the_story_is_nobody():
    ann, tavi, _ = a_person("Ann Brandt"), a_person("Tavi Brandt"), a_person("Brandt")
    assert speaker("Brandt", pointed_to=[ann, tavi]) is None


def test_somebody_in_the_story_comes_before_somebody_of_that_one_name():
    tavi, other = a_person("Tavi Brandt"), a_person("Brandt")
    assert speaker("Brandt", pointed_to=[tavi]) == tavi
    assert speaker("Brandt") == other


def test_reporter_who_signs_is_not_whom_the_story_quotes():
    signs = a_person("Tavi Brandt")
    assert speaker("Brandt", others=[signs]) is None


def test_person_given_by_hand_wins_and_may_be_gone():
    ann, bo = a_person("Ann Lee"), a_person("Bo Ray")
    people = StoryPeople(pointed_to={bo.pk, 10**9}, others=(), names={"Ann Lee"})
    assert people.speaker(said_by("Ann Lee", person=bo.pk)) == bo
    assert people.speaker(said_by("Ann Lee", person=10**9)) is None
    assert people.speaker(said_by("Ann Lee")) == ann


def test_people_knows_those_who_exist():
    ann = a_person()
    people = StoryPeople(pointed_to=(), others=[ann.pk, 10**9], names=())
    assert ann.pk in people
    assert 10**9 not in people
    assert people[ann.pk] == ann


def test_people_is_two_queries_however_many_people(django_assert_num_queries):
    people = [a_person(aliases=["Someone"]) for _ in range(3)]
    with django_assert_num_queries(2):
        StoryPeople(pointed_to={p.pk for p in people}, others=(), names={"Someone"}).speaker(said_by("Someone"))


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

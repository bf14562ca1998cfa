"""An entry whose name is a body's is an organisation, and stays one through merging, splitting and undoing."""

import pytest

from articles.editorial.directory.entries import create_new_entries, get_or_create_person, save_entry
from articles.editorial.directory.merge_people import merge
from articles.editorial.directory.split import split
from articles.editorial.directory.undo import undo
from articles.models.person import Person, PersonKind
from tests import builders

pytestmark = pytest.mark.django_db


def test_new_entry_with_the_name_of_a_body_is_an_organisation_and_not_on_staff():
    reuters = get_or_create_person("Reuters", by=builders.chief(), on_staff=True)
    assert (reuters.kind, reuters.on_staff) == (PersonKind.ORGANISATION, False)
    assert get_or_create_person("Ana Lind", by=builders.chief(), on_staff=True).on_staff


def test_entry_that_comes_with_a_story_is_one_too():
    fields = create_new_entries({"bylines": [Person(name="Укрінформ", on_staff=True)]}, by=builders.chief())
    assert fields["bylines"][0].is_organisation


def test_kind_can_be_set_by_hand():
    row = get_or_create_person("Reuters", by=builders.chief())
    row.kind = PersonKind.PERSON
    assert not save_entry(row, by=builders.chief()).is_organisation


def test_merging_splitting_and_undoing_keep_the_kind():
    chief = builders.chief()
    agency, wire = get_or_create_person("Norland News Agency", by=chief), get_or_create_person("Reuters", by=chief)
    story = builders.draft_article(bylines=[wire])
    change = merge(wire, into=agency, by=chief)
    assert Person.objects.get(pk=agency.pk).is_organisation
    undo(change, by=chief)
    assert Person.objects.get(pk=wire.pk).is_organisation
    parted = split(Person.objects.get(pk=wire.pk), "The Wire", articles=[story], by=chief)
    assert Person.objects.get(name="The Wire").is_organisation
    undo(parted, by=chief)

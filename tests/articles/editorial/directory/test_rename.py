"""Rename and alias with their undo: what finds a row, what its address is, and what is refused."""

import pytest

from articles.editorial.directory import entries
from articles.editorial.directory.change_steps import SameName
from articles.editorial.directory.merge_people import merge
from articles.editorial.directory.rename import alias, rename
from articles.editorial.directory.undo import undo
from articles.models.desk import Desk
from articles.models.person import Person, PersonAlias
from articles.models.topic import Topic
from tests.builders import (
    a_desk,
    a_person,
    a_topic,
    editor,
)

pytestmark = pytest.mark.django_db
NAMED = [
    (a_desk, entries.get_or_create_desk),
    (a_topic, entries.get_or_create_topic),
    (a_person, entries.get_or_create_person),
]


@pytest.mark.parametrize(("make", "model"), [(a_desk, Desk), (a_topic, Topic), (a_person, Person)])
def test_rename_moves_the_page_and_undo_brings_it_back(make, model):
    row = make("World")
    slug, by = row.slug, editor()
    change = rename(row, "  The   Planet ", by=by)
    row.refresh_from_db()
    assert (row.name, row.key, row.slug) == ("The Planet", "the planet", "the-planet")
    assert model.rows.get(slug=slug).redirects_to == row
    assert list(model.objects.all()) == [row]
    undo(change, by=by)
    row.refresh_from_db()
    assert (row.name, row.key, row.slug) == ("World", "world", slug)
    assert model.rows.get(slug="the-planet").redirects_to == row
    assert not PersonAlias.objects.exists()


@pytest.mark.parametrize(("make", "named"), NAMED)
def test_renamed_is_found_by_its_old_name_and_can_have_it_back(make, named):
    row, by = make("World"), editor()
    rename(row, "Planet", by=by)
    assert named("WORLD", by=by) == named("planet", by=by) == row
    rename(row, "World", by=by)
    row.refresh_from_db()
    assert row.name == "World"
    assert type(row).rows.count() == 2


def test_rename_may_leave_the_address():
    topic = a_topic("Bridges")
    change = rename(topic, "Spans", by=editor(), moves=False)
    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Spans", "bridges")
    assert a_topic("bridges") == topic
    undo(change, by=editor())
    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Bridges", "bridges")


def test_rename_in_case_and_accents_needs_no_other_address():
    topic = a_topic("Cafe")
    change = rename(topic, "Café", by=editor())
    topic.refresh_from_db()
    assert (topic.name, topic.slug, Topic.rows.count()) == ("Café", "cafe", 1)
    undo(change, by=editor())
    topic.refresh_from_db()
    assert topic.name == "Cafe"


def test_rename_to_the_name_of_another_is_refused_with_the_other():
    topic, other = a_topic("Bridges"), a_topic("Café")
    with pytest.raises(entries.NameTaken, match="topic of that name already") as refused:
        rename(topic, "CAFE", by=editor())
    assert refused.value.row == other
    merge(other, into=topic, by=editor())
    with pytest.raises(entries.NameTaken, match="called “Bridges” today"):
        entries.save_entry(Topic(name="cafe"), by=editor())
    with pytest.raises(SameName):
        rename(topic, " Bridges", by=editor())


@pytest.mark.parametrize(("make", "named"), NAMED)
def test_alias_finds_and_undo_forgets_it(make, named):
    row, by = make("World"), editor()
    change = alias(row, "Abroad", by=by)
    assert named("ABROAD", by=by) == row
    with pytest.raises(SameName):
        alias(row, "abroad", by=by)
    undo(change, by=by)
    assert named("Abroad", by=by) != row

"""What readers have of people, topics and desks: who changes it, that it is written down, and that it comes back."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from articles.editorial.directory import entries
from articles.editorial.directory.change_steps import MODELS, MergedAway
from articles.editorial.directory.merge_people import merge
from articles.editorial.directory.public_words import COLUMNS, ChangedSince, words_of
from articles.editorial.directory.rename import alias, rename
from articles.editorial.directory.split import split
from articles.editorial.directory.undo import NotUndoable, may_undo, undo
from articles.editorial.permissions import Forbidden
from articles.models.desk import Desk
from articles.models.directory_change import DirectoryAction, DirectoryChange
from articles.models.log_entry import LogEntry
from articles.models.named import Listed
from articles.models.person import PersonAlias
from tests import builders

pytestmark = pytest.mark.django_db


def a_known_person():
    """A person of whom all that readers can have is said."""
    person = builders.a_person("Ana Diaz", aliases=["Ana", "Anita"], role="pilot", bio="Flies.", pronouns="she/her")
    person.organisation, person.on_staff, person.portrait = "Air Co", True, builders.a_photo()
    return entries.save_entry(person, by=builders.system())


def last():
    return DirectoryChange.objects.first()


def test_emptied_person_comes_back_whole():
    person = a_known_person()
    before, by = words_of(person), builders.reporter()
    for name in ("role", "organisation", "pronouns", "bio"):
        setattr(person, name, "")
    person.on_staff, person.portrait, person.kind = False, None, "organisation"
    entries.save_entry(person, by=by, aliases=["Ana", "Nan"])
    change = last()
    assert (change.action, change.by, change.row, change.kind) == (DirectoryAction.WORDS, by, person.pk, "person")
    assert change.summary == (
        "“Ana Diaz” has other words: kind, role, organisation, pronouns, bio, on staff, portrait, other names"
    )
    kept = PersonAlias.objects.get(name="Ana").pk
    undo(change, by=by)
    person.refresh_from_db()
    assert words_of(person) == before and PersonAlias.objects.get(name="Ana").pk == kept
    assert LogEntry.objects.first().verb == "undo words person"


def test_topic_comes_back_with_its_relations_and_its_explainer():
    spans, story, editor = builders.a_topic("Spans"), builders.live_article(), builders.editor()
    topic = builders.a_topic("Bridges")
    topic.description, topic.picture, topic.explainer = "Over water.", builders.a_photo(), story
    entries.save_topic(topic, [spans], by=editor)
    before = words_of(topic)
    topic.description, topic.picture, topic.explainer = "", None, None
    entries.save_topic(topic, [], by=editor)
    assert last().summary == "“Bridges” has other words: description, picture, explainer, related topics"
    with pytest.raises(Forbidden, match="undo a change of a topic"):
        undo(last(), by=builders.reporter())
    undo(last(), by=editor)
    topic.refresh_from_db()
    assert words_of(topic) == before and topic.explainer == story


def test_what_was_written_since_stays():
    person = a_known_person()
    person.role, person.bio = "captain", "Sails."
    entries.save_entry(person, by=builders.system())
    first = last()
    person.bio = "Sails well."
    entries.save_entry(person, by=builders.system())
    undo(first, by=builders.reporter())
    person.refresh_from_db()
    assert (person.role, person.bio) == ("pilot", "Sails well.")
    person.role = "admiral"
    entries.save_entry(person, by=builders.system())
    DirectoryChange.objects.filter(pk=first.pk).update(undone_at=None)
    with pytest.raises(ChangedSince, match="changed again since"):
        undo(first, by=builders.reporter())


def test_picture_that_has_left_the_library_does_not_come_back():
    person = a_known_person()
    portrait, person.portrait, person.role = person.portrait, None, ""
    entries.save_entry(person, by=builders.system())
    portrait.delete()
    undo(last(), by=builders.system())
    person.refresh_from_db()
    assert (person.role, person.portrait) == ("pilot", None)


def test_nothing_changed_is_nothing_written_down():
    person = a_known_person()
    DirectoryChange.objects.all().delete()
    entries.save_entry(person, by=builders.system(), aliases=["Ana", "Anita"])
    topic = builders.a_topic()
    entries.save_topic(topic, [], by=builders.system())
    assert not DirectoryChange.objects.exists()


def test_words_and_names_do_not_stand_in_each_others_way():
    person = a_known_person()
    rename(person, "Ana Maria Diaz", by=builders.editor())
    renamed = last()
    person.refresh_from_db()
    person.bio = "Sails."
    entries.save_entry(person, by=builders.system())
    words = last()
    undo(renamed, by=builders.editor())
    undo(words, by=builders.reporter())
    person.refresh_from_db()
    assert (person.name, person.bio) == ("Ana Diaz", "Flies.")


def test_it_ends_after_a_week_and_with_the_entry(time_machine):
    person = a_known_person()
    person.bio = "Sails."
    entries.save_entry(person, by=builders.system())
    words = last()
    merge(person, into=builders.a_person(), by=builders.editor())
    with pytest.raises(MergedAway):
        undo(words, by=builders.editor())
    time_machine.move_to(timezone.now() + timedelta(days=7), tick=False)
    with pytest.raises(NotUndoable, match="more than a week old"):
        undo(words, by=builders.editor())


def test_every_word_of_an_entry_is_written_down_or_is_no_word():
    """A new column must be undone too, or be named here: readers do not have it, or it has a verb of its own."""
    besides = {field.name for field in Listed._meta.get_fields()} | {"id", "slug", "redirects_to", "channel"}
    for kind, columns in COLUMNS.items():
        model = MODELS[kind]
        every = {field.attname for field in model._meta.concrete_fields if field.name not in besides}
        assert every == set(columns), kind


DESKS = {"everywhere": (), "here": ("World",), "both": ("World", "Sport"), "elsewhere": ("Sport",)}


@pytest.mark.parametrize("where", DESKS)
def test_desk_is_described_and_placed_by_those_who_work_for_it(where):
    by, world = builders.editor(), builders.a_desk("World")
    by.desks.set([builders.a_desk(name) for name in DESKS[where]])
    world.description, world.position = "Far away.", 3
    if where == "elsewhere":
        with pytest.raises(Forbidden, match="change a desk"):
            entries.save_entry(world, by=by)
        assert not DirectoryChange.objects.exists()
        return
    entries.save_entry(world, by=by)
    stranger = builders.editor()
    stranger.desks.set([builders.a_desk("Sport")])
    assert not may_undo(stranger, last())
    undo(last(), by=by)
    world.refresh_from_db()
    assert (world.description, world.position) == ("", 100)


def test_who_works_for_a_desk_that_is_merged_works_for_the_other_one_and_not_for_all():
    world, planet = builders.a_desk("World"), builders.a_desk("Planet")
    one, both = builders.editor(), builders.editor()
    one.desks.set([world])
    both.desks.set([world, planet])
    change = merge(world, into=planet, by=builders.chief())
    assert [type(user).objects.get(pk=user.pk).desk_ids() for user in (one, both)] == [{planet.pk}, {planet.pk}]
    undo(change, by=builders.chief())
    found = [type(user).objects.get(pk=user.pk).desk_ids() for user in (one, both)]
    assert found == [{world.pk}, {world.pk, planet.pk}]


def test_desk_that_leads_to_another_counts_as_that_one():
    user, planet = builders.editor(), builders.a_desk("Planet")
    user.desks.set([builders.a_desk("World")])
    Desk.rows.filter(name="World").update(redirects_to=planet)
    assert user.desk_ids() == {planet.pk}


@pytest.mark.parametrize(
    ("mine", "may"),
    [(("World",), {"rename", "alias", "split"}), (("Sport",), set()), (("World", "Sport"), "all"), ((), "all")],
)
def test_desks_are_renamed_merged_and_split_by_those_who_work_for_them(mine, may):
    world, sport = builders.a_desk("World"), builders.a_desk("Sport")
    story = builders.live_article(desk=world)
    by = builders.editor()
    by.desks.set([builders.a_desk(name) for name in mine])
    verbs = {
        "rename": lambda: rename(world, "Planet", by=by),
        "alias": lambda: alias(world, "Planet", by=by),
        "merge": lambda: merge(world, into=sport, by=by),
        "merge the other": lambda: merge(sport, into=world, by=by),
        "split": lambda: split(world, "Planet", articles=[story], by=by),
    }
    done = set()
    for name, verb in verbs.items():
        with transaction.atomic():
            try:
                verb()
            except Forbidden:
                assert not DirectoryChange.objects.exists()
            else:
                done.add(name)
                stranger = builders.editor()
                stranger.desks.set([builders.a_desk("Culture")])
                assert may_undo(by, last()) is (name != "split" or not mine) and not may_undo(stranger, last())
            transaction.set_rollback(True)
    assert done == (set(verbs) if may == "all" else may)


@pytest.mark.parametrize("where", DESKS)
def test_new_desk_is_for_those_who_work_for_all(where):
    by = builders.editor()
    by.desks.set([builders.a_desk(name) for name in DESKS[where]])
    if where == "everywhere":
        assert entries.get_or_create_desk("Planet", by=by).pk
        return
    with pytest.raises(Forbidden, match="add a desk"):
        entries.get_or_create_desk("Planet", by=by)
    assert entries.get_or_create_topic("Planet", by=by).pk, "topics are everybody's"


def test_explainer_is_chosen_among_stories_of_ones_own_desks():
    by, topic = builders.editor(), builders.a_topic()
    by.desks.set([builders.a_desk("Sport")])
    mine, other = builders.live_article(desk=builders.a_desk("Sport")), builders.live_article()
    topic.explainer = other
    with pytest.raises(Forbidden, match="at the head of a topic's page"):
        entries.save_topic(topic, [], by=by)
    topic.explainer = mine
    entries.save_topic(topic, [], by=by)
    topic.explainer = other
    entries.save_topic(topic, [], by=builders.editor())
    topic.explainer = None
    with pytest.raises(Forbidden, match="at the head of a topic's page"):
        entries.save_topic(topic, [], by=by)

"""The directory: one row a name in any script, addresses that fit and stay, and refusals with a sentence."""

import pytest
from django.core.exceptions import ValidationError

from articles.editorial.directory import entries
from articles.editorial.directory.rename import alias, rename
from articles.editorial.permissions import Forbidden
from articles.models.desk import Desk
from articles.models.log_entry import LogEntry
from articles.models.person import Person
from articles.models.topic import Topic
from articles.signals import directory_changed
from tests.builders import a_person, a_static_page, draft_article, editor, photo_editor, reporter, stranger, system

pytestmark = pytest.mark.django_db
NAMED = [entries.get_or_create_desk, entries.get_or_create_topic, entries.get_or_create_person]
SPELLINGS = [("Київ", "КИЇВ"), ("Óbidos", "obidos"), ("Straße", "STRASSE"), ("القاهرة", "القَاهِرَة"), ("ΑΘΗΝΑ", "Αθήνα")]


@pytest.fixture
def heard():
    """The names of the signals sent."""
    names = []

    def hear_directory(sender, **kwargs):
        names.append("directory")

    directory_changed.connect(hear_directory)
    yield names
    directory_changed.disconnect(hear_directory)


@pytest.mark.parametrize("named", NAMED, ids=["desk", "topic", "person"])
@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_name_is_one_row_however_it_is_written(named, one, other):
    row = named(one, by=system())
    assert named(f"  {other} ", by=system()) == row
    assert row.name == one


@pytest.mark.parametrize("named", NAMED, ids=["desk", "topic", "person"])
@pytest.mark.parametrize("name", ["", "  ", "—", "***", "\u200b"])
def test_name_without_letters_is_none(named, name):
    with pytest.raises(entries.NameNeeded, match="at least one letter or digit"):
        named(name, by=system())


@pytest.mark.parametrize("named", NAMED, ids=["desk", "topic", "person"])
def test_name_is_at_most_a_hundred_and_twenty_characters(named):
    assert named("a" * 120, by=system()).name == "a" * 120
    for name in ("b" * 121, "ﷺ" * 40):
        with pytest.raises(entries.NameTooLong, match="at most 120 characters"):
            named(name, by=system())


def test_facts_belong_to_a_row_that_is_made_and_not_to_one_that_is_there():
    desk = entries.get_or_create_desk("World", by=system(), description="Far away.")
    assert entries.get_or_create_desk("world", by=system(), description="Other.").description == "Far away."
    assert desk.description == "Far away."
    assert entries.get_or_create_topic("Bridges", by=system(), description="Over water.").description == "Over water."
    assert entries.get_or_create_person("Ann Lee", by=system(), on_staff=True).on_staff


def test_person_is_found_by_an_alias():
    ann = a_person("Ann Lee", aliases=["Annie"])
    assert entries.get_or_create_person("ANNIE", by=system()) == ann


def test_name_that_two_people_share_is_refused():
    a_person("Ann Lee")
    a_person("Anna", aliases=["Ann Lee"])
    with pytest.raises(entries.SeveralPeople, match="Several people are called “Ann Lee”"):
        entries.get_or_create_person("Ann Lee", by=system())


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("World", "world"),
        ("2026", "desk-2026"),
        ("Київ", "kyiv"),
    ],
)
def test_desk_gets_an_address_that_is_free(name, slug):
    desk = entries.get_or_create_desk(name, by=system())
    assert (desk.name, desk.slug) == (name, slug)


@pytest.mark.parametrize("name", ["About", "TOPICS", "Search", "Static"])
def test_desk_called_like_a_page_of_the_site_is_refused_unless_it_has_an_address_of_its_own(name):
    a_static_page(slug="about")
    other = entries.get_or_create_desk("World", by=system())
    for action in (
        lambda: entries.get_or_create_desk(name, by=system()),
        lambda: rename(other, name, by=editor()),
        lambda: alias(other, name, by=editor()),
    ):
        with pytest.raises(entries.ReservedAddress, match=f"“{name}” is the name of a page of the site, at /"):
            action()
    assert list(Desk.rows.all()) == [other]
    assert entries.save_entry(Desk(name=name, slug="all-of-it"), by=system()).name == name


@pytest.mark.parametrize("named", NAMED, ids=["desk", "topic", "person"])
def test_invisible_signs_that_turn_a_name_round_are_left_out(named):
    assert named("\u202eWorld\u202c \u2067News\u2069\x00\x1b", by=system()).name == "World News"
    row = named("Planet", by=system())
    rename(row, "\u202dEarth\u202c", by=editor())
    row.refresh_from_db()
    assert row.name == "Earth"


@pytest.mark.parametrize("slug", ["admin", "feeds", "2026"])
def test_desk_at_an_address_of_the_site_is_refused(slug):
    with pytest.raises(ValidationError, match="address of a"):
        entries.save_entry(Desk(name="World", slug=slug), by=system())
    assert not Desk.objects.exists()


def test_topic_may_be_called_a_year_or_like_a_page():
    assert entries.get_or_create_topic("2026", by=system()).slug == "2026"
    assert entries.get_or_create_topic("Search", by=system()).slug == "search"


def test_names_that_share_a_slug_are_numbered():
    slugs = [entries.save_entry(Person(name="Ann Lee"), by=system()).slug for _ in range(3)]
    assert slugs == ["ann-lee", "ann-lee-2", "ann-lee-3"]
    assert entries.save_entry(Person(name="Ann-Lee"), by=system()).slug == "ann-lee-4"


def test_numbered_slug_still_fits():
    one = entries.save_entry(Desk(name="a" * 100), by=system())
    other = entries.save_entry(Desk(name="a" * 101), by=system())
    assert (one.slug, other.slug) == ("a" * 80, "a" * 78 + "-2")


def test_keep_a_slug_of_ones_own_choice_if_nobody_has_it():
    assert entries.save_entry(Topic(name="Bridges", slug="spans"), by=system()).slug == "spans"
    with pytest.raises(ValidationError, match="Slug already exists"):
        entries.save_entry(Topic(name="Spans", slug="spans"), by=system())


def test_keep_leaves_name_and_address_to_rename():
    desk = entries.get_or_create_desk("World", by=system())
    desk.name, desk.slug, desk.position = "Planet", "planet", 3
    entries.save_entry(desk, by=system())
    desk.refresh_from_db()
    assert (desk.name, desk.key, desk.slug, desk.position) == ("World", "world", "world", 3)
    assert [entry.verb for entry in LogEntry.objects.all()] == ["change desk", "add desk"]


@pytest.mark.parametrize("model", [Desk, Topic])
def test_twin_is_refused_with_a_sentence(model):
    entries.save_entry(model(name="Київ"), by=system())
    with pytest.raises(entries.NameTaken, match="of that name already") as refused:
        entries.save_entry(model(name="КИЇВ"), by=system())
    assert refused.value.row == model.objects.get()
    assert model.objects.count() == LogEntry.objects.count() == 1


def test_aliases_are_kept_with_their_person_each_once():
    ann = entries.save_entry(Person(name="Ann Lee"), by=system(), aliases=["Annie", "  Nan ", "ANNIE"])
    assert sorted(ann.aliases.values_list("name", flat=True)) == ["Annie", "Nan"]
    nan = ann.aliases.get(name="Nan").pk
    entries.save_entry(ann, by=system(), aliases=["nán", "Anna"])
    assert sorted(ann.aliases.values_list("name", flat=True)) == ["Anna", "nán"]
    assert ann.aliases.get(name="nán").pk == nan
    entries.save_entry(ann, by=system())
    assert ann.aliases.count() == 2
    with pytest.raises(entries.NameNeeded):
        entries.save_entry(ann, by=system(), aliases=["…"])
    entries.save_entry(ann, by=system(), aliases=[])
    assert not ann.aliases.exists()
    notes = LogEntry.objects.order_by("pk").values_list("note", flat=True)
    assert list(notes) == ["Ann Lee (Annie, Nan)", "Ann Lee (nán, Anna)", "Ann Lee", "Ann Lee"]


def test_value_that_does_not_fit_is_refused():
    with pytest.raises(ValidationError, match="at most 160"):
        entries.save_entry(Person(name="Ann", role="a" * 161), by=system())


def test_directory_is_kept_by_those_who_may(heard, django_capture_on_commit_callbacks):
    with pytest.raises(Forbidden, match="add a desk"):
        entries.get_or_create_desk("World", by=reporter())
    world = entries.get_or_create_desk("World", by=editor())
    with pytest.raises(Forbidden, match="change a desk"):
        entries.save_entry(world, by=reporter())
    with pytest.raises(Forbidden, match="add a topic"):
        entries.get_or_create_topic("Bridges", by=photo_editor())
    assert entries.get_or_create_desk("World", by=stranger()) == world
    with django_capture_on_commit_callbacks(execute=True):
        entries.get_or_create_person("Ann Lee", by=photo_editor())
    assert heard == ["directory"]


def test_explainer_of_a_topic_is_chosen_by_those_who_publish():
    topic = entries.get_or_create_topic("Bridges", by=system())
    topic.explainer = draft_article()
    with pytest.raises(Forbidden, match="choose the story at the head of a topic's page"):
        entries.save_topic(topic, [], by=reporter())
    entries.save_topic(topic, [topic], by=editor())
    topic.description = "What spans."
    entries.save_topic(topic, [], by=reporter())
    topic.refresh_from_db()
    assert topic.explainer and topic.description and not topic.related.exists()


def test_new_topic_has_its_relations_at_once():
    spans = entries.get_or_create_topic("Spans", by=system())
    assert list(entries.save_topic(Topic(name="Bridges"), [spans], by=reporter()).related.all()) == [spans]

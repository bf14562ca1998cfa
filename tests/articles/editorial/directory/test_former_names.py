"""Names and addresses that lead on: what readers never knew stays unknown, and a name may become somebody's own."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.directory import entries
from articles.editorial.directory.change_steps import was_ever_public
from articles.editorial.directory.merge_people import MergePlan, merge, plan_merge
from articles.editorial.directory.references import ReferenceCounts
from articles.editorial.directory.rename import alias, rename
from articles.editorial.directory.split import split
from articles.editorial.directory.undo import undo
from articles.models.desk import Desk
from articles.models.person import Person, PersonAlias
from articles.models.search_entry import Spelling
from articles.models.topic import Topic
from articles.search import index
from tests.articles.editorial.directory.state import everything, naming, of_today
from tests.builders import (
    a_desk,
    a_person,
    a_photo,
    a_static_page,
    a_topic,
    draft_article,
    editor,
    live_article,
    live_edition,
    scheduled_article,
    system,
)

pytestmark = pytest.mark.django_db
ALL = [
    (a_desk, entries.get_or_create_desk),
    (a_topic, entries.get_or_create_topic),
    (a_person, entries.get_or_create_person),
]
MAY_BE_UNKNOWN = ALL[1:]


def private(model):
    """The names of the rows or aliases that readers don't have."""
    return {row.name for row in model._base_manager.filter(is_private=True)}


def about(row, *, at=None):
    """A story about a person or topic: live, or scheduled."""
    fields = {"body": naming(row), "bylines": [row]} if isinstance(row, Person) else {"topics": [row]}
    return scheduled_article(at=at, **fields) if at else live_article(**fields)


def soon():
    """In an hour."""
    return timezone.now() + timedelta(hours=1)


def test_merged_person_whom_readers_never_knew_leaves_nothing_to_them():
    hidden = a_person(
        "Ottilie Plumbago", role="chancellor", bio="Resigns.", portrait=a_photo(), aliases=["Otti", "o.p."]
    )
    public = a_person("Don Tusk", aliases=["O.P."])
    about(public)
    story = about(hidden, at=soon())
    before, people = everything(), of_today(Person)
    change = merge(hidden, into=public, by=editor())
    public.refresh_from_db()
    assert (public.role, public.bio, public.portrait) == ("", "", None)
    assert private(PersonAlias) == {"Otti", "Ottilie Plumbago"}
    assert set(public.aliases.values_list("name", flat=True)) == {"Otti", "Ottilie Plumbago", "O.P."}
    assert private(Person) == {"Ottilie Plumbago"}
    assert entries.get_or_create_person("OTTILIE PLUMBAGO", by=system()) == public
    assert set(story.editions.get().quotes.values_list("person", flat=True)) == {public.pk}
    assert list(story.byline_rows.values_list("person", flat=True)) == [public.pk]
    undo(change, by=editor())
    assert everything() == before
    assert of_today(Person) == people


def test_merged_topic_that_readers_never_knew_leaves_nothing_to_them():
    hidden, public, piers = a_topic("Plumbago Resignation"), a_topic("Elections"), a_topic("Piers")
    hidden.description, hidden.picture = "She resigns.", a_photo()
    entries.save_topic(hidden, [piers], by=system())
    alias(hidden, "Plumbago Crisis", by=editor())
    about(public)
    story = about(hidden, at=soon())
    before, topics = everything(), of_today(Topic)
    change = merge(hidden, into=public, by=editor())
    public.refresh_from_db()
    assert (public.description, public.picture, public.related.count()) == ("", None, 0)
    assert private(Topic) == {"Plumbago Resignation", "Plumbago Crisis"}
    for name in ("plumbago resignation", "plumbago crisis"):
        assert entries.get_or_create_topic(name, by=system()) == public
    assert story.editions.get().topic_rows.get().topic == public
    undo(change, by=editor())
    assert everything() == before
    assert of_today(Topic) == topics and private(Topic) == set()


def test_private_name_stays_so_when_its_bearer_is_merged_on_and_yields_to_a_public_twin():
    one, two, three = a_person("Ann Lee"), a_person("Anne Lee"), a_person("Anna Lee", aliases=["ANN LEE"])
    about(two), about(three)
    merge(one, into=two, by=editor())
    assert private(PersonAlias) == {"Ann Lee"}
    change = merge(two, into=three, by=editor())
    assert set(three.aliases.values_list("name", "is_private")) == {("ANN LEE", False), ("Anne Lee", False)}
    assert private(Person) == {"Ann Lee"}
    undo(change, by=editor())
    assert private(PersonAlias) == {"Ann Lee"}


def test_name_that_readers_know_is_public_where_it_was_private():
    one, two, three = a_person("Ann Lee"), a_person("Anne Lee"), a_person("Ann Lee")
    about(two), about(three)
    merge(one, into=two, by=editor())
    change = merge(three, into=two, by=editor())
    assert private(PersonAlias) == set()
    undo(change, by=editor())
    assert private(PersonAlias) == {"Ann Lee"}


def test_two_of_the_same_name_need_no_alias():
    one, two = a_person("Ann Lee"), a_person("Ann Lee")
    about(one)
    merge(one, into=two, by=editor())
    assert not PersonAlias.objects.exists()


def test_private_names_are_no_spellings():
    hidden, public = a_person("Ottilie Plumbago"), a_person("Don Tusk")
    merge(hidden, into=public, by=editor())
    about(public)
    index.rebuild(now=timezone.now())
    assert Spelling.objects.filter(word="tusk").exists()
    assert not Spelling.objects.filter(word="plumbago").exists()


def test_plan_says_what_a_merge_makes_public_and_what_stays_private():
    public, hidden, other = a_topic("Chess"), a_topic("Plumbago"), a_topic("Elections")
    about(public), about(other), about(hidden, at=soon())
    assert plan_merge(public, into=hidden) == MergePlan(
        ReferenceCounts(1, 0, 0, 0), stays_private=False, becomes_public="Plumbago"
    )
    assert plan_merge(hidden, into=public) == MergePlan(
        ReferenceCounts(0, 0, 0, 1), stays_private=True, becomes_public=""
    )
    assert plan_merge(public, into=other) == MergePlan(
        ReferenceCounts(1, 0, 0, 0), stays_private=False, becomes_public=""
    )


def test_readers_know_desks_what_was_ever_out_and_who_is_named_on_a_static_page():
    ann, topic = a_person("Ann"), a_topic("Bridges")
    assert was_ever_public(a_desk()) and not was_ever_public(ann) and not was_ever_public(topic)
    page = a_static_page(body=naming(ann), is_public=False)
    draft_article(topics=[topic])
    assert not was_ever_public(ann) and not was_ever_public(topic)
    page.is_public = True
    page.save()
    story = about(topic)
    assert was_ever_public(ann) and was_ever_public(topic)
    split(topic, "Arches", articles=[story], by=editor())
    assert was_ever_public(topic)  # its address was out


@pytest.mark.parametrize(("make", "named"), MAY_BE_UNKNOWN)
def test_renamed_before_readers_knew_it_keeps_the_old_name_from_them(make, named):
    row, by = make("Secret Name"), editor()
    about(row, at=soon())
    change = rename(row, "Open Name", by=by)
    assert private(type(row)) == {"Secret Name"}
    assert private(PersonAlias) == ({"Secret Name"} if make is a_person else set())
    assert named("secret name", by=by) == row
    undo(change, by=by)
    assert not PersonAlias.objects.exists()
    assert type(row).rows.get(redirects_to=row).is_private
    about(row)
    undo(rename(row, "Open Name", by=by), by=by)
    assert not type(row).rows.get(redirects_to=row).is_private


def test_name_shown_by_a_rename_is_private_again_unless_readers_knew_no_other():
    hidden, public, by = a_topic("Plumbago"), a_topic("Elections"), editor()
    about(public)
    merge(hidden, into=public, by=by)
    change = rename(public, "Plumbago", by=by)
    assert private(Topic) == set()
    undo(change, by=by)
    assert private(Topic) == {"Plumbago"}
    unseen = a_topic("First")
    rename(unseen, "Second", by=by)
    change = rename(unseen, "First", by=by)
    about(unseen)
    undo(change, by=by)
    assert Topic.rows.get(name="First").redirects_to == unseen
    assert private(Topic) == {"Plumbago"}


@pytest.mark.parametrize(("make", "named"), MAY_BE_UNKNOWN)
def test_private_name_is_made_public_by_giving_it(make, named):
    hidden, public, by = make("Plumbago"), make("Elections"), editor()
    about(public)
    merge(hidden, into=public, by=by)
    model = PersonAlias if make is a_person else Topic
    change = alias(public, "Plumbago", by=by)
    assert private(model) == set()
    undo(change, by=by)
    assert private(model) == {"Plumbago"}
    assert named("Plumbago", by=by) == public


@pytest.mark.parametrize(("make", "named"), ALL)
def test_wrong_merge_is_repaired_by_a_split_that_wakes_what_was_merged_away(make, named):
    wrong, by = make("Chess"), editor()
    row, address = make("Museums"), wrong.get_absolute_url()
    fields = {
        a_desk: lambda r: {"desk": r},
        a_topic: lambda r: {"topics": [r]},
        a_person: lambda r: {"body": naming(r)},
    }
    theirs, others = live_article(**fields[make](wrong)), live_article(**fields[make](row))
    merge(wrong, into=row, by=by)
    before = everything()
    change = split(row, "CHESS", articles=[theirs], by=by)
    new = type(row).objects.get(pk=wrong.pk)
    assert (change.other, new.name, new.get_absolute_url(), new.is_private) == (wrong.pk, "CHESS", address, False)
    assert named("chess", by=by) == new
    assert live_edition(theirs).pk in related(new) and live_edition(others).pk not in related(new)
    undo(change, by=by)
    assert everything() == before
    assert named("chess", by=by) == row
    assert type(row).rows.get(pk=wrong.pk).name == "Chess"


def related(row):
    """The ids of the editions that point to a row."""
    if isinstance(row, Desk):
        return set(row.editions.values_list("pk", flat=True))
    return set((row.edition_rows if isinstance(row, Topic) else row.quotes).values_list("edition", flat=True))


def test_woken_by_a_scheduled_story_it_keeps_the_address_that_readers_had():
    wrong, row, by = a_topic("Chess"), a_topic("Museums"), editor()
    about(wrong), about(row)
    merge(wrong, into=row, by=by)
    split(row, "Chess", articles=[about(row, at=soon())], by=by)
    assert was_ever_public(wrong)
    merge(wrong, into=row, by=by)
    assert private(Topic) == set()


def test_what_was_split_off_before_readers_knew_it_is_private_when_that_is_undone():
    row, by = a_person("Ann Lee"), editor()
    about(row)
    story = about(row, at=soon())
    change = split(row, "Anne Leigh", articles=[story], by=by)
    new = Person.objects.get(pk=change.other)
    entries.save_entry(new, by=by, aliases=["Nan"])
    undo(change, by=by)
    assert Person.rows.get(pk=new.pk).is_private
    assert private(PersonAlias) == {"Nan"}


@pytest.mark.parametrize("make", [a_desk, a_topic])
def test_name_of_a_rename_that_was_undone_is_free_and_its_address_leads_on(make):
    row, by = make("Economy"), editor()
    live_article(desk=row) if make is a_desk else about(row)
    undo(rename(row, "Business", by=by), by=by)
    former = type(row).rows.get(redirects_to=row)
    assert (former.name, former.slug, former.is_private) == ("", "business", False)
    new = entries.save_entry(type(row)(name="Business"), by=by)
    assert (new.name, new.slug) == ("Business", "business-2")
    with pytest.raises(entries.NameTaken):
        rename(row, "Business", by=by)


@pytest.mark.parametrize("make", [a_desk, a_topic])
def test_name_of_an_undone_change_is_given_again_with_its_address(make):
    row, by = make("Economy"), editor()
    live_article(desk=row) if make is a_desk else about(row)
    undo(rename(row, "Business", by=by), by=by)
    change = rename(row, "Business", by=by)
    row.refresh_from_db()
    assert row.slug == "business" and row.redirecting_rows().count() == 1
    undo(change, by=by)
    change = alias(row, "Business", by=by)
    assert list(row.redirecting_rows().values_list("name", "slug")) == [("Business", "business")]
    undo(change, by=by)
    assert list(row.redirecting_rows().values_list("name", "slug")) == [("", "business")]


def test_split_that_was_undone_is_made_again_at_its_address_unless_another_has_the_name():
    row, by = a_topic("Bridges"), editor()
    stories = [about(row), about(row)]
    first = split(row, "Arches", articles=stories[:1], by=by)
    undo(first, by=by)
    assert Topic.rows.get(pk=first.other).name == ""
    second = split(row, "Arches", articles=stories[:1], by=by)
    assert (second.other, Topic.objects.get(name="Arches").slug) == (first.other, "arches")
    undo(second, by=by)
    assert entries.get_or_create_topic("Arches", by=by).slug == "arches-2"
    with pytest.raises(entries.NameTaken):
        split(row, "Arches", articles=stories[:1], by=by)
    with pytest.raises(entries.NameTaken):
        split(row, "BRIDGES", articles=stories[:1], by=by)

"""People, topics and desks in the admin: kept through the verb, refused kindly."""

import pytest
from django.urls import reverse

from articles.editorial.directory import entries
from articles.editorial.directory.merge_people import merge
from articles.models.desk import Desk
from articles.models.log_entry import LogEntry
from articles.models.person import Person
from articles.models.topic import Topic
from tests import builders
from tests.articles.reader.page_checks import queries

BYLINE = {"app_label": "articles", "model_name": "articlebyline", "field_name": "person"}
PERSON = {"role": "", "organisation": "", "pronouns": "", "bio": "", "portrait": ""}


def person_data(name, *aliases, slug="", **more):
    return {**PERSON, "name": name, "slug": slug, "aliases": "\n".join(aliases), **more}


def add(client, model, data):
    return client.post(reverse(f"admin:articles_{model}_add"), data, follow=True)


def test_person_is_added_with_slug_and_aliases(reporter):
    page = add(reporter, "person", person_data("Volodymyr Zelenskyy", "Zelensky", "Зеленський"))
    assert "was added successfully" in page.text
    person = Person.objects.get()
    assert person.slug == "volodymyr-zelenskyy" and person.aliases.count() == 2
    assert LogEntry.objects.get(verb="add person").by == reporter.user


def test_person_keeps_name_and_address_and_changes_aliases(reporter):
    person = builders.a_person("Ana Diaz", aliases=["Ana", "Anita"])
    slug = person.slug
    url = reverse("admin:articles_person_change", args=[person.pk])
    page = reporter.get(url).text
    assert 'name="slug"' not in page and 'name="name"' not in page and "Ana\nAnita</textarea>" in page
    reporter.post(url, person_data("Another", "Aña", "", "ANA", "Nan", slug="other", role="pilot"))
    person.refresh_from_db()
    assert (person.name, person.slug, person.role) == ("Ana Diaz", slug, "pilot")
    assert list(person.aliases.values_list("name", flat=True)) == ["Aña", "Nan"]
    assert LogEntry.objects.get(verb="change person").note == "Ana Diaz (Aña, Nan)"


def test_alias_that_does_not_fit_is_refused_and_nothing_is_kept(reporter):
    page = add(reporter, "person", person_data("Ana Diaz", "x" * 200))
    assert "too long for a name" in page.text and not Person.objects.exists()


def test_namesake_is_pointed_out_and_may_be_another_person(reporter):
    ana = builders.a_person("Ana Diaz", aliases=["Anita"])
    for name in ("ANA DÍAZ", "anita"):
        page = add(reporter, "person", person_data(name, role="pilot"))
        assert "goes by that name already" in page.text and "pilot" in page.text
        assert f'<a href="/admin/articles/person/{ana.pk}/change/">Ana Diaz</a> goes' in page.text
    add(reporter, "person", person_data("Ana Diaz", is_another="on"))
    assert [person.name for person in Person.objects.all()] == ["Ana Diaz", "Ana Diaz"]


@pytest.mark.parametrize("model", ["topic", "desk"])
def test_twin_is_refused_with_a_sentence_and_the_typed_text(editor, model):
    row = {"topic": builders.a_topic, "desk": builders.a_desk}[model]("Café")
    page = add(editor, model, {"name": "CAFE", "slug": "", "description": "Typed", "position": 5})
    assert page.status_code == 200 and "Typed" in page.text and "errornote" in page.text
    link = f'<a href="/admin/articles/{model}/{row.pk}/change/">Café</a>'
    assert f"case and accents make no difference. Use that one. {link}" in page.text
    assert {"topic": Topic, "desk": Desk}[model].objects.count() == 1


def test_topic_gets_picture_explainer_and_related_topics(editor):
    bridges, spans = builders.a_topic("Bridges"), builders.a_topic("Spans")
    photo, story = builders.a_photo(), builders.live_article()
    url = reverse("admin:articles_topic_change", args=[bridges.pk])
    data = {"description": "Typed", "picture": photo.pk, "explainer": story.pk, "related": [spans.pk, bridges.pk]}
    assert "admin-autocomplete" in editor.get(url).text
    assert "was changed successfully" in editor.post(url, data, follow=True).text
    bridges.refresh_from_db()
    assert (bridges.description, bridges.picture, bridges.explainer) == ("Typed", photo, story)
    assert list(bridges.related.all()) == [spans] and list(spans.related.all()) == [bridges]
    editor.post(url, data | {"related": [], "picture": ""})
    bridges.refresh_from_db()
    assert bridges.picture is None and not spans.related.exists()


def test_reporter_reads_which_story_explains_a_topic_and_does_not_choose_it(reporter):
    bridges, story = builders.a_topic("Bridges"), builders.live_article(headline="All of It")
    bridges.explainer = story
    entries.save_topic(bridges, [], by=builders.system())
    url = reverse("admin:articles_topic_change", args=[bridges.pk])
    assert 'name="explainer"' not in reporter.get(url).text and "All of It" in reporter.get(url).text
    reporter.post(url, {"description": "Typed", "picture": "", "explainer": "", "related": []})
    bridges.refresh_from_db()
    assert (bridges.description, bridges.explainer) == ("Typed", story)


def test_name_without_letters_is_refused(editor):
    page = add(editor, "topic", {"name": "!!!", "slug": "", "description": ""})
    assert "“!!!” is no name" in page.text and not Topic.objects.exists()


def test_desk_may_not_take_a_page_of_the_site(editor):
    page = add(editor, "desk", {"name": "Latest", "slug": "latest", "description": "", "position": 5})
    assert "“latest” is the address of a page of the site" in page.text and not Desk.objects.exists()


@pytest.mark.parametrize(
    ("role", "model", "may"),
    [
        ("reporter", "person", True),
        ("reporter", "topic", True),
        ("reporter", "desk", False),
        ("photo editor", "person", True),
        ("photo editor", "topic", False),
        ("editor", "desk", True),
    ],
)
def test_rights_to_add(enter, role, model, may):
    assert (enter(role).get(reverse(f"admin:articles_{model}_add")).status_code == 200) is may


@pytest.mark.parametrize(
    ("address", "asked", "number"),
    [
        ("articles_person_changelist", {"q": "quokka"}, 10),
        ("autocomplete", BYLINE | {"term": "quo"}, 6),
    ],
)
def test_people_are_found_in_as_many_queries_however_many(editor, address, asked, number):
    for count in (1, 2):
        for place in range(count):
            builders.a_person(f"Quokka {count} {place}", aliases=["Quoka", "Quokkah"])
        with queries() as statements:
            page = editor.get(reverse(f"admin:{address}"), asked)
        found = page.json()["results"] if address == "autocomplete" else page.context["cl"].result_list
        assert len(found) == (1 if count == 1 else 3)
        assert len(statements) == number, "\n".join(statements)


@pytest.mark.parametrize("model", ["person", "topic", "desk"])
def test_nobody_deletes_people_topics_and_desks(chief, model):
    row = getattr(builders, f"a_{model}")("World")
    page = chief.get(reverse(f"admin:articles_{model}_change", args=[row.pk]))
    assert 'class="deletelink"' not in page.text
    delete = reverse(f"admin:articles_{model}_delete", args=[row.pk])
    assert chief.post(delete, {"post": "yes"}).status_code == 403
    assert type(row).objects.get() == row


def test_topic_is_found_by_the_names_that_lead_to_it(editor):
    chess, museums = builders.a_topic("Chess"), builders.a_topic("Museums")
    merge(chess, into=museums, by=editor.user)
    asked = {"app_label": "articles", "model_name": "articletopic", "field_name": "tag", "term": "chess"}
    offered = editor.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [row["text"] for row in offered] == ["Museums"]
    assert "Museums" in editor.get(reverse("admin:articles_topic_changelist"), {"q": "CHES"}).text

"""People, topics and desks in the admin: kept through the verb, refused kindly."""

import pytest
from django.urls import reverse

from articles.models.desk import Desk
from articles.models.log import LogEntry
from articles.models.person import Person
from articles.models.topic import Topic
from tests import builders

PERSON = {"role": "", "organisation": "", "pronouns": "", "bio": "", "portrait": ""}
FORMSET = {"aliases-INITIAL_FORMS": 0, "aliases-MIN_NUM_FORMS": 0, "aliases-MAX_NUM_FORMS": 1000}


def person_data(name, *aliases, slug=""):
    rows = {f"aliases-{place}-name": alias for place, alias in enumerate(aliases)}
    return {**PERSON, **FORMSET, "name": name, "slug": slug, "aliases-TOTAL_FORMS": len(aliases), **rows}


def add(client, model, data):
    return client.post(reverse(f"admin:articles_{model}_add"), data, follow=True)


def test_person_is_added_with_slug_and_aliases(reporter):
    page = add(reporter, "person", person_data("Volodymyr Zelenskyy", "Zelensky", "Зеленський"))
    assert "was added successfully" in page.text
    person = Person.objects.get()
    assert person.slug == "volodymyr-zelenskyy" and person.aliases.count() == 2
    assert LogEntry.objects.get(verb="add person").by == reporter.user


def test_person_keeps_the_address(reporter):
    person = builders.a_person("Ana Diaz")
    slug = person.slug
    url = reverse("admin:articles_person_change", args=[person.pk])
    assert 'name="slug"' not in reporter.get(url).text
    reporter.post(url, person_data("Ana Diaz Ruiz", slug="other"))
    person.refresh_from_db()
    assert (person.name, person.slug, person.key) == ("Ana Diaz Ruiz", slug, "ana diaz ruiz")


def test_aliases_that_fold_alike_are_refused(reporter):
    page = add(reporter, "person", person_data("Ana Diaz", "Aña", "ANA"))
    assert "“Aña” is there already; case and accents make no difference." in page.text
    assert not Person.objects.exists()


def test_aliases_removed_or_too_long_do_not_count_as_twins(reporter):
    person = builders.a_person("Ana Diaz", aliases=["Ana"])
    alias = person.aliases.get()
    data = person_data("Ana Diaz", "Ana", "ANA", "x" * 200)
    data |= {"aliases-INITIAL_FORMS": 1, "aliases-0-id": alias.pk, "aliases-0-person": person.pk}
    data |= {"aliases-0-DELETE": "on"}
    url = reverse("admin:articles_person_change", args=[person.pk])
    refused = builders.chief()
    reporter.force_login(refused)
    page = reporter.post(url, data)
    assert "is there already" not in page.text and "at most 120 characters" in page.text


@pytest.mark.parametrize("model", ["topic", "desk"])
def test_twin_is_refused_with_a_sentence_and_the_typed_text(editor, model):
    {"topic": builders.a_topic, "desk": builders.a_desk}[model]("Café")
    page = add(editor, model, {"name": "CAFE", "slug": "", "description": "Typed", "position": 5})
    assert page.status_code == 200 and "Typed" in page.text and "errornote" in page.text
    assert {"topic": Topic, "desk": Desk}[model].objects.count() == 1


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

"""Report 19: an agency that signs a story is an organisation, in the directory and for machines."""

import json

import pytest
from django.test import Client

from articles.editorial.importing.import_story import import_story
from articles.models.person import Person, PersonKind
from tests import builders
from tests.articles import wires

pytestmark = pytest.mark.django_db


def published(byline):
    """(the live story's page, its JSON-LD, its ninjs) of an imported story with this byline."""
    imported = import_story(wires.story().encode(), by=builders.chief(), desk="World", byline=byline, publish=True)
    page = Client().get(imported.edition.path).text
    data = json.loads(page.split('application/ld+json">')[1].split("</script>")[0])
    return page, data, Client().get(f"{imported.edition.path}ninjs.json").json()


@pytest.mark.parametrize(
    "byline", ["Reuters", "Associated Press", "Укрінформ", "dpa", "PAP", "TT", "Anadolu Ajansı", "Norland News Agency"]
)
def test_19_agency_is_no_person(byline):
    _page, data, ninjs = published(byline)
    row = Person.objects.get(name=byline)
    assert (row.kind, row.on_staff) == (PersonKind.ORGANISATION, False)
    assert [(one["@type"], one["name"]) for one in data["author"]] == [("Organization", byline)]
    assert [one["name"] for one in data["sourceOrganization"]] == [byline]
    assert [one["name"] for one in ninjs["organisations"] if one["rel"] == "author"] == [byline]
    assert byline not in [one["name"] for one in ninjs.get("people", ())]
    page = Client().get(row.get_absolute_url()).text
    profile = json.loads(page.split('application/ld+json">')[1].split("</script>")[0])["@graph"][0]["mainEntity"]
    assert profile["@type"] == "Organization"
    assert '<p class="kicker in-margin">Organisation</p>' in page
    assert "Organisation</span>" in Client().get("/people/").text


def test_19_person_stays_a_person():
    _page, data, ninjs = published("Dora Lindqvist")
    assert data["author"][0]["@type"] == "Person" and "sourceOrganization" not in data
    assert "Dora Lindqvist" in [one["name"] for one in ninjs["people"] if one["rel"] == "author"]

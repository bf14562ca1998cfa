"""The frame around every page."""

import pytest
from django.test import RequestFactory, override_settings

from articles.reader.parts.site_frame import site_context
from tests.articles.reader.page_checks import find, queries, text_of, tree
from tests.builders import a_desk, live_article

pytestmark = pytest.mark.django_db


def test_context_costs_one_query_and_orders_the_desks():
    world, politics = a_desk("World"), a_desk("Politics")
    politics.position = 1
    politics.save()
    with queries() as statements:
        context = site_context(RequestFactory().get("/x/?before=1"), desk=world)
    assert len(statements) == 1
    assert (context["desks"], context["current_desk"]) == ([politics, world], world)
    assert (context["language"], context["direction"]) == ("en", "ltr")
    assert context["canonical"] == "http://127.0.0.1:8000/x/"


@override_settings(LANGUAGE_CODE="ar")
def test_site_in_arabic_runs_from_the_right(client):
    page = tree(client.get("/latest/"))
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")


def test_many_desks_move_from_the_masthead_to_the_foot(client):
    for n in range(7):
        a_desk(f"Desk {n}")
    page = tree(client.get("/latest/"))
    assert not find(page, ".masthead .desks")
    assert len(find(page, ".foot li a")) == 7 + 9


def test_every_link_of_the_frame_leads_somewhere(client):
    live_article()
    for link in find(tree(client.get("/latest/")), ".masthead a, .foot a"):
        href = link.get("href")
        assert href.startswith("#") or client.get(href).status_code == 200, href


@override_settings(SITE_NAME="Bits & <Pieces>")
def test_name_of_the_site_is_text(client):
    assert text_of(client.get("/"), "h1") == ["Bits & <Pieces>"]

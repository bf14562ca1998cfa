"""Pages for addresses that lead nowhere and for our own failures."""

import pytest
from django.db import OperationalError
from django.test import RequestFactory
from lxml import html as parser

from articles.reader.pages import errors
from tests.articles.page.marks import select, texts
from tests.builders import live_article, scheduled_article, withdrawn_article

NOWHERE = "/2026/05/never-was/"


@pytest.mark.django_db
@pytest.mark.parametrize("stories", [1, 3])
def test_unknown_address_is_a_page_with_today_s_newest(client, django_assert_num_queries, stories):
    for number in range(stories):
        live_article(headline=f"Story {number}")
    withdrawn_article(headline="Must Not Show")
    scheduled_article(headline="Must Not Show Either")
    with django_assert_num_queries(5):
        response = client.get(NOWHERE)
    page = parser.document_fromstring(response.content.decode())
    assert response.status_code == 404
    assert texts(page, "h1") == ["This Page Was Never Printed"]
    assert texts(page, ".day h3") == [f"Story {number}" for number in reversed(range(stories))]
    assert select(page, "meta[name=robots]")[0].get("content") == "noindex"
    assert not select(page, "link[rel=canonical]")
    assert "max-age=0" in response["Cache-Control"]
    assert not response.cookies


@pytest.mark.django_db
def test_unknown_address_of_a_site_without_stories_is_a_page_too(client):
    response = client.get("/no/such/page")
    assert response.status_code == 404
    assert b"data-story-card" not in response.content


@pytest.mark.django_db
def test_unknown_address_is_a_page_when_the_database_is_down(monkeypatch, caplog):
    def down(*_args, **_options):
        raise OperationalError("no route")

    monkeypatch.setattr(errors, "site_context", down)
    response = errors.not_found(RequestFactory().get(NOWHERE), None)
    assert response.status_code == 404
    assert b"This Page Was Never Printed" in response.content
    assert "The database did not answer" in caplog.text


def test_our_own_failure_is_a_page_without_database():
    response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert b"The Press Has Stopped" in response.content
    assert b"noindex" in response.content


def test_our_own_failure_is_said_even_when_templates_fail(monkeypatch, caplog):
    def broken(*_args):
        raise ValueError("no manifest")

    monkeypatch.setattr(errors, "render_to_string", broken)
    response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert b"Something went wrong" in response.content
    assert "no manifest" in caplog.text

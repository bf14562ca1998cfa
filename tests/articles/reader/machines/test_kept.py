"""The page of what readers keep on their devices: one for everybody, and the worker above all pages."""

import pytest

pytestmark = pytest.mark.django_db


def test_kept_stories_are_one_page_for_everybody(client):
    response = client.get("/kept/")
    assert response.status_code == 200 and not response.cookies
    assert b'name="robots" content="noindex"' in response.content
    assert set(response["Cache-Control"].split(", ")) == {"public", "max-age=0", "must-revalidate"}
    assert client.get("/kept/", headers={"Cookie": "a=b"}).content == response.content


def test_worker_stands_above_all_pages_and_before_none_of_the_editors(client):
    response = client.get("/service-worker.js")
    assert response["Content-Type"].startswith("text/javascript")
    assert b'addEventListener("fetch"' in response.content and b"admin|preview" in response.content
    assert client.post("/service-worker.js").status_code == 405

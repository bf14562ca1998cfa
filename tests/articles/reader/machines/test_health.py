"""What machines ask first."""

import pytest
from django.core.files.storage import storages
from django.db import DatabaseError

from articles.freshness import reading
from articles.models.desk import Desk
from tests.articles.reader.page_checks import queries


@pytest.mark.django_db
def test_process_lives_without_a_database(client):
    with queries() as statements:
        response = client.get("/healthz")
    assert (response.status_code, statements) == (200, [])
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_ready_when_database_and_storage_answer(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def fails(*args, **kwargs):
    raise DatabaseError("could not connect to db.example with password secret")


def test_not_ready_when_the_database_does_not_answer(client, monkeypatch, caplog):
    monkeypatch.setattr(Desk.objects, "exists", fails)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"The database does not answer.\n")
    assert "secret" in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["default", "renditions"])
def test_not_ready_when_a_storage_does_not_answer(client, monkeypatch, caplog, name):
    monkeypatch.setattr(storages[name], "exists", fails)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"The storage does not answer.\n")
    assert "secret" in caplog.text


@pytest.mark.django_db
def test_not_ready_when_the_data_folder_is_gone(client, settings, tmp_path, caplog):
    settings.NEWSROOM_DATA = tmp_path / "gone"
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"The storage does not answer.\n")
    assert "cannot be written" in caplog.text


@pytest.mark.django_db
def test_not_ready_while_the_machines_clock_is_far_off_the_databases(client, monkeypatch, caplog):
    monkeypatch.setattr(reading, "_clocks", [(lambda: None, lambda: "This machine's clock is 7.0 seconds ahead.")])
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.content.endswith(b"more than a second off the database's. Set it by NTP.\n")
    assert "7.0 seconds" in caplog.text


@pytest.mark.django_db
def test_crawlers_may_read_all_but_the_editors_screens(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines == [
        *(
            "User-agent: *",
            "Disallow: /admin/",
            "Disallow: /*?after=",
            "Allow: /topics/?after=",
            "Allow: /people/?after=",
        ),
        "",
        *("Sitemap: http://127.0.0.1:8000/sitemap.xml", "Sitemap: http://127.0.0.1:8000/news-sitemap.xml"),
    ]

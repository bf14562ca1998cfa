"""Failures of disk and database, told from faults of ours."""

import errno
import sqlite3

import pytest
from django.contrib.admin import AdminSite
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError, ProgrammingError, connections
from django.test import Client

from articles.admin.story import editor_api
from articles.database.trouble import NO_SPACE, UNAVAILABLE, trouble_of
from articles.reader.machines import health
from articles.reader.pages import front
from newsroom import second_try
from tests import builders


def of_sqlite(name, words="x"):
    """Django's error over SQLite's, as a query raises it."""
    cause = sqlite3.OperationalError(words)
    cause.sqlite_errorname = name
    return caused(OperationalError(words), cause)


def of_postgresql(kind, sqlstate):
    cause = Exception("x")
    cause.sqlstate = sqlstate
    return caused(kind("x"), cause)


def caused(error, cause):
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (OSError(errno.ENOSPC, "No space", "/data/x"), NO_SPACE, "disk is full"),
        (OSError(errno.EDQUOT, "Quota"), NO_SPACE, "disk is full"),
        (PermissionError(errno.EACCES, "Denied", "/data/x"), UNAVAILABLE, "its own files. (/data/x)"),
        (caused(RuntimeError("x"), OSError(errno.EROFS, "Read-only")), UNAVAILABLE, "may not read or write"),
        (of_sqlite("SQLITE_FULL"), NO_SPACE, "disk is full"),
        (of_sqlite("SQLITE_IOERR_SHMSIZE"), NO_SPACE, "disk is full"),
        (of_sqlite("SQLITE_READONLY_DBMOVED"), UNAVAILABLE, "may not read or write"),
        (of_sqlite("SQLITE_BUSY"), UNAVAILABLE, "busy"),
        (of_sqlite("SQLITE_ERROR", "no such table: x"), UNAVAILABLE, "manage.py migrate"),
        (of_postgresql(OperationalError, "53100"), NO_SPACE, "disk is full"),
        (of_postgresql(OperationalError, "57P01"), UNAVAILABLE, "does not answer"),
        (of_postgresql(OperationalError, None), UNAVAILABLE, "does not answer"),
        (of_postgresql(ProgrammingError, "42P01"), UNAVAILABLE, "manage.py migrate"),
        (InterfaceError("connection already closed"), UNAVAILABLE, "does not answer"),
    ],
)
def test_what_keeps_us_from_disk_and_database_has_a_sentence(error, status, words):
    trouble = trouble_of(error)
    assert trouble.status == status and words in trouble.sentence
    assert trouble.is_lost == ("does not answer" in trouble.sentence)


@pytest.mark.parametrize(
    "error",
    [
        ValueError("x"),
        FileNotFoundError(errno.ENOENT, "x"),
        DatabaseError("x"),
        of_sqlite("SQLITE_ERROR", 'near "x": syntax error'),
        of_postgresql(ProgrammingError, "42601"),
        of_postgresql(IntegrityError, "23505"),
    ],
)
def test_faults_of_ours_are_none(error):
    assert trouble_of(error) is None


@pytest.fixture
def failing(monkeypatch):
    """Lets the front page fail with errors, one at each time it is asked for; those left over."""
    answer, errors = front.site_context, []

    def fail_first(*arguments, **more):
        if errors:
            raise errors.pop(0)
        return answer(*arguments, **more)

    monkeypatch.setattr(front, "site_context", fail_first)
    monkeypatch.setattr(second_try, "close_old_connections", lambda: None)  # this one is the test's own
    return errors


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_s12_a_page_whose_connection_was_lost_is_asked_for_again(failing, method):
    failing.append(of_postgresql(OperationalError, "57P01"))
    assert Client(raise_request_exception=False).generic(method, "/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status", "left"),
    [
        (of_postgresql(OperationalError, "57P01"), 503, 1),
        (of_sqlite("SQLITE_FULL"), 507, 2),
        (ValueError("x"), 500, 2),
    ],
)
def test_s12_it_is_asked_for_once_more_and_no_oftener(failing, error, status, left):
    failing += [error, error, error]
    response = Client(raise_request_exception=False).get("/")
    assert (response.status_code, len(failing)) == (status, left)
    assert "The Press Has Stopped" in response.text and str(status) in response.text
    assert ("Retry-After" in response) == (status != 500)


@pytest.mark.django_db
def test_editors_are_told_what_failed_and_that_nothing_was_saved(admin_client, monkeypatch):
    def full(*arguments, **more):
        raise of_sqlite("SQLITE_FULL")

    monkeypatch.setattr(AdminSite, "each_context", full)
    admin_client.raise_request_exception = False
    response = admin_client.get("/admin/")
    assert response.status_code == 507
    assert "disk is full" in response.text and "still on the page that you came from" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status"),
    [(of_sqlite("SQLITE_FULL"), 507), (OSError(errno.ENOSPC, "x"), 507), (of_sqlite("SQLITE_BUSY"), 503)],
)
def test_what_the_sheet_asks_is_refused_in_a_sentence(client, monkeypatch, error, status):
    def fail(*arguments, **more):
        raise error

    monkeypatch.setattr(editor_api.entries, "get_or_create_person", fail)
    client.force_login(builders.editor())
    response = client.post("/admin/articles/article/ask/people/", '{"name": "A"}', content_type="application/json")
    assert response.status_code == status and response.json()["sentence"].endswith(".")


@pytest.mark.django_db
def test_s12_readiness_tells_a_lost_database_from_a_missing_index(client, monkeypatch):
    def lost():
        raise of_postgresql(OperationalError, "57P01")

    checks = tuple((lost, said) if "search" in said else (check, said) for check, said in health.CHECKS)
    monkeypatch.setattr(health, "CHECKS", checks)
    assert "search index is missing" in client.get("/readyz").text
    monkeypatch.setattr(connections["default"], "is_usable", lambda: False)
    assert client.get("/readyz").text == "The database does not answer.\n"

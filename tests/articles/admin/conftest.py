"""A client for each member of the cast."""

import pytest
from django.test import Client

from tests import builders

CAST = {
    "reporter": builders.reporter,
    "editor": builders.editor,
    "photo editor": builders.photo_editor,
    "chief": builders.chief,
    "stranger": builders.stranger,
}


@pytest.fixture
def enter(db):
    """A function that gives the client of a new user in this role; the user is its attribute."""

    def as_(role):
        client = Client()
        client.user = CAST[role]()
        client.force_login(client.user)
        return client

    return as_


@pytest.fixture
def chief(enter):
    return enter("chief")


@pytest.fixture
def editor(enter):
    return enter("editor")


@pytest.fixture
def reporter(enter):
    return enter("reporter")

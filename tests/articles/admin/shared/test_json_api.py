"""The frame of what pages ask by `fetch`: the same statuses and sentences at every address."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders

pytestmark = pytest.mark.django_db
POSTED = ("begin", "ask_people", "ask_names", "ask_pasted")


def post(client, name, asked, **more):
    return client.post(reverse(f"admin:articles_article_{name}"), asked, content_type="application/json", **more)


@pytest.mark.parametrize("name", POSTED)
@pytest.mark.parametrize(
    ("role", "asked", "status", "sentence"),
    [
        (None, "{}", 401, "You are signed out. Sign in in another tab, then go on here."),
        ("stranger", "{}", 403, "You may not"),
        ("editor", "{", 400, "is not JSON"),
        ("editor", "[]", 400, "is not a JSON object"),
        ("editor", '{"writer": 0}', 401, "is now signed in as"),
        ("editor", json.dumps({"text": "x" * 1000}), 413, "too large"),
    ],
)
def test_every_address_refuses_alike(enter, settings, name, role, asked, status, sentence):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 900
    answer = post(enter(role) if role else Client(), name, asked)
    assert answer.status_code == status and sentence in answer.json()["sentence"]


@pytest.mark.parametrize(("name", "status"), [(name, 401 if name == "begin" else 403) for name in POSTED])
def test_forged_request_is_refused_in_a_sentence(editor, name, status):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor.user)
    answer = post(strict, name, "{}")
    assert answer.status_code == status and "security token" in answer.json()["sentence"]


def test_method_that_an_address_does_not_know_is_405(editor):
    assert editor.get(reverse("admin:articles_article_ask_names")).headers["Allow"] == "POST"
    assert editor.put(reverse("admin:articles_article_ask_people")).headers["Allow"] == "GET, POST"


def test_what_is_not_there_is_said_in_a_sentence(editor):
    photo = reverse("admin:articles_article_ask_photo", args=[builders.a_photo().pk + 1])
    answer = editor.post(photo, "{}", content_type="application/json")
    assert answer.status_code == 404 and "not there any more" in answer.json()["sentence"]


def test_story_that_is_not_there_is_said_in_a_sentence(editor):
    gone = editor.post(reverse("admin:articles_article_here", args=[1]), "{}", content_type="application/json")
    assert gone.status_code == 404 and gone.json()["sentence"] == "There is no such story."

"""How lines of the log look, and what is in none of them."""

import json
import logging
import sys

import pytest

from newsroom.seeing.current import begun, current, without_secrets
from newsroom.seeing.lines import CountedErrors, Json, Plain, WithRequest
from newsroom.seeing.tally import tally

pytestmark = pytest.mark.once
SECRET = "Xq3-secret_word"


def record(message, *args, level=logging.ERROR, exc_info=None, **more):
    made = logging.getLogger("articles.x.y").makeRecord(
        "articles.x.y", level, __file__, 1, message, args, exc_info, extra=more
    )
    assert WithRequest().filter(made)
    return made


@pytest.fixture
def request_id():
    token = current.set(begun("given-by-a-proxy"))
    yield "given-by-a-proxy"
    current.reset(token)


def test_a_line_of_json_has_what_programs_look_for(request_id):
    said = json.loads(Json().format(record("A query took %s ms", 300, facts={"ms": 300, "sql": "SELECT ?"})))
    assert said.pop("at").endswith("+00:00")
    assert said == {
        "level": "ERROR",
        "logger": "articles.x.y",
        "message": "A query took 300 ms",
        "id": request_id,
        "ms": 300,
        "sql": "SELECT ?",
    }


def test_a_plain_line_ends_with_the_id(request_id):
    assert Plain().format(record("It broke")).endswith(" ERROR articles.x.y: It broke [given-by-a-proxy]")


def test_outside_of_requests_there_is_no_id():
    assert Plain().format(record("It broke")).endswith(" ERROR articles.x.y: It broke")
    assert "id" not in json.loads(Json().format(record("It broke")))


@pytest.mark.parametrize("formatter", [Plain(), Json()])
def test_how_an_error_came_about_stands_with_it(formatter, request_id):
    try:
        raise LookupError(f"/preview/{SECRET}/ is not there")
    except LookupError:
        line = formatter.format(record("It broke", exc_info=sys.exc_info()))
    assert "Traceback" in line and "LookupError" in line and request_id in line
    assert SECRET not in line
    assert isinstance(formatter, Plain) or "\n" not in line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"Not Found: /preview/{SECRET}/", "Not Found: /preview/…/"),
        (f"/preview/{SECRET}", "/preview/…"),
        (f"/calendar/{SECRET}.ics", "/calendar/…"),
        (f"/admin/login/link/{SECRET}:1:x/", "/admin/login/link/…/"),
        (f"/admin/login/password/{SECRET}/?a=1", "/admin/login/password/…/?a=1"),
        ("/admin/articles/article/7/preview/", "/admin/articles/article/7/preview/"),
        ("/admin/articles/article/7/preview/?width=phone", "/admin/articles/article/7/preview/?width=phone"),
        ("/2026/05/preview-of-the-game/", "/2026/05/preview-of-the-game/"),
    ],
)
def test_secrets_in_addresses_are_left_out(text, shown):
    assert without_secrets(text) == shown


def test_errors_are_counted_by_the_part_that_says_so():
    before = tally.counts().get(("errors", "articles.x"), 0)
    CountedErrors().emit(record("It broke"))
    assert tally.counts()["errors", "articles.x"] == before + 1

"""S11: what is posted as JSON may be of any kind; each address that takes JSON answers it, or refuses it in a sentence.

The addresses are those of the urlconf, so that a new one is tried from its first day.
"""

import json
import re
from uuid import uuid4

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.admin.shared.json_api import FieldDecoder, NotUnderstood, read_object
from tests import builders
from tests.conventions.source import ROOT
from tests.walking import views_of

pytestmark = pytest.mark.django_db
ADDRESSES = sorted(
    (name, arguments) for view, name, arguments in views_of() if "POST" in getattr(view, "json_methods", ())
)
NAMES = (
    *("sheet", "writer", "clock", "version", "fields", "base", "mine", "lines", "mentioned", "language", "photos"),
    *("people", "html", "text", "is_empty", "name", "confirm", "alt", "decorative", "headline", "kept_lead_words"),
)
ODD = (
    *(
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"lines": ' + "[" * 40 + "]" * 40 + "}",
        "[]",
        "5",
        "null",
        '"x"',
        "",
        "{",
        "nul",
    ),
    *('{"version": NaN}', '{"version": -Infinity}', '{"version": 1e999}', '{"version": ' + "9" * 5000 + "}"),
    *('{"version": ' + "9" * 40 + "}", '{"name": "\\ud83d"}', '{"\\udc00": 1}', '{"lines": ["ok", "\\ud83d!"]}'),
    *('{"fields": {"headline": "\\ud83d"}}', '{"fields": {"kept_lead_words": "{\\"\\": [\\"\\\\ud83d\\", \\"\\"]}"}}'),
    *('{"lines": 5}', '{"lines": {}, "mentioned": 7}', '{"lines": ["a"], "mentioned": [true]}', '{"lines": [5]}'),
)


@pytest.fixture
def post(editor):
    """Posts a body as JSON to each address; the answers."""
    article, photo = builders.draft_article(), builders.a_photo()

    def to(name, arguments, body):
        numbers = {"pk": photo.pk if name.endswith("photo") else article.pk}
        address = reverse(name, kwargs={argument: numbers[argument] for argument in arguments})
        return editor.post(address, body, content_type="application/json")

    return to


def assert_answered(answer):
    """200, or a refusal in a sentence."""
    assert answer.status_code == 200 or (answer.status_code < 500 and answer.json()["sentence"].endswith((".", "?")))


def test_the_urlconf_has_addresses_that_take_json():
    assert len(ADDRESSES) >= 11


def test_nothing_else_reads_json_that_is_sent():
    reading = re.compile(r"json\.loads?\(|request\.body|\.JSONField\(widget")
    found = {
        str(path.relative_to(ROOT))
        for folder in ("articles/admin", "articles/reader", "media", "newsroom")
        for path in (ROOT / folder).rglob("*.py")
        if reading.search(path.read_text())
    }
    reports = "articles/reader/machines/csp_reports.py"  # of browsers, with tests of its own
    # Files that the newsroom has written.
    ours = {"articles/reader/machines/health.py", "newsroom/page_store/entry.py", "newsroom/seeing/ledger.py"}
    assert found - ours == {"articles/admin/shared/json_api.py", "articles/admin/story/form.py", reports}


@pytest.mark.parametrize("body", ODD, ids=lambda body: body[:30])
def test_s11_odd_json_is_refused_in_a_sentence(post, body):
    for name, arguments in ADDRESSES:
        assert_answered(post(name, arguments, body))


@pytest.mark.parametrize("body", ODD[:19], ids=lambda body: body[:30])
def test_s11_what_no_page_sends_is_not_understood(body):
    with pytest.raises(NotUnderstood):
        read_object(body)
    with pytest.raises(json.JSONDecodeError):
        json.loads(body, cls=FieldDecoder)


def test_where_half_a_character_stands_is_said():
    with pytest.raises(NotUnderstood, match="after “The bridge ”"):
        read_object('{"fields": {"headline": "The bridge \\ud83d is open"}}')


@pytest.mark.parametrize("version", [True, 1.0, "1", [1], {}, None])
def test_s11_a_version_is_a_number(post, version):
    sent = {"sheet": str(uuid4()), "version": version, "fields": {"headline": "Changed"}}
    assert post("admin:articles_article_autosave", ("pk",), json.dumps(sent)).status_code == 400


def test_null_characters_are_no_part_of_a_name(post):
    answer = post("admin:articles_article_ask_people", (), '{"name": "Ada\\u0000 Lind"}')
    assert answer.json()["name"] == "Ada Lind"


TEXTS = st.text(st.characters(codec=None), max_size=20) | st.sampled_from(
    ["", "1", "0", "<p>x</p>", str(uuid4()), "UTC"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS | st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_s11_any_values_under_our_names_are_answered(post, data):
    body = json.dumps(data.draw(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=5)))
    for name, arguments in ADDRESSES:
        assert_answered(post(name, arguments, body))

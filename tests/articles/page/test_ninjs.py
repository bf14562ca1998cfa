"""Stories as ninjs: valid by the IPTC's schema, whatever the story, and complete."""

import json
from datetime import datetime

from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import html

from articles.models.topic import Topic
from articles.page.ninjs import ninjs
from articles.text.body.cleaning import clean
from tests.articles.page.stories import (
    AT,
    BORDERS,
    COMMONS,
    FERROW,
    MAAS,
    a_byline,
    a_filing,
    a_mention,
    a_note,
    a_picture,
    a_placement,
    a_quote,
    a_section,
    a_story,
    an_edition,
)
from tests.articles.text.soup import bodies
from tests.conventions.source import ROOT

SCHEMA = json.loads((ROOT / "tests/articles/page/schemas/ninjs-schema_3.1.json").read_text())
VALIDATOR = Draft202012Validator(SCHEMA)
WORDS = st.text(max_size=80)
NAMES = st.text(min_size=1, max_size=40)


def checked(story):
    """The copy of a story, which keeps the schema, has whole moments and full addresses."""
    copy = json.loads(json.dumps(ninjs(story)))
    VALIDATOR.validate(copy)
    assert all(datetime.fromisoformat(copy[name]).tzinfo for name in ("firstCreated", "versionCreated"))
    assert copy["uri"].startswith("tag:")
    return copy


def full_story(**fields):
    """A story with everything a story may have."""
    edition = an_edition(place="Kyiv", label="analysis", **fields)
    section = a_section(edition, "<p>“It opens,” he said.</p>", heading="The <em>gate</em>", pk=3)
    return a_story(
        edition,
        sections=[section],
        quotes=[a_quote(edition, section, "“It opens,”", person=MAAS, attribution="he")],
        bylines=[a_byline(edition, FERROW, "N. Ferrow")],
        mentions=[a_mention(edition, FERROW)],
        topics=[a_filing(edition, COMMONS, is_lead=True), a_filing(edition, BORDERS)],
        placements=[a_placement(edition, a_picture(source_type="trainedAlgorithmicMedia", copyright="© Ada"))],
        corrections=[a_note()],
    )


def test_copy_says_all_that_the_page_says():
    copy = checked(full_story())
    assert copy["headlines"][0]["value"] == "Two Governments Reopen the Commons"
    assert copy["descriptions"][0]["value"] == "Herders may graze from June."
    assert copy["by"] == "N. Ferrow"
    assert copy["located"] == "Kyiv"
    assert [(one["name"], one["rel"]) for one in copy["people"]] == [
        ("N. Ferrow", "author"),
        ("Joren Maas", "quoted"),
        ("Nadia Ferrow", "mentioned"),
    ]
    assert [(one["name"], one["rel"]) for one in copy["subjects"]] == [
        ("World", "desk"),
        ("Commons", "kicker"),
        ("Borders", "topic"),
    ]
    assert copy["genres"] == [{"name": "Analysis"}]
    assert "There are eleven villages." in copy["edNote"]
    [body] = copy["bodies"]
    assert "<h2>The <em>gate</em></h2>" in body["value"]
    assert "There are eleven villages." in body["value"]
    assert body["charCount"] == len(body["value"])
    assert body["wordCount"] == 120


def test_photo_goes_along_with_its_rights_and_leaves_with_its_licence():
    [picture] = checked(full_story())["associations"]
    assert (picture["by"], picture["copyrightNotice"]) == ("Photo: Ada Lens", "© Ada")
    assert picture["digitalSourceType"]["uri"].endswith("/digitalsourcetype/trainedAlgorithmicMedia")
    [file] = picture["renditions"]
    assert (file["width"], file["height"]) == (1600, 900)
    assert file["poi"] == {"x": 800, "y": 450}
    edition = an_edition()
    ended = a_story(edition, placements=[a_placement(edition, a_picture(licence_ends_at=AT))])
    assert "associations" not in checked(ended)
    assert "<img" not in checked(ended)["bodies"][0]["value"]


def test_plain_story_leaves_out_what_it_has_not():
    copy = checked(a_story(an_edition(dek="")))
    assert not {"descriptions", "by", "people", "places", "genres", "associations", "edNote"} & set(copy)


@override_settings(SITE_URL="https://news.example")
def test_addresses_are_full():
    copy = checked(full_story())
    assert copy["altIds"] == [{"role": "web", "value": "https://news.example/2026/05/commons-reopen/"}]
    links = html.fromstring(copy["bodies"][0]["value"]).xpath("//@href | //@src")
    assert all(link.startswith("https://news.example/") for link in links)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    body=bodies,
    headline=NAMES,
    dek=WORDS,
    place=WORDS,
    name=NAMES,
    caption=bodies,
    alt=WORDS,
    note=WORDS,
    language=st.sampled_from(["en", "ar", "zh-hans", "pt-br"]),
    topic=NAMES,
)
def test_awkward_stories_are_valid_too(body, headline, dek, place, name, caption, alt, note, language, topic):
    edition = an_edition(headline=headline, dek=dek, place=place, language=language)
    caption = clean(f"<p>{caption}</p>").removeprefix("<p>").partition("</p>")[0]
    copy = checked(
        a_story(
            edition,
            html=body or "<p>Words.</p>",
            bylines=[a_byline(edition, MAAS, name)],
            topics=[a_filing(edition, Topic(pk=4, name=topic, slug="a-topic"))],
            placements=[a_placement(edition, a_picture(alt=alt), caption="" if "<" in caption else caption)],
            corrections=[a_note(note)],
        )
    )
    assert copy["headlines"][0]["value"] == headline
    assert copy["language"] == language
    for attribute in ("class", "id", "data-person", "srcset", "style", "onclick"):
        assert not html.fragment_fromstring(copy["bodies"][0]["value"], create_parent=True).xpath(f"//@{attribute}")

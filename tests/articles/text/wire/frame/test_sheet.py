"""Wires, mails and releases are read by the shape of a page: an envelope, a headline, prose, a tail."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.text.instructions.embargo import is_embargo, read_embargo
from articles.text.wire import parse_story
from articles.text.wire.datelines import split_dateline
from tests.articles.text.wire.frame.beavers import FIRST, TITLE, told

SAID = "“The pond has a name by now,” said the greenkeeper Walt Pickering."


@pytest.mark.parametrize(
    "envelope",
    [
        ["Elk Run Borough", "Unit for Words", "30/11/2026"],
        ["GX0217 4 NAT 0188 ORL", "beavers/2"],
        ["Ref: PR/2026/311", "Category: Golf"],
        ["Elk Run Borough", "Informacja z 30 listopada 2026 r."],
        ["Statement from the Keeper of the Greens at Elk Run", "30.11.2026"],
    ],
)
def test_what_stands_above_the_headline_is_no_story(envelope):
    assert told(*envelope, TITLE, FIRST, SAID) == (TITLE, [FIRST, SAID])


@pytest.mark.parametrize(
    "tail",
    [
        ["Reference AB/118/26", "The ruling is not final."],
        ["More on our site: elkrun.example/pond"],
        ["Elk Run Borough has 900 members."],
        ["We do not give interviews.", "Desk 07700 900 120"],
        ["The golf club was founded in 1904 and is run by beavers."],
        ["Who we are", "Four people work here, and a dog.", "Desk: 07700 900 120"],
        ["About us", "Four people work here."],
        ["Elk Run Borough", "Four people work here."],
        ["Method: members were counted in the bar at noon on Monday."],
    ],
)
def test_what_stands_below_the_prose_is_no_story(tail):
    assert told("Elk Run Borough", "Reference 118", TITLE, FIRST, SAID, *tail) == (TITLE, [FIRST, SAID])


def test_what_stands_between_paragraphs_stays():
    lines = ["Elk Run Borough", "Reference 118", TITLE, FIRST, "What the members say", SAID, FIRST]
    assert told(*lines) == (TITLE, [FIRST, "What the members say", SAID, FIRST])


def test_list_below_a_text_without_notes_stays():
    results = ["Beavers: 3", "Golfers: 1"]
    assert told(TITLE, FIRST, SAID, *results)[1][-2:] == results


def test_headline_in_a_block_of_notes_right_above_the_prose():
    assert told("CONTACTS:", "Derek Moss, (617) 555-0190", TITLE, FIRST, SAID) == (TITLE, [FIRST, SAID])


def test_lone_topic_above_a_headline_stays():
    assert parse_story(f"GOLF\n{TITLE}\n{FIRST}\n{SAID}").topic == "GOLF"


def test_mail_is_known_by_its_shape():
    lines = ["Jess, good morning", "Trimmed as you asked.", "", TITLE, "", FIRST, "", SAID, "", "Sling it if it drags."]
    assert told(*lines, "Milo") == (TITLE, [FIRST, SAID])


def test_headline_of_a_page_has_its_mark():
    assert told("Skip to content\nShare\nSubscribe", "# Pond", FIRST, SAID) == ("Pond", [FIRST, SAID])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Words: Perpetua Lonsdale. Pictures: Kit Arran", ("Perpetua Lonsdale",)),
        ("Text och bild: Tova Hage", ("Tova Hage",)),
        ("كتبت دانا الشامي", ("دانا الشامي",)),
        ("文/许青", ("许青",)),
        ("From Marguerite Oyelaran in Port Cass", ("Marguerite Oyelaran",)),
    ],
)
def test_who_wrote_is_told_in_many_ways(line, names):
    assert parse_story(f"{TITLE}\n\n{line}\n\n{FIRST}\n\n{SAID}").bylines == names


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("LILLBY. En målning hittades.", "Lillby", ""),
        ("Puerto Almena (AGN). Una tortuga regresó.", "Puerto Almena", "AGN"),
        ("Lauen, 30. November 2026. Der Bau beginnt.", "Lauen", ""),
        ("Lillby (NNY) En målning hittades.", "Lillby", "NNY"),
    ],
)
def test_datelines_close_with_a_stop_or_with_nothing(text, place, agency):
    dateline = split_dateline(text)
    assert (dateline.place, dateline.agency) == (place, agency)


def test_sentences_are_no_datelines():
    for text in ("Hello there. Next came rain.", "Holm (S) säger nej.", "Hansen (SPD) - der Bürgermeister - kam."):
        assert split_dateline(text) is None


def test_credit_is_no_sentence_of_a_mail():
    assert parse_story(f"{TITLE}\n\n{FIRST}\n\n{SAID}\n\nFotos: las tengo yo, buenas.").credit == ""


def test_embargo_stands_amid_other_words_and_is_not_past():
    now = datetime(2026, 11, 30, 9, tzinfo=UTC)
    assert is_embargo("Nota embargada hasta el jueves 3 de diciembre de 2026 a las 17:00")
    assert not is_embargo("Embargo: none")
    assert read_embargo(["Release date: 30 November 2026"], now=now, zone=UTC) is None


LINES = st.sampled_from(
    [
        "Elk Run Borough",
        "Ref: PR/2026/311",
        "Hey Sal",
        "30.11.2026",
        "By Walt Pickering",
        "ELK RUN (NPA) - It rained on the ninth hole all day on Monday.",
        "Desk: 07700 900 120",
        "What the members say",
        "Cheers",
        "The club was founded in 1904.",
        TITLE,
        FIRST,
        SAID,
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=12, unique=True))
@example(["Elk Run Borough", TITLE, FIRST, "Desk: 07700 900 120"])
def test_every_line_is_in_exactly_one_part(lines):
    """Each line is in one of headline, dek, byline, dateline, body and the note for editors, and in no second."""
    story = parse_story("\n\n".join(lines))
    body = [block.text for block in story.blocks]
    fields = [story.headline, story.dek, story.topic, story.caption, story.credit, story.date_words, story.desk]
    public = [*fields, *story.bylines, *story.topics, *body]
    note = [*story.instructions, *story.furniture]
    for line in lines:
        words = set(re.findall(r"\w+", line.casefold()))
        places = [part for part in [*public, *note] if part and part in line]
        assert places, line
        assert not (line in note and line in public), line
        dateline = f"{story.place} {story.agency} {story.date_words}"
        kept = set(re.findall(r"\w+", " ".join([*public, *note, dateline, "by"]).casefold()))
        assert words <= kept, line

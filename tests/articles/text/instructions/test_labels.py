"""Labels before the parts of a story."""

import pytest

from articles.text.instructions.labels import label_of, listed, named_lines, read_labels

PROSE = "The ferry is to sail again in spring, the towns of Norrvik and Estermouth agreed on Monday after years."


def fields(*lines, **more):
    return [part.field for part in read_labels(lines, [False] * len(lines), **more)]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("HEADLINE: Ferry sails", "headline", "Ferry sails"),
        ("**Vorspann:** Nach zwölf Jahren", "dek", "Nach zwölf Jahren"),
        ("Chapô : Douze ans après", "dek", "Douze ans après"),
        ("Tytuł (propozycja): Prom", "headline", "Prom"),
        ("BAŞLIK: Vapur", "headline", "Vapur"),
        ("İMZA: Derya Ak", "byline", "Derya Ak"),
        ("Теги: порти", "topics", "порти"),
        ("العنوان: العبارة", "headline", "العبارة"),
        ("Headline - Ferry sails", "headline", "Ferry sails"),
        ("STANDFIRST", "dek", ""),
        ("Text: Marek Ondal", "byline", "Marek Ondal"),
        ("Text: The ferry is back.", "body", "The ferry is back."),
        ("Photo: Tora Vik", "credit", "Tora Vik"),
        ("Photo: The ferry at the old pier in Norrvik on a day in June", "caption", None),
        ("Image: /pictures/ferry.jpg", "note", "/pictures/ferry.jpg"),
    ],
)
def test_label_of(line, field, value):
    label = label_of(line)
    assert label.field == field
    assert value is None or label.value == value


@pytest.mark.parametrize("line", ["", "The mayor said: no.", "FERRY", "A long line " * 40, "Ferry: back"])
def test_no_label(line):
    assert label_of(line) is None


def test_value_of_any_length_is_kept_whole():
    assert label_of("BODY: " + "x" * 9000).value == "x" * 9000


def test_labels_are_believed_where_there_are_several():
    assert fields("Headline: Ferry", "Author: Ina Brandt", PROSE) == ["headline", "byline", ""]
    assert fields("Title: Ferry", PROSE) == ["headline", ""]
    assert fields("Photo: Tora Vik", PROSE) == ["", ""]
    assert fields(PROSE, "Tags: ferries") == ["", "topics"]
    assert fields("Tags: ferries", PROSE) == ["", ""]


def test_label_names_the_line_under_it():
    assert fields("HEADLINE", "Ferry sails", "STANDFIRST", "BODY", PROSE) == ["label", "headline", "dek", "body", ""]
    assert fields(PROSE, "Tags", "ferries, ports") == ["", "label", "topics"]


def test_labels_with_dashes_need_company():
    assert fields("Headline - Ferry", "Author - Ina Brandt", PROSE) == ["", "", ""]
    assert fields("Headline - Ferry", "Author - Ina Brandt", "Tags - ferries", PROSE)[:3] == [
        "headline",
        "byline",
        "topics",
    ]


def test_subhead_after_the_dek_is_a_heading():
    assert fields("HEADLINE: A", "SUBHEAD: B", PROSE, "SUBHEAD: C", PROSE) == ["headline", "dek", "", "heading", ""]


def test_lines_of_the_story_are_no_labels():
    assert fields("Headline: A", "Byline: Ina Brandt", PROSE, "Place: the town hall", PROSE)[3] == ""


def test_rubrik_is_a_headline_or_a_desk():
    assert fields("Rubrik: Färjan", "Ingress: Efter tolv år", PROSE)[0] == "headline"
    assert fields("Titel: Fähre", "Rubrik: Panorama", PROSE)[:2] == ["headline", "desk"]


def test_taken_lines_are_nobodys():
    assert [part.field for part in read_labels(["Headline: A", "Byline: B"], [True, True])] == ["", ""]


def test_front_matter_is_always_believed():
    assert fields("description: A", always=True) == ["dek"]


def test_listed():
    assert listed("ferries, ports; Islands, ports") == ["ferries", "ports", "Islands"]
    assert listed("#ferries #ports") == ["ferries", "ports"]


def test_line_among_labels_that_nobody_knows_is_for_editors():
    lines = ["Edition: Wed", "HEADLINE: Ferry sails", "Words: Ina Brandt", "Pics: Tom Vess"]
    assert fields(*lines) == ["note", "headline", "byline", "credit"]
    assert fields("HEADLINE: Ferry sails", "Edition: the towns meet on Monday.")[1] == ""
    assert fields("HEADLINE: Ferry sails", "BYLINE: Ina Brandt", "Keywords: NORRVIK FERRY/")[2] == "note"
    assert fields("HEADLINE: Ferry sails", "BYLINE: Ina Brandt", "Words: 420")[2] == "note"


def test_photo_is_credited_without_a_colon():
    assert fields("HEADLINE: Ferry sails", "BYLINE: Ina Brandt", "Fot. Tom Vess")[2] == "credit"


def test_labels_name_lines_where_one_is_a_headline():
    assert named_lines(["HED: Ferry sails", "DESK: Coast", "ID: 4"]) == [0, 1]
    assert named_lines(["DESK: Coast"]) == []


def test_underline_of_an_agency_is_a_label_alone():
    assert fields("Murmeltier legt Seilbahn lahm", "Utl.: Kabel angenagt", PROSE) == ["", "dek", ""]

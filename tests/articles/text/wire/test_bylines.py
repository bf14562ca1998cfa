"""Lines that say who wrote a story."""

import pytest

from articles.text.wire.bylines import bare_byline, parse_byline


@pytest.mark.parametrize("text", ["Ondal", "Marek Ondal", "MAREK ONDAL", "Marek Ondal and Ina Brandt", "سامي الحداد"])
def test_bare_byline_takes_names_that_stand_nowhere_else(text):
    assert bare_byline(text, "The ferry is back.").names
    assert bare_byline(text, f"The ferry is back, said {text}.") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the ferry",
        "“Ondal”",
        "The ferry is back.",
        "Marek and Ina Brandt",
        "One Two Three Four Five",
        "Marek Ondal, Ferry Correspondent",
        "Background",
        "عودة خط العبارات بين المدينتين",
        "Ondal " * 20,
    ],
)
def test_bare_byline_refuses_what_may_be_something_else(text):
    assert bare_byline(text, "A story.") is None


@pytest.mark.parametrize("text", ["By", "Ondal", "By the time it came, all was over.", "By A. B" * 40])
def test_read_byline_needs_by_and_a_name(text):
    assert parse_byline(text) is None


@pytest.mark.parametrize("text", ["By Staff Writer", "By our correspondent", "Von unserer Redakteurin"])
def test_read_byline_takes_a_role_that_names_nobody(text):
    said = parse_byline(text)
    assert not said.names and said.extra == [text.partition(" ")[2]]


@pytest.mark.parametrize(
    "text", ["By: Marek Ondal", "by Marek Ondal", "BY : MAREK ONDAL", "Von: Marek Ondal", "Av Marek Ondal"]
)
def test_read_byline_takes_a_colon_or_a_space_after_by(text):
    assert parse_byline(text).names == ["Marek Ondal"]


@pytest.mark.parametrize(
    "text",
    [
        "By Marek Ondal <marek@example.org>",
        "By Marek Ondal (marek@example.org)",
        "By Marek Ondal, marek@example.org",
        "By Marek Ondal | marek@example.org",
    ],
)
def test_read_byline_keeps_an_email_address_beside_the_name(text):
    said = parse_byline(text)
    assert said.names == ["Marek Ondal"]
    assert [words.strip("<>()") for words in said.extra] == ["marek@example.org"]

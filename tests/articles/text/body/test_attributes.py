"""What attribute values pass."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.body.attributes import link, positive_number, words


@pytest.mark.parametrize(
    ("value", "allowed"),
    [
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("HTTP://A.example", "HTTP://A.example"),
        (" https://a.example/a b ", "https://a.example/a%20b"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/%41[x]", "https://a.example/%41%5Bx%5D"),
        ("https://a.example?q", "https://a.example?q"),
        ("https://[::1]:8000/", "https://[::1]:8000/"),
        ("https://пример.example/є", "https://пример.example/є"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("/world/", "/world/"),
        ("/", "/"),
        ("//evil.example", None),
        ("/\\evil.example", None),
        ("/\t/evil.example", None),
        ("java\nscript:x", None),
        ("data:text/html,x", None),
        ("https:evil.example", None),
        ("https://", None),
        ("https:///x", None),
        ("https://a.example:port/", None),
        ("https://[::1/", None),
        ("https://a b.example/", None),
        ("mailto:", None),
        ("#top", None),
        ("world/", None),
        ("", None),
    ],
)
def test_link_allows_only_addresses_a_story_may_link_to(value, allowed):
    assert link(value) == allowed


def test_link_and_the_sheet_agree_on_what_is_an_address():
    table = json.loads(Path("tests/addresses.json").read_text())
    assert [address for address in table["allowed"] if not link(address)] == []
    assert [address for address in table["refused"] if link(address)] == []


@settings(deadline=None)
@given(st.sampled_from(["", "/", "http://", "https://a.example", "mailto:"]), st.text(max_size=20))
def test_link_is_idempotent(start, rest):
    once = link(start + rest)
    assert once is None or link(once) == once


@pytest.mark.parametrize(
    ("value", "number"), [("7", "7"), (" 7 ", "7"), *((x, None) for x in ("0", "07", "-1", "x", "", "٣", "1" * 19))]
)
def test_positive_number_is_a_row_number(value, number):
    assert positive_number(value) == number


@pytest.mark.parametrize(("value", "said"), [(" a\n  b ", "a b"), (" \x00", None), ("", None)])
def test_words_are_single_spaced(value, said):
    assert words(value) == said

"""Calendars as RFC 5545 has them: read back by a reader of its own, what was written is there."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.admin.today.ical import LONGEST_LINE, Entry, calendar, escaped, folded

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), max_size=300)


def read(text):
    """The (name, value) of each line of a calendar, unfolded and unescaped."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    for line in text.split("\r\n"):
        assert len(line.encode()) <= LONGEST_LINE
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    return [(name, unescaped(value)) for name, _, value in (line.partition(":") for line in lines)]


def unescaped(value):
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


@given(TEXT, TEXT)
def test_what_is_written_is_read_back(summary, description):
    entry = Entry("slot-1@example.org", NOW, summary, description, "https://example.org/admin/")
    found = dict(read(calendar("The Bridge; daily, all", [entry], NOW)))
    assert found["SUMMARY"] == summary
    assert found.get("DESCRIPTION", "") == description
    assert found["X-WR-CALNAME"] == "The Bridge; daily, all"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a, b; c\\d", "a\\, b\\; c\\\\d"),
        ("one\r\ntwo\rthree\nfour", "one\\ntwo\\nthree\\nfour"),
        ("bell\x07, tab\x0b", "bell\\, tab"),
    ],
)
def test_signs_with_a_meaning_are_escaped_and_controls_go(text, value):
    assert escaped(text) == value


def test_long_lines_are_folded_between_characters():
    line = "SUMMARY:" + "Міст" * 40
    parts = list(folded(line))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:]) and "".join([parts[0], *(p[1:] for p in parts[1:])]) == line


def test_moments_are_in_utc_and_entries_have_what_programs_ask_for():
    at = datetime(2026, 5, 20, 15, 30, tzinfo=timezone(timedelta(hours=3)))
    lines = read(calendar("N", [Entry("u", at, "S", "", "https://example.org/"), Entry("v", at, "T", "", "u")], NOW))
    assert lines[:3] == [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//Newsroom//Planned//EN")]
    assert ("DTSTART", "20260520T123000Z") in lines and ("DTSTAMP", "20260520T120000Z") in lines
    assert [value for name, value in lines if name == "UID"] == ["u", "v"]
    assert lines.count(("BEGIN", "VEVENT")) == lines.count(("END", "VEVENT")) == 2
    assert lines[-1] == ("END", "VCALENDAR")

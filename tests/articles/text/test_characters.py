"""Which characters may stand in a text, and how it is spelled as HTML."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.characters import (
    drop_controls,
    escape_html,
    html_attribute,
    is_blank,
    join_surrogates,
    one_line,
    unescape_html,
    without_soft_hyphens,
)


@settings(deadline=None)
@given(st.text())
def test_unescape_undoes_escape(text):
    assert unescape_html(escape_html(text)) == text


def test_attribute_escapes_its_value():
    assert html_attribute("title", 'a "b" <c> & d') == ' title="a &quot;b&quot; &lt;c&gt; &amp; d"'


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00\x08\x0b\x1f\x7f\x9f\ufeff\ufdd0\uffffb", "ab"),
        ("a\u2028b\x85c", "a\nb\nc"),
        ("a\u202eb\u2066c\u2069\u202ad", "abcd"),
        ("fe\u200erry א\u200fב \u200fc", "ferry א\u200fב \u200fc"),
        ("\t\n\r\f é😀", "\t\n\r\f é😀"),
    ],
)
def test_drop_controls_removes_what_may_not_stand_in_html(text, kept):
    assert drop_controls(text) == kept


def test_one_line_has_single_spaces_and_nothing_unsound():
    assert one_line(" A\x08 bridge\u2028 opens\t\n\ud83d today\x00 ") == "A bridge opens \ufffd today"
    assert one_line("\x08 ") == ""
    assert one_line("A\u200f. \u200eB\u061c!") == "A. B!"
    assert one_line("אב!\u200f CNN\u200e.") == "אב!\u200f CNN\u200e."
    assert one_line("می\u200cخواهم क्\u200dष 👩\u200d🚀") == "می\u200cخواهم क्\u200dष 👩\u200d🚀"
    assert one_line("\xa05\xa0\u202fkm \xa0 on\u3000") == "5\xa0\u202fkm \xa0 on"


def test_soft_hyphens_go_where_no_line_is_broken():
    assert without_soft_hyphens("Do\u00adnau, a\u200cb") == "Donau, a\u200cb"


def test_whole_joins_pairs_and_replaces_lone_surrogates():
    assert join_surrogates("\ud83d\ude00 \ud83d \ude00") == "😀 \ufffd \ufffd"


@pytest.mark.parametrize("text", ["", " \n\t", "\xa0", "\u200b\u00ad\u2060", "\u3000"])
def test_is_blank_where_nothing_is_seen(text):
    assert is_blank(text)
    assert not is_blank(text + ".")

"""What styles are believed: an element's own, and those of simple rules."""

import pytest
from lxml import html

from articles.text.paste.clipboard_styles import Styles
from tests.linear import assert_linear


def style_of(sheet, element="<p class='a b' id='c'>x</p>"):
    page = html.document_fromstring(f"<style>{sheet}</style>{element}")
    return Styles(page).of(page.body[0])


def test_simple_rules_hold_for_tags_classes_and_ids():
    assert style_of("p{color:red}") == {"color": "red"}
    assert style_of(".a, div.b{Color: Red !important} p.b{top:1px}") == {"color": "red", "top": "1px"}
    assert style_of("#c{color:red} .d{top:1px} div{left:1px} {right:1px}") == {"color": "red"}
    assert style_of("<!-- /* mine: */ .a{color:red} -->") == {"color": "red"}
    assert style_of(".a{color:red} /* p{top:1px}") == {"color": "red"}


def test_own_style_wins_and_names_are_exact():
    assert style_of("p{color:red;top:1px}", "<p style='color:blue;mso-top:2px'>x</p>") == {
        "color": "blue",
        "top": "1px",
        "mso-top": "2px",
    }
    assert style_of("", "<p style='color:blue'>x</p>") == {"color": "blue"}


def test_rules_for_print_and_broken_ones_count_for_nothing():
    assert style_of("@import url(x); @media print{.a{display:none}} @page{top:1px} .b{color:red}") == {"color": "red"}
    assert style_of("} .b{color:red} .a{display:none") == {"color": "red"}


def test_what_another_rule_may_change_is_not_believed():
    assert style_of(".a{display:none;color:red} .open .a{display:block} .x > li:before{color:blue}") == {"color": "red"}
    assert style_of(".a{display:none} div .a:not(.x):hover{display:block}") == {}


@pytest.mark.parametrize("sign", ["a", " ", "a ", "{", "}", "/*", ":", ".", ".a ", "!", "(", "@"])
@pytest.mark.growth
def test_style_costs_no_more_than_it_is_long(sign):
    assert_linear(lambda size: style_of(sign * size, f"<p style='a: b{sign * size}'>x</p>"), 200_000)

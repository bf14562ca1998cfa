"""Markdown's front matter and marks."""

import pytest

from articles.text.body.nodes import Run, line_text
from articles.text.instructions.markdown import line_of, take_front_matter

BOLD, EM = ("strong", ""), ("em", "")


def test_front_matter_is_read():
    text = '---\ntitle: "Ferry \\"sails\\""\ntags: [ferries, "ports"]\nauthors:\n  - Ina\n  - Tom\n'
    text += "about: >\n  It\n  sails\n---\nBody"
    lines, rest = take_front_matter(text)
    assert lines == ['title: Ferry "sails"', "tags: ferries, ports", "authors: Ina, Tom", "about:  It sails"]
    assert rest == "Body"
    assert take_front_matter("+++\ntitle = 'Ferry'\n+++\nBody") == (["title: Ferry"], "Body")


@pytest.mark.parametrize("text", ["Body", "---\nBody\n", "---\n  odd\n---\nBody", "---\n\n---\n"])
def test_other_text_has_no_front_matter(text):
    lines, rest = take_front_matter(text)
    assert not lines and rest in (text, "")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain", (Run("plain"),)),
        ("a **b** c", (Run("a "), Run("b", (BOLD,)), Run(" c"))),
        ("__b__ and *c* and _d_", (Run("b", (BOLD,)), Run(" and "), Run("c", (EM,)), Run(" and "), Run("d", (EM,)))),
        ("***loud***", (Run("loud", (BOLD, EM)),)),
        ("**a *b* c**", (Run("a ", (BOLD,)), Run("b", (BOLD, EM)), Run(" c", (BOLD,)))),
        ("**a __b__ c**", (Run("a ", (BOLD,)), Run("b", (BOLD,)), Run(" c", (BOLD,)))),
        ("[the *words*](https://example.org/a_(b))", None),
        ("[a](https://x.example)", (Run("a", (("a", "https://x.example"),)),)),
        ("`code` \\*star\\* <https://x.example>", None),
        ("![a pier](pier.jpg) here", (Run("a pier"), Run(" here"))),
    ],
)
def test_line_of(text, line):
    found = line_of(text)
    assert line is None or found == line
    assert not any(sign in line_text(found) for sign in ("**", "](", "`", "__"))


@pytest.mark.parametrize("text", ["5 * 3 * 2", "snake_case_name", "f*** it", "* star", "[a](b)", "a ** b ** c", "[TK]"])
def test_signs_that_mark_nothing_stay(text):
    assert line_of(text) == (Run(text),)

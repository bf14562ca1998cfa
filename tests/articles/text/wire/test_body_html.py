"""The body as HTML."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles.text.body.nodes import Run
from articles.text.wire import ParsedBlock, body_html


def test_body_html_escapes_and_gathers_lists():
    blocks = [
        ParsedBlock("p", "A < B & “C”"),
        ParsedBlock("h2", "Why?"),
        ParsedBlock("li", "One"),
        ParsedBlock("li", "Two"),
        ParsedBlock("p", "B."),
    ]
    assert body_html(blocks) == (
        "<p>A &lt; B &amp; “C”</p><h2>Why?</h2><ul><li><p>One</p></li><li><p>Two</p></li></ul><p>B.</p>"
    )
    assert body_html([]) == ""


def test_body_html_writes_quotes_links_and_emphasis():
    runs = (Run("A ", ()), Run("b", (("a", "https://x.example"), ("strong", ""))))
    blocks = [ParsedBlock("quote", "One"), ParsedBlock("quote", "Two"), ParsedBlock("p", "A b", runs)]
    assert body_html(blocks) == (
        '<blockquote><p>One</p><p>Two</p></blockquote><p>A <a href="https://x.example"><strong>b</strong></a></p>'
    )


@given(
    st.lists(
        st.builds(ParsedBlock, st.sampled_from(["p", "h2", "li"]), st.text("<>&\"'aü \u00a0", min_size=1)), min_size=1
    )
)
def test_body_html_keeps_kinds_and_texts(blocks):
    tree = html.fragment_fromstring(body_html(blocks), create_parent="div")
    given_tags = {"li": ["li", "p"]}
    assert [node.tag for node in tree.iter("p", "h2", "li")] == sum(
        (given_tags.get(b.kind, [b.kind]) for b in blocks), []
    )
    assert [node.text or "" for node in tree.iter("p", "h2")] == [block.text for block in blocks]

"""The vocabulary drives the cleaner and the editor alike."""

from articles.text.body.cleaning import clean
from articles.text.body.vocabulary import BOUNDARIES, EDITOR_BLOCKS, ELEMENTS, GAPS, KNOWN_TAGS, MARKS, WORDLESS


def test_vocabulary_groups_do_not_overlap():
    assert not KNOWN_TAGS & (BOUNDARIES | GAPS | WORDLESS)
    assert not BOUNDARIES & GAPS


def test_vocabulary_is_what_the_design_says():
    assert set(ELEMENTS) == {"p", "h2", "h3", "hr", "ul", "ol", "blockquote", "figure", "table", "div", "aside"}
    assert list(MARKS) == ["small", "a", "span", "strong", "em", "sup", "sub"]


def test_editor_blocks_name_the_attributes_that_the_cleaner_keeps():
    assert EDITOR_BLOCKS == {
        "StoryQuote": (["blockquote"], {"blockquote": ["data-attribution", "data-person"]}),
        "Photo": (["figure", "figcaption"], {"figure": ["data-credit", "data-gallery", "data-photo"]}),
        "Box": (["aside"], {"aside": ["data-box"]}),
        "Mention": (["span"], {"span": ["data-person"]}),
        "StoryLink": (["a"], {"a": ["data-story", "data-topic", "href"]}),
        "Embed": (
            ["div", "figcaption"],
            {"div": ["data-author", "data-credit", "data-embed", "data-photo", "data-ratio", "data-title"]},
        ),
        "Note": (["small"], {"small": ["data-note"]}),
        "StoryTable": (["table", "caption", "tbody", "tr", "td", "th"], {"table": []}),
    }
    kept = '<blockquote data-person="1" data-attribution="A"><p>x</p></blockquote>'
    assert clean(kept) == kept

"""The vocabulary of a body, defined once: the parser, the cleaner, the renderer and the editor all follow it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from articles.text.body.attributes import link, positive_number, words

Check = Callable[[str], str | None]

# What an element may hold. Every shape is made of *lines*: text with marks and line breaks, nothing else.
LINE = "line"  # one line, never blank: <p>…</p>
PARAGRAPHS = "paragraphs"  # lines, each in a <p>
ITEMS = "items"  # <li>, each with lines in <p>; lists are flat, a list in a list becomes items of the outer one
CAPTION = "caption"  # one line, possibly blank, in a <figcaption>


@dataclass(frozen=True)
class Element:
    """A block of the body: its tag, what it holds, its attributes with their checks and whether lines may break."""

    tag: str
    holds: str
    attributes: Mapping[str, Check] = field(default_factory=dict)
    required: str = ""  # without this attribute the element is nothing and its words become paragraphs
    breaks: bool = True  # whether <br> may stand in it; else a break is a space


@dataclass(frozen=True)
class Mark:
    """A mark over words of a line: its tag and, if it says something, the attribute that says it with its check."""

    tag: str
    attribute: str = ""
    check: Check | None = None


ELEMENTS: Mapping[str, Element] = {
    element.tag: element
    for element in (
        Element("p", LINE),
        Element("h2", LINE, breaks=False),
        Element("ul", ITEMS),
        Element("ol", ITEMS),
        Element("blockquote", PARAGRAPHS, {"data-person": positive_number, "data-attribution": words}),
        Element("figure", CAPTION, {"data-photo": positive_number, "data-credit": words}, required="data-photo"),
    )
}
SUP, SUB = "sup", "sub"
# In this order from the outside in, so that one text has one spelling.
MARKS: Mapping[str, Mark] = {
    mark.tag: mark
    for mark in (
        Mark("a", "href", link),
        Mark("span", "data-person", positive_number),
        Mark("strong"),
        Mark("em"),
        Mark(SUP),
        Mark(SUB),
    )
}


def names_in(text: str) -> frozenset[str]:
    """The names of a list with spaces between them."""
    return frozenset(text.split())


# Other people's names for what we have.
ALIASES: Mapping[str, str] = {"b": "strong", "i": "em", "h1": "h2", "h3": "h2", "h4": "h2", "h5": "h2", "h6": "h2"}
# Foreign elements that part words from words: they end a line, and are themselves forgotten.
BOUNDARIES = names_in(
    "address article aside body caption center dd details dialog dir div dl dt fieldset footer form header hgroup hr "
    "legend main menu nav optgroup option pre search section summary table tbody tfoot thead tr"
)
# Foreign elements that part words from words within a line: a space stands for them.
GAPS = frozenset({"td", "th", "img"})
# Elements whose content is no text for readers.
WORDLESS = names_in("script style template noscript iframe noembed noframes object title")
# Parts of the elements above, which have no attributes.
PARTS = frozenset({"li", "figcaption", "br"})

KNOWN_TAGS = frozenset(ELEMENTS) | frozenset(MARKS) | PARTS
PARSED_TAGS = KNOWN_TAGS | frozenset(ALIASES) | BOUNDARIES | GAPS
PARSED_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    **{element.tag: frozenset(element.attributes) for element in ELEMENTS.values() if element.attributes},
    **{mark.tag: frozenset({mark.attribute}) for mark in MARKS.values() if mark.attribute},
}
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# django-prose-editor's `extensions`, of its own ones. (Spell checking is off unless this says otherwise.)
EDITOR_EXTENSIONS: Mapping[str, object] = {
    "Bold": True,
    "Italic": True,
    "Superscript": True,
    "Subscript": True,
    "Heading": {"levels": [2]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "HardBreak": True,
    "NoSpellCheck": False,
}
# Extensions that the writing surface has to bring: the tags each one writes and their attributes, in the shape of
# `html_tags(tags, attributes)`. Without them the editor would drop these elements from a body that it loads.
EDITOR_BLOCKS: Mapping[str, tuple[list[str], dict[str, list[str]]]] = {
    name: (tags, {tags[0]: sorted(PARSED_ATTRIBUTES[tags[0]])})
    for name, tags in {
        "StoryQuote": ["blockquote"],
        "Photo": ["figure", "figcaption"],
        "Mention": ["span"],
        "StoryLink": ["a"],
    }.items()
}

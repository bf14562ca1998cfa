"""The vocabulary of a body, defined once: the parser, the cleaner, the renderer and the editor all follow it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from articles.text.body.attributes import box_kind, flag, link, positive_number, ratio, switched_on, words
from articles.text.body.elements.embeds import known_address
from articles.text.body.own_links import STORY, TOPIC, is_pointer, pointer_by, written

Check = Callable[[str], str | None]

# What an element may hold. Every shape is made of *lines*: text with marks and line breaks, nothing else.
LINE = "line"  # one line, never blank: <p>…</p>
PARAGRAPHS = "paragraphs"  # lines, each in a <p>
ITEMS = "items"  # <li>, each with lines in <p>; lists are flat, a list in a list becomes items of the outer one
CAPTION = "caption"  # one line, possibly blank, in a <figcaption>
NOTHING = "nothing"  # a rule
ROWS = "rows"  # a caption of plain words, possibly blank, and rows of cells, each one line, possibly blank


@dataclass(frozen=True)
class Element:
    """A block of the body: its tag, what it holds, its attributes with their checks and what its lines may be."""

    tag: str
    holds: str
    attributes: Mapping[str, Check] = field(default_factory=dict)
    required: str = ""  # without this attribute the element is nothing and its words become paragraphs
    breaks: bool = True  # whether <br> may stand in it; else a break is a space
    notes: bool = False  # whether its lines may have footnotes; else a note's words are words of the line


@dataclass(frozen=True)
class Mark:
    """A mark over words of a line: its tag and, if it says something, the attribute that says it with its check.

    `pointers` are other attributes that say it instead, and go first, with their checks; the value tells which it was.
    """

    tag: str
    attribute: str = ""
    check: Check | None = None
    pointers: Mapping[str, Check] = field(default_factory=dict)

    def value_of(self, attributes: Mapping[str, str]) -> str | None:
        """What an element with these attributes says, "" where there is nothing to say; None where it means nothing."""
        if self.check is None:
            return ""
        for name, check in self.pointers.items():
            pointer = check(attributes.get(name, ""))
            if pointer is not None:
                return pointer
        return self.check(attributes[self.attribute]) if self.attribute in attributes else None

    def said(self, value: str) -> tuple[str, str]:
        """The attribute and the text by which a value is written."""
        return written(value) if self.pointers and is_pointer(value) else (self.attribute, value)


ELEMENTS: Mapping[str, Element] = {
    element.tag: element
    for element in (
        Element("p", LINE, notes=True),
        Element("h2", LINE, breaks=False),
        Element("h3", LINE, breaks=False),
        Element("hr", NOTHING),
        Element("ul", ITEMS, notes=True),
        Element("ol", ITEMS, notes=True),
        Element("blockquote", PARAGRAPHS, {"data-person": positive_number, "data-attribution": words}, notes=True),
        # Photos one after the other that say so are a gallery; one alone is a photo.
        Element(
            "figure",
            CAPTION,
            {"data-photo": positive_number, "data-credit": words, "data-gallery": switched_on},
            required="data-photo",
        ),
        Element("aside", PARAGRAPHS, {"data-box": box_kind}, required="data-box", notes=True),
        Element("table", ROWS, notes=True),
        # What its provider said of an embed when it was pasted; its photo is the poster, with the poster's credit.
        Element(
            "div",
            CAPTION,
            {
                "data-embed": known_address,
                "data-title": words,
                "data-author": words,
                "data-ratio": ratio,
                "data-photo": positive_number,
                "data-credit": words,
            },
            required="data-embed",
        ),
    )
}
SUP, SUB = "sup", "sub"
NOTE = "small"  # the words of a footnote, which stand where its number goes
# In this order from the outside in, so that one text has one spelling.
MARKS: Mapping[str, Mark] = {
    mark.tag: mark
    for mark in (
        Mark(NOTE, "data-note", flag),
        Mark("a", "href", link, {name: pointer_by(name) for name in (STORY, TOPIC)}),
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
ALIASES: Mapping[str, str] = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
# Foreign elements that part words from words: they end a line, and are themselves forgotten.
BOUNDARIES = names_in(
    "address article body center dd details dialog dir dl dt fieldset footer form header hgroup legend main "
    "menu nav optgroup option pre search section summary"
)
# Foreign elements that part words from words within a line: a space stands for them.
GAPS = frozenset({"img"})
# Elements whose content is no text for readers.
WORDLESS = names_in("script style template noscript iframe noembed noframes object title")
# Parts of the elements above, which have no attributes. Those of a table are boundaries outside of one, cells are gaps.
CELLS = frozenset({"td", "th"})
TABLE_PARTS = CELLS | names_in("caption thead tbody tfoot tr")
PARTS = names_in("li figcaption br") | TABLE_PARTS

KNOWN_TAGS = frozenset(ELEMENTS) | frozenset(MARKS) | PARTS
PARSED_TAGS = KNOWN_TAGS | frozenset(ALIASES) | BOUNDARIES | GAPS
PARSED_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    **{element.tag: frozenset(element.attributes) for element in ELEMENTS.values() if element.attributes},
    **{mark.tag: frozenset({mark.attribute, *mark.pointers}) for mark in MARKS.values() if mark.attribute},
}
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# django-prose-editor's `extensions`, of its own ones. (Spell checking is off unless this says otherwise.)
EDITOR_EXTENSIONS: Mapping[str, object] = {
    "Bold": True,
    "Italic": True,
    "Superscript": True,
    "Subscript": True,
    "Heading": {"levels": [2, 3]},
    "HorizontalRule": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "HardBreak": True,
    "NoSpellCheck": False,
}
# Extensions that the writing surface has to bring: the tags each one writes and their attributes, in the shape of
# `html_tags(tags, attributes)`. Without them the editor would drop these elements from a body that it loads.
EDITOR_BLOCKS: Mapping[str, tuple[list[str], dict[str, list[str]]]] = {
    name: (tags, {tags[0]: sorted(PARSED_ATTRIBUTES.get(tags[0], ()))})
    for name, tags in {
        "StoryQuote": ["blockquote"],
        "Photo": ["figure", "figcaption"],
        "Mention": ["span"],
        "StoryLink": ["a"],
        "Note": [NOTE],
        "Box": ["aside"],
        "Embed": ["div", "figcaption"],
        "StoryTable": ["table", "caption", "tbody", "tr", "td", "th"],
    }.items()
}

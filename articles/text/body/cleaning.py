"""Any HTML cleaned into the body's vocabulary, in its one canonical spelling."""

import nh3

from articles.text.body.html_parser import html_of, parse
from articles.text.body.nodes import write
from articles.text.body.parse_cache import RECENT
from articles.text.body.vocabulary import LINK_SCHEMES, PARSED_ATTRIBUTES, PARSED_TAGS, WORDLESS
from articles.text.characters import valid_characters

SANITIZER = nh3.Cleaner(
    tags=set(PARSED_TAGS),
    clean_content_tags=set(WORDLESS),
    attributes={
        **{tag: set(names) for tag, names in PARSED_ATTRIBUTES.items()},
        "table": {"role"},
    },  # a scaffold says so
    link_rel=None,
    url_schemes=set(LINK_SCHEMES),
)


def clean(html: str) -> str:
    """The HTML in the body's vocabulary (`vocabulary`), canonically spelled; idempotent; never raises on a str.

    Words are kept whatever element they stand in, except script, style, template and their like. Words outside any
    block get a paragraph, blocks in blocks are flattened, blank paragraphs go, links to nowhere allowed and mentions of
    nobody are only their words, and a figure without a photo's number is its caption as a paragraph.
    White space is as HTML shows it, so equal pages are equal bytes.
    """
    html = valid_characters(html)
    nodes = RECENT.get(html)
    if nodes is None:
        nodes = parse(html)
    if write(nodes) == html:  # `write` writes nothing but the vocabulary, so there is nothing to clean away
        RECENT.put(html, nodes)
        return html
    return html_of(parse(SANITIZER.clean(html)))

"""Counts how often a body is really parsed, for tests of what opening, saving and publishing a story cost."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from articles.text.body import cleaning, html_parser
from articles.text.body.nodes import Node
from articles.text.body.parse_cache import RECENT


@contextmanager
def counted_parses(*, longer_than: int = 0) -> Iterator[list[str]]:
    """Within it, the HTML of each parse by our parser or by the sanitizer is added to the list that it gives.

    It begins with nothing remembered, so that what is parsed in it is counted. With `longer_than`, HTML of at most so
    many characters, such as a caption, is left out.
    """
    seen: list[str] = []
    parse, sanitizer = html_parser.parse, cleaning.SANITIZER

    def note(html: str) -> str:
        if len(html) > longer_than:
            seen.append(html)
        return html

    def counting_parse(html: str) -> tuple[Node, ...]:
        return parse(note(html))

    class CountingSanitizer:
        def clean(self, html: str) -> str:
            return sanitizer.clean(note(html))

    RECENT.clear()
    with (
        patch.object(html_parser, "parse", counting_parse),
        patch.object(cleaning, "parse", counting_parse),
        patch.object(cleaning, "SANITIZER", CountingSanitizer()),
    ):
        yield seen

"""Reads a story as it comes from a web page or a wire, as plain text without markup, into structure."""

from .decoding import UnreadableStory, read_story
from .html import body_html
from .parsing import parse_story
from .story import Block, NamedPerson, ParsedStory

__all__ = ["Block", "NamedPerson", "ParsedStory", "UnreadableStory", "body_html", "parse_story", "read_story"]

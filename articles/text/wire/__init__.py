"""Reads a story as it comes from a web page or a wire, as plain text without markup, into structure."""

from articles.text.instructions.embargo import ParsedEmbargo
from articles.text.wire.decoding import UnreadableStory, decode_story
from articles.text.wire.parsing import is_story, parse_story
from articles.text.wire.several import split_stories
from articles.text.wire.story import NamedPerson, ParsedBlock, ParsedStory, body_html

__all__ = [
    "NamedPerson",
    "ParsedBlock",
    "ParsedEmbargo",
    "ParsedStory",
    "UnreadableStory",
    "body_html",
    "decode_story",
    "is_story",
    "parse_story",
    "split_stories",
]

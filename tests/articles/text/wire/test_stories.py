"""Whole stories, invented, in the shapes that pages and wires have."""

import pytest

from articles.text.wire import parse_story

from .stories import STORIES
from .story_heads import HEADS
from .story_languages import LANGUAGES

ALL = STORIES | HEADS | LANGUAGES


@pytest.mark.parametrize("shape", ALL)
def test_parse_story_reads_every_shape(shape):
    text, expected = ALL[shape]
    story = parse_story(text)
    wanted = expected.get("noted", "")
    got = {
        "kinds": " ".join(block.kind for block in story.blocks),
        "first": story.blocks[0].text if story.blocks else "",
        "named": [person.as_written for person in story.people],
        "noted": wanted if any(wanted in note for note in story.notes) else story.notes,
    }
    assert {key: got[key] if key in got else getattr(story, key) for key in expected} == expected

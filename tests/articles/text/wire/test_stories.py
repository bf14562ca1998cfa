"""Whole stories, invented, in the shapes that pages and wires have."""

import pytest

from articles.text.wire import parse_story

from .stories import STORIES
from .story_copy import COPY
from .story_heads import HEADS
from .story_languages import LANGUAGES
from .story_shapes import SHAPES

ALL = STORIES | HEADS | LANGUAGES | COPY | SHAPES


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


WORDS_FOR_EDITORS = (
    "@",
    "tel.",
    "phone",
    "telefon",
    "тел.",
    "هاتف",
    "embarg",
    "ambarg",
    "sperrfrist",
    "אמברגו",
    "محظور",
)


@pytest.mark.parametrize("shape", COPY)
def test_nothing_for_editors_is_left_to_readers(shape):
    story = parse_story(COPY[shape][0])
    public = [story.headline, story.dek, story.topic, *story.bylines, story.place, story.caption, story.credit]
    seen = " ".join([*public, *(block.text for block in story.blocks)]).lower()
    assert not [word for word in WORDS_FOR_EDITORS if word in seen]

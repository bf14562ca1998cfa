"""What goes with a text and stands above its headline."""

import pytest

from articles.text.wire import parse_story
from tests.articles.text.wire.frame.test_frame import BUTTONS, FIRST, LAST, SECOND, TITLE, told


@pytest.mark.parametrize(
    "above",
    [
        "Hi Sam,\n\nHope you had a great weekend!\n\nThis may be one for your Thursday pages, and Jo can talk to you.",
        "Moin Kerstin,\n\nhier der Text zum Teich, ca. 2400 Zeichen.",
        "From: Dora Lind <dora@example.org>\nSubject: RE: pond\n\nNew version with the right figure below.\nD",
        "BC-US--Golf-Pond,Kill\nEDITORS: Please kill the story slugged Golf-Pond.\nA substitute is on its way.",
        "I thought you may want this.",
    ],
)
def test_cover_note_is_no_story(above):
    assert told(above, "", TITLE, "", FIRST, SECOND, LAST, "", "(Reporting by Walt Pickering)") == (
        TITLE,
        [FIRST, SECOND, LAST],
    )


@pytest.mark.parametrize(
    "above",
    [
        f"{TITLE}\n\nBy Walt Pickering\n\nThe members of Elk Run Golf Club like it.\n\nWhat the members of it said",
        "“You will see,” said the greenkeeper to the members.\n\nWhat the members of it said",
        "• You will like it.\n\nWhat the members of it said",
        "You will like it: " + "the pond " * 40 + "stays.\n\nWhat the members of it said",
    ],
)
def test_first_paragraph_of_a_story_is_no_cover_note(above):
    story = parse_story(f"{above}\n\n{FIRST}\n\n{SECOND}\n\n{LAST}\n\n(Reporting by Walt Pickering)")
    first = above.split("\n\n")[0 if TITLE not in above else 2].strip("• ")
    assert any(first in each.text for each in story.blocks) or story.headline == first


def test_larger_part_of_a_text_is_no_cover_note():
    above = "I told you about the pond and the beavers, and you liked it, and so did we all, on Monday and later."
    headline, paragraphs = told(above, "", "What the members of it said", "", SECOND, "", "Copyright 2026 Elk")
    assert above in (headline, *paragraphs)


def test_dek_of_a_page_may_stand_below_a_line_of_the_page():
    dek = "The board hired a donkey, aged 11, for carrots."
    lines = [BUTTONS, TITLE, "Subscribers only", dek, "By Walt Pickering", "June 9, 2026", FIRST, SECOND]
    story = parse_story("\n".join(lines))
    assert (story.dek, len(story.blocks)) == (dek, 2)

"""A page read as a story, and the lines of one that many tests put something around."""

from articles.text.wire import parse_story

TITLE = "Beavers flood golf course and may stay"
FIRST = "Beavers have dammed the stream on the ninth hole and turned the fairway into a pond, and the members like it."


def told(*lines):
    """(headline, [text of each block]) of these lines."""
    story = parse_story("\n".join(lines))
    return story.headline, [block.text for block in story.blocks]

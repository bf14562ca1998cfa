"""Fitting a read story to an article's fields: what has no room moves to the body or is said, and no word is lost."""

from dataclasses import replace

from articles.editorial.directory.entries import key_of
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.text.wire import Block


def fitted(story):
    """(the ParsedStory with parts that fit, sentences on what did not).

    A headline or dek that is too long is a paragraph and opens the body; a place, credit, topic or byline that does
    not fit is told to editors word for word.
    """
    moved = [name for name in ("headline", "dek") if not _has_room(name, getattr(story, name))]
    fits = {
        "place": _has_room("place", story.place),
        "credit": _has_room("lead_credit", story.credit),
        "topic": not story.topic or _is_name(story.topic),
    }
    left_out = [name for name, does in fits.items() if not does]
    told = [(name, getattr(story, name)) for name in left_out]
    told += [("byline", name) for name in story.bylines if not _is_name(name)]
    notes = [f"The {name} is too long for one and opens the body instead." for name in moved]
    notes += [f"The {name} does not fit its field and is kept here only: {words}" for name, words in told]
    fitting = replace(
        story,
        **dict.fromkeys([*moved, *left_out], ""),
        blocks=(*(Block("p", getattr(story, name)) for name in moved), *story.blocks),
        bylines=tuple(name for name in story.bylines if _is_name(name)),
    )
    return fitting, notes


def _has_room(field, text):
    """Whether a field of the article takes the text."""
    return len(text) <= Article._meta.get_field(field).max_length


def _is_name(name):
    """Whether the directory would take the name."""
    try:
        key_of(name)
    except Refusal:
        return False
    return True

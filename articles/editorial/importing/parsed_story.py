"""Reading a plain-text story for the fields of an article, as importing and pasting both do; no word is lost."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial.directory.entries import find_entry, key_of
from articles.editorial.directory.people_in_text import name_index
from articles.editorial.refusals import Refusal
from articles.editorial.writing.working_copy import refuse_no_story
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.person import Person
from articles.text.body.body import Body
from articles.text.people.name_index import link_people
from articles.text.wire import ParsedStory, parse_story

# Characters that the article's fields take.
MOST = {field.name: field.max_length for field in Article._meta.fields if field.max_length}


def parse_and_fit(text: str) -> tuple[ParsedStory, list[str]]:
    """(the ParsedStory with parts that fit their fields, sentences for editors on how the text was read)."""
    refuse_no_story(text)
    now = timezone.now()
    story, notes = fit_to_fields(parse_story(text, now=now, zone=timezone.get_default_timezone()))
    notes += story.notes
    if story.agency:
        notes.append(_("The dateline names the agency %(agency)s.") % {"agency": story.agency})
    if story.date_words:
        notes.append(_("The text gives a date, which was not used: %(date)s") % {"date": story.date_words})
    if is_over(story, now):
        notes.append(_("The embargo is over."))
    notes += [_("For editors only: %(line)s") % {"line": line} for line in story.instructions]
    notes += [_("Left out as page furniture: %(line)s") % {"line": line} for line in story.furniture]
    return story, notes


def is_over(story: ParsedStory, at: datetime) -> bool:
    """Whether the text names an embargo that no longer holds at this moment."""
    return story.embargo is not None and story.embargo.until is not None and story.embargo.until <= at


def embargo_fields(story: ParsedStory) -> dict[str, Any]:
    """The working fields that hold the text's embargo."""
    if story.embargo is None:
        return {"embargo_words": "", "embargo_until": None}
    return {"embargo_words": story.embargo.words, "embargo_until": story.embargo.until}


def desk_named(story: ParsedStory) -> tuple[Desk | None, list[str]]:
    """(the desk that the text's section names, sentences on a section that is no desk); none is made for it."""
    if not story.desk:
        return None, []
    try:
        desk = find_entry(Desk, story.desk)
    except Refusal:
        desk = None
    return desk, [] if desk else [_("The text names the section %(name)s, which is no desk.") % {"name": story.desk}]


def fit_to_fields(story: ParsedStory) -> tuple[ParsedStory, list[str]]:
    """(the ParsedStory with parts that fit, sentences on what did not, which have the words)."""
    fits = {
        "place": _has_room("place", story.place),
        "credit": _has_room("lead_credit", story.credit),
        "topic": not story.topic or _is_name(story.topic),
    }
    left_out = [name for name, does in fits.items() if not does]
    words = [(name, getattr(story, name)) for name in left_out]
    words += [("byline", name) for name in story.bylines if not _is_name(name)]
    words += [("topic", name) for name in story.topics if not _is_name(name) and name != story.topic]
    notes = [f"The {name} does not fit its field and is kept here only: {each}" for name, each in words]
    emptied: dict[str, Any] = dict.fromkeys(left_out, "")
    fitting = replace(
        story,
        **emptied,
        bylines=tuple(name for name in story.bylines if _is_name(name)),
        topics=tuple(name for name in story.topics if _is_name(name)),
    )
    return fitting, notes


def link_found(body: Body, found: dict[str, list[Person]]) -> Body:
    """The body with the people that `people_by_key` found in it linked, each at the first place that names them."""
    return link_people(body, name_index({person for some in found.values() for person in some}))


def _has_room(field: str, text: str) -> bool:
    """Whether a field of the article takes the text."""
    return len(text) <= MOST[field]


def _is_name(name: str) -> bool:
    """Whether the directory would take the name."""
    try:
        key_of(name)
    except Refusal:
        return False
    return True

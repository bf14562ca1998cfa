"""Pasting: a whole story put onto an empty sheet is read as an imported one is, and nothing of it is saved yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from articles.editorial.directory.entries import E, find_entry, kind_of, normalized_name
from articles.editorial.directory.people_in_text import people_by_key
from articles.editorial.importing.parsed_story import desk_named, embargo_fields, link_found, parse_and_fit
from articles.editorial.permissions import may_edit_directory, may_write, require
from articles.editorial.refusals import Refusal
from articles.models.person import Person
from articles.models.topic import Topic
from articles.models.user import User
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.languages.guess_language import guess_language
from articles.text.paste.pasted_story import as_text, with_markup
from articles.text.wire import body_html, split_stories


@dataclass(frozen=True)
class Pasted:
    """The parts of a pasted story: its working fields by name, and sentences on how they were found."""

    fields: dict[str, Any]
    notes: list[str]


def read_pasted(*, by: User, text: str = "", html: str = "") -> Pasted:
    """A story's parts, as `import_story` finds them: from its plain text, or from HTML, whose markup the body keeps.

    Byline people and the topic that the directory lacks are unsaved rows: `create_new_entries` creates them when the
    story is saved. A name that can't be taken is said in the notes. Raises Forbidden.
    """
    require(may_write(by), _("begin a story"))
    html = clean(html)
    text = as_text(html) or text
    story, notes = parse_and_fit(text)
    if (count := len(split_stories(text))) > 1:
        notes.append(_("The text seems to hold %(count)d stories; better take them one by one.") % {"count": count})
    body = with_markup(story.blocks, html) if html else clean(body_html(story.blocks))
    bylines = _entries(Person, story.bylines, notes, by, on_staff=not story.agency)
    topics = _entries(Topic, dict.fromkeys(name for name in (story.topic, *story.topics) if name), notes, by)
    desk, desk_notes = desk_named(story)
    notes += desk_notes
    fields = {
        "headline": story.headline,
        "dek": story.dek,
        "body": link_found(Body(body), people_by_key(named.name for named in story.people)).html,
        "desk": desk,
        "lead_topic": topics[0] if topics else None,
        "topics": topics,
        "bylines": bylines,
        "place": story.place,
        "lead_caption": story.caption,
        "lead_credit": story.credit,
        "language": guess_language(text, default=settings.LANGUAGE_CODE),
        **embargo_fields(story),
    }
    return Pasted(fields, notes)


def _entries(model: type[E], names: Iterable[str], notes: list[str], by: User, **facts: Any) -> list[E]:
    """The rows with these names, those that are missing unsaved; why one can't be had goes to the notes."""
    rows, kind = [], kind_of(model)
    for name in names:
        try:
            row = find_entry(model, name)
            if row is None:
                require(may_edit_directory(by, kind), _("add a {kind}").format(kind=kind))
        except Refusal as refusal:
            notes.append(str(refusal))
        else:
            rows.append(row or model(name=normalized_name(name), **facts))
    return rows

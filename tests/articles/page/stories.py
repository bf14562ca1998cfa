"""Story values and unsaved rows for tests of the page: no database."""

from datetime import UTC, datetime

from articles.models.correction import Correction
from articles.models.desk import Desk
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.person import Person
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import Topic
from articles.page.story import story_of
from articles.text.body.body import Body
from media.models import Photo

AT = datetime(2026, 5, 21, 18, 40, tzinfo=UTC)
MAAS = Person(pk=7, name="Joren Maas", slug="joren-maas", role="chief surveyor", organisation="Joint Commission")
FERROW = Person(pk=3, name="Nadia Ferrow", slug="nadia-ferrow")
COMMONS, BORDERS = Topic(pk=1, name="Commons", slug="commons"), Topic(pk=2, name="Borders", slug="borders")


def a_picture(width=1600, height=900, **facts):
    """An unsaved photo of the library."""
    facts = {"content_hash": "ab" * 32, "alt": "Long grass.", "focus_x": 0.5, "focus_y": 0.5} | facts
    return Photo(pk=facts.pop("pk", 5), width=width, height=height, **facts)


def an_edition(**fields):
    """An unsaved edition of story 41."""
    fields = {
        "article_id": 41,
        "path": "/2026/05/commons-reopen/",
        "headline": "Two Governments Reopen the Commons",
        "dek": "Herders may graze from June.",
        "desk": Desk(pk=1, name="World", slug="world"),
        "dated_at": AT,
        "words": 120,
    } | fields
    return Edition(**fields)


def a_section(edition, html, heading="", position=0, pk=None):
    """A section of an edition."""
    return Section(pk=pk, edition=edition, position=position, heading=heading, html=html)


def a_quote(edition, section, words, position=1, **fields):
    """A quote standing where `words` first stand in the section."""
    start = Body(section.html).text.index(words)
    fields = {"text": words, "start": start, "end": start + len(words)} | fields
    return Quote(edition=edition, article_id=41, section=section, position=position, dated_at=AT, **fields)


def a_placement(edition, photo, section=None, **fields):
    """A photo in the edition: its lead, or inside a section."""
    fields = {"caption": "Grass.", "credit": "Photo: Ada Lens"} | fields
    return PhotoPlacement(edition=edition, section=section, photo=photo, article_id=41, dated_at=AT, **fields)


def a_byline(edition, person, name=None, position=0):
    """Somebody who signed."""
    name = name or person.name
    return Byline(edition=edition, article_id=41, dated_at=AT, person=person, name=name, position=position)


def a_mention(edition, person):
    """Somebody the text names."""
    return Mention(edition=edition, article_id=41, dated_at=AT, person=person, name=person.name)


def a_filing(edition, topic, is_lead=False):
    """The edition filed under a topic."""
    return EditionTopic(edition=edition, article_id=41, dated_at=AT, topic=topic, is_lead=is_lead)


def a_note(text="There are eleven villages.", kind="correction"):
    """A public note on an error."""
    return Correction(article_id=41, kind=kind, text=text, goes_live_at=AT)


def a_story(edition=None, *, html="<p>Plain words.</p>", **rows):
    """The Story of an edition with one section."""
    edition = edition or an_edition()
    rows.setdefault("sections", [a_section(edition, html)])
    rows.setdefault("at", AT)
    return story_of(edition, **rows)

"""Importing plain text: every part lands in its field, nothing is lost, and a refusal writes nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from articles.editorial.directory import entries
from articles.editorial.importing.import_story import Picture, import_story
from articles.editorial.importing.parsed_story import fit_to_fields
from articles.editorial.permissions import Forbidden
from articles.editorial.publishing import steps
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.log_entry import LogEntry
from articles.models.person import Person
from articles.models.person_suggestion import PersonSuggestion
from articles.models.revision import Reason
from articles.models.topic import Topic
from articles.text.body.body import Body
from articles.text.wire import UnreadableStory, parse_story
from media import ingest
from media.models import Photo
from media.refusals import RefusedPicture
from tests.articles import wires
from tests.builders import (
    a_desk,
    a_person,
    editor,
    live_edition,
    photo_editor,
    picture_bytes,
    reporter,
    stranger,
    system,
)

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
TABLES = (Article, Edition, Photo, Person, Topic, Desk, LogEntry, PersonSuggestion)


@pytest.fixture(autouse=True)
def clock():
    """The clock stands at noon."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def take(text=None, *, by=None, **wishes):
    """Import a text, the whole invented story unless said, as `system` unless said."""
    return import_story((text or wires.story()).encode(), by=by or system(), **wishes)


def stored_files():
    """The names of the originals in the photo store."""
    return set(default_storage.listdir("originals")[1]) if default_storage.exists("originals") else set()


def everything():
    """How many rows and files there are."""
    return [model.objects.count() for model in TABLES], stored_files()


def picture(**words):
    """A new picture that shows something."""
    return Picture(picture_bytes(), **({"alt": "A lamp."} | words))


def test_every_part_of_a_page_lands_in_its_field():
    imported = take(picture=picture(), desk="World")
    article = Article.objects.get()
    assert imported.article == article
    assert imported.edition is None
    assert imported.blockers == []
    assert (article.headline, article.dek) == (wires.HEADLINE, wires.DEK)
    assert article.lead_topic.name == wires.TOPIC
    assert list(article.topics.all()) == [article.lead_topic]
    assert [str(row) for row in article.byline_rows.all()] == [wires.BYLINE]
    assert (article.desk.name, article.language, article.original_date) == ("World", "en", None)
    assert (article.lead_photo.caption, article.lead_photo.credit) == (wires.CAPTION, wires.CREDIT)
    assert (article.lead_caption, article.lead_credit) == ("", "")
    sections = Body(article.body).sections
    assert [section.heading for section in sections] == ["", wires.FIRST, wires.SECOND]
    assert [[block.text for block in section.body.blocks] for section in sections] == [
        wires.LEAD,
        [text.replace("'", "’") for text in wires.FIRST_SECTION],  # words are set when they are saved
        wires.SECOND_SECTION,
    ]
    assert imported.notes == ["Left out as page furniture: SCROLL FOR NEXT"]
    assert article.editor_note == imported.notes[0]


def test_import_is_a_revision_and_a_line_of_the_log():
    ed = editor()
    article = take(by=ed).article
    revision = article.revisions.get()
    assert (revision.reason, revision.made_by, article.created_by) == (Reason.IMPORTED, ed, ed)
    assert {entry.verb for entry in article.log.all()} == {"begin", "import"}


def test_publish_puts_the_story_out_with_its_one_quote():
    imported = take(picture=picture(), desk="World", publish=True)
    edition = live_edition(imported.article)
    assert imported.edition == edition
    (quote,) = edition.quotes.all()
    assert (quote.text, quote.attribution, quote.person) == (wires.SAID, "the statement", None)
    (placed,) = edition.placements.all()
    assert (placed.caption, placed.credit) == (wires.CAPTION, wires.CREDIT)
    assert [row.name for row in edition.byline_rows.all()] == [wires.BYLINE]


def test_byline_people_are_staff_and_others_are_only_suggested():
    imported = take()
    assert [(person.name, person.on_staff) for person in Person.objects.all()] == [(wires.BYLINE, True)]
    suggested = {row.name: row.as_written for row in imported.suggestions}
    assert suggested["Tamsin Vell"] == "Cmdr. Tamsin Vell"
    assert {"Basil Thorne", "Hesper Quill", "Donal Marsh"} <= suggested.keys()
    assert all(row.person is None for row in imported.suggestions)
    assert [row.pk for row in PersonSuggestion.objects.all()] == [row.pk for row in imported.suggestions]


def test_known_people_are_linked_at_their_first_place_and_in_the_suggestions():
    vell = a_person("Commodore Vell", aliases=["Tamsin Vell"])
    thorne = a_person("Basil Thorne")
    imported = take()
    body = imported.article.body
    assert f'<span data-person="{vell.pk}">Tamsin Vell</span>' in body
    assert body.count(f'<span data-person="{thorne.pk}">Basil Thorne</span>') == 1
    assert body.index(f'data-person="{thorne.pk}"') < body.index("spoken twice")
    linked = {row.name: row.person for row in imported.suggestions}
    assert (linked["Tamsin Vell"], linked["Basil Thorne"], linked["Hesper Quill"]) == (vell, thorne, None)


def test_name_that_two_people_share_is_suggested_and_not_linked():
    a_person("Basil Thorne")
    a_person("B. Thorne", aliases=["Basil Thorne"])
    imported = take()
    assert "data-person" not in imported.article.body
    assert {row.name: row.person for row in imported.suggestions}["Basil Thorne"] is None


def test_names_given_win_over_those_in_the_text():
    article = take(byline="Ann Lee", topic="Ferries", desk="Sport").article
    assert [str(row) for row in article.byline_rows.all()] == ["Ann Lee"]
    assert article.lead_topic.name == "Ferries"
    assert {topic.name for topic in article.topics.all()} == {"Ferries", wires.TOPIC}
    assert article.desk.name == "Sport"
    assert not Person.objects.filter(name=wires.BYLINE).exists()


def test_names_that_are_known_are_found_however_written():
    desk, topic = a_desk("World"), entries.get_or_create_topic(wires.TOPIC.upper(), by=system())
    merrow = a_person(wires.BYLINE)
    article = take(desk="WORLD").article
    assert (article.desk, article.lead_topic, article.byline_rows.get().person) == (desk, topic, merrow)


def test_agency_story_has_a_place_a_note_and_nobody_of_ours():
    text = wires.story(
        caption="", topic="", byline="By Ann Lee and Bo Ray", lead="QUILLON, Feb. 5 (Reuters) - " + wires.LEAD[0]
    )
    imported = take(text)
    assert imported.article.place.upper() == "QUILLON"
    assert "The dateline names the agency Reuters." in imported.notes
    assert any("gives a date, which was not used: Feb. 5" in note for note in imported.notes)
    assert {person.on_staff for person in Person.objects.all()} == {False}


def test_language_is_told_from_the_text():
    text = (
        "Міст відкрито\n\nПісля року ремонту міст через річку знову відкрили для людей та їхніх авто, сказала мерка.\n"
    )
    assert take(text).article.language == "uk"


def test_caption_without_a_photo_becomes_a_note():
    imported = take()
    said = f"The text has a caption but no photo came with it: {wires.CAPTION} [{wires.CREDIT}]"
    assert said in imported.notes
    assert said in imported.article.editor_note
    uncredited = take(wires.story(caption=f"{wires.CAPTION} [Photo by]"))
    assert (
        any(note.startswith("The text has a caption but") for note in uncredited.notes)
        or wires.CAPTION in Body(uncredited.article.body).plain_text
    )


def test_caption_alone_is_noted_without_brackets():
    parsed = replace(parse_story(wires.story()), credit="")
    assert parsed.caption == wires.CAPTION


def test_time_to_come_schedules_and_time_gone_by_dates():
    due = take(picture=picture(), desk="World", at=NOON + HOUR)
    assert (due.edition.goes_live_at, due.edition.dated_at) == (NOON + HOUR, NOON + HOUR)
    assert due.article.original_date is None
    old = take(picture=picture(), desk="World", at=NOON - HOUR, publish=True)
    assert (old.edition.goes_live_at, old.edition.dated_at) == (NOON, NOON - HOUR)
    draft = take(desk="World", at=NOON - HOUR)
    assert (draft.edition, draft.article.original_date) == (None, NOON - HOUR)


@pytest.mark.parametrize("wish", [{"publish": True}, {"at": NOON + HOUR}])
def test_what_blocks_leaves_a_draft_and_is_said(wish):
    imported = take(picture=picture(alt=""), **wish)
    assert imported.edition is None
    assert not Edition.objects.exists()
    assert [finding.field for finding in imported.blockers] == ["desk", "lead_photo"]
    assert take().blockers == []


def test_decorative_photo_needs_no_alt_text():
    imported = take(picture=picture(alt="", decorative=True), desk="World", publish=True)
    assert imported.edition is not None


def test_same_picture_again_is_one_photo_and_the_story_keeps_its_words():
    same = picture()
    first = take(picture=same, desk="World").article
    text = wires.story(caption=f"{wires.CAPTION}, again [Photo by Bo Ray]")
    second = take(text, picture=same, desk="World", publish=True)
    assert Photo.objects.get() == first.lead_photo == second.article.lead_photo
    assert (second.article.lead_caption, second.article.lead_credit) == (f"{wires.CAPTION}, again", "Photo by Bo Ray")
    (placed,) = second.edition.placements.all()
    assert (placed.caption, placed.credit) == (f"{wires.CAPTION}, again", "Photo by Bo Ray")


def test_picture_that_keeps_another_alt_text_is_said():
    same = picture(alt="A lamp.")
    other = replace(same, alt="A candle.")
    assert not any("library" in note for note in [*take(picture=same).notes, *take(picture=same).notes])
    photo = take(picture=other).article.lead_photo
    assert photo.alt == "A lamp."
    assert f"Photo {photo.pk} was in the library already and keeps what it has there: the alt text “A lamp.”." in (
        take(picture=other).notes
    )


def test_picture_that_stays_decorative_is_said():
    same = picture(alt="", decorative=True)
    take(picture=same)
    notes = take(picture=replace(same, alt="A candle.", decorative=False)).notes
    assert any(note.endswith("keeps what it has there: no alt text, being marked as decorative.") for note in notes)


def test_picture_in_the_library_without_words_gets_the_storys():
    same = picture()
    photo = ingest.ingest(same.data, by=system())
    take(picture=same)
    photo.refresh_from_db()
    assert (photo.caption, photo.credit, photo.alt) == (wires.CAPTION, wires.CREDIT, "A lamp.")


def refusals():
    """What can be refused: (the exception, the import's arguments)."""
    return {
        "empty": (UnreadableStory, {"data": b""}),
        "binary": (UnreadableStory, {"data": b"\x00\x01\x02"}),
        "not UTF-8": (UnreadableStory, {"data": "Déjà vu\n".encode("latin-1")}),
        "no picture": (RefusedPicture, {"picture": Picture(b"no picture")}),
        "two people": (entries.SeveralPeople, {"byline": "Ann Lee"}),
        "no name": (entries.NameNeeded, {"topic": "***"}),
        "long name": (entries.NameTooLong, {"desk": "a" * 121}),
        "too old": (ValidationError, {"at": datetime(999, 1, 1, tzinfo=UTC)}),
        "too far": (steps.TooFarAhead, {"at": datetime(9500, 1, 1, tzinfo=UTC)}),
    }


@pytest.mark.parametrize("case", refusals())
def test_refused_import_writes_nothing(case, django_capture_on_commit_callbacks):
    a_person("Ann Lee")
    a_person("Ann Lee")
    before = everything()
    error, arguments = refusals()[case]
    arguments = {"data": wires.story().encode(), "picture": picture(), "desk": "World"} | arguments
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(error) as raised:
        import_story(by=system(), **arguments)
    assert str(raised.value)
    assert everything() == before


def test_refused_import_leaves_a_photo_that_was_there_as_it_was():
    same = picture()
    photo = ingest.ingest(same.data, by=system())
    before = everything()
    with pytest.raises(Refusal):
        take(picture=same, desk="***")
    photo.refresh_from_db()
    assert (photo.caption, photo.alt) == ("", "")
    assert everything() == before


@pytest.mark.parametrize(
    ("who", "wish", "action"),
    [
        (stranger, {}, "import a story"),
        (photo_editor, {}, "import a story"),
        (reporter, {"publish": True}, "publish this story"),
        (reporter, {"at": NOON + HOUR}, "publish this story"),
        (reporter, {"desk": "New Desk"}, "add a desk"),
    ],
)
def test_import_by_somebody_who_may_not_is_refused_and_writes_nothing(
    who, wish, action, django_capture_on_commit_callbacks
):
    a_desk("World")
    by, before = who(), everything()
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(Forbidden, match=action):
        take(by=by, picture=picture(), **({"desk": "World"} | wish))
    assert everything() == before


def test_reporter_imports_a_draft_of_their_own():
    ada = reporter()
    article = take(by=ada, picture=picture()).article
    assert article.created_by == article.lead_photo.uploaded_by == ada


def test_caption_of_any_length_is_kept_whole(monkeypatch):
    caption = ("The lamp goes on " * 80).strip()
    monkeypatch.setattr(
        "articles.editorial.importing.parsed_story.parse_story",
        lambda text, **clock: replace(parse_story(text), caption=caption),
    )
    new, known = picture(), picture()
    ingest.ingest(known.data, by=system(), caption="Another caption.", credit=wires.CREDIT)
    first, second = (take(picture=some, desk="World", publish=True) for some in (new, known))
    assert (first.article.lead_photo.caption, first.article.lead_caption) == (caption, "")
    assert (second.article.lead_photo.caption, second.article.lead_caption) == ("Another caption.", caption)
    assert [imported.edition.placements.get().caption for imported in (first, second)] == [caption] * 2


LONG = {
    "headline": "A headline " + "that goes on " * 30,
    "dek": "A dek " + "that goes on and on " * 40,
    "place": "A place " * 20,
    "credit": "Photo by " + "somebody " * 80,
    "topic": "Topic " * 30,
    "bylines": ("Ann Lee", "Somebody " * 20, "***"),
}


def test_parts_without_room_are_said_and_no_word_is_lost():
    long = {name: value if name == "bylines" else value.strip() for name, value in LONG.items()}
    story, notes = fit_to_fields(replace(parse_story(wires.story()), **long))
    assert (story.place, story.credit, story.topic) == ("",) * 3
    assert (story.headline, story.dek) == (long["headline"], long["dek"])
    assert story.bylines == ("Ann Lee",)
    said = "\n".join(notes)
    for words in (long["place"], long["credit"], long["topic"], "Somebody " * 20, "***"):
        assert f"does not fit its field and is kept here only: {words}" in said
    assert len(notes) == 5


def test_parts_with_room_stay_as_they_are():
    story = parse_story(wires.story())
    assert fit_to_fields(story) == (story, [])
    bare = replace(story, headline="", dek="", topic="", bylines=())
    assert fit_to_fields(bare) == (bare, [])


def test_import_of_long_parts_keeps_every_word(monkeypatch):
    long = {name: value if name == "bylines" else value.strip() for name, value in LONG.items()}
    monkeypatch.setattr(
        "articles.editorial.importing.parsed_story.parse_story",
        lambda text, **clock: replace(parse_story(text), **long),
    )
    imported = take(picture=picture(), desk="World", publish=True)
    article = imported.article
    assert [finding.field for finding in imported.blockers] == ["headline", "dek", "lead_credit"]
    kept = (
        article.headline + article.dek + article.editor_note + " ".join(str(row) for row in article.byline_rows.all())
    )
    for words in (*long.values(), *long["bylines"]):
        assert isinstance(words, tuple) or words in kept


def test_people_without_room_are_not_suggested_by_half(monkeypatch):
    def with_long_names(text, **clock):
        story = parse_story(text)
        first = story.people[0]
        long = [
            replace(first, name="Ann " * 40),
            replace(first, title="chief " * 40),
            replace(first, as_written="a" * 301),
        ]
        return replace(story, people=(*long, first, replace(first, name=first.name.upper())))

    monkeypatch.setattr("articles.editorial.importing.parsed_story.parse_story", with_long_names)
    (suggestion,) = take().suggestions
    assert suggestion.name == parse_story(wires.story()).people[0].name

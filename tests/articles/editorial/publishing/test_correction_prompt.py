"""Updates of a live story: who is asked whether readers are told, the drafted note, and what is logged."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.permissions import Forbidden
from articles.editorial.publishing import correction_prompt
from articles.editorial.publishing.correction_prompt import (
    NO_CORRECTION,
    CorrectionUndecided,
    changed_facts,
    draft_correction,
)
from articles.editorial.publishing.publish import correct, publish
from articles.editorial.publishing.schedule import schedule
from articles.models.correction import CorrectionKind
from articles.text.compare.facts import KINDS, ChangedFact
from tests.builders import (
    draft_article,
    edited,
    editor,
    live_article,
    live_edition,
    reporter,
    system,
    withdrawn_article,
)

OLD = "<p>The bridge cost 12 million, Ada Diaz said on Monday: “We stay.”</p>"
NEW = "<p>The bridge cost 14 million, Ada Dias said on Tuesday: “We go.”</p>"


@pytest.fixture
def story(db):
    """A live story whose working copy tells four facts otherwise."""
    return edited(live_article(dek="So it is.", body=OLD), body=NEW)


def test_update_of_a_live_story_that_touches_facts_needs_an_answer(story):
    assert [each.kind for each in changed_facts(story, timezone.now())] == list(KINDS)
    later = timezone.now() + timedelta(hours=1)
    with pytest.raises(CorrectionUndecided, match="12 → 14; Ada Diaz → Ada Dias; Monday → Tuesday") as needed:
        schedule(story, by=system(), at=later)
    assert needed.value.at == later
    assert story.editions.count() == 1
    assert not story.log.filter(verb="schedule").exists()


@pytest.mark.parametrize("made", [draft_article, withdrawn_article])
@pytest.mark.django_db
def test_story_that_nobody_sees_is_not_asked_about(made):
    assert publish(edited(made(body=OLD), body=NEW), by=system())


def test_other_words_are_not_asked_about(db):
    assert publish(edited(live_article(body=OLD), body=OLD + "<p>It rained on 20 people.</p>"), by=system())


def test_who_may_not_publish_is_told_that_and_not_asked(story):
    with pytest.raises(Forbidden):
        publish(story, by=reporter())


@pytest.mark.parametrize("kind", CorrectionKind.values)
def test_note_is_an_answer(story, kind):
    note = correct(story, by=system(), kind=kind, text="It cost 14.")
    assert (note.text, note.kind, note.edition) == ("It cost 14.", kind, live_edition(story))


def test_silence_over_touched_facts_is_logged(story):
    by = editor()
    publish(story, by=by, correction=NO_CORRECTION)
    assert not story.corrections.exists()
    assert story.log.get(verb="no notice").note.startswith("12 → 14; ")
    publish(edited(story, dek="Another."), by=by, correction=NO_CORRECTION)
    assert story.log.filter(verb="no notice").count() == 1


def test_update_with_a_note_may_go_out_later(story):
    at = timezone.now() + timedelta(hours=1)
    assert correct(story, by=system(), text="It cost 14.", at=at).edition.goes_live_at == at
    assert changed_facts(story, timezone.now())


def test_draft_of_a_note_says_what_was_wrong_and_what_is_right():
    facts = [
        ChangedFact("number", "12", "14"),
        ChangedFact("name", "Ada Diaz", "Ada Dias"),
        ChangedFact("quote", "We stay.", ""),
    ]
    note = draft_correction(facts, "en")
    assert "it is 14, not 12." in note
    assert "it is Ada Dias, not Ada Diaz." in note
    assert "“We stay”" in note


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "uk", "ar"])
@pytest.mark.parametrize("after", ["after", ""])
def test_draft_is_a_sentence_for_each_kind_in_the_storys_language(kind, language, after):
    note = draft_correction([ChangedFact(kind, "before", after)], language)
    assert "before" in note and after in note
    assert ("earlier version" in note) is (language == "en")


def test_draft_of_many_facts_is_no_list():
    facts = [ChangedFact("number", str(n), str(n + 1)) for n in range(40)]
    assert draft_correction(facts, "en").count("misstated") == correction_prompt.MOST_DRAFTED


def test_note_is_asked_of_what_readers_see_and_not_of_what_is_scheduled(story):
    schedule(story, by=system(), correction=NO_CORRECTION, at=timezone.now() + timedelta(hours=1))
    assert changed_facts(edited(story, body=OLD), timezone.now()) == []

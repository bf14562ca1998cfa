"""Writing: what a save keeps, what it cleans, what it refuses, and when it makes a revision."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import ValidationError

from articles.editorial.log import log_action
from articles.editorial.permissions import Forbidden
from articles.editorial.writing import autosave, drafts, review, revisions, seal, working_copy
from articles.models.article import Article, Stage
from articles.models.log_entry import LogEntry
from articles.models.revision import Reason
from tests.builders import (
    a_desk,
    a_person,
    a_photo,
    a_topic,
    draft_article,
    edited,
    editor,
    live_article,
    photo_editor,
    reporter,
    scheduled_article,
    stranger,
    submitted_article,
    system,
)

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    """The clock stands at noon."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def save(article, *, by=None, version=None, **fields):
    """Save as `system` from the version the article object has, unless told otherwise."""
    return drafts.save(article, by=by or system(), version=version or article.version, **fields)


def test_begin_makes_an_article_with_its_first_revision(clock):
    ada = reporter()
    article = drafts.begin(by=ada, headline="A Bridge Opens", body="<p>Text.</p>")
    assert (article.created_by, article.created_at, article.changed_at) == (ada, NOON, NOON)
    assert (article.version, article.stage) == (1, Stage.DRAFT)
    revision = article.revisions.get()
    assert (revision.number, revision.reason, revision.made_by) == (1, Reason.SAVED, ada)
    assert revision.snapshot["headline"] == "A Bridge Opens"
    assert revision.digest == revisions.digest_of(revision.snapshot)
    assert LogEntry.objects.get(article=article).verb == "begin"


def test_begin_needs_the_right_to_write():
    for nobody in (stranger(), photo_editor()):
        with pytest.raises(Forbidden, match="begin a story"):
            drafts.begin(by=nobody, headline="Mine")
    assert not Article.objects.exists()


def test_save_keeps_every_working_field():
    ann, bo, desk, lead, other, photo = a_person(), a_person(), a_desk("Sport"), a_topic("A"), a_topic("B"), a_photo()
    fields = {
        "headline": "H",
        "dek": "D",
        "slug": "s",
        "body": "<p>B</p>",
        "language": "uk",
        "short_headline": "S",
        "search_headline": "F",
        "label": "opinion",
        "place": "Kyiv",
        "lead_caption": "C",
        "lead_credit": "L",
        "desk": desk,
        "lead_topic": lead,
        "lead_photo": photo,
        "original_date": NOON - timedelta(days=900),
        "editor_note": "N",
        "working_title": "W",
        "embargo_words": "Hold.",
        "embargo_until": NOON + timedelta(days=9),
    }
    article = save(draft_article(), **fields, topics=[other], bylines=[bo, ann])
    article = Article.objects.get(pk=article.pk)
    assert {name: getattr(article, name) for name in fields} == fields
    assert set(article.topics.all()) == {lead, other}
    assert [row.person for row in article.byline_rows.all()] == [bo, ann]
    state = article.revisions.first().snapshot
    assert state.keys() == working_copy.WORKING_FIELDS - set(working_copy.BESIDE_THE_TEXT)
    assert state["bylines"] == [bo.pk, ann.pk]


def test_save_of_a_field_that_no_article_has_is_a_mistake_of_the_caller():
    article = draft_article()
    with pytest.raises(TypeError, match="stage, titel"):
        save(article, titel="Typo", stage="approved")
    with pytest.raises(TypeError, match="titel"):
        drafts.begin(by=system(), titel="Typo")


def test_save_over_somebody_elses_words_is_refused():
    article = draft_article(headline="First")
    opened = article.version
    save(article, headline="Theirs")
    with pytest.raises(working_copy.Stale, match="version 2") as raised:
        save(article, version=opened, headline="Mine")
    assert raised.value.article.headline == "Theirs"
    article.refresh_from_db()
    assert (article.headline, article.revisions.count()) == ("Theirs", 2)


def test_save_that_changes_nothing_leaves_everything_as_it_is(clock):
    article = submitted_article()
    clock.shift(timedelta(hours=1))
    same = save(article, headline=f"  {article.headline} ", body=article.body)
    same.refresh_from_db()
    assert (same.version, same.changed_at, same.stage) == (1, NOON, Stage.SUBMITTED)
    assert same.revisions.count() == 1


def test_save_that_changes_something_is_a_new_version_with_a_revision(clock):
    article = draft_article()
    clock.shift(timedelta(hours=1))
    article = save(article, dek="Changed.")
    assert (article.version, article.changed_at) == (2, NOON + timedelta(hours=1))
    assert [revision.number for revision in article.revisions.all()] == [2, 1]


def test_save_of_an_earlier_state_is_a_new_revision():
    article = draft_article(headline="One")
    article = edited(article, headline="Two")
    article = edited(article, headline="One")
    assert [revision.snapshot["headline"] for revision in article.revisions.all()] == ["One", "Two", "One"]


def change_and_save(article, by, is_autosaved):
    """A changed word, saved by the button, with or without an autosave on the way."""
    sheet = uuid4()
    if is_autosaved:
        article = autosave.autosave(article, by=by, sheet=sheet, version=article.version, dek="Changed.")
    return drafts.save(article, by=by, sheet=sheet, version=article.version, dek="Changed.")


@pytest.mark.parametrize("is_autosaved", [False, True])
def test_change_by_somebody_who_may_approve_leaves_a_story_in_review(is_autosaved):
    article = change_and_save(submitted_article(by=reporter()), editor(), is_autosaved)
    assert (article.stage, review.undone_by_change(article)) == (Stage.SUBMITTED, None)
    assert review.approve(article, by=editor()).stage == Stage.APPROVED


@pytest.mark.parametrize("is_autosaved", [False, True])
def test_change_by_its_writer_takes_a_story_out_of_review(is_autosaved):
    ann = reporter()
    article = change_and_save(submitted_article(by=ann), ann, is_autosaved)
    assert article.stage == Stage.DRAFT and review.undone_by_change(article)
    article = review.send_back(review.submit(article, by=ann), by=editor(), note="Again.")
    assert not review.undone_by_change(article)
    assert not review.undone_by_change(draft_article())


def test_story_that_is_not_begun_is_begun_by_its_first_save():
    ann, sheet = reporter(), uuid4()
    assert drafts.save(Article(), by=ann, version=0, dek="One.").revisions.count() == 1
    article = drafts.save(Article(), by=ann, version=0, sheet=sheet, dek="Two.")
    assert (article.dek, article.version, article.revisions.count()) == ("Two.", 1, 1)
    assert article.open_sheets.get(token=sheet).is_closed
    with pytest.raises(Forbidden):
        drafts.save(Article(), by=stranger(), version=0, dek="Three.")


def test_change_takes_an_approved_story_back_to_draft_and_a_note_alone_does_not():
    article = submitted_article()
    article = save(article, editor_note="Check the date.")
    assert (article.stage, article.version, article.revisions.count()) == (Stage.SUBMITTED, 2, 1)
    article = review.approve(article, by=editor())
    assert save(article, headline="Changed").stage == Stage.DRAFT


def test_note_for_colleagues_is_nothing_to_publish_and_hides_nothing_that_is():
    article = save(live_article(), editor_note="Check the date.")
    assert article.published_version == article.version == 2
    article = save(article, headline="Changed")
    article = save(article, editor_note="Checked.")
    assert (article.published_version, article.version) == (0, 4)


def test_words_taken_back_to_those_that_are_out_are_nothing_to_publish():
    article = live_article(headline="One")
    article = save(article, headline="Two")
    assert article.published_version == 0
    article = save(article, headline="One")
    assert article.published_version == article.version == 3


@pytest.mark.parametrize("field", ["topics", "bylines"])
def test_change_of_rows_alone_is_a_change(field):
    article = submitted_article()
    row = a_topic() if field == "topics" else a_person()
    article = save(article, **{field: [row]})
    assert (article.stage, article.version, article.revisions.count()) == (Stage.SUBMITTED, 2, 2)


def test_save_cleans_the_body_and_the_spaces_of_headline_and_dek():
    article = save(
        draft_article(),
        headline=" A  Bridge\nOpens ",
        dek="\tAt last. ",
        body="<p onclick=x>A<script>b</script></p><div>c",
    )
    assert (article.headline, article.dek, article.body) == ("A Bridge Opens", "At last.", "<p>A</p><p>c</p>")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("language", "tlh"),
        ("label", "rumour"),
        ("place", "a" * 81),
        ("lead_credit", "a" * 501),
        ("original_date", datetime(999, 1, 1, tzinfo=UTC)),
        ("original_date", datetime(8000, 1, 1, tzinfo=UTC)),
    ],
)
def test_value_that_does_not_fit_is_refused_and_nothing_saved(field, value):
    article = draft_article()
    with pytest.raises(ValidationError) as raised:
        save(article, **{field: value, "editor_note": "x"})
    assert list(raised.value.message_dict) == [field]
    article.refresh_from_db()
    assert (article.version, article.editor_note) == (1, "")


def test_lead_topic_is_always_among_the_topics():
    lead, other = a_topic("Lead"), a_topic("Other")
    article = draft_article(lead_topic=lead)
    assert list(article.topics.all()) == [lead]
    article = save(article, topics=[other])
    assert set(article.topics.all()) == {lead, other}
    article = save(article, lead_topic=other)
    assert set(article.topics.all()) == {lead, other}
    article = save(article, lead_topic=None, topics=[])
    assert not article.topics.exists()


def test_bylines_keep_their_order_and_count_once():
    ann, bo = a_person(), a_person()
    article = draft_article(bylines=iter([bo, ann, bo]))
    assert [row.person for row in article.byline_rows.all()] == [bo, ann]
    article = save(article, headline="Other")
    assert article.byline_rows.count() == 2
    assert not save(article, bylines=[]).byline_rows.exists()


def test_slug_stays_once_there_is_an_address():
    article = live_article(headline="A Bridge Opens")
    assert article.slug == "a-bridge-opens"
    assert edited(article, slug="", headline="Another").slug == "a-bridge-opens"
    assert edited(article, slug="bridge").slug == "bridge"
    waiting = scheduled_article(headline="To Come")
    assert edited(waiting, slug="").slug == "to-come"


def test_slug_may_be_emptied_before_there_is_an_address():
    assert edited(draft_article(slug="early"), slug="").slug == ""


def test_stories_of_others_are_closed_to_reporters_and_open_to_editors():
    ada, bo, ed = reporter(), reporter(), editor()
    article = draft_article(by=ada)
    with pytest.raises(Forbidden, match="change this story"):
        save(article, by=bo, headline="Mine")
    article = save(article, by=ada, headline="Ada's")
    assert save(article, by=ed, headline="Edited").headline == "Edited"


def test_keep_revision_returns_the_newest_when_nothing_changed():
    article = draft_article()
    first = article.revisions.get()
    assert revisions.save_revision(article, by=system(), reason=Reason.SUBMITTED) == first


def test_record_may_belong_to_no_story():
    assert log_action(None, "add desk", system(), "World").article is None


def test_slug_is_brought_to_the_letters_of_addresses():
    assert draft_article(slug="My_Slug & more").slug == "my-slug-and-more"


def test_save_of_the_same_moment_in_another_time_zone_changes_nothing(clock):
    article = submitted_article(original_date=NOON - timedelta(days=9))
    after = save(article, original_date=article.original_date.astimezone(timezone(timedelta(hours=5))))
    assert (after.version, after.stage, after.revisions.count()) == (1, Stage.SUBMITTED, 1)


def test_pasted_control_characters_are_left_out_of_every_line(clock):
    words = dict.fromkeys(("headline", "dek", "place", "lead_caption", "lead_credit"), "A\x08 bridge\n opens")
    article = draft_article(**words)
    assert {name: getattr(article, name) for name in words} == dict.fromkeys(words, "A bridge opens")


def test_a_snapshot_speaks_of_headlines_for_places_where_there_are_any():
    article = save(draft_article(), headline="Ferry back", search_headline="The ferry is back")
    state = working_copy.snapshot(article)
    assert state["search_headline"] == "The ferry is back" and "short_headline" not in state
    assert "search_headline" not in working_copy.snapshot(save(article, search_headline=" "))


def test_copy_says_the_same_and_has_no_address_or_past():
    until = NOON + timedelta(days=9999)
    words = {"headline": "Match Report", "short_headline": "Match", "dek": "Two to one.", "label": "analysis"}
    more = {"lead_photo": a_photo(), "lead_caption": "A goal.", "lead_topic": a_topic(), "embargo_until": until}
    signed = [a_person(), a_person()]
    article = draft_article(**words, **more, slug="match", bylines=signed, topics=[a_topic("Cups")], working_title="x")
    writer = editor()
    copy = drafts.duplicate(article, by=writer)
    assert copy.pk != article.pk and copy.created_by == writer and copy.revisions.count() == 1
    for name in (*words, *more, "desk", "body", "language"):
        assert getattr(copy, name) == getattr(article, name), name
    assert [row.person for row in copy.byline_rows.all()] == signed
    assert {row.tag.name for row in copy.topic_rows.all()} == {row.tag.name for row in article.topic_rows.all()}
    assert (copy.slug, copy.working_title, copy.original_date, copy.stage) == ("", "", None, Stage.DRAFT)


def test_sealed_story_is_not_copied_for_the_copy_would_be_open():
    owner = editor()
    article = draft_article(by=owner)
    seal.seal(article, by=owner, to=[])
    with pytest.raises(drafts.SealedStory, match="open to everybody"):
        drafts.duplicate(Article.objects.get(pk=article.pk), by=owner)

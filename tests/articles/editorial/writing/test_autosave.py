"""Autosaving: what is kept while somebody types, what makes a milestone, and who is at a story."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import ValidationError

from articles.editorial.permissions import Forbidden
from articles.editorial.writing import autosave, drafts, presence, review, working_copy
from articles.editorial.writing.autosave import NOT_BEGUN
from articles.editorial.writing.presence import SILENCE
from articles.models.article import Article, Stage
from articles.models.log_entry import LogEntry
from articles.models.open_sheet import OpenSheet
from articles.models.revision import Reason
from tests.builders import draft_article, editor, live_article, live_edition, reporter, stranger, submitted_article

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    """The clock stands at noon."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def ada():
    return editor(username="ada")


def typed(article, *, by, sheet, **fields):
    """Autosave on the version the article object has."""
    return autosave.autosave(article, by=by, sheet=sheet, version=article.version, **fields)


def test_first_autosave_begins_a_story_without_a_revision(ada):
    article = autosave.begin(by=ada, sheet=uuid4(), headline="A  Bridge", body="<p>Text<script>x</script></p>")
    assert (article.version, article.created_by, article.headline, article.body) == (1, ada, "A Bridge", "<p>Text</p>")
    assert not article.revisions.exists() and LogEntry.objects.get(article=article).verb == "begin"
    with pytest.raises(Forbidden):
        autosave.begin(by=stranger(), sheet=uuid4(), headline="A")


def test_beginning_again_after_a_lost_answer_makes_no_second_story(ada):
    sheet = uuid4()
    autosave.begin(by=ada, sheet=sheet, headline="A")
    article = autosave.begin(by=ada, sheet=sheet, headline="A bridge")
    assert Article.objects.get() == article and article.headline == "A bridge" and article.version == 2
    with pytest.raises(Forbidden):
        autosave.begin(by=reporter(), sheet=sheet, headline="Mine")


def test_autosave_moves_the_working_copy_and_nothing_else(ada):
    article = live_article(headline="Bridge Opens")
    kept = article.revisions.count()
    article = typed(article, by=ada, sheet=uuid4(), headline="Bridge Closes", body="<p>It <b>shut</b>.</p>")
    stored = Article.objects.get()
    assert (stored.headline, stored.body, stored.version) == ("Bridge Closes", "<p>It <strong>shut</strong>.</p>", 2)
    assert article.revisions.count() == kept and live_edition(article).headline == "Bridge Opens"


def test_autosave_that_changes_nothing_leaves_the_version(ada):
    article = draft_article()
    assert typed(article, by=ada, sheet=uuid4(), headline=article.headline + " ").version == 1


def test_autosave_over_somebody_elses_words_is_refused(ada):
    article, mine = draft_article(), uuid4()
    typed(article, by=ada, sheet=uuid4(), dek="Theirs.")
    with pytest.raises(working_copy.Stale) as refused:
        typed(article, by=ada, sheet=mine, dek="Mine.")
    assert refused.value.article.dek == "Theirs." and Article.objects.get().dek == "Theirs."


def test_sheet_whose_answers_were_lost_goes_on_where_it_stood(ada):
    article, sheet = draft_article(), uuid4()
    for dek in ("O", "On", "One"):  # each sent by a page that still knows the first version
        newest = typed(article, by=ada, sheet=sheet, dek=dek)
    assert (newest.dek, newest.version) == ("One", 4)
    typed(newest, by=ada, sheet=uuid4(), dek="Theirs.")
    with pytest.raises(working_copy.Stale):
        typed(newest, by=ada, sheet=sheet, dek="One.")


def test_sheet_does_not_go_on_from_before_it_was_opened(ada):
    article, sheet = draft_article(), uuid4()
    newest = typed(typed(article, by=ada, sheet=uuid4(), dek="Theirs."), by=ada, sheet=sheet, dek="Mine.")
    with pytest.raises(working_copy.Stale):
        typed(article, by=ada, sheet=sheet, dek="Mine, on an older one.")
    assert typed(newest, by=ada, sheet=sheet, dek="Mine, on mine.").version == 4


def test_autosave_needs_the_right_to_this_story_and_values_that_fit():
    article, ann = draft_article(), reporter()
    with pytest.raises(Forbidden):
        typed(article, by=ann, sheet=uuid4(), dek="Mine.")
    own = draft_article(by=ann)
    with pytest.raises(ValidationError):
        typed(own, by=ann, sheet=uuid4(), place="x" * 81)
    assert typed(own, by=ann, sheet=uuid4(), dek="Mine.").dek == "Mine."


def test_story_in_review_stays_there_under_the_hands_of_who_decides(ada):
    ann = reporter()
    article = submitted_article(by=ann)
    article = typed(article, by=ada, sheet=uuid4(), dek="Better.")
    assert Article.objects.get().stage == Stage.SUBMITTED
    assert typed(article, by=ann, sheet=uuid4(), dek="Mine.").stage == Stage.DRAFT
    review.submit(article, by=ann)
    review.approve(article, by=ada)
    assert typed(Article.objects.get(), by=ada, sheet=uuid4(), dek="Other.").stage == Stage.DRAFT


def test_save_keeps_a_revision_of_what_was_autosaved(ada):
    article = typed(draft_article(), by=ada, sheet=uuid4(), dek="Typed.")
    drafts.save(article, by=ada, version=article.version, dek="Typed.")
    newest = article.revisions.first()
    assert (newest.number, newest.reason, newest.snapshot["dek"]) == (2, Reason.SAVED, "Typed.")
    drafts.save(article, by=ada, version=article.version, dek="Typed.")
    assert article.revisions.count() == 2


def test_an_hour_of_writing_leaves_at_most_one_milestone(clock, ada):
    article, sheet = draft_article(by=ada), uuid4()
    for second in range(0, 3600, 20):
        article = typed(article, by=ada, sheet=sheet, body=f"<p>{'word ' * (second // 20 + 1)}</p>")
        clock.shift(20)
    assert article.version == 181 and article.revisions.count() == 1
    typed(article, by=ada, sheet=sheet, body="<p>Anew.</p>")
    milestone = article.revisions.first()
    assert (milestone.reason, milestone.made_by) == (Reason.MILESTONE, ada)
    assert milestone.snapshot["body"] == article.body and article.revisions.count() == 2


def test_milestone_is_what_the_one_before_had_written(clock, ada):
    ann = reporter()
    article = typed(draft_article(by=ann), by=ann, sheet=uuid4(), dek="Of Ann.")
    clock.shift(timedelta(days=1))
    article = typed(article, by=ada, sheet=uuid4(), dek="Of Ada.")
    assert [(kept.made_by, kept.snapshot["dek"]) for kept in article.revisions.all()[:1]] == [(ann, "Of Ann.")]
    assert article.revisions.count() == 2


def test_milestone_of_a_story_that_nobody_ever_saved(clock, ada):
    article = autosave.begin(by=ada, sheet=uuid4(), headline="A")
    clock.shift(timedelta(hours=1))
    article = typed(article, by=ada, sheet=uuid4(), headline="B")
    assert [kept.snapshot["headline"] for kept in article.revisions.all()] == ["A"]


def test_writer_is_who_wrote_the_present_version(ada):
    ann = reporter()
    article = draft_article(by=ann)
    assert presence.last_writer(article) == ann
    article = typed(article, by=ada, sheet=uuid4(), dek="D")
    assert presence.last_writer(article) == ada
    drafts.save(article, by=ann, version=2, dek="E")
    assert presence.last_writer(Article.objects.get()) == ann
    article.revisions.all().delete()
    assert presence.last_writer(Article.objects.get()) == ann


def test_who_is_here_is_known_until_they_leave_or_fall_silent(clock, ada):
    ann, article, sheet, other = reporter(), draft_article(), uuid4(), uuid4()
    bob = editor(username="bob")
    assert presence.heartbeat(article, by=ada, sheet=sheet) == []
    for token in (other, uuid4()):  # two pages of one person are one person
        assert [page.user for page in presence.heartbeat(article, by=bob, sheet=token)] == [ada]
    assert [page.user for page in presence.heartbeat(article, by=ada, sheet=sheet)] == [bob]
    clock.shift(SILENCE)
    presence.heartbeat(article, by=bob, sheet=other)
    assert [page.user for page in presence.heartbeat(article, by=ada, sheet=sheet)] == [bob]
    presence.leave(by=ada, sheet=other)  # somebody else's page is not theirs to close
    assert [page.user for page in presence.heartbeat(article, by=ada, sheet=sheet)] == [bob]
    presence.leave(by=bob, sheet=other)
    assert presence.heartbeat(article, by=ada, sheet=sheet) == []
    with pytest.raises(Forbidden):
        presence.heartbeat(article, by=ann, sheet=uuid4())


def test_sheets_long_left_are_forgotten(clock, ada):
    article = draft_article()
    presence.heartbeat(article, by=ada, sheet=uuid4())
    clock.shift(presence.REMEMBERED + timedelta(seconds=1))
    presence.heartbeat(article, by=ada, sheet=uuid4())
    assert OpenSheet.objects.count() == 1


def test_version_of_a_story_not_begun_comes_before_all_others(ada):
    assert autosave.begin(by=ada, sheet=uuid4()).version > NOT_BEGUN


def test_save_from_a_sheet_goes_on_and_closes_it(ada):
    article, sheet = draft_article(), uuid4()
    typed(article, by=ada, sheet=sheet, dek="O")  # its answer is lost
    saved = drafts.save(article, by=ada, sheet=sheet, version=1, dek="One")
    assert (saved.version, saved.dek, saved.revisions.first().snapshot["dek"]) == (3, "One", "One")
    with pytest.raises(working_copy.Stale):  # an autosave which the save has overtaken
        typed(article, by=ada, sheet=sheet, dek="On")
    assert presence.last_sheet(saved).token == sheet
    with pytest.raises(working_copy.Stale):
        drafts.save(article, by=ada, sheet=uuid4(), version=1, dek="Theirs")
    fresh = drafts.save(saved, by=ada, sheet=uuid4(), version=3, dek="Two")
    assert fresh.version == 4
    assert drafts.save(fresh, by=ada, sheet=uuid4(), version=4, dek="Two").version == 4


def test_deliberate_save_from_an_open_sheet_makes_a_revision_and_leaves_the_sheet_open(ada):
    article, sheet = draft_article(), uuid4()
    typed(article, by=ada, sheet=sheet, dek="On")
    kept = autosave.keep(article, by=ada, sheet=sheet, version=2, dek="One")
    newest = kept.revisions.first()
    assert (newest.snapshot["dek"], newest.reason, newest.made_by) == ("One", Reason.SAVED, ada)
    again = autosave.keep(kept, by=ada, sheet=sheet, version=kept.version)
    assert again.revisions.first() == newest, "nothing changed"
    assert typed(again, by=ada, sheet=sheet, dek="Two").dek == "Two"
    with pytest.raises(working_copy.Stale):
        autosave.keep(again, by=ada, sheet=uuid4(), version=1, dek="Old")

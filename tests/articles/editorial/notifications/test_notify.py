"""Who is told of what: by the verb that did it, and never of what was undone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.utils import timezone

from articles.editorial.notes.comments import comment
from articles.editorial.notifications.notify import MOST_CONCERNED, concerned_with, due_of, notify, way_for, writers_of
from articles.editorial.notifications.sentences import sentence_of
from articles.editorial.publishing import publish, schedule
from articles.editorial.writing import drafts, review, seal
from articles.editorial.writing.assignment import NoWriter, assign
from articles.models.article import Article
from articles.models.staff_message import StaffMessage, Told, Way
from tests.builders import a_desk, chief, draft_article, editor, reporter, stranger, submitted_article, system

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return reporter(username="ida", email="writer@example.org", first_name="Ida", last_name="Known")


def told(kind=None):
    """(who, kind, note) of every message to a person."""
    rows = StaffMessage.objects.filter(desk=None).order_by("pk")
    rows = rows.filter(kind=kind) if kind else rows
    return [(row.user.username, row.kind, row.note) for row in rows]


def test_story_handed_in_is_told_to_the_editors_of_its_desk(writer):
    here, elsewhere = editor(username="here"), editor(username="elsewhere")
    here.desks.add(a_desk())
    elsewhere.desks.add(a_desk("Sport"))
    editor(username="gone", is_active=False)
    article = draft_article(headline="The Bridge", by=writer)
    review.submit(article, by=writer)
    assert told() == [("here", Told.HANDED_IN, "")]
    assert sentence_of(StaffMessage.objects.get()) == "“The Bridge” was handed in by Ida Known."


def test_nobody_is_told_of_what_they_did_themselves():
    both = editor()
    article = draft_article(by=both)
    review.submit(article, by=both)
    publish.publish(article, by=both)
    assert told() == []


def test_writer_hears_what_others_do_with_their_story(writer):
    by = editor(username="desk-chief")
    article = review.send_back(submitted_article(by=writer), by=by, note="Who says?")
    review.submit(article, by=writer)
    review.approve(article, by=by)
    schedule.schedule(article, by=by, at=timezone.now() + timedelta(hours=1))
    publish.publish(article, by=by)
    article.refresh_from_db()
    publish.correct(article, by=by, text="It was May.")
    mine = [row[1:] for row in told() if row[0] == "ida"]
    assert mine == [
        (Told.SENT_BACK, "Who says?"),
        (Told.APPROVED, ""),
        (Told.SCHEDULED, ""),
        (Told.PUBLISHED, ""),
        (Told.CORRECTED, "It was May."),
    ]


def test_what_is_undone_was_told_to_nobody(writer):
    class Undone(Exception):
        """Ends a transaction."""

    with pytest.raises(Undone), transaction.atomic():
        review.send_back(submitted_article(by=writer), by=editor(), note="Again.")
        raise Undone
    assert told() == []


def test_change_by_somebody_else_is_told_once_until_it_is_looked_at(writer):
    article, by = draft_article(by=writer), editor()
    article = drafts.save(article, by=writer, version=article.version, dek="Mine.")
    assert told() == []
    for word in ("One", "Two"):
        article = drafts.save(article, by=by, version=article.version, headline=word)
    assert told() == [("ida", Told.CHANGED, "")]
    StaffMessage.objects.update(read_at=timezone.now())
    drafts.save(article, by=by, version=article.version, headline="Three")
    assert len(told()) == 2


def test_assigning_tells_the_writer_once_and_lets_them_write(writer):
    by, other = chief(), stranger()
    article, due = draft_article(), timezone.now() + timedelta(hours=3)
    assign(article, writer, by=by, due_at=due)
    article = assign(article, writer, by=by, due_at=due + timedelta(hours=1))
    assert told() == [("ida", Told.ASSIGNED, "")]
    assert [person.username for person in writers_of(article)] == ["system", "ida"]
    drafts.save(article, by=writer, version=article.version, headline="Written")
    with pytest.raises(NoWriter, match="may not write"):
        assign(article, other, by=by)
    assert assign(article, None, by=by).assigned_to is None


def test_sealed_story_is_assigned_to_those_who_are_in(writer):
    owner = editor()
    article = seal.seal(draft_article(by=owner), by=owner)
    with pytest.raises(NoWriter):
        assign(article, writer, by=owner)
    seal.add_person(article, writer, by=owner)
    assert assign(article, writer, by=owner).assigned_to == writer


def test_seal_takes_back_what_others_were_told(writer):
    inside = editor(username="inside")
    chief(username="outside")
    article = review.submit(draft_article(by=writer), by=writer)
    notify([inside], Told.COMMENTED, article, by=writer, note="Quandrelith")
    seal.seal(Article.objects.get(pk=article.pk), by=writer, to=[inside])
    assert set(told()) == {("inside", Told.HANDED_IN, ""), ("inside", Told.COMMENTED, "")}


def test_channel_of_the_desk_hears_of_its_stories_and_never_of_sealed_ones(writer):
    desk = a_desk()
    type(desk).objects.filter(pk=desk.pk).update(channel="https://hooks.example.org/x")
    desk.refresh_from_db()
    article = review.submit(draft_article(by=writer, desk=desk), by=writer)
    review.send_back(article, by=editor(), note="Again.")
    assert list(StaffMessage.objects.filter(desk=desk).values_list("kind", "way")) == [(Told.HANDED_IN, Way.CHANNEL)]
    sealed = seal.seal(draft_article(by=writer, desk=desk), by=writer)
    review.submit(sealed, by=writer)
    assert StaffMessage.objects.filter(desk=desk).count() == 1


def test_ways_are_as_chosen_and_never_by_mail_without_an_address(writer):
    assert way_for(writer, Told.SENT_BACK) == Way.MAIL
    assert way_for(writer, Told.CHANGED) == Way.DIGEST
    writer.told_by = {Told.SENT_BACK: Way.NEVER, Told.CHANGED: "pigeon"}
    assert way_for(writer, Told.SENT_BACK) == Way.NEVER
    assert way_for(writer, Told.CHANGED) == Way.DIGEST
    assert way_for(reporter(email=""), Told.SENT_BACK) == Way.NEVER


def test_digest_is_due_the_next_morning_on_the_persons_clock(writer):
    night = datetime(2026, 5, 4, 3, tzinfo=UTC)
    assert due_of(Way.NEVER, writer, night) is None
    assert due_of(Way.MAIL, writer, night) == night
    assert due_of(Way.DIGEST, writer, night) == datetime(2026, 5, 4, 7, tzinfo=UTC)
    writer.time_zone = "Asia/Tokyo"
    assert due_of(Way.DIGEST, writer, night) == datetime(2026, 5, 5, 7, tzinfo=ZoneInfo("Asia/Tokyo"))


def test_message_of_somebody_who_has_left_says_so(writer):
    notify([writer], Told.FAILED, None, by=None)
    message = StaffMessage.objects.get()
    assert "three days" in sentence_of(message)
    message.kind, message.article = Told.APPROVED, draft_article(headline="The Bridge")
    assert sentence_of(message) == "“The Bridge” was approved by somebody who has left."
    assert str(message) == f"Message {message.pk}"
    assert system() not in [row.user for row in StaffMessage.objects.all()]


def test_those_who_have_to_do_with_a_story_wrote_saved_or_discussed_it_or_are_of_its_desk(writer):
    desk, publisher = a_desk(), editor(username="publisher")
    given, saver, talker, of_desk, elsewhere = (
        editor(username=name) for name in ("given", "saver", "talker", "desk", "off")
    )
    of_desk.desks.add(desk)
    elsewhere.desks.add(a_desk("Sport"))
    gone = editor(username="gone", is_active=False)
    gone.desks.add(desk)
    article = draft_article(by=writer, desk=desk)
    article = assign(article, given, by=publisher)
    article = drafts.save(article, by=saver, version=article.version, dek="Saved")
    comment(article, by=talker, text="Why?")
    found = [person.username for person in concerned_with(article, by=publisher)]
    assert found == ["ida", "given", "desk", "saver", "talker"]
    assert publisher not in concerned_with(article, by=publisher) and saver not in concerned_with(article, by=saver)
    assert concerned_with(draft_article(desk=None), by=publisher) == []


def test_only_those_who_are_in_have_to_do_with_a_sealed_story_and_no_list_is_endless(writer):
    desk = a_desk()
    for number in range(MOST_CONCERNED + 2):
        editor(username=f"e{number}").desks.add(desk)
    article = draft_article(by=writer, desk=desk)
    assert len(concerned_with(article, by=chief())) == MOST_CONCERNED
    article = seal.seal(article, by=writer)
    assert concerned_with(article, by=writer) == []


def test_those_who_are_chosen_hear_of_it_instead_of_the_writer_or_nobody(writer):
    other, publisher = editor(username="other"), editor()
    publish.publish(draft_article(by=writer), by=publisher, told=[other])
    assert told() == [("other", Told.PUBLISHED, "")]
    publish.publish(draft_article(by=writer), by=publisher, told=[])
    schedule.schedule(draft_article(by=writer), by=publisher, at=timezone.now() + timedelta(hours=1), told=[])
    assert len(told()) == 1
    publish.publish(draft_article(by=writer), by=publisher)
    assert told()[1:] == [("ida", Told.PUBLISHED, "")]

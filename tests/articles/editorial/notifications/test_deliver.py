"""The outbox: each mail once and none lost, whoever is killed, and whatever server is down."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.utils import timezone

from articles.editorial.notifications import deliver as delivering
from articles.editorial.notifications.channel import ChannelFailed
from articles.editorial.notifications.deliver import GIVEN_UP_AFTER, LEASE, claim_next, deliver
from articles.editorial.notifications.notify import notify
from articles.editorial.writing import review, seal
from articles.models.desk import Desk
from articles.models.staff_message import StaffMessage, Told, Way
from tests.builders import a_desk, chief, draft_article, editor, reporter, submitted_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return reporter(username="ida", email="writer@example.org")


@pytest.fixture
def down(monkeypatch):
    """A mail server that is down until it is told to be up."""
    up = {"is": False}

    def send(self, *args, **kwargs):
        if not up["is"]:
            raise SMTPServerDisconnected("Connection unexpectedly closed")
        return sent(self, *args, **kwargs)

    sent = EmailMessage.send
    monkeypatch.setattr(EmailMessage, "send", send)
    return up


def letters():
    """(address, subject) of all that was mailed."""
    return [(letter.to[0], letter.subject) for letter in mail.outbox]


def test_mail_goes_out_once_with_its_note_and_the_way_to_the_story(writer):
    article = review.send_back(submitted_article(by=writer), by=editor(username="Bo"), note="Who says?")
    assert mail.outbox == [], "a verb sends nothing"
    assert deliver(timezone.now()).sent == 1
    assert deliver(timezone.now()).sent == 0
    (letter,) = mail.outbox
    assert letter.to == ["writer@example.org"]
    assert letter.subject.endswith("was sent back by Bo.")
    assert "Who says?" in letter.body and f"/admin/articles/article/{article.pk}/change/" in letter.body
    assert letter.extra_headers["Message-ID"].startswith("<told-")


def test_deliverer_that_is_killed_between_claim_and_sending_loses_nothing(writer):
    review.send_back(submitted_article(by=writer), by=editor(), note="Again.")
    now = timezone.now()
    assert len(claim_next(now)) == 1, "and then it is killed"
    assert deliver(now + LEASE / 2).sent == 0, "another one does not take what is claimed"
    assert deliver(now + LEASE * 2).sent == 1
    assert len(mail.outbox) == 1


def test_two_deliverers_never_have_the_same_message(writer):
    for _number in range(3):
        notify([writer], Told.APPROVED, draft_article(), by=None)
    now = timezone.now()
    claimed = [message.pk for _number in range(4) for message in claim_next(now)]
    assert len(claimed) == len(set(claimed)) == 3


def test_deliverer_that_loses_the_race_goes_on_with_the_next(writer, monkeypatch):
    notify([writer], Told.APPROVED, draft_article(), by=None)
    notify([writer], Told.APPROVED, draft_article(), by=None)
    now, first = timezone.now(), delivering.uuid4

    def another_was_quicker():
        monkeypatch.setattr(delivering, "uuid4", first)
        one = StaffMessage.objects.due(now).order_by("due_at", "pk").first()
        StaffMessage.objects.filter(pk=one.pk).update(claimed_until=now + LEASE)
        return first()

    monkeypatch.setattr(delivering, "uuid4", another_was_quicker)
    assert [message.pk for message in claim_next(now)] == [StaffMessage.objects.order_by("pk").last().pk]


def test_mail_server_that_is_down_for_an_hour_costs_no_mail_and_no_verb(writer, down):
    now = timezone.now()
    for note in ("One.", "Two."):
        review.send_back(submitted_article(by=writer), by=editor(), note=note)
    for minute in range(0, 60, 5):
        deliver(now + timedelta(minutes=minute))
    assert mail.outbox == []
    down["is"] = True
    for minute in range(60, 90, 5):
        deliver(now + timedelta(minutes=minute))
    assert sorted(letter.body.split("\n\n")[1] for letter in mail.outbox) == ["One.", "Two."]


def test_address_that_is_refused_keeps_nobody_else_waiting(writer, monkeypatch):
    other = reporter(email="other@example.org")
    send = EmailMessage.send

    def refusing(self, *args, **kwargs):
        if self.to == ["writer@example.org"]:
            raise SMTPRecipientsRefused({})
        return send(self, *args, **kwargs)

    monkeypatch.setattr(EmailMessage, "send", refusing)
    notify([writer, other], Told.APPROVED, draft_article(), by=None)
    done = deliver(timezone.now())
    assert (done.sent, done.waiting) == (1, 1)


def test_what_cannot_be_sent_for_days_is_given_up(writer, down):
    notify([writer], Told.APPROVED, draft_article(), by=None)
    done = deliver(timezone.now() + GIVEN_UP_AFTER + LEASE)
    assert (done.sent, done.given_up) == (0, 1)
    assert StaffMessage.objects.get().failed_at is not None


def test_digest_is_one_mail_of_what_came_since(writer):
    type(writer).objects.filter(pk=writer.pk).update(told_by={Told.APPROVED: Way.DIGEST})
    writer.refresh_from_db()
    for headline in ("One", "Two"):
        notify([writer], Told.APPROVED, draft_article(headline=headline), by=None)
    assert deliver(timezone.now()).sent == 0
    assert deliver(timezone.now() + timedelta(days=1)).sent == 2
    (letter,) = mail.outbox
    assert letter.subject.endswith("2 things since yesterday")
    assert "“One”" in letter.body and "“Two”" in letter.body


def test_story_sealed_since_and_somebody_who_left_are_not_told(writer):
    outside, gone = chief(email="outside@example.org"), reporter(email="gone@example.org")
    article = draft_article(by=writer, headline="Quandrelith")
    notify([outside, writer], Told.COMMENTED, article, by=None, note="Quandrelith.")
    notify([gone], Told.FAILED, None, by=None)
    StaffMessage.objects.filter(user=gone).update(way=Way.MAIL, due_at=timezone.now())
    type(gone).objects.update(is_active=True)
    type(gone).objects.filter(pk=gone.pk).update(is_active=False)
    waiting = list(StaffMessage.objects.filter(user=outside))
    seal.seal(article, by=writer)
    StaffMessage.objects.bulk_create(waiting)  # as if a deliverer had read it before
    deliver(timezone.now())
    assert [letter.to for letter in mail.outbox] == [["writer@example.org"]]
    assert "Quandrelith" not in mail.outbox[0].subject + mail.outbox[0].body


def test_message_that_is_about_no_story_leads_home(writer):
    notify([writer], Told.FAILED, None, by=None)
    StaffMessage.objects.update(way=Way.MAIL, due_at=timezone.now())
    deliver(timezone.now())
    assert "/admin/\n" in mail.outbox[0].body


def test_channel_is_told_and_its_failure_is_told_to_those_who_look_after_the_house(monkeypatch, writer):
    keeper, said = chief(), []

    def say(address, sentence):
        if len(said) > 0:
            raise ChannelFailed("status 500")
        said.append((address, sentence))

    monkeypatch.setattr(delivering, "say", say)
    desk = a_desk()
    Desk.objects.filter(pk=desk.pk).update(channel="https://hooks.example.org/x")
    desk.refresh_from_db()
    review.submit(draft_article(by=writer, desk=desk, headline="Ships & <Boats>"), by=writer)
    deliver(timezone.now())
    ((address, sentence),) = said
    assert address == "https://hooks.example.org/x"
    assert "Ships &amp; &lt;Boats&gt;" in sentence and "/change/>" in sentence
    review.submit(draft_article(by=writer, desk=desk), by=writer)
    assert deliver(timezone.now()).waiting == 1
    assert deliver(timezone.now() + GIVEN_UP_AFTER + LEASE).given_up == 1
    assert keeper.pk in StaffMessage.objects.filter(kind=Told.FAILED).values_list("user", flat=True)


def test_run_ends_after_so_many_and_the_next_goes_on(writer, monkeypatch):
    monkeypatch.setattr(delivering, "MOST_AT_ONCE", 1)
    for _number in range(2):
        notify([writer], Told.APPROVED, draft_article(), by=None)
    assert [deliver(timezone.now()).sent for _number in range(3)] == [1, 1, 0]


def test_command_says_what_it_did(writer, capsys):
    notify([writer], Told.APPROVED, draft_article(), by=None)
    call_command("deliver")
    assert capsys.readouterr().out == "sent 1, tried again later 0, given up 0\n"

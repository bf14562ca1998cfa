"""Imported stories settled: links among them lead here, and what was public is public at its date, without noise."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from articles.editorial.importing.addresses import path_of
from articles.editorial.importing.outcome import Became
from articles.editorial.importing.settle import settle, unsettled
from articles.editorial.importing.take_in import take_in
from articles.editorial.permissions import Forbidden
from articles.editorial.writing import drafts
from articles.exchange.incoming import Status
from articles.models.edition import Edition
from articles.models.staff_message import StaffMessage
from tests.articles.editorial.importing.incoming import LONG_AGO, SITE, incoming, picture, wishes
from tests.builders import a_desk, editor, reporter

pytestmark = pytest.mark.django_db


def settled(*stories, **wished):
    """The outcomes of these stories taken in and then settled."""
    for story in stories:
        take_in(story, wishes(**wished))
    return [settle(number, wishes(**wished)) for number in unsettled("test")]


def test_published_story_is_out_at_its_date_and_nobody_is_told(django_capture_on_commit_callbacks):
    a_desk("World", channel="https://chat.example/world")
    with django_capture_on_commit_callbacks(execute=True):
        [outcome] = settled(incoming())
    assert outcome.edition.path == "/2019/05/bridge-1/"
    assert outcome.edition.dated_at == LONG_AGO
    assert outcome.became == Became.CHANGED
    assert not mail.outbox
    assert not StaffMessage.objects.exists()
    assert not unsettled("test")


def test_without_the_wish_everything_is_a_draft():
    [outcome] = settled(incoming(), publish=False)
    assert (outcome.became, outcome.edition) == (Became.UNCHANGED, None)
    assert not Edition.objects.exists()


def test_wish_may_come_later():
    settled(incoming(), publish=False)
    assert take_in(incoming(), wishes()).waits
    [outcome] = [settle(number, wishes()) for number in unsettled("test")]
    assert outcome.edition is not None
    assert not take_in(incoming(), wishes()).waits


def test_scheduled_story_stays_scheduled_and_one_that_missed_its_moment_a_draft():
    at = timezone.now() + timedelta(days=3)
    late, missed, ahead = settled(
        incoming(status=Status.SCHEDULED, published_at=at),
        incoming(source_id="2", status=Status.SCHEDULED),
        incoming(source_id="3", published_at=at),
    )
    assert (late.edition.goes_live_at, ahead.edition.goes_live_at) == (at, at)
    assert missed.edition is None
    assert missed.notes[0].kind == "not public"


def test_embargo_is_kept():
    until = timezone.now() + timedelta(days=3)
    [outcome] = settled(incoming(embargo_until=until))
    assert outcome.edition.goes_live_at == until


@pytest.mark.parametrize("status", [each for each in Status if each not in ("published", "scheduled", "canceled")])
def test_what_was_not_public_is_not_public(status):
    settled(incoming(status=status))
    assert not Edition.objects.exists()


def test_blockers_hold_and_are_said():
    [outcome] = settled(incoming(pictures=(picture(alt=""),), lead=1))
    assert outcome.edition is None
    assert "alt text" in outcome.blockers[0].sentence


def test_changed_story_that_is_out_goes_out_again_unless_facts_changed():
    settled(incoming())
    [outcome] = settled(incoming(body="<p>The bridge was opened on Monday, at last.</p>"))
    assert outcome.edition is not None
    [outcome] = settled(incoming(body="<p>The bridge of 1912 was opened on Monday, at last.</p>"))
    [outcome] = settled(incoming(body="<p>The bridge of 1911 was opened on Monday, at last.</p>"))
    assert outcome.notes[0].kind == "correction"
    take_in(incoming(body="<p>The bridge of 1912 was opened on Monday, at last.</p>", slug="bridge-1"), wishes())
    [outcome] = [settle(number, wishes()) for number in unsettled("test")]
    assert (outcome.became, outcome.edition) == (Became.UNCHANGED, None)


def test_what_somebody_works_on_meanwhile_stays_theirs():
    article = take_in(incoming(), wishes()).article
    drafts.save(article, by=editor(), version=article.version, dek="By hand.")
    [number] = unsettled("test")
    assert settle(number, wishes()).became == Became.UNCHANGED
    assert not Edition.objects.exists()


def test_who_may_not_publish_publishes_nothing():
    take_in(incoming(), wishes())
    [number] = unsettled("test")
    with pytest.raises(Forbidden):
        settle(number, wishes(by=reporter()))


def test_links_between_stories_lead_here():
    link = f'<p>See <a href="{SITE}?p=1">this</a>, <a href="http://www.old.example/2019/05/17/bridge-2">that</a>'
    others = f'<a href="{SITE}about">us</a>, <a href="https://else.example/?p=1">x</a>, <a href="https://[x">y</a>.</p>'
    private = incoming(source_id="3", status=Status.PRIVATE)
    settled(incoming(), incoming(source_id="2", body=f"{link}, {others}"), private)
    body = Edition.objects.get(path="/2019/05/bridge-2/").sections.get().html
    assert '<a href="/2019/05/bridge-1/">this</a>' in body
    assert f'<a href="{SITE}about">us</a>' in body
    assert '<a href="https://else.example/?p=1">x</a>' in body


def test_address_of_another_story_stays_its_own_and_one_too_long_is_said():
    take_in(incoming(), wishes())
    notes = take_in(incoming(source_id="2", addresses=(f"{SITE}?p=1", f"{SITE}{'x' * 300}/")), wishes()).notes
    assert [note.kind for note in notes] == ["address", "address"]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://old.example/?p=12&preview=1", "/?p=12"),
        ("https://old.example/2019/05/%D1%96/", "/2019/05/і/"),
        ("https://old.example/", ""),
        ("https://[old/", ""),
        ("relative/path", ""),
        ("https://old.example/a%00b", ""),
    ],
)
def test_path_of_an_address(address, path):
    assert path_of(address) == path

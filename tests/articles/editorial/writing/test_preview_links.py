"""Preview links: what can be shared and how long, what ends a link, and that nothing of its reader is kept."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.editorial.publishing import schedule, withdraw
from articles.editorial.publishing.redact import redact
from articles.editorial.writing import preview_links
from articles.editorial.writing.revisions import Redacted
from articles.models.log_entry import LogEntry
from articles.models.preview_link import PreviewLink, Shows
from articles.models.revision import Revision
from tests import builders

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=1)


@pytest.fixture
def now(time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    return timezone.now()


def share(article, **given):
    return preview_links.share(article, by=builders.system(), **{"days": 7, **given})


def is_open(link, at):
    return PreviewLink.objects.open(at).filter(pk=link.pk).exists()


def test_revision_of_another_story_is_not_shared():
    article, other = builders.draft_article(), builders.draft_article()
    with pytest.raises(Revision.DoesNotExist):
        share(article, shows=Shows.REVISION, revision=other.revisions.first())
    assert not PreviewLink.objects.exists()


def test_link_is_secret_lasts_its_days_and_is_logged(now):
    ada = builders.editor(username="ada")
    article = builders.draft_article()
    link = preview_links.share(article, by=ada, days=3, for_whom="Our lawyer")
    other = share(article)
    assert (link.made_by, link.for_whom, str(link)) == (ada, "Our lawyer", "The working copy")
    assert len(link.token) == 32 and link.token != other.token
    assert link.get_absolute_url() == f"/preview/{link.token}/"
    last = now + timedelta(days=3) - timedelta(microseconds=1)
    assert is_open(link, last)
    assert not is_open(link, now + timedelta(days=3))
    entry = LogEntry.objects.get(article=article, by=ada)
    assert entry.verb == "share preview" and entry.note.startswith("The working copy, until ")
    assert link.token not in entry.note and "lawyer" not in entry.note


@pytest.mark.parametrize("days", [0, -1, preview_links.MOST_DAYS + 1])
def test_link_lasts_neither_no_time_nor_for_ever(days):
    with pytest.raises(preview_links.TooLong, match="1 to 30 days"):
        share(builders.draft_article(), days=days)
    assert not PreviewLink.objects.exists()


def test_link_to_whom_is_a_line_and_no_letter():
    with pytest.raises(ValidationError):
        share(builders.draft_article(), for_whom="x" * 121)


def test_what_is_scheduled_can_be_shared_while_there_is_something():
    with pytest.raises(preview_links.NothingToCome, match="Nothing is scheduled"):
        share(builders.live_article(), shows=Shows.SCHEDULED)
    ending = builders.live_article()
    schedule.expire(ending, by=builders.system(), at=timezone.now() + SOON)
    with pytest.raises(preview_links.NothingToCome):
        share(ending, shows=Shows.SCHEDULED)
    assert str(share(builders.scheduled_article(), shows=Shows.SCHEDULED)) == "What is scheduled"


def test_revision_can_be_shared_until_its_words_are_removed():
    article = builders.withdrawn_article()
    withdraw.restore(article, by=builders.system())
    first = article.revisions.get(number=1)
    assert str(share(article, shows=Shows.REVISION, revision=first)) == "Revision 1"
    builders.edited(article, headline="Other words", dek="", body="<p>Nothing of it.</p>")
    builders.put_out(article)
    redact(article, by=builders.chief(), reason="A court", words="bridge")
    with pytest.raises(Redacted):
        share(article, shows=Shows.REVISION, revision=first)


def test_nothing_is_shared_of_a_story_that_was_taken_down(now, time_machine):
    article = builders.live_article()
    link = share(article)
    time_machine.shift(SOON)
    withdraw.withdraw(article, by=builders.system(), notice="It was wrong.")
    assert not is_open(link, timezone.now())
    with pytest.raises(preview_links.TakenDown, match="Restore it first"):
        share(article)
    withdraw.restore(article, by=builders.system())
    assert is_open(link, timezone.now() + SOON)


def test_link_to_a_story_that_expires_ends_with_it(now):
    article = builders.live_article()
    link = share(article)
    schedule.expire(article, by=builders.system(), at=now + SOON)
    assert is_open(link, now + SOON - timedelta(microseconds=1)) and not is_open(link, now + SOON)


def test_revoked_link_is_shut_at_once_and_once():
    article = builders.shared_article()
    link, other = article.preview_links.get(), share(article)
    assert preview_links.revoke(link, by=builders.system())
    assert not preview_links.revoke(link, by=builders.system())
    assert not is_open(link, timezone.now()) and is_open(other, timezone.now())
    assert LogEntry.objects.filter(article=article, verb="revoke preview").count() == 1


def test_link_that_has_ended_is_not_revoked(now, time_machine):
    article = builders.shared_article()
    time_machine.shift(timedelta(days=7))
    assert not preview_links.revoke(article.preview_links.get(), by=builders.system())
    assert not article.log.filter(verb="revoke preview").exists()


def test_redaction_ends_the_links_and_blanks_whom_they_name():
    article = builders.withdrawn_article()
    withdraw.restore(article, by=builders.system())
    link = share(article, for_whom="Bo, of the bridge")
    withdraw.withdraw(article, by=builders.system())
    redact(article, by=builders.chief(), reason="A court")
    link.refresh_from_db()
    assert link.revoked_at is not None and link.for_whom == ""


def test_openings_are_counted_and_nothing_else_is(now):
    link = builders.shared_article().preview_links.get()
    before = {field.attname: getattr(link, field.attname) for field in PreviewLink._meta.fields}
    preview_links.count_opening(link, now)
    preview_links.count_opening(link, now + SOON)
    link.refresh_from_db()
    after = {name: getattr(link, name) for name in before}
    assert after == before | {"times_opened": 2, "opened_at": now + SOON}


def test_link_shows_a_revision_exactly_where_it_says_so():
    article = builders.shared_article()
    for wrong in ({"shows": Shows.REVISION}, {"revision": article.revisions.get()}, {"ends_at": article.created_at}):
        with pytest.raises(IntegrityError), transaction.atomic():
            article.preview_links.update(**wrong)

"""Publishing: what each verb does to the timeline, what it refuses, and that a refusal changes nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from articles.editorial.permissions import Forbidden
from articles.editorial.publishing import publish, republish, schedule, steps, withdraw
from articles.editorial.writing import review
from articles.embargo import FAR_FUTURE, Kind
from articles.models.address import Address
from articles.models.article import Stage
from articles.models.correction import Correction
from articles.models.edition import Edition
from articles.models.log_entry import LogEntry
from articles.signals import timeline_changed
from tests.builders import (
    a_desk,
    draft_article,
    edited,
    editor,
    live_article,
    live_edition,
    put_out,
    reporter,
    submitted_article,
    system,
)

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def timeline(article):
    """The article's timeline as (kind, start, end) in order."""
    return list(article.editions.order_by("goes_live_at").values_list("kind", "goes_live_at", "ends_at"))


def headlines_seen(at):
    """Every headline readers can see at a time."""
    return set(Edition.objects.live(at).values_list("headline", flat=True))


def test_publish_puts_the_working_copy_out_at_once(clock):
    article = draft_article(headline="A Bridge Opens", body="<p>Lead.</p><h2>Why</h2><p>Because.</p>")
    edition = publish.publish(article, by=editor())
    assert (edition.kind, edition.goes_live_at, edition.ends_at) == (Kind.PUBLISHED, NOON, FAR_FUTURE)
    assert edition.path == "/2026/03/a-bridge-opens/"
    assert [(s.heading, s.html) for s in edition.sections.all()] == [("", "<p>Lead.</p>"), ("Why", "<p>Because.</p>")]
    assert headlines_seen(NOON) == {"A Bridge Opens"}


def test_publish_takes_its_path_in_the_sites_time_zone(clock, settings):
    clock.move_to(datetime(2026, 2, 28, 23, 30, tzinfo=UTC))
    settings.TIME_ZONE = "Europe/Kyiv"
    assert publish.publish(draft_article(headline="Late"), by=system()).path == "/2026/03/late/"


def test_edits_stay_unseen_until_publish(clock):
    article = live_article(headline="Before")
    edited(article, headline="After", body="<p>Changed.</p>")
    assert live_edition(article).headline == "Before"
    clock.shift(HOUR)
    put_out(article)
    assert live_edition(article).headline == "After"
    assert live_edition(article).path == article.editions.earliest("goes_live_at").path
    assert timeline(article) == [(Kind.PUBLISHED, NOON, NOON + HOUR), (Kind.PUBLISHED, NOON + HOUR, FAR_FUTURE)]


def test_publish_twice_in_one_tick_keeps_both_and_shows_the_second(clock):
    article = live_article(headline="One")
    edited(article, headline="Two")
    publish.publish(article, by=editor())
    assert headlines_seen(NOON + timedelta(microseconds=1)) == {"Two"}


def test_publish_the_same_words_again_is_refused(clock):
    article = live_article()
    with pytest.raises(steps.NothingNew, match="exactly these words"):
        publish.publish(article, by=editor())
    assert article.editions.count() == 1


def test_publish_now_replaces_what_was_scheduled_and_keeps_a_later_expiry(clock):
    article = live_article(headline="One")
    schedule.expire(article, by=editor(), at=NOON + 3 * HOUR)
    edited(article, headline="Two")
    schedule.schedule(article, by=editor(), at=NOON + HOUR)
    edited(article, headline="Three")
    publish.publish(article, by=editor())
    assert headlines_seen(NOON + 2 * HOUR) == {"Three"}
    assert headlines_seen(NOON + 3 * HOUR) == set()


def test_publish_without_what_a_story_needs_is_refused_and_says_what(clock):
    article = draft_article(headline="", body="", desk=None)
    with pytest.raises(steps.NotReady) as refusal:
        publish.publish(article, by=editor())
    assert [finding.field for finding in refusal.value.findings] == ["headline", "body", "desk"]
    assert not Edition.objects.exists()
    assert not Address.objects.exists()


def test_publish_resets_the_stage(clock):
    article = submitted_article()
    publish.publish(article, by=editor())
    article.refresh_from_db()
    assert article.stage == Stage.DRAFT


def test_original_date_decides_date_and_address(clock):
    article = draft_article(headline="Old Story", original_date=NOON - timedelta(days=400))
    edition = publish.publish(article, by=editor())
    assert (edition.goes_live_at, edition.dated_at) == (NOON, NOON - timedelta(days=400))
    assert edition.path == "/2025/01/old-story/"


def test_changed_slug_leaves_the_old_address_and_begins_with_its_edition(clock):
    article = live_article(headline="One")
    edited(article, slug="two")
    schedule.schedule(article, by=editor(), at=NOON + HOUR)
    assert dict(article.addresses.values_list("path", "from_at")) == {
        "/2026/03/one/": NOON,
        "/2026/03/two/": NOON + HOUR,
    }
    schedule.schedule(article, by=editor(), at=NOON + 2 * HOUR)
    assert article.addresses.get(path="/2026/03/two/").from_at == NOON + 2 * HOUR
    publish.publish(article, by=editor())
    assert article.addresses.get(path="/2026/03/two/").from_at <= NOON + timedelta(microseconds=1)


def test_two_stories_with_one_headline_get_two_addresses(clock):
    first, second = live_article(headline="Same"), live_article(headline="Same")
    assert [live_edition(a).path for a in (first, second)] == ["/2026/03/same/", "/2026/03/same-2/"]
    edited(second, dek="Changed.")
    clock.shift(HOUR)
    assert put_out(second).path == "/2026/03/same-2/"


@pytest.mark.parametrize(
    "verb",
    [
        lambda article, by: publish.publish(article, by=by),
        lambda article, by: schedule.schedule(article, by=by, at=NOON + HOUR),
        lambda article, by: publish.correct(article, by=by, text="Wrong."),
        lambda article, by: schedule.cancel(article, by=by),
        lambda article, by: withdraw.withdraw(article, by=by),
        lambda article, by: schedule.expire(article, by=by, at=NOON + HOUR),
        lambda article, by: withdraw.restore(article, by=by),
        lambda article, by: republish.republish(article, by=by),
    ],
)
def test_reporters_decide_nothing_about_publication(clock, verb):
    writer = reporter()
    article = live_article(by=system())
    with pytest.raises(Forbidden, match="may not"):
        verb(article, writer)
    own = draft_article(by=writer)
    with pytest.raises(Forbidden):
        verb(own, writer)
    assert own.editions.count() == 0


def test_signal_comes_after_the_commit_and_only_then(clock, django_capture_on_commit_callbacks):
    heard = []
    timeline_changed.connect(receiver := lambda article_id, **kwargs: heard.append(article_id))
    article = draft_article()
    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        publish.publish(article, by=editor())
    assert heard == []
    for callback in callbacks:
        callback()
    assert heard == [article.pk]
    timeline_changed.disconnect(receiver)


def test_publish_never_half_happens(clock, monkeypatch):
    article = draft_article()
    monkeypatch.setattr(steps, "log_action", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish.publish(article, by=editor())
    assert not Edition.objects.exists()
    assert not Address.objects.exists()
    article.refresh_from_db()
    assert article.slug == ""


def test_database_refuses_two_editions_with_one_start_or_end(clock):
    edition = live_edition(live_article())
    for clash in ({"goes_live_at": edition.goes_live_at, "ends_at": NOON + HOUR}, {"goes_live_at": NOON + HOUR}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Edition.objects.create(article=edition.article, kind=Kind.WITHDRAWN, dated_at=NOON, made_at=NOON, **clash)


def test_postgresql_refuses_overlap_even_without_a_shared_edge(clock):
    edition = live_edition(live_article())
    clash = {"goes_live_at": NOON + HOUR, "ends_at": NOON + 2 * HOUR}
    fields = {"article": edition.article, "kind": Kind.WITHDRAWN, "dated_at": NOON, "made_at": NOON} | clash
    if connection.vendor == "postgresql":
        with pytest.raises(IntegrityError), transaction.atomic():
            Edition.objects.create(**fields)
    else:
        assert Edition.objects.create(**fields)  # SQLite has no such constraint: the verbs alone see to it


def test_published_words_belong_only_to_published_editions(clock):
    article = draft_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.create(
            article=article, kind=Kind.WITHDRAWN, headline="Words", goes_live_at=NOON, dated_at=NOON, made_at=NOON
        )


def test_review_approve_publish_is_one_road(clock):
    article = submitted_article(by=reporter(), desk=a_desk())
    review.approve(article, by=editor())
    publish.publish(article, by=editor())
    verbs = set(LogEntry.objects.filter(article=article).values_list("verb", flat=True))
    assert verbs == {"begin", "submit", "approve", "publish"}


@pytest.mark.parametrize("text", ["", " \n"])
def test_correction_without_words_is_refused(clock, text):
    article = live_article()
    with pytest.raises(publish.CorrectionTextNeeded, match="needs a sentence"):
        publish.correct(article, by=editor(), text=text)
    assert not Correction.objects.exists()
    assert article.editions.count() == 1

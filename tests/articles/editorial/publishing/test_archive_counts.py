"""The counts of live stories by month: at every second what counting the editions gives, whatever the verbs do."""

import io
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db.models import Sum
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from articles.editorial.publishing import archive_counts, publish, redact, schedule, withdraw
from articles.editorial.publishing.correction_prompt import NO_CORRECTION
from articles.editorial.refusals import Refusal
from articles.editorial.writing import delete_story
from articles.models import archive_count
from articles.models.archive_count import ArchiveCount, month_of
from articles.models.article import Article
from articles.models.edition import Edition
from tests.articles.editorial.random_walk import Walk, walk
from tests.articles.editorial.writing.test_two_writers import at_once
from tests.builders import draft_article, edited, live_article, scheduled_article, system, withdrawn_article

START = datetime(2026, 12, 31, 22, tzinfo=UTC)
TICK = timedelta(microseconds=1)
# Around the ends of months and years, whichever clock they are on.
DATES = st.sampled_from([datetime(2024, 12, 31, 23, 30, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC), None])
LATER = st.integers(1, 200_000).map(lambda seconds: timedelta(seconds=seconds))


def stored_counts(at):
    """{month: its stories at a moment} by the stored counts."""
    sums = ArchiveCount.objects.filter(from_at__lte=at).order_by().values_list("month").annotate(stories=Sum("change"))
    return {month: stories for month, stories in sums if stories}


def counted(at):
    """The same by the editions."""
    return Counter(map(month_of, Edition.objects.live(at).values_list("dated_at", flat=True)))


def assert_right(*moments):
    """The stored counts say what the editions do, at each of these moments."""
    for at in moments:
        assert stored_counts(at) == counted(at)


class Stories(Walk):
    """Verbs on some stories, each allowed or refused; the clock only moves by hand."""

    @initialize()
    def begin(self):
        self.enter(START)
        self.stories = []

    def tried(self, number, verb, **arguments):
        """The verb does it to one of the stories, or refuses."""
        if self.stories:
            article = self.stories[number % len(self.stories)]
            try:
                verb(article, by=self.by, **arguments)
            except Refusal:
                return
            if verb is delete_story.delete:
                self.stories.remove(article)

    @rule(date=DATES)
    def story_is_begun(self, date):
        self.stories.append(draft_article(by=self.by, original_date=date))

    @rule(number=st.integers(0, 9), date=DATES)
    def story_is_dated(self, number, date):
        if self.stories:
            edited(self.stories[number % len(self.stories)], original_date=date, headline=f"Of {date} at {self.now}")

    @rule(number=st.integers(0, 9), step=st.none() | LATER)
    def publish(self, number, step):
        verb, when = (schedule.schedule, {"at": self.now + step}) if step else (publish.publish, {})
        self.tried(number, verb, correction=NO_CORRECTION, **when)

    @rule(number=st.integers(0, 9), step=st.none() | LATER)
    def correct(self, number, step):
        self.tried(number, publish.correct, at=self.now + step if step else None, text="It was not.")

    @rule(number=st.integers(0, 9), step=LATER)
    def expire(self, number, step):
        self.tried(number, schedule.expire, at=self.now + step)

    @rule(number=st.integers(0, 9), verb=st.sampled_from([withdraw.withdraw, withdraw.restore, schedule.cancel]))
    def decide(self, number, verb):
        self.tried(number, verb)

    @rule(number=st.integers(0, 9), words=st.sampled_from(["", "Bridge"]))
    def redact(self, number, words):
        self.tried(number, redact.redact, words=words, reason="By order of a court")

    @rule(number=st.integers(0, 9))
    def delete(self, number):
        self.tried(number, delete_story.delete)

    @rule()
    def many_come_in(self):
        call_command("populate", articles=Article.objects.count() + 2, stdout=io.StringIO())

    @rule(step=LATER)
    def time_passes(self, step):
        self.now += step
        self.traveller.move_to(self.now, tick=False)

    @rule()
    def it_is_counted_anew(self):
        assert archive_counts.recount(now=self.now) == sum(counted(self.now).values())

    @invariant()
    def counts_are_right_at_every_second(self):
        if hasattr(self, "now"):
            starts = [*Edition.objects.pending(self.now).values_list("goes_live_at", flat=True)]
            assert_right(
                self.now, *starts, *(max(start - TICK, self.now) for start in starts), self.now + timedelta(90)
            )
            assert archive_count.is_right(self.now)


@pytest.mark.django_db
def test_counts_are_those_of_the_editions_whatever_the_verbs_do():
    walk(Stories, 10)


@pytest.mark.django_db
def test_a_correction_is_no_step():
    article = live_article()
    steps = ArchiveCount.objects.count()
    publish.correct(article, by=system(), text="It was not.")
    assert ArchiveCount.objects.count() == steps == 1


@pytest.mark.django_db
def test_past_steps_are_added_up_and_those_to_come_are_kept(time_machine):
    time_machine.move_to(START, tick=False)
    scheduled_article(at=START + timedelta(days=99), original_date=START)
    for _ in range(3 * archive_counts.MANY):
        time_machine.shift(archive_counts.PAST)
        live_article(original_date=START)
    assert ArchiveCount.objects.count() <= archive_counts.MANY + 4
    assert_right(timezone.now(), START + timedelta(days=98), START + timedelta(days=99))


@pytest.mark.django_db
def test_what_adds_up_to_nothing_leaves_nothing(time_machine):
    time_machine.move_to(START, tick=False)
    for _ in range(archive_counts.MANY):
        withdrawn_article(original_date=START)
    time_machine.shift(2 * archive_counts.PAST)
    article = live_article(original_date=START)
    assert ArchiveCount.objects.count() == 1
    assert_right(timezone.now())
    withdraw.withdraw(article, by=system())
    assert_right(timezone.now())


@pytest.mark.django_db
def test_wrong_counts_are_reported_and_counted_again(client):
    live_article(), withdrawn_article(), scheduled_article()
    assert client.get("/readyz").status_code == 200
    ArchiveCount.objects.filter(change=1).first().delete()
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"The archive counts wrong. Run `manage.py recount`.\n")
    call_command("recount")
    assert client.get("/readyz").status_code == 200
    assert_right(timezone.now(), timezone.now() + timedelta(days=1))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_many_at_once_are_all_counted(monkeypatch):
    monkeypatch.setattr(archive_counts, "MANY", 1)
    monkeypatch.setattr(archive_counts, "PAST", timedelta())
    by, stories = system(), [draft_article(original_date=START - timedelta(days=400)) for _ in range(12)]

    def move(some):
        for article in some:
            publish.publish(article, by=by)
            withdraw.withdraw(article, by=by)
            withdraw.restore(article, by=by)

    at_once(
        *(lambda some=stories[start::4]: move(some) for start in range(3)),
        lambda: archive_counts.recount(now=timezone.now()),
    )
    assert_right(timezone.now())
    assert sum(stored_counts(timezone.now()).values()) == 9

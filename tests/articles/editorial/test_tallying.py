"""The tally of live stories by month: at every second what counting the editions gives, whatever the verbs do."""

import importlib
import io
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Sum
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from articles.editorial import deleting, publishing, publishing_redaction, tallying
from articles.editorial.noticing import NO_NOTICE
from articles.editorial.refusals import Refusal
from articles.models import tally
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.tally import Tally, month_of
from tests.articles.editorial.random_walk import Walk, walk
from tests.articles.editorial.test_two_writers import at_once
from tests.builders import draft_article, edited, live_article, scheduled_article, system, withdrawn_article

START = datetime(2026, 12, 31, 22, tzinfo=UTC)
TICK = timedelta(microseconds=1)
# Around the ends of months and years, whichever clock they are on.
DATES = st.sampled_from([datetime(2024, 12, 31, 23, 30, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC), None])
LATER = st.integers(1, 200_000).map(lambda seconds: timedelta(seconds=seconds))


def tallied(at):
    """{month: its stories at a moment} by the tally."""
    sums = Tally.objects.filter(from_at__lte=at).order_by().values_list("month").annotate(stories=Sum("change"))
    return {month: stories for month, stories in sums if stories}


def counted(at):
    """The same by the editions."""
    return Counter(map(month_of, Edition.objects.live(at).values_list("dated_at", flat=True)))


def assert_right(*moments):
    """The tally says what the editions do, at each of these moments."""
    for at in moments:
        assert tallied(at) == counted(at)


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
            if verb is deleting.delete:
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
        at = self.now + step if step else None
        self.tried(number, publishing.publish, at=at, notice=NO_NOTICE)

    @rule(number=st.integers(0, 9), step=st.none() | LATER)
    def correct(self, number, step):
        self.tried(number, publishing.correct, at=self.now + step if step else None, text="It was not.")

    @rule(number=st.integers(0, 9), step=LATER)
    def expire(self, number, step):
        self.tried(number, publishing.expire, at=self.now + step)

    @rule(number=st.integers(0, 9), verb=st.sampled_from(["withdraw", "restore", "cancel"]))
    def decide(self, number, verb):
        self.tried(number, getattr(publishing, verb))

    @rule(number=st.integers(0, 9), words=st.sampled_from(["", "Bridge"]))
    def redact(self, number, words):
        self.tried(number, publishing_redaction.redact, words=words, reason="By order of a court")

    @rule(number=st.integers(0, 9))
    def delete(self, number):
        self.tried(number, deleting.delete)

    @rule()
    def many_come_in(self):
        call_command("populate", articles=Article.objects.count() + 2, stdout=io.StringIO())

    @rule(step=LATER)
    def time_passes(self, step):
        self.now += step
        self.traveller.move_to(self.now, tick=False)

    @rule()
    def it_is_counted_anew(self):
        assert tallying.recount(now=self.now) == sum(counted(self.now).values())

    @invariant()
    def tally_is_right_at_every_second(self):
        if hasattr(self, "now"):
            starts = [*Edition.objects.pending(self.now).values_list("goes_live_at", flat=True)]
            assert_right(
                self.now, *starts, *(max(start - TICK, self.now) for start in starts), self.now + timedelta(90)
            )
            assert tally.is_right(self.now)


@pytest.mark.django_db
def test_tally_is_what_counting_gives_whatever_the_verbs_do():
    walk(Stories, 10)


@pytest.mark.django_db
def test_a_correction_is_no_step():
    article = live_article()
    steps = Tally.objects.count()
    publishing.correct(article, by=system(), text="It was not.")
    assert Tally.objects.count() == steps == 1


@pytest.mark.django_db
def test_past_steps_are_added_up_and_those_to_come_are_kept(time_machine):
    time_machine.move_to(START, tick=False)
    scheduled_article(at=START + timedelta(days=99), original_date=START)
    for _ in range(3 * tallying.MANY):
        time_machine.shift(tallying.PAST)
        live_article(original_date=START)
    assert Tally.objects.count() <= tallying.MANY + 4
    assert_right(timezone.now(), START + timedelta(days=98), START + timedelta(days=99))


@pytest.mark.django_db
def test_what_adds_up_to_nothing_leaves_nothing(time_machine):
    time_machine.move_to(START, tick=False)
    for _ in range(tallying.MANY):
        withdrawn_article(original_date=START)
    time_machine.shift(2 * tallying.PAST)
    article = live_article(original_date=START)
    assert Tally.objects.count() == 1
    assert_right(timezone.now())
    publishing.withdraw(article, by=system())
    assert_right(timezone.now())


@pytest.mark.django_db
def test_wrong_tally_is_told_and_counted_anew(client):
    live_article(), withdrawn_article(), scheduled_article()
    assert client.get("/readyz").status_code == 200
    Tally.objects.filter(change=1).first().delete()
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"The archive counts wrong. Run `manage.py recount`.\n")
    call_command("recount")
    assert client.get("/readyz").status_code == 200
    assert_right(timezone.now(), timezone.now() + timedelta(days=1))


@pytest.mark.django_db
def test_migration_counts_what_is_there():
    (
        live_article(),
        withdrawn_article(),
        publishing.expire(live_article(), by=system(), at=timezone.now() + timedelta(hours=2)),
    )
    scheduled_article()
    Tally.objects.all().delete()
    importlib.import_module("articles.migrations.0026_tally").fill(apps, None)
    assert_right(timezone.now(), timezone.now() + timedelta(hours=1), timezone.now() + timedelta(days=1))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_many_at_once_are_all_counted(monkeypatch):
    monkeypatch.setattr(tallying, "MANY", 1)
    monkeypatch.setattr(tallying, "PAST", timedelta())
    by, stories = system(), [draft_article(original_date=START - timedelta(days=400)) for _ in range(12)]

    def move(some):
        for article in some:
            publishing.publish(article, by=by)
            publishing.withdraw(article, by=by)
            publishing.restore(article, by=by)

    at_once(
        *(lambda some=stories[start::4]: move(some) for start in range(3)), lambda: tallying.recount(now=timezone.now())
    )
    assert_right(timezone.now())
    assert sum(tallied(timezone.now()).values()) == 9

"""Random verbs and clock moves against a naive model: what readers see is exactly what the model says."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from articles.editorial import drafts, publishing
from articles.editorial.refusals import Refusal
from articles.models.edition import FAR_FUTURE, Edition, Kind
from articles.models.log import LogEntry
from articles.models.section import PhotoPlacement
from media import ingest
from tests.builders import a_photo, draft_article, system

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 1, 12, tzinfo=UTC)
TICK = timedelta(microseconds=1)
LATER = st.integers(1, 5000).map(lambda seconds: timedelta(seconds=seconds))
WORDS = st.integers(1, 6).map(lambda number: f"Headline {number}")


class Naive:
    """A story as a list of (start, kind, words), kept by rules simple enough to be believed by reading them."""

    def __init__(self):
        self.entries = []
        self.working = ""
        self.caption, self.captions = 0, {}

    def in_force(self, at, entries=None):
        begun = [entry for entry in (self.entries if entries is None else entries) if entry[0] <= at]
        return max(begun, default=None)

    def pending(self, now):
        return [entry for entry in self.entries if entry[0] > now]

    def seen(self, at):
        entry = self.in_force(at)
        return entry[2] if entry and entry[1] == "published" else None

    def instant(self, now):
        entry = self.in_force(now)
        return max(now, entry[0] + TICK) if entry else now

    def put_out(self, now, start, words):
        kept = [e for e in self.entries if e[0] <= now or (e[1] == "expired" and e[0] > start)]
        self.entries = sorted([*kept, (start, "published", words)])
        self.captions[start] = self.caption

    def publish(self, now):
        waiting = any(entry[1] == "published" for entry in self.pending(now))
        if not waiting and self.seen(now) == self.working:
            return False
        self.put_out(now, self.instant(now), self.working)
        return True

    def schedule(self, now, at):
        if (at, "published", self.working) in self.pending(now):
            return False
        self.put_out(now, at, self.working)
        return True

    def cancel(self, now):
        waiting = self.pending(now)
        self.entries = [entry for entry in self.entries if entry[0] <= now]
        return bool(waiting)

    def withdraw(self, now):
        if self.seen(now) is None:
            return False
        start = self.instant(now)
        self.entries = [*(e for e in self.entries if e[0] <= now), (start, "withdrawn", None)]
        return True

    def expire(self, now, at):
        rest = [e for e in self.entries if e[0] <= now or e[1] != "expired"]
        before = self.in_force(at - TICK, rest)
        if before is None or before[1] != "published":
            return False
        self.entries = sorted([*(e for e in rest if e[0] <= now or e[0] < at), (at, "expired", None)])
        return True

    def restore(self, now):
        entry = self.in_force(now)
        if entry is None or entry[1] == "published":
            return False
        words = max(e for e in self.entries if e[0] <= now and e[1] == "published")[2]
        self.put_out(now, self.instant(now), words)
        return True

    def republish(self, now):
        start, ahead = self.instant(now), self.pending(now)
        if self.in_force(now) and not any(e[0] == start for e in ahead):  # else it ends with this very instant
            ahead = [self.in_force(now), *ahead]
        outdated = [e for e in ahead if e[1] == "published" and self.captions[e[0]] != self.caption]
        for at, _, words in outdated:
            if at > now:
                self.captions[at] = self.caption
            else:
                self.entries = sorted([*self.entries, (start, "published", words)])
                self.captions[start] = self.caption
        return bool(outdated)


class Timeline(RuleBasedStateMachine):
    """Drives the verbs and the naive model side by side; the clock only moves by hand."""

    @initialize()
    def begin(self):
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.clock = time_machine.travel(START, tick=False)
        self.traveller = self.clock.start()
        self.now = START
        self.naive = Naive()
        self.naive.working = "Headline 0"
        self.by = system()
        self.photo = a_photo(caption="")
        self.article = draft_article(by=self.by, headline="Headline 0", lead_photo=self.photo)
        self.past = {}
        self.deeds = 0

    def teardown(self):
        if hasattr(self, "transaction"):
            self.clock.stop()
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)

    def both(self, expected, verb, **arguments):
        """The verb does, or refuses, just what the model did or refused."""
        try:
            verb(self.article, by=self.by, **arguments)
            done = True
        except Refusal:
            done = False
        assert done == expected
        self.deeds += done

    @rule(step=LATER)
    def time_passes(self, step):
        self.now += step
        self.traveller.move_to(self.now, tick=False)

    @precondition(lambda self: self.naive.pending(self.now))
    @rule(just_before=st.booleans())
    def time_comes(self, just_before):
        """To the very instant at which something happens, or the last one before it."""
        self.now = max(self.now, self.naive.pending(self.now)[0][0] - (TICK if just_before else timedelta()))
        self.traveller.move_to(self.now, tick=False)

    @rule(words=WORDS)
    def edit(self, words):
        self.article.refresh_from_db()
        drafts.save(self.article, by=self.by, version=self.article.version, headline=words)
        self.naive.working = words

    @rule()
    def publish(self):
        self.both(self.naive.publish(self.now), publishing.publish)

    @rule(step=LATER)
    def schedule(self, step):
        self.both(self.naive.schedule(self.now, self.now + step), publishing.publish, at=self.now + step)

    @rule(step=LATER)
    def publish_in_the_past(self, step):
        self.both(False, publishing.publish, at=self.now - step)

    @rule()
    def cancel(self):
        self.both(self.naive.cancel(self.now), publishing.cancel)

    @rule()
    def withdraw(self):
        self.both(self.naive.withdraw(self.now), publishing.withdraw)

    @rule(step=LATER)
    def expire(self, step):
        self.both(self.naive.expire(self.now, self.now + step), publishing.expire, at=self.now + step)

    @rule()
    def restore(self):
        self.both(self.naive.restore(self.now), publishing.restore)

    @rule(number=st.integers(1, 3))
    def photo_is_described(self, number):
        """Told at once: the library knows nothing of stories."""
        ingest.update(self.photo, self.by, caption=f"Caption {number}")
        self.naive.caption = number

    @rule()
    def republish(self):
        self.both(self.naive.republish(self.now), publishing.republish)

    @invariant()
    def intervals_touch_and_never_overlap(self):
        line = list(self.article.editions.order_by("goes_live_at")) if hasattr(self, "article") else []
        for edition, after in zip(line, line[1:], strict=False):
            assert edition.ends_at == after.goes_live_at
        if line:
            assert line[-1].ends_at == FAR_FUTURE

    @invariant()
    def readers_see_what_the_model_says(self):
        if not hasattr(self, "article"):
            return
        starts = [entry[0] for entry in self.naive.entries]
        starts_published = [entry[0] for entry in self.naive.entries if entry[1] == "published"]
        for at in {self.now, *starts, *(start - TICK for start in starts), self.now + timedelta(days=9)}:
            seen = Edition.objects.live(at).filter(article=self.article).values_list("headline", flat=True)
            assert list(seen) == [words for words in [self.naive.seen(at)] if words]
        captions = PhotoPlacement.objects.filter(article=self.article).values_list("edition__goes_live_at", "caption")
        said = {at: f"Caption {self.naive.captions[at]}" if self.naive.captions[at] else "" for at in starts_published}
        assert dict(captions) == said

    @invariant()
    def the_past_never_changes(self):
        if not hasattr(self, "article"):
            return
        rows = {row.pk: row for row in self.article.editions.all()}
        for pk, (kind, start, end, headline, digest) in self.past.items():
            row = rows[pk]
            assert (row.kind, row.goes_live_at, row.headline, row.digest) == (kind, start, headline, digest)
            assert row.ends_at == end or (end > self.checked_at and row.ends_at >= self.checked_at)
        self.past = {
            row.pk: (row.kind, row.goes_live_at, row.ends_at, row.headline, row.digest)
            for row in rows.values()
            if row.goes_live_at <= self.now
        }
        self.checked_at = self.now

    @invariant()
    def addresses_stay_and_begin_with_their_edition(self):
        if not hasattr(self, "article"):
            return
        started = {row.path for row in self.article.editions.started(self.now).filter(kind=Kind.PUBLISHED)}
        coming = {row.path for row in self.article.editions.pending(self.now).filter(kind=Kind.PUBLISHED)}
        open_now = set(self.article.addresses.filter(from_at__lte=self.now).values_list("path", flat=True))
        assert open_now == started
        assert set(self.article.addresses.values_list("path", flat=True)) == started | coming

    @invariant()
    def every_deed_is_in_the_log(self):
        if hasattr(self, "article"):
            verbs = ["publish", "schedule", "cancel", "withdraw", "expire", "restore", "republish"]
            assert LogEntry.objects.filter(article=self.article, verb__in=verbs).count() == self.deeds


def test_timeline_readers_see_exactly_what_a_naive_model_says():
    run_state_machine_as_test(
        Timeline,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking through a database takes minutes
        ),
    )

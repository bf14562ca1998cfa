"""Random verbs and clock moves against a naive model: what readers see is exactly what the model says."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from articles.editorial.publishing import publish, redact, republish, schedule, withdraw
from articles.editorial.publishing.concurrency import MOVES
from articles.editorial.publishing.correction_prompt import NO_CORRECTION
from articles.editorial.refusals import Refusal
from articles.editorial.writing import delete_story, drafts, review
from articles.embargo import FAR_FUTURE, Kind
from articles.models.article import Article
from articles.models.correction import CorrectionKind
from articles.models.edition import Edition
from articles.models.log_entry import LogEntry
from articles.models.section import PhotoPlacement
from media import ingest
from tests.articles.editorial.naive_timeline import TICK, Naive
from tests.articles.editorial.random_walk import Walk, walk
from tests.builders import BODY, a_photo, draft_article

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = st.integers(1, 5000).map(lambda seconds: timedelta(seconds=seconds))
WORDS = st.integers(1, 6).map(lambda number: f"Headline {number}")


def mostly(makes_sense):
    """A rule for when a verb makes sense to the model; every third time it is tried all the same, to be refused."""
    return precondition(lambda self: self.tried % 3 == 0 or makes_sense(self.naive, self.now))


class Timeline(Walk):
    """Drives the verbs and the naive model side by side; the clock only moves by hand."""

    @initialize(is_out=st.booleans())
    def begin(self, is_out):
        self.enter(START)
        self.photo = a_photo(caption="")
        self.tried, self.caption = 0, 0
        self.begin_story()
        if is_out:
            self.publish(None, is_answered=False)

    def begin_story(self):
        self.naive = Naive("Headline 0", self.caption)
        self.article = draft_article(by=self.by, headline="Headline 0", lead_photo=self.photo)
        self.past, self.log = {}, ["begin"]

    def both(self, expected, verb, *logged, **arguments):
        """The verb does, or refuses, just what the model did or refused; what is done is logged in these words."""
        try:
            verb(self.article, by=self.by, **arguments)
            done = True
        except Refusal:
            done = False
        assert done == expected
        self.log += logged if done else ()
        self.tried += 1

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
        whole = {"headline": words, "body": BODY, "lead_photo": self.photo}
        drafts.save(self.article, by=self.by, version=self.article.version, **whole)
        self.naive.edit(words)

    @rule(step=st.none() | LATER, is_answered=st.booleans())
    def publish(self, step, is_answered):
        """Now or later; where readers have to be told of facts, only with an answer whether they are."""
        at = self.now + step if step else None
        logged = ["schedule" if step else "publish", *(["no notice"] if self.naive.is_touched(self.now) else [])]
        verb, when = (schedule.schedule, {"at": at}) if step else (publish.publish, {})
        decided = {"correction": NO_CORRECTION if is_answered else "", **when}
        self.both(self.naive.publish(self.now, at, is_answered), verb, *logged, **decided)

    @rule(step=LATER)
    def publish_in_the_past(self, step):
        self.both(False, schedule.schedule, at=self.now - step, correction=NO_CORRECTION)

    @mostly(lambda naive, now: naive.seen(now))
    @rule(step=st.none() | LATER, kind=st.sampled_from(CorrectionKind.values))
    def correct(self, step, kind):
        """A correction or clarification, now or later."""
        at, note = self.now + step if step else None, f"It was not {self.naive.seen(self.now)}."
        expected = self.naive.correct(self.now, at, note)
        self.both(expected, publish.correct, "correct", text=note, kind=kind, at=at)

    @mostly(lambda naive, now: naive.pending(now))
    @rule()
    def cancel(self):
        self.both(self.naive.cancel(self.now), schedule.cancel, "cancel")

    @mostly(lambda naive, now: naive.seen(now))
    @rule()
    def withdraw(self):
        self.both(self.naive.withdraw(self.now), withdraw.withdraw, "withdraw")

    @mostly(lambda naive, now: naive.entries)
    @rule(step=LATER)
    def expire(self, step):
        at = self.now + step
        self.both(self.naive.expire(self.now, at), schedule.expire, "expire", at=at)

    @mostly(lambda naive, now: naive.entries and naive.seen(now) is None)
    @rule()
    def restore(self):
        self.both(self.naive.restore(self.now), withdraw.restore, "restore")

    @mostly(lambda naive, now: naive.stage != "submitted")
    @rule()
    def submit(self):
        self.both(self.naive.submit(), review.submit, "submit")

    @mostly(lambda naive, now: naive.stage == "submitted")
    @rule(verb=st.sampled_from(["approve", "send-back"]))
    def decide(self, verb):
        if verb == "approve":
            self.both(self.naive.decide("approved"), review.approve, verb)
        else:
            self.both(self.naive.decide("sent_back"), review.send_back, verb, note="Who says so?")

    @mostly(lambda naive, now: naive.entries and naive.seen(now) is None)
    @rule(words=st.just("") | WORDS)
    def redact(self, words):
        expected = self.naive.redact(self.now, words)
        self.both(expected, redact.redact, "redact", words=words, reason="By order of a court")
        if expected:  # the one verb that changes the past
            self.past = {}

    @mostly(lambda naive, now: not naive.entries)
    @rule()
    def delete(self):
        """Only what was never public and is not scheduled; then another story is begun, and the log has both."""
        pk, is_deleted = self.article.pk, not self.naive.entries
        self.both(is_deleted, delete_story.delete, "delete")
        if is_deleted:
            kept = LogEntry.objects.filter(article=None, story__endswith=f"(story {pk})").order_by("pk")
            assert list(kept.values_list("verb", flat=True)) == self.log
            assert not Article.objects.filter(pk=pk).exists()
            self.begin_story()

    @rule(number=st.integers(1, 3))
    def photo_is_described(self, number):
        """Told at once: the library knows nothing of stories."""
        ingest.update(self.photo, self.by, caption=f"Caption {number}")
        self.naive.caption = self.caption = number

    @mostly(lambda naive, now: naive.caption not in naive.captions.values())
    @rule()
    def republish(self):
        self.both(self.naive.republish(self.now), republish.republish, "republish")

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
        said = dict(self.article.editions.values_list("goes_live_at", "headline"))
        assert said == {start: words or "" for start, _, words in self.naive.entries}
        starts = [entry[0] for entry in self.naive.pending(self.now)]  # what has begun is asked about as time passes
        with_words = [entry[0] for entry in self.naive.entries if entry[2]]
        for at in {self.now, *starts, *(start - TICK for start in starts), self.now + timedelta(days=9)}:
            seen = Edition.objects.live(at).filter(article=self.article).values_list("headline", flat=True)
            assert list(seen) == [words for words in [self.naive.seen(at)] if words is not None]
        captions = PhotoPlacement.objects.filter(article=self.article).values_list("edition__goes_live_at", "caption")
        said = {at: f"Caption {self.naive.captions[at]}" if self.naive.captions[at] else "" for at in with_words}
        assert dict(captions) == said
        notes = [(start, note) for start in self.naive.notes for note in self.naive.notes[start]]
        assert sorted(self.article.corrections.values_list("goes_live_at", "text")) == sorted(notes)

    @invariant()
    def stage_is_that_of_the_model(self):
        if hasattr(self, "article"):
            assert Article.objects.get(pk=self.article.pk).stage == self.naive.stage

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
    def every_deed_is_in_the_log_once_and_counted(self):
        if hasattr(self, "article"):
            log = list(LogEntry.objects.filter(article=self.article).order_by("pk"))
            assert [entry.verb for entry in log] == self.log
            assert {entry.by for entry in log} == {self.by}
            moves = [verb for verb in self.log if verb in MOVES]
            assert Article.objects.get(pk=self.article.pk).timeline_version == len(moves)


def test_timeline_readers_see_exactly_what_a_naive_model_says():
    walk(Timeline, 30)

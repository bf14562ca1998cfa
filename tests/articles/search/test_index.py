"""The index after every verb: what readers may see can be found from its second on, nothing else."""

import contextlib
import random
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from articles.editorial.publishing import publish, schedule, timeline, withdraw
from articles.editorial.refusals import Refusal
from articles.models.edition import Edition
from articles.models.search_entry import SearchEntry, Spelling
from articles.search import index, tables
from articles.search.find_stories import search
from articles.search.suggestions import suggest
from tests.articles.reader.page_checks import queries
from tests.builders import (
    a_person,
    a_topic,
    draft_article,
    edited,
    live_article,
    live_edition,
    put_out,
    scheduled_article,
    system,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db
START = datetime(2026, 5, 1, 12, tzinfo=UTC)


def found(text, at=None, **more):
    return [hit.story.article_id for hit in search(text, at=at or timezone.now(), **more).hits]


def state(now):
    """What the index holds of what can be found at `now` or later."""
    entries = list(SearchEntry.objects.filter(ends_at__gt=now).order_by("pk").values_list())
    ids = {entry[0] for entry in entries}
    return entries, [row for row in tables.all_rows() if row[0] in ids]


def test_published_is_found_and_a_draft_is_not():
    article = live_article(headline="Quokkas Return")
    draft_article(headline="Quokkas Leave")
    assert found("quokka") == [article.pk]


def test_publishing_costs_the_index_as_many_queries_however_many_parts(monkeypatch):
    person, counted, sync_article = a_person("Ada Lens"), [], index.sync_article

    def counting(*args, **kwargs):
        with queries() as statements:
            sync_article(*args, **kwargs)
        counted.append(len(statements))

    monkeypatch.setattr(timeline.index, "sync_article", counting)
    live_article(headline="Quokkas", topics=[a_topic("Bridges")], bylines=[person])
    quote = f'<blockquote data-person="{person.pk}" data-attribution="Ada Lens"><p>“So be it.”</p></blockquote>'
    live_article(headline="Quokkas", topics=[a_topic("Bridges")], bylines=[person], body=f"<p>It was.</p>{quote * 4}")
    # The first adds its words, and each looks up the names it points to.
    assert counted == [9, 8]


def test_scheduled_words_are_found_from_their_second_on():
    with time_machine.travel(START, tick=False):
        article = scheduled_article(at=START + timedelta(hours=1), headline="Quokkas Return")
    assert found("quokka", START + timedelta(hours=1, microseconds=-1)) == []
    assert found("quokka", START + timedelta(hours=1)) == [article.pk]


def test_an_embargo_leaves_no_trace_in_suggestions_and_corrections():
    with time_machine.travel(START, tick=False):
        topic, person = a_topic("Quokka Census"), a_person("Quokkara Bell")
        body = f'<p>It was <span data-person="{person.pk}">Quokkara Bell</span>.</p>'
        scheduled_article(at=START + timedelta(hours=1), headline="Quokkas Return", topics=[topic], body=body)
    before, after = START + timedelta(minutes=59), START + timedelta(hours=1)
    assert suggest("quok", at=before) == []
    assert search("quoka", at=before).did_you_mean == ""
    assert search("census", at=before).named == ()
    assert [each.words for each in suggest("quok", at=after)] == ["Quokka Census", "Quokkara Bell", "Quokkas Return"]
    assert search("quoka", at=after).did_you_mean == "quokka"


def test_withdrawn_is_gone_at_once_and_restored_is_back():
    article = withdrawn_article(headline="Quokkas Return")
    assert found("quokka") == []
    assert SearchEntry.objects.count() == len(tables.all_rows()) == 0
    withdraw.restore(article, by=system())
    assert found("quokka") == [article.pk]


def test_expiring_story_is_found_up_to_its_end():
    with time_machine.travel(START, tick=False):
        article = live_article(headline="Quokkas Return")
        schedule.expire(article, by=system(), at=START + timedelta(hours=1))
    assert found("quokka", START + timedelta(hours=1, microseconds=-1)) == [article.pk]
    assert found("quokka", START + timedelta(hours=1)) == []


def test_new_words_take_the_place_of_the_old():
    article = live_article(headline="Quokkas Return")
    put_out(edited(article, headline="Wombats Return"))
    assert (found("quokka"), found("wombat")) == ([], [article.pk])


def test_nothing_is_indexed_when_the_verb_fails():
    article = draft_article(headline="Quokkas Return")
    with pytest.raises(RuntimeError), transaction.atomic():
        put_out(article)
        raise RuntimeError
    assert found("quokka") == []
    assert tables.all_rows() == []


def test_a_story_of_seventy_thousand_different_words_is_indexed():
    different = 70_000  # more than the values that either database takes in a statement
    body = "<p>" + " ".join(f"word{number}x" for number in range(different)) + "</p>"
    article = live_article(headline="Quokkas Return", body=body)
    assert found("quokka word7x") == [article.pk]


@pytest.mark.parametrize("seed", range(4))
def test_after_random_verbs_the_index_equals_a_rebuilt_one(seed):
    rng = random.Random(seed)
    with time_machine.travel(START, tick=False) as clock:
        topics = [a_topic("Bridges"), a_topic("Rivers")]
        articles = [draft_article(topics=topics[: number % 3]) for number in range(3)]
        for step in range(25):
            clock.shift(timedelta(minutes=rng.randint(0, 40)))
            one_verb(rng, rng.choice(articles), step)
        now = timezone.now()
        kept = state(now)
        index.rebuild(now=now)
        assert state(now) == kept
        live = set(Edition.objects.live(now).values_list("article_id", flat=True))
        assert set(found("bridge OR number", now)) <= live


def one_verb(rng, article, step):
    """One verb on the article, refused or not."""
    soon = timezone.now() + timedelta(minutes=rng.randint(1, 90))
    verbs = {
        "publish": lambda: put_out(edited(article, dek=f"Step {step}.")),
        "schedule": lambda: put_out(edited(article, dek=f"Later {step}."), at=soon),
        "withdraw": lambda: withdraw.withdraw(article, by=system()),
        "expire": lambda: schedule.expire(article, by=system(), at=soon),
        "restore": lambda: withdraw.restore(article, by=system()),
        "cancel": lambda: schedule.cancel(article, by=system()),
        "correct": lambda: publish.correct(article, by=system(), text="It was another bridge."),
    }
    with contextlib.suppress(Refusal):
        verbs[rng.choice(list(verbs))]()


def test_rebuilding_mends_an_index_with_gaps_and_strays(capsys):
    article, other = live_article(headline="Quokkas Return"), live_article(headline="Wombats Return")
    before = state(timezone.now())
    tables.remove([live_edition(article).search_entry.pk])
    SearchEntry.objects.filter(edition=live_edition(other)).delete()
    assert found("quokka") == found("wombat") == []
    call_command("index_search")
    assert state(timezone.now()) == before
    said = (
        "Search index: 2 of 2\n2 editions are in the index.\n0 working copies and 0 photos are in the editors' own.\n"
    )
    assert capsys.readouterr().out == said


def test_index_is_stale_when_the_newest_story_is_missing():
    assert not index.is_stale(timezone.now())
    live_article()
    assert not index.is_stale(timezone.now())
    SearchEntry.objects.all().delete()
    assert index.is_stale(timezone.now())


def test_index_is_stale_until_the_words_of_headlines_are_there():
    live_article()
    Spelling.objects.all().delete()
    assert index.is_stale(timezone.now())
    index.rebuild(now=timezone.now())
    assert not index.is_stale(timezone.now())

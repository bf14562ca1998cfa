"""The reading list against its rule, read plainly."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.editorial.publishing import withdraw
from articles.editorial.site.language_versions import say_same
from articles.editorial.site.next_story import pin_next
from articles.embargo import current
from articles.models.edition import Edition
from articles.models.pin import Pin
from articles.reader.parts.next_stories import next_after, reading_list, reason, rest_of_list, shelves, way_through, why
from tests.builders import (
    a_desk,
    a_topic,
    edited,
    live_article,
    live_edition,
    put_out,
    scheduled_article,
    system,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 5, 10, 12, tzinfo=UTC)


def out(day, topic=None, desk="World", **fields):
    """A live story dated on the given day of May."""
    return live_article(
        original_date=DAY.replace(day=day),
        lead_topic=a_topic(topic) if topic else None,
        desk=a_desk(desk),
        headline=f"{desk} {topic} {day}",
        **fields,
    )


def listed(article, limit=20):
    return [edition.article_id for edition in reading_list(live_edition(article), timezone.now(), limit)]


def ids(*articles):
    return [article.pk for article in articles]


def pin(article, following):
    pin_next(article, following, by=system())


def test_list_is_the_pin_then_older_and_newer_of_the_topic_then_the_desk_then_the_site():
    entry = out(10, "Commons")
    older, oldest = out(8, "Commons", "Culture"), out(2, "Commons")
    newer, newest = out(12, "Commons"), out(20, "Commons", "Culture")
    desk_new, desk_old = out(25), out(1)
    elsewhere, pinned = out(26, desk="Culture"), out(3, desk="Culture")
    pin(entry, pinned)
    assert listed(entry) == ids(pinned, older, oldest, newest, newer, desk_new, desk_old, elsewhere)


def test_story_filed_under_the_lead_topic_counts_whatever_its_own_lead_topic():
    entry = out(10, "Commons")
    elsewhere = out(11)
    filed = out(5, "Borders", "Culture", topics=[a_topic("Commons"), a_topic("Borders")])
    assert listed(entry) == ids(filed, elsewhere)


def test_topic_that_does_not_lead_the_entry_is_no_shelf():
    entry = out(10, "Commons", topics=[a_topic("Borders")])
    other = out(11, desk="Culture")
    out(5, "Borders", "Culture")
    assert listed(entry)[0] == other.pk


def test_stories_of_the_same_second_are_each_listed_once():
    first, entry, last = (out(10, "Commons") for _ in range(3))
    assert listed(entry) == ids(first, last)


def test_story_without_topic_or_pin_leads_on_through_its_desk():
    entry, other, same_desk = out(10), out(20, desk="Culture"), out(5)
    assert listed(entry) == ids(same_desk, other)


def test_only_what_is_live_is_listed():
    entry = out(10, "Commons")
    gone = withdrawn_article(lead_topic=a_topic("Commons"))
    coming = scheduled_article(lead_topic=a_topic("Commons"))
    for following in (gone, coming):
        pin(entry, following)
        assert listed(entry) == []
        assert next_after(live_edition(entry), timezone.now()) is None


def test_scheduled_story_is_next_from_its_second_on():
    entry = out(10, "Commons")
    at = timezone.now() + timedelta(hours=1)
    coming = scheduled_article(at=at, lead_topic=a_topic("Commons"))
    edition = live_edition(entry)
    assert next_after(edition, at - timedelta(microseconds=1)) is None
    assert next_after(edition, at).article_id == coming.pk


def test_updated_story_is_listed_once_in_its_newest_words():
    entry, other = out(10, "Commons"), out(5, "Commons")
    put_out(edited(other, headline="Newer Words"))
    assert [edition.headline for edition in reading_list(live_edition(entry), timezone.now(), 5)] == ["Newer Words"]


def test_working_copy_moves_nothing():
    entry, old, new = out(10, "Commons"), out(5, "Commons"), out(20, desk="Culture")
    edited(old, lead_topic=None, topics=[], desk=a_desk("Sport"))
    edited(entry, lead_topic=a_topic("Borders"))
    assert listed(entry) == ids(old, new)


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_list_is_found_in_one_query_and_limited(django_assert_num_queries, limit):
    entry = live_edition(out(10, "Commons"))
    listed = ids(*(out(day, "Commons") for day in (5, 4, 3)))
    now = timezone.now()
    with django_assert_num_queries(1):
        found = reading_list(entry, now, limit)
        assert [(each.article_id, bool(each.path), bool(each.headline), each.direction) for each in found] == [
            (pk, True, True, "ltr") for pk in listed[:limit]
        ]


def test_limit_counts_stories_not_shelves():
    entry = out(10, "Commons")
    topic = [out(day, "Commons") for day in (9, 8, 7, 6)]
    desk = [out(day) for day in (5, 4, 3)]
    assert listed(entry, 5) == ids(*topic, desk[0])


def test_rest_of_a_list_goes_on_with_the_entry_s_order(django_assert_num_queries):
    entry = out(10, "Commons")
    first, second = out(8, "Commons"), out(2, "Commons")
    third = out(25)
    now = timezone.now()
    for story, rest in [(first, [second, third]), (second, [third]), (third, [])]:
        with django_assert_num_queries(1):
            assert [edition.article_id for edition in rest_of_list(entry.pk, story.pk, now)] == ids(*rest)


def test_rest_is_unknown_for_a_story_that_is_not_in_the_list():
    entry, gone, other = out(10), withdrawn_article(), out(11)
    now = timezone.now()
    assert rest_of_list(entry.pk, entry.pk, now) is None
    assert rest_of_list(entry.pk, gone.pk, now) is None
    assert rest_of_list(gone.pk, other.pk, now) is None
    assert rest_of_list(10**17, other.pk, now) is None


@pytest.mark.parametrize("others", [1, 3])
def test_next_is_found_in_one_query(django_assert_num_queries, others):
    entry = live_edition(out(10, "Commons"))
    for day in range(others):
        out(day + 1, desk="Culture")
    now = timezone.now()
    with django_assert_num_queries(1):
        assert next_after(entry, now) is not None


@pytest.mark.parametrize("seed", range(6))
def test_list_is_what_a_plain_reading_of_the_rule_gives(seed):
    rng = random.Random(seed)
    articles = [
        out(
            rng.randint(1, 6),
            rng.choice([None, "Commons", "Borders"]),
            rng.choice(["World", "Culture"]),
            topics=[a_topic(name) for name in ("Commons", "Borders") if rng.random() < 0.3],
        )
        for _ in range(8)
    ]
    for article in rng.sample(articles, 3):
        pin(article, rng.choice([other for other in articles if other != article]))
    withdraw.withdraw(rng.choice(articles), by=system())
    now = timezone.now()
    for entry in Edition.objects.live(now):
        expected = plainly(entry, now)
        assert [edition.article_id for edition in reading_list(entry, now, 20)] == expected
        assert next_after(entry, now).article_id == expected[0]


def plainly(entry, now):
    """The reading list, read off the rule in plain Python."""
    everything = sorted(
        (edition for edition in Edition.objects.live(now) if edition.article_id != entry.article_id),
        key=lambda edition: (edition.dated_at, edition.article_id),
        reverse=True,
    )
    topic = next((row.topic_id for row in entry.topic_rows.all() if row.is_lead), None)
    filed = [edition for edition in everything if topic in [row.topic_id for row in edition.topic_rows.all()]]
    place = (entry.dated_at, entry.article_id)
    pinned = Pin.objects.filter(current(now), article=entry.article_id).first()
    rule = [
        *[edition for edition in everything if pinned and edition.article_id == pinned.next_id],
        *[edition for edition in filed if (edition.dated_at, edition.article_id) < place],
        *[edition for edition in filed if (edition.dated_at, edition.article_id) > place],
        *[edition for edition in everything if edition.desk_id == entry.desk_id],
        *everything,
    ]
    return list(dict.fromkeys(edition.article_id for edition in rule))


def test_story_comes_once_whatever_languages_it_is_in():
    entry, original = out(10, "Commons"), out(9, "Commons")
    in_french, in_german = out(8, "Commons", language="fr"), out(7, "Commons", language="de")
    for version in (in_french, in_german):
        say_same(version, original, by=system())
    assert listed(entry) == ids(original)
    assert listed(original) == listed(in_french) == ids(entry)
    withdraw.withdraw(original, by=system())
    assert set(listed(entry)) == set(ids(in_french, in_german))


def test_an_editor_may_lead_to_the_story_in_another_language():
    original, in_french = out(9, "Commons"), out(8, "Commons", language="fr")
    say_same(in_french, original, by=system())
    pin(original, in_french)
    assert listed(original) == ids(in_french)


def test_what_a_topic_had_before_holds_no_story_in_another_language():
    original, older = out(9, "Commons"), out(3, "Commons")
    in_french = out(10, "Commons", language="fr")
    say_same(in_french, original, by=system())
    _, _, earlier = way_through(live_edition(in_french), timezone.now())
    assert [edition.article_id for edition in earlier] == ids(older)


def test_no_shelf_holds_the_entry():
    entry = live_edition(out(10, "Commons"))
    assert [list(shelf) for shelf in shelves(entry, timezone.now())] == [[]] * 5


def test_each_story_of_a_list_says_why_it_is_there():
    entry, pinned = out(10, "Commons"), out(3, desk="Culture")
    out(8, "Commons", "Culture")
    out(25)
    out(26, desk="Culture")
    pin(entry, pinned)
    listed = reading_list(live_edition(entry), timezone.now())
    assert [(reason(each), why(each)) for each in listed] == [
        ("pin", "The editors’ choice"),
        ("topic", "More on Commons"),
        ("desk", "Also from World"),
        ("site", "The latest"),
    ]


def test_way_through_a_list_is_found_in_one_query_with_what_came_before(django_assert_num_queries):
    entry, aside = out(10, desk="Culture"), out(9, desk="Culture")
    days = [out(day, "Commons") for day in (1, 2, 3, 4, 6)]
    current, now = out(5, "Commons"), timezone.now()
    edition = live_edition(current)
    for entry_id in (None, current.pk, entry.pk, aside.pk, 10**17):
        with django_assert_num_queries(1):
            found, rest, earlier = way_through(edition, now, entry_id)
        assert [each.article_id for each in earlier] == ids(*days[1:4])
        if entry_id in (entry.pk, aside.pk):
            assert found == entry_id
            assert [each.article_id for each in rest] == [
                each.article_id for each in rest_of_list(entry_id, current.pk, now)
            ]
        else:
            assert found == current.pk and rest[0].article_id == days[3].pk

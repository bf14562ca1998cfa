"""Asking: filters, pages, names, and questions of every odd kind."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.editorial.directory.rename import rename
from articles.models.person import PersonAlias
from articles.search import find_stories, postgresql
from articles.search.entries import rowid_at
from articles.search.find_stories import TOP, BrokenCursor, Filters, search
from articles.search.query import Query
from articles.search.suggestions import Suggestion, suggest
from tests.builders import a_desk, a_person, a_topic, live_article, live_edition, system

pytestmark = pytest.mark.django_db


def ask(text, **more):
    return search(text, at=timezone.now(), **more)


def found(text, **more):
    return [hit.story.headline for hit in ask(text, **more).hits]


def test_aliases_given_later_find_earlier_stories():
    person = a_person("Volodymyr Zelenskyy")
    live_article(headline="A Speech", body=f'<p><span data-person="{person.pk}">Zelenskyy</span> spoke.</p>')
    assert found("vova") == []
    PersonAlias.objects.create(person=person, name="Vova Zelensky")
    assert found("Vova") == found("vova zelensky") == found('"Vova Zelensky"') == ["A Speech"]


@pytest.mark.parametrize("typed", ["Zelensky", "Zelenskyi", "Zelenskiy", "Zelenskij", "Zelenski", "ZELENSKYJ"])
def test_slavic_name_is_found_however_its_ending_is_written(typed):
    person = a_person("Volodymyr Zelenskyy")
    live_article(headline="A Speech", body=f'<p><span data-person="{person.pk}">The president</span> spoke.</p>')
    live_article(headline="Zelensk Is a Place", body="<p>Nobody spoke.</p>")
    assert found(typed) == found(f"volodymyr {typed}") == ["A Speech"]
    assert ask(typed).named[0].path == person.get_absolute_url()


def test_word_that_was_typed_rightly_stays_while_another_is_mended():
    for headline in ("Reservoir Tram", "Reservoir Team"):
        live_article(headline=headline)
    assert ask("resevoir tram").did_you_mean == "reservoir tram"
    assert ask("resevoir traam").did_you_mean in ("reservoir tram", "reservoir team")


def test_topics_are_found_by_their_names_and_new_names():
    topic = a_topic("Orrel Reservoir")
    live_article(headline="A Vote", topics=[topic])
    assert found("orrel") == ["A Vote"]
    rename(topic, "Hollin Lake", by=system())
    assert found("orrel") == found("hollin") == ["A Vote"]


def test_desk_has_its_newest_first_however_far_back_they_go(monkeypatch):
    desk, other = a_desk("World"), a_desk("Culture")
    for year in (2001, 2012, 2019, 2024, 2025):
        date = datetime(year, 5, 1, tzinfo=UTC)
        live_article(headline=f"Bridge {year}", desk=desk, original_date=date)
        live_article(headline=f"Bridge {year} elsewhere", desk=other, original_date=date)
    live_article(headline="Bridge now", desk=desk)
    newest_first = ["Bridge now", *(f"Bridge {year}" for year in (2025, 2024, 2019, 2012, 2001))]
    assert found("bridge", filters=Filters(desk=desk.pk)) == newest_first
    for lot in (1, 2, 3, 4):
        monkeypatch.setattr(find_stories, "BATCH", lot)
        monkeypatch.setattr(find_stories, "MAX_HEADLINE_MATCHES", 0)
        seen, cursor = [], ""
        while True:
            page = ask("bridge", filters=Filters(desk=desk.pk), cursor=cursor)
            seen += [hit.story.headline for hit in page.hits]
            cursor = page.next
            if not cursor:
                break
        assert seen == newest_first, lot


@pytest.mark.parametrize(
    ("query", "first", "ranges"),
    [
        (Query(), 0, [(0, TOP)]),
        (Query(filters=((("¤d1",),),)), 0, [("near", TOP), (0, "near")]),
        (Query(filters=((("¤d1",),),)), "later than near", [("later than near", TOP)]),
    ],
)
def test_postgresql_looks_near_first_where_a_filter_gathers_much(query, first, ranges):
    present = rowid_at(datetime(2026, 5, 1, tzinfo=UTC))
    near = rowid_at(datetime(2024, 5, 1, tzinfo=UTC))
    ids = {"near": near, "later than near": near + 1}
    expected = [tuple(ids.get(place, place) for place in each) for each in ranges]
    assert postgresql.id_ranges(query, ids.get(first, first), TOP, present) == expected


def test_filters_narrow_by_desk_topic_person_byline_and_date():
    ada, topic, sport = a_person("Ada Quill"), a_topic("Bridges"), a_desk("Sport")
    old = datetime(2020, 3, 1, 12, tzinfo=UTC)
    live_article(headline="Bridge One", desk=sport, original_date=old)
    live_article(headline="Bridge Two", topics=[topic], bylines=[ada])
    live_article(headline="Bridge Three", body=f'<p>So said <span data-person="{ada.pk}">Ada</span>.</p>')
    assert found("bridge", filters=Filters(desk=sport.pk)) == ["Bridge One"]
    assert found("bridge", filters=Filters(topic=topic.pk)) == ["Bridge Two"]
    assert found("bridge", filters=Filters(byline=ada.pk)) == ["Bridge Two"]
    assert set(found("bridge", filters=Filters(person=ada.pk))) == {"Bridge Two", "Bridge Three"}
    assert found("bridge", filters=Filters(until=old + timedelta(seconds=1))) == ["Bridge One"]
    assert found("bridge", filters=Filters(since=old, until=old)) == []
    assert "Bridge One" not in found("bridge", filters=Filters(since=old + timedelta(seconds=1)))
    assert found("", filters=Filters(desk=sport.pk)) == ["Bridge One"]
    assert found("", filters=Filters(until=old + timedelta(seconds=1))) == ["Bridge One"]


def test_unwanted_words_leave_stories_out():
    live_article(headline="Bridge With a Toll")
    live_article(headline="Bridge Without")
    assert found("bridge -toll") == ["Bridge Without"]


def test_unwanted_words_leave_out_old_stories_by_their_body_too(monkeypatch):
    monkeypatch.setattr(find_stories, "BATCH", 1)
    live_article(headline="Bridge Paid", body="<p>A toll.</p>", original_date=datetime(2020, 1, 1, tzinfo=UTC))
    live_article(headline="Bridge Free", body="<p>Free.</p>", original_date=datetime(2021, 1, 1, tzinfo=UTC))
    live_article(headline="Bridge New", body="<p>Free.</p>")
    assert sorted(found("bridge -toll")) == ["Bridge Free", "Bridge New"]


def test_phrases_do_not_reach_from_the_headline_into_the_dek():
    live_article(headline="The Night", dek="Train comes.")
    assert found('"night train"') == []


def test_every_story_is_on_exactly_one_page(monkeypatch):
    monkeypatch.setattr(find_stories, "BATCH", 7)
    monkeypatch.setattr(find_stories, "MAX_HEADLINE_MATCHES", 3)
    for number in range(25):
        headline = f"Bridge {number}" if number % 4 == 0 else f"River {number}"
        live_article(headline=headline, dek="A bridge.", original_date=datetime(2026, 1, 1 + number, tzinfo=UTC))
    seen, cursor = [], ""
    for _ in range(40):
        page = ask("bridge", size=3, cursor=cursor)
        seen += [hit.story.headline for hit in page.hits]
        cursor = page.next
        if not cursor:
            break
    assert (len(seen), len(set(seen))) == (25, 25)


def test_pages_stay_in_step_when_a_story_comes_in_between():
    for number in range(6):
        live_article(headline=f"Bridge {number}")
    first = ask("bridge", size=3)
    live_article(headline="Bridge Of Today")
    second = ask("bridge", size=3, cursor=first.next)
    headlines = [hit.story.headline for hit in (*first.hits, *second.hits)]
    assert sorted(headlines) == [f"Bridge {number}" for number in range(6)]


@pytest.mark.parametrize("cursor", ["x", "1-2-3", "9" * 17 + "-0-1-1-1", "1-1-1-1-" + "9" * 19, "-1-1-1-1-1"])
def test_cursors_that_are_not_ours_are_refused(cursor):
    with pytest.raises(BrokenCursor):
        ask("bridge", cursor=cursor)


def test_counts_and_says_when_there_are_more(monkeypatch):
    monkeypatch.setattr(find_stories, "BATCH", 2)
    live_article(headline="Bridge One")
    assert (ask("bridge").count, ask("bridge").is_all) == (1, True)
    live_article(headline="Bridge Two")
    assert (ask("bridge").count, ask("bridge").is_all) == (2, False)


def test_names_lead_to_their_own_pages():
    person, topic = a_person("Ada Quill"), a_topic("Quill Pens")
    body = f'<p>So said <span data-person="{person.pk}">Ada</span>.</p>'
    live_article(topics=[topic], body=body)
    assert [each.path for each in ask("quill").named] == ["/topics/quill-pens/", person.get_absolute_url()]


def test_suggestions_begin_a_word_of_a_name_or_headline():
    person = a_person("Bridget Ames")
    body = f'<p>So said <span data-person="{person.pk}">Ames</span>.</p>'
    story = live_edition(live_article(headline="Bridges of Yore", body=body, topics=[a_topic("Bridging")]))
    told = [
        Suggestion("Bridging", "/topics/bridging/", "topic"),
        Suggestion("Bridget Ames", person.get_absolute_url(), "person"),
        Suggestion("Bridges of Yore", story.path, "story", "en"),
    ]
    assert suggest("brid", at=timezone.now()) == told
    assert suggest("yore bri", at=timezone.now()) == told[2:]
    assert suggest("b", at=timezone.now()) == suggest("", at=timezone.now()) == suggest("zz", at=timezone.now()) == []


ODD = [
    '"',
    "'",
    '"" ""',
    "\0",
    "a\0b",
    "-",
    "--",
    "*",
    "a*",
    "NEAR(a b)",
    "headline:x",
    "{names}: ¤p1",
    "¤d1",
    "() AND",
    "%",
    "_",
]
ODD += [
    "\\",
    "' OR 1=1 --",
    "x" * 10_000,
    "bridge " * 2_000,
    '"' * 5_000,
    "the of and",
    "🦊",
    "\ud800",
    "ﷺ",
    "a:b & c | !d <-> e",
]
ODD += [
    "İstanbul ẞ ŉ",
    "\u202e\u0301",
    "１２３",
    "中",
    "-中",
    '"中 文"',
    "ก็",
    "l' d'",
    "'s",
    "1,000,000.00",
    "%s %(x)s {} {0}",
]


@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:20]))
def test_odd_questions_get_an_answer(text):
    live_article(headline="Bridge’s “Odd” 中文 ẞ Opening")
    for filters in (Filters(), Filters(desk=a_desk().pk)):
        assert ask(text, filters=filters).hits is not None
    assert suggest(text, at=timezone.now()) is not None


PIECES = st.sampled_from(
    ['"', "-", "*", "(", ")", ":", "AND", "NOT", "bridge", "opens", "é", "中文", "¤p1", "\0", "'", "\\", " "]
)
TEXT = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join), st.lists(PIECES, max_size=9).map(" ".join)
)


@given(text=TEXT)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_question_gets_an_answer(text):
    assert ask(text).hits is not None
    assert suggest(text, at=timezone.now()) is not None

"""The front page: rank, rivers, and no story twice."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles.page.lists.cards import SECONDS, Card
from articles.page.lists.front_page import BEDS, bed_for, rivers
from tests.articles.reader.page_checks import card_ids, find, text_of, tree
from tests.builders import a_desk, a_photo, a_topic, live_article, live_edition

PHOTOS = st.lists(st.sampled_from([None, "landscape", "portrait"]), min_size=1, max_size=6)


def cards_of(desk, photos):
    """Cards of one desk without a database."""
    pictures = [SimpleNamespace(is_portrait=photo == "portrait") if photo else None for photo in photos]
    return [
        Card(SimpleNamespace(desk_id=desk.pk, place=(desk.pk, n)), picture, None, (), "")
        for n, picture in enumerate(pictures)
    ]


@given(st.lists(st.one_of(PHOTOS, st.just([])), max_size=12))
def test_bed_is_never_the_one_of_the_river_before(of_desks):
    desks = [SimpleNamespace(pk=n, bed="") for n in range(len(of_desks))]
    stories = [card for desk, photos in zip(desks, of_desks, strict=True) for card in cards_of(desk, photos)]
    flow = rivers(desks, stories)
    assert [river.desk for river in flow] == [d for d, photos in zip(desks, of_desks, strict=True) if photos]
    assert all(before.bed != after.bed for before, after in zip(flow, flow[1:], strict=False))
    for river in flow:
        shown = [river.first, *river.others]
        assert all(card.story.desk_id == river.desk.pk for card in shown)
        assert len({id(card) for card in shown}) == len(shown) <= BEDS[river.bed]


@pytest.mark.parametrize(
    ("photos", "after", "bed"),
    [
        (["landscape", None], None, "side"),
        (["landscape", None, None], "side", "three"),
        (["landscape", None], "side", "wide"),
        (["landscape"], None, "wide"),
        (["portrait"], "side", "three"),
        ([None, None, None], "side", "three"),
        ([None, None, None], "three", "side"),
        ([None], None, "side"),
    ],
)
def test_bed_suits_what_the_desk_has(photos, after, bed):
    assert bed_for(cards_of(SimpleNamespace(pk=1), photos), after=after) == bed


@pytest.mark.parametrize("bed", BEDS)
@pytest.mark.parametrize("photos", [[None], [True, None, None, None, None], [None, None]])
def test_desk_has_the_bed_that_it_has_chosen_whatever_its_stories_and_its_neighbours(bed, photos):
    desks = [SimpleNamespace(pk=n, bed=bed) for n in range(2)]
    flow = rivers(desks, [card for desk in desks for card in cards_of(desk, photos)])
    assert [river.bed for river in flow] == [bed, bed]
    assert all(1 + len(river.others) <= BEDS[bed] for river in flow)
    assert all(river.first.photo for river in flow if any(photos) and bed != "three")


@pytest.mark.django_db
def test_front_has_each_desk_in_its_bed(client):
    desk = a_desk("Science", bed="three")
    for _ in range(16):
        live_article(desk=desk, lead_photo=a_photo())
    assert 'class="river river--three grid"' in client.get("/").content.decode()


@pytest.mark.django_db
def test_front_shows_no_story_twice_and_each_desks_newest(client):
    long_ago = timezone.now() - timedelta(days=40)
    science = [live_article(desk=a_desk("Science"), original_date=long_ago - timedelta(n)) for n in range(6)]
    world = [live_article(desk=a_desk("World"), lead_photo=a_photo()) for _ in range(20)]
    ids = card_ids(client.get("/"))
    assert len(ids) == len(set(ids))
    assert [pk for pk in ids if pk in {a.pk for a in world}] != []
    assert science[0].pk in ids
    assert ids[0] == world[-1].pk
    assert text_of(client.get("/"), ".river .name") == ["Science", "World"] or text_of(
        client.get("/"), ".river .name"
    ) == ["World", "Science"]


@pytest.mark.django_db
def test_front_leads_with_the_newest_landscape(client):
    pictured = live_article(lead_photo=a_photo())
    live_article(lead_photo=a_photo(48, 64))
    live_article()
    page = tree(client.get("/"))
    lead = find(page, ".first [data-story-card]")[0]
    assert lead.get("data-story-card") == str(pictured.pk)
    assert find(lead, "img")[0].get("fetchpriority") == "high"
    assert [image.get("alt") for image in find(page, "[data-story-card] img")] == ["", ""]


@pytest.mark.django_db
def test_more_of_the_lead_s_topic_stands_under_it_as_links_of_their_own(client):
    date = timezone.now() - timedelta(days=1)
    topic = a_topic("Night Trains")
    older = [live_article(lead_topic=topic, original_date=date - timedelta(hours=n)) for n in range(2)]
    others = [live_article() for _ in range(SECONDS)]
    lead = live_article(lead_topic=topic, lead_photo=a_photo(400, 300))
    page = client.get("/")
    links = find(tree(page), ".first .also [data-story-card] a")
    assert [link.get("href") for link in links] == [live_edition(article).path for article in older]
    assert sorted(card_ids(page)) == sorted(article.pk for article in [*older, *others, lead])


@pytest.mark.django_db
def test_story_in_another_language_says_which_and_where_it_begins(client):
    live_article(headline="افتتاح الجسر", language="ar")
    headline = find(tree(client.get("/")), ".first .headline")[0]
    assert (headline.get("lang"), headline.get("dir")) == ("ar", "rtl")


@pytest.mark.django_db
def test_label_and_byline_stand_on_the_card(client):
    live_article(label="opinion", place="Kyiv")
    assert text_of(client.get("/"), ".first .kicker")[0].startswith("Opinion · ")

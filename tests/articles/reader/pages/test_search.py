"""The search page."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.models.search_entry import SearchEntry
from articles.search import find_stories
from tests.articles.reader.page_checks import card_ids, find, queries, text_of, tree
from tests.builders import a_desk, a_person, a_topic, live_article, live_edition, scheduled_article

pytestmark = pytest.mark.django_db


def status(response):
    return text_of(response, "[role=status]")[0]


def test_found_words_are_marked_in_headline_and_passage(client):
    article = live_article(headline="Bridges & <Rivers>", body="<p>Nothing.</p><p>All bridges are wet.</p>")
    response = client.get("/search/", {"q": "bridge"})
    assert card_ids(response) == [article.pk]
    assert text_of(response, "mark") == ["Bridges", "bridges"]
    assert text_of(response, ".headline") == ["Bridges & <Rivers>"]
    assert status(response) == "1 story for “bridge”"


def test_nothing_asked_nothing_found_and_signs_only_are_said_kindly(client):
    assert status(client.get("/search/")).startswith("Words in “quotation marks”")
    assert status(client.get("/search/", {"q": "quokka"})) == "No story found for “quokka”."
    assert status(client.get("/search/", {"q": '"'})).startswith("There is no word in that to look for.")
    assert "Only the first words" in status(client.get("/search/", {"q": "bridge " * 3000}))


def test_did_you_mean_leads_to_the_better_word(client):
    live_article(headline="Reservoir Full")
    live_article(headline="Reservoirs Empty")
    live_article(headline="The Resevoir Misspelt")
    response = client.get("/search/", {"q": "resevoir"})
    [link] = find(tree(response), ".meant a")
    assert text_of(response, ".meant") == ["Did you mean reservoir?"] and len(card_ids(response)) == 1
    assert len(card_ids(client.get(f"/search/{link.get('href')}"))) == 2


def test_what_was_meant_is_shown_at_once_where_what_was_typed_finds_nothing(client):
    for number in range(22):
        live_article(headline=f"Reservoir {number}")
    response = client.get("/search/", {"q": "resevoir"})
    assert len(card_ids(response)) == 20
    assert status(response) == "No story found for “resevoir”."
    assert text_of(response, ".meant") == ["These are stories for reservoir."]
    [link], [more] = find(tree(response), ".meant a"), find(tree(response), "a[rel=next]")
    assert status(client.get(f"/search/{link.get('href')}")) == "22 stories for “reservoir”"
    later = client.get(f"/search/{more.get('href')}")
    assert len({*card_ids(response), *card_ids(later)}) == 22


def test_word_only_begun_leads_to_people_topics_and_stories_without_a_script(client):
    person, topic = a_person("Bridget Ames"), a_topic("Bridges of Yore")
    body = f'<p><span data-person="{person.pk}">Ames</span> came.</p>'
    story = live_edition(live_article(headline="Brigantine Afloat", topics=[topic], body=body, language="fr"))
    scheduled_article(headline="Brigade to Come")
    page = tree(client.get("/search/", {"q": "brid"}))
    assert [link.get("href") for link in find(page, ".cast a")] == [person.get_absolute_url(), topic.get_absolute_url()]
    page = tree(client.get("/search/", {"q": "brig"}))
    [link] = find(page, ".cast a")
    assert (link.get("href"), link.get("lang")) == (story.path, "fr")
    assert [part.text_content().strip() for part in find(page, ".cast h2, .cast .quiet")] == [
        "Perhaps you look for",
        "Story",
    ]


def test_within_filters_nothing_else_is_suggested_and_a_way_leads_out(client):
    live_article(headline="Brigantine lost", topics=[a_topic("Bridges")])
    page = tree(client.get("/search/", {"q": "brigan", "topic": "bridges"}))
    assert "Perhaps you look for" not in page.text_content()
    [out] = [link for link in find(page, ".ask a") if link.text == "Look in all stories"]
    assert out.get("href") == "?q=brigan"
    links = {link.text: link.get("href") for link in find(tree(client.get("/topics/bridges/")), ".who a")}
    found = tree(client.get(links["Search these stories"] + "&q=brigantine"))
    assert find(found, ".hits .headline") and "Only stories on Bridges." in found.text_content()


def test_a_person_s_page_leads_to_search_among_stories_with_and_by_them(client):
    ada = a_person("Ada")
    live_article(headline="Brigantine lost", bylines=[ada])
    links = {link.text: link.get("href") for link in find(tree(client.get(ada.get_absolute_url())), ".who a")}
    assert links["Search stories with this name"] == f"/search/?person={ada.slug}"
    assert find(tree(client.get(links["Search stories by this name"])), ".hits .headline")


def test_stories_found_stand_under_one_heading_each_with_its_day(client):
    for month in (5, 3):
        live_article(headline="Brigantine lost", original_date=datetime(2026, month, 21, 9, tzinfo=UTC))
    page = tree(client.get("/search/", {"q": "brigantine"}))
    assert [heading.text for heading in find(page, "h2.in-margin")] == ["Stories"]
    assert [day.text for day in find(page, ".hits time")] == ["21\xa0May\xa02026", "21\xa0March\xa02026"]


def test_the_empty_line_is_ready_to_be_typed_on(client):
    assert find(tree(client.get("/search/")), "input[autofocus]")
    assert not find(tree(client.get("/search/?q=bridge")), "input[autofocus]")


def test_what_is_found_already_is_not_suggested_again(client):
    live_article(headline="Brigantine Afloat", topics=[a_topic("Brigantine")])
    live_article(headline="Brigantines Ashore")
    response = client.get("/search/", {"q": "brigantine"})
    assert len(card_ids(response)) == 2
    assert text_of(response, ".cast h2") == ["Their own pages"]
    assert not find(tree(client.get("/search/", {"q": '"'})), ".cast")
    for number in range(3):
        live_article(headline=f"Brigantine {number}")
    assert "Perhaps" not in client.get("/search/", {"q": "brigantine"}).content.decode()


def test_filters_stay_in_the_form_and_can_be_taken_off(client):
    desk, topic, ada = a_desk("Sport"), a_topic("Bridges"), a_person("Ada Quill")
    article = live_article(desk=desk, topics=[topic], bylines=[ada], original_date=datetime(2026, 3, 1, 12, tzinfo=UTC))
    live_article()
    asked = {
        "q": "bridge",
        "desk": "sport",
        "topic": "bridges",
        "byline": ada.slug,
        "from": "2026-03-01",
        "to": "2026-03-01",
    }
    response = client.get("/search/", asked)
    assert card_ids(response) == [article.pk]
    page = tree(response)
    assert find(page, "option[selected]")[0].get("value") == "sport"
    assert [field.get("name") for field in find(page, "[type=hidden]")] == ["topic", "byline"]
    assert len(card_ids(client.get("/search/", {"q": "bridge", "from": "2026-03-02"}))) == 1
    assert len(card_ids(client.get("/search/", {"q": "bridge", "from": "2026-12-31", "to": "2020-01-01"}))) == 2


@pytest.mark.parametrize("field", ["desk", "topic", "person", "byline", "from", "to"])
@pytest.mark.parametrize("value", ["nobody", "\0", "2026-13-40", "9999-12-31", "0001-01-01", "x" * 3000])
def test_filters_that_mean_nothing_are_left_out_and_said(client, field, value):
    live_article(headline="Bridge")
    response = client.get("/search/", {"q": "bridge", field: value})
    assert len(card_ids(response)) == 1
    assert len(text_of(response, ".ask .quiet")) == (1 if value == "\0" else 2)


def test_somebody_of_an_embargoed_story_is_not_known(client):
    person = a_person("Quokkara Bell")
    scheduled_article(
        body=f'<p><span data-person="{person.pk}">Bell</span></p>', at=timezone.now() + timedelta(hours=1)
    )
    response = client.get("/search/", {"q": "bridge", "person": person.slug})
    assert "Quokkara" not in response.content.decode()
    assert client.get("/search/suggestions/", {"q": "quokk"}).json() == {"suggestions": []}


def test_pages_lead_on_by_cursor(client, monkeypatch):
    for number in range(22):
        live_article(headline=f"Bridge {number}")
    first = client.get("/search/", {"q": "bridge"})
    [more] = find(tree(first), "a[rel=next]")
    second = client.get(f"/search/{more.get('href')}")
    assert len({*card_ids(first), *card_ids(second)}) == 22
    assert status(second) == "More stories for “bridge”"
    assert client.get("/search/", {"q": "bridge", "after": "nonsense"}).status_code == 404


def older_asked_apart():
    """1 where what a desk or topic has is looked for among the newest stories first, and then among the others."""
    return int(connection.vendor == "postgresql")


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_queries_however_much_is_found(client, monkeypatch, number):
    monkeypatch.setattr(find_stories, "FEW_RESULTS", 0)
    person, topic = a_person("Bridget Ames"), a_topic("Bridges")
    for _ in range(number):
        live_article(topics=[topic], bylines=[person])
    scheduled_article(headline="Bridge Not Yet")
    asked = {"q": "bridge opens", "topic": topic.slug, "person": person.slug}
    with queries() as statements:
        assert len(card_ids(client.get("/search/", asked))) == number
    assert len(statements) == 7 + older_asked_apart()


def test_page_costs_at_most_eight_queries_and_six_more_when_it_finds_little(client, monkeypatch):
    monkeypatch.setattr(find_stories, "BATCH", 3)
    for _ in range(5):
        live_article(topics=[a_topic("Bridges")])
    much = ({"q": "bridge"}, {"q": "bridge", "topic": "bridges"}, {})
    for asked in (*much, {"q": "brigde"}, {"q": "birdge opns"}, {"q": "bri"}):
        with queries() as statements:
            client.get("/search/", asked)
        assert len(statements) <= (8 if asked in much else 14) + older_asked_apart() * ("topic" in asked), asked


def test_search_is_for_get_and_head_only(client):
    assert client.head("/search/").status_code == 200
    assert client.post("/search/", {"q": "bridge"}).status_code == 405
    assert client.post("/search/suggestions/").status_code == 405


def test_page_is_in_no_other_index_and_found_from_masthead_and_404(client):
    assert 'name="robots" content="noindex"' in client.get("/search/").content.decode()
    missing = client.get("/never/printed/").content.decode()
    assert 'action="/search/"' in missing
    assert 'href="/search/"' in missing


def test_not_ready_while_the_index_is_behind(client):
    live_article()
    assert client.get("/readyz").status_code == 200
    SearchEntry.objects.all().delete()
    response = client.get("/readyz")
    assert response.status_code == 503
    assert b"index_search" in response.content

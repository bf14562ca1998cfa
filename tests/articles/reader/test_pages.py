"""What every list page keeps: its number of queries, its secrets, its marks, its headers."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from tests.articles.reader.page_checks import card_ids, find, links_to_stories, queries, tree
from tests.builders import (
    a_desk,
    a_person,
    a_photo,
    a_topic,
    draft_article,
    edited,
    live_article,
    scheduled_article,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db

# Each page of this part of the site, and the most queries it may take, however much it shows.
PAGES = {
    "/": 9,
    "/world/": 3,
    "/latest/": 3,
    "/archive/": 4,
    "/corrections/": 3,
    "/topics/": 2,
    "/topics/bridges/": 7,
    "/people/": 2,
    "/people/ada-quoted/": 7,
    "/people/ada-quoted/quotes/": 5,
    "/people/ada-quoted/quotes/?q=waited": 6,
    "/feeds/rss.xml": 8,
    "/feeds/atom.xml": 8,
    "/feeds/feed.json": 8,
    "/world/feeds/rss.xml": 9,
    "/topics/bridges/feeds/atom.xml": 9,
    "/people/ada-quoted/feeds/feed.json": 9,
}
NEVER_READ = ("articles_revision", "articles_articletopic", "articles_articlebyline", "django_session", "articles_user")
WITHOUT_STORIES = ("/topics/", "/people/", "/archive/", "/corrections/")
WITH_STORIES = [path for path in PAGES if path not in WITHOUT_STORIES]
QUOTE = '<p>“We have waited for a year,” <span data-person="{pk}">Ada Quoted</span> said.</p>'


@pytest.fixture
def ada():
    person = a_person("Ada Quoted", pronouns="she", role="ferry pilot", aliases=["A. Quoted"])
    person.slug, person.portrait = "ada-quoted", a_photo(60, 75)
    person.save()
    return person


@pytest.fixture
def fields(ada):
    """What makes a story appear on every page there is."""
    quote = f'<blockquote data-person="{ada.pk}" data-attribution="Ada Quoted"><p>“Mind the step.”</p></blockquote>'
    body = f"<p>The bridge was opened.</p>{quote}{QUOTE.format(pk=ada.pk)}"
    return {"body": body, "lead_topic": a_topic("Bridges"), "topics": [a_topic("Bridges")], "bylines": [ada]}


def story(make, fields, **more):
    """A story with a photo of its own."""
    return make(**fields, lead_photo=a_photo(), **more)


@pytest.fixture
def secrets(fields):
    """Stories that no page may show."""
    fields = fields | {"headline": "Secret Bridge", "dek": "Secret dek."}
    return [
        story(draft_article, fields),
        story(scheduled_article, fields),
        story(withdrawn_article, fields),
        story(scheduled_article, fields | {"original_date": timezone.now() - timedelta(days=9)}),
    ]


@pytest.mark.parametrize("path", PAGES)
def test_page_takes_as_many_queries_for_three_stories_as_for_one(client, path, fields, secrets):
    story(live_article, fields)
    client.get(path)
    with queries() as for_one:
        client.get(path)
    desks = [a_desk(), a_desk("Politics"), a_desk("Culture")]
    for desk in desks * 4:
        story(live_article, fields | {"desk": desk, "bylines": [*fields["bylines"], a_person()]})
    with queries() as for_many:
        client.get(path)
    assert len(for_one) == len(for_many) <= PAGES[path], "\n".join(for_many)


# Each list, what turns its pages, and how many queries any of them takes, on the very first visit too.
LISTS = {
    ("/latest/", "before"): 3,
    ("/world/", "before"): 3,
    ("/topics/bridges/", "before"): 6,
    ("/people/ada-quoted/", "quotes"): 5,
    ("/people/ada-quoted/", "stories"): 5,
    ("/people/ada-quoted/", "mentions"): 5,
}

TIMELINE = {"/topics/bridges/": 1, "/people/ada-quoted/": 2}  # on the first page alone


@pytest.mark.parametrize("first", ["first page first", "last page first"])
@pytest.mark.parametrize(("path", "turner"), LISTS)
def test_pages_of_a_list_take_the_same_queries_at_any_depth(client, path, turner, first, fields, secrets):
    for number in range(32):
        live_article(**fields, original_date=timezone.now() - timedelta(days=number))
    reader = Client()
    links = find(tree(reader.get(path)), ".more a[href]")
    (deep,) = [link.get("href") for link in links if link.get("href").startswith(f"?{turner}=")]
    cache.clear()
    counted = {}
    for address in (path, path + deep)[:: 1 if first == "first page first" else -1]:
        with queries() as statements:
            assert b"Secret" not in client.get(address).content
        counted[address] = len(statements)
    assert counted == {path: LISTS[path, turner] + TIMELINE.get(path, 0), path + deep: LISTS[path, turner]}


@pytest.mark.parametrize("path", PAGES)
def test_page_shows_nothing_of_a_draft_a_scheduled_or_a_withdrawn_story(client, path, fields, secrets):
    seen = story(live_article, fields)
    edited(seen, headline="Secret new headline", dek="Secret new dek")
    response = client.get(path)
    assert response.status_code == 200
    assert b"Secret" not in response.content
    if path in WITH_STORIES and path.endswith("/"):
        assert set(card_ids(response)) == {seen.pk}


@pytest.mark.parametrize(
    "path",
    ["/topics/bridges/", "/people/ada-quoted/", "/topics/bridges/feeds/rss.xml", "/people/ada-quoted/feeds/rss.xml"],
)
def test_page_of_what_only_unseen_stories_have_is_not_there(client, path, secrets):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/topics/", "/people/"])
def test_index_names_nothing_that_only_unseen_stories_have(client, path, secrets):
    content = client.get(path).content.decode()
    assert "Bridges" not in content
    assert "Ada Quoted" not in content


@pytest.mark.parametrize("path", PAGES)
def test_scheduled_story_is_everywhere_from_its_second_on(client, path, fields, time_machine):
    start = timezone.now() + timedelta(hours=1)
    coming = story(scheduled_article, fields | {"headline": "Bridge Comes"}, at=start)
    time_machine.move_to(start - timedelta(microseconds=1), tick=False)
    assert b"Bridge Comes" not in client.get(path).content
    time_machine.move_to(start, tick=False)
    response = client.get(path)
    assert response.status_code == 200
    if path in WITH_STORIES and path.endswith("/"):
        assert coming.pk in card_ids(response)


@pytest.mark.parametrize("path", PAGES)
def test_no_query_names_a_working_copy_a_session_or_a_user(client, path, fields):
    story(live_article, fields)
    with queries() as statements:
        client.get(path)
    for sql in statements:
        named = set(re.findall(r'"articles_article"\."(\w+)"', sql))
        assert named <= {"id"}, f"the working copy is named: {sql}"
        assert not any(f'"{table}"' in sql for table in NEVER_READ)


@pytest.mark.parametrize("path", [path for path in WITH_STORIES if path.endswith("/")])
def test_each_card_has_one_link_to_its_story(client, path, fields):
    paths = {}
    for _ in range(7):
        article = story(live_article, fields)
        paths[str(article.pk)] = article.editions.get().path
    for card in find(tree(client.get(path)), "[data-story-card]"):
        links = links_to_stories(card)
        assert len(links) == 1
        assert links[0].split("#")[0] == paths[card.get("data-story-card")]


@pytest.mark.parametrize("path", [*PAGES, "/robots.txt"])
def test_page_may_be_kept_by_anybody_who_asks_again(client, path, fields):
    story(live_article, fields)
    response = client.get(path)
    assert set(response["Cache-Control"].split(", ")) == {"public", "max-age=0", "must-revalidate"}
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies
    again = client.get(path, headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("path", [*PAGES, "/robots.txt", "/healthz", "/readyz"])
def test_page_answers_get_and_head_only(path, fields):
    story(live_article, fields)
    client = Client(enforce_csrf_checks=True)
    assert client.head(path).status_code == 200
    for method in (client.post, client.put, client.delete, client.patch):
        assert method(path).status_code == 405


@pytest.mark.parametrize("path", [path for path in PAGES if path.endswith("/") and path != "/"])
def test_address_without_its_last_slash_redirects_to_the_page(client, path, fields):
    story(live_article, fields)
    response = client.get(path.rstrip("/"))
    assert (response.status_code, response["Location"]) == (301, path)


@pytest.mark.parametrize("path", [path for path in PAGES if path.endswith("/")])
def test_ids_of_a_page_are_unique_and_its_headings_step_down(client, path, fields):
    for _ in range(7):
        story(live_article, fields)
    page = tree(client.get(path))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    levels = [int(heading.tag[1]) for heading in find(page, "h1, h2, h3, h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_pages_of_an_empty_newsroom_say_so(client):
    a_desk()
    for path in ("/", "/latest/", "/world/"):
        assert "has been published" in client.get(path).content.decode()
    for path in ("/topics/", "/people/", "/archive/", "/corrections/", "/feeds/rss.xml"):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path", ["/nowhere/", "/topics/nowhere/", "/people/nowhere/", "/nowhere/feeds/rss.xml", "/2026/", "/wörld/"]
)
def test_unknown_address_is_not_found(client, path):
    a_desk()
    assert client.get(path).status_code == 404

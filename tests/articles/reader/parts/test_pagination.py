"""Pages by cursor: every row once, in order, and no broken cursor does harm."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.http import Http404
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models.edition import Byline, Edition
from articles.models.person import Person
from articles.models.section import Quote
from articles.reader.parts.pagination import (
    DIRECTORY_SIZE,
    SIZE,
    names_after,
    page_of_names,
    page_of_parts,
    page_of_stories,
    parts_after,
    place_of_name,
    place_of_part,
    place_of_story,
    stories_after,
)
from tests.articles.reader.page_checks import card_ids, find, tree
from tests.builders import a_person, live_article

pytestmark = pytest.mark.django_db


def stories_page(rows, cursor, size=SIZE):
    """The page of an Edition queryset after a cursor."""
    return page_of_stories(stories_after(rows, **place_of_story(cursor), size=size), cursor, size)


def parts_page(rows, cursor, size=SIZE):
    """The same of rows that belong to editions."""
    return page_of_parts(parts_after(rows, **place_of_part(cursor), size=size), cursor, size)


def names_page(rows, cursor, size=DIRECTORY_SIZE):
    """The same of people or topics."""
    return page_of_names(names_after(rows, **place_of_name(cursor), size=size), cursor, size)


def all_pages(page_of, rows, size):
    """The rows of every page, following the cursors."""
    seen, cursor = [], ""
    while True:
        page = page_of(rows, cursor, size)
        assert len(page.rows) <= size
        seen += page.rows
        cursor = page.next
        if not cursor:
            return seen


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8])
def test_pages_of_stories_hold_each_story_once_newest_first(size):
    date = timezone.now() - timedelta(days=3)
    for days in (0, 1, 1, 1, 2, 2, 9):
        live_article(original_date=date - timedelta(days=days))
    seen = all_pages(stories_page, Edition.objects.live(timezone.now()), size)
    order = [(edition.dated_at, edition.article_id) for edition in seen]
    assert order == sorted(order, reverse=True)
    assert len(set(order)) == 7


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_pages_of_quotes_go_on_inside_a_story(size):
    body = "<blockquote data-attribution='She'><p>“One.”</p></blockquote>" * 3
    date = timezone.now() - timedelta(days=3)
    for _ in range(2):
        live_article(body=f"<p>Before.</p>{body}", original_date=date)
    seen = all_pages(parts_page, Quote.objects.live(timezone.now()), size)
    order = [(-quote.article_id, quote.position) for quote in seen]
    assert order == sorted(set(order))
    assert len(order) == 6


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_of_names_part_people_who_share_a_name(size):
    for name in ("Zoë Ash", "Ash", "Zoe Ash", "ash", "Ásh", "東"):
        a_person(name)
    seen = all_pages(names_page, Person.objects.all(), size)
    assert len({person.pk for person in seen}) == len(seen) == 6


CURSORS = st.one_of(
    st.text(max_size=30),
    st.from_regex(r"-?[0-9]{1,20}-[0-9]{1,20}(-[0-9]{1,12})?", fullmatch=True),
    st.from_regex(r"[0-9]{1,20}-.*", fullmatch=True),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cursor=CURSORS)
def test_broken_cursor_gives_a_page_or_not_found(cursor):
    kinds = ((stories_page, Edition), (parts_page, Byline), (names_page, Person))
    for page_of, model in kinds:
        try:
            page_of(model.objects.all(), cursor)
        except Http404:
            continue


@pytest.mark.parametrize("cursor", ["x", "\x00", "99999999999999999-1", "1-2-3-4", "١-٢", "9" * 400])
@pytest.mark.parametrize("path", ["/latest/?before=", "/world/?before=", "/people/?after=", "/topics/?after="])
def test_address_with_a_broken_cursor_is_never_an_error(client, path, cursor):
    live_article()
    assert client.get(path + quote(cursor)).status_code in (200, 404)


def test_latest_is_read_to_its_end_by_its_links(client):
    date = timezone.now() - timedelta(days=1)
    articles = [live_article(original_date=date - timedelta(minutes=n // 3)) for n in range(65)]
    path, seen = "/latest/", []
    while path:
        response = client.get(path)
        seen += card_ids(response)
        more = find(tree(response), ".more a")
        path = f"/latest/{more[0].get('href')}" if more else ""
    assert sorted(seen) == [article.pk for article in articles]


def test_story_that_comes_while_somebody_reads_moves_nothing(client):
    date = timezone.now() - timedelta(days=1)
    for n in range(31):
        live_article(original_date=date - timedelta(minutes=n))
    first = client.get("/latest/")
    link = find(tree(first), ".more a")[0].get("href")
    before = card_ids(client.get(f"/latest/{link}"))
    live_article()
    assert card_ids(client.get(f"/latest/{link}")) == before
    assert not set(before) & set(card_ids(first))

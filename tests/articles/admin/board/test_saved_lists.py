"""Keeping lists of stories by a name, on the board; and the passage in which words were found."""

import pytest

from articles.editorial.writing import seal
from tests.builders import draft_article

BOARD = "/admin/articles/article/"


@pytest.mark.django_db
def test_list_is_kept_shown_and_taken_away(reporter):
    draft_article(by=reporter.user, headline="Ferries stop")
    assert "Keep this list as" in reporter.get(f"{BOARD}?state=mine").content.decode()
    answer = reporter.post(f"{BOARD}lists/", {"name": "My own", "query": "state=mine&p=2"})
    assert answer.headers["Location"] == f"{BOARD}?state=mine"
    page = reporter.get(f"{BOARD}?state=mine").content.decode()
    assert '<a href="?state=mine" aria-current="page">My own</a>' in page
    reporter.post(f"{BOARD}lists/", {"drop": "My own", "query": "state=mine"})
    assert "My own" not in reporter.get(f"{BOARD}?state=mine").content.decode().replace("Kept as “My own”.", "")
    refused = reporter.post(f"{BOARD}lists/", {"name": "", "query": "state=mine"}, follow=True)
    assert "Give the list a name" in refused.content.decode()
    assert reporter.get(f"{BOARD}lists/").status_code == 405


@pytest.mark.django_db
def test_strangers_keep_nothing(enter):
    assert enter("stranger").post(f"{BOARD}lists/", {"name": "x", "query": "state=mine"}).status_code == 403


@pytest.mark.django_db
def test_words_are_shown_where_they_were_found_but_for_sealed_stories(reporter):
    draft_article(by=reporter.user, headline="One", body="<p>The quandrel was seen at noon.</p>")
    seal.seal(draft_article(by=reporter.user, body="<p>Another quandrel.</p>"), by=reporter.user)
    page = reporter.get(f"{BOARD}?q=quandrel").content.decode()
    assert "The <mark>quandrel</mark> was seen" in page
    assert "Another" not in page


@pytest.mark.django_db
def test_board_is_sorted_by_what_is_clicked(reporter):
    for word in ("B", "C", "A"):
        draft_article(by=reporter.user, headline=f"Headline {word}")
    page = reporter.get(f"{BOARD}?o=1").content.decode()
    assert page.index("Headline A") < page.index("Headline B") < page.index("Headline C")
    assert "No story is in this list" in reporter.get(f"{BOARD}?state=approved").content.decode()

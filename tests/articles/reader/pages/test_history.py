"""The public record of a story: what changed between its public editions, and nothing that was never public."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.publishing import publish, withdraw
from articles.editorial.publishing.redact import redact
from articles.editorial.site.private_history import set_history_private
from articles.reader.pages import history
from articles.text.body.body import Body
from tests.articles.reader.page_checks import find, queries, text_of, tree
from tests.builders import (
    a_photo,
    draft_article,
    edited,
    live_article,
    live_edition,
    put_out,
    scheduled_article,
    system,
)
from tests.linear import assert_linear

pytestmark = pytest.mark.django_db
LONG = "<p>The bridge over the Orrel was opened on {day} after a year of work, and {more}.</p>"


def record(article):
    return live_edition(article).path + "history/"


def updated(article, **fields):
    """The article after new words went out."""
    put_out(edited(article, **fields))
    return article


@pytest.fixture
def story():
    """A story that was changed twice: once a little, once a lot."""
    article = live_article(body=LONG.format(day="Monday", more="nobody spoke"))
    updated(article, body=LONG.format(day="Tuesday", more="nobody spoke"))
    more = "the mayor said that it would stand for a hundred years & more"
    return updated(article, body=LONG.format(day="Tuesday", more=more), headline="Bridge Opened at Last", dek="New.")


def test_each_public_edition_is_set_against_the_one_before_as_prose(client, story):
    page = tree(client.get(record(story)))
    big, small, first = find(page, ".said")
    assert "the mayor said that it would stand for a hundred years & more" in find(big, "ins")[-1].text_content()
    assert "nobody spoke" in " ".join(each.text_content() for each in find(big, "del"))
    assert find(big, ".changed-headline ins")
    assert find(big, ".changed-dek ins")
    assert [each.text_content().strip() for each in find(small, "del")] == ["Monday"]
    assert [each.text_content().strip() for each in find(small, "ins")] == ["Tuesday"]
    assert "First published" in first.text_content()


def test_small_fixes_are_folded_away_and_others_are_not(client, story):
    big, small, _ = find(tree(client.get(record(story))), ".said")
    assert find(small, "details summary")
    assert not find(big, "details")


def test_what_lies_far_from_a_change_is_folded_away_and_what_is_next_to_it_is_not(client):
    paragraphs = [f"<p>Sentence {word} stands here.</p>" for word in ("one", "two", "three", "four", "five", "six")]
    article = live_article(body="".join(paragraphs))
    paragraphs[4] = "<p>Sentence five stands here, and something quite new was added to what it said before.</p>"
    updated(article, body="".join(paragraphs))
    [newest, _] = find(tree(client.get(record(article))), ".said")
    [folded] = find(newest, ".changes details")
    assert [each.text_content() for each in find(folded, "p")] == [
        f"Sentence {n} stands here." for n in ("one", "two", "three")
    ]
    assert "Unchanged" in find(folded, "summary")[0].text_content()
    assert len(find(newest, ".changes > p")) == 3


def test_correction_stands_with_the_edition_it_came_with_however_small(client, story):
    publish.correct(edited(story, dek="Newer."), by=system(), text="It was <b>Tuesday</b>.")
    newest = find(tree(client.get(record(story))), ".said")[0]
    assert "It was <b>Tuesday</b>." in newest.text_content()
    assert not find(newest, "details")


def test_nothing_that_was_never_public_is_in_it(client, story):
    edited(story, headline="Secret headline", body="<p>Secret words.</p>")
    put_out(story, at=timezone.now() + timedelta(hours=1))
    assert b"Secret" not in client.get(record(story)).content


def test_words_put_back_after_a_withdrawal_are_no_change(client, story):
    withdraw.withdraw(story, by=system(), notice="It was wrong.")
    path = story.editions.filter(kind="published").latest("goes_live_at").path
    assert client.get(path + "history/").status_code == 410
    withdraw.restore(story, by=system())
    assert len(find(tree(client.get(record(story))), ".said")) == 3


def test_numbers_of_photos_and_people_are_not_told(client):
    article = live_article()
    photo = a_photo()
    updated(article, body=f'<p>The bridge was opened.</p><figure data-photo="{photo.pk}"></figure>')
    assert "photo " not in text_of(client.get(record(article)), ".changes")[0]
    assert b"apparatus" not in client.get(record(article)).content


def test_record_of_a_story_never_changed_says_when_it_was_published(client):
    article = live_article()
    assert len(find(tree(client.get(record(article))), ".said")) == 1


def test_story_links_to_its_record_only_once_it_was_changed(client, story, settings):
    link = f'href="{record(story)}"'
    assert link in client.get(live_edition(story).path).content.decode()
    other = live_article()
    assert "history/" not in client.get(live_edition(other).path).content.decode()
    settings.PUBLIC_HISTORY = False
    assert "history/" not in client.get(live_edition(story).path).content.decode()


def test_newsroom_may_keep_its_record_to_itself(client, story, settings):
    settings.PUBLIC_HISTORY = False
    assert client.get(record(story)).status_code == 404


def test_record_leads_where_the_story_leads(client, story):
    former = record(story)
    updated(story, slug="another-name")
    response = client.get(former)
    assert (response.status_code, response["Location"]) == (301, record(story))
    for make in (draft_article, scheduled_article):
        article = make(slug="not-out")
        assert client.get("/2026/05/not-out/history/").status_code == 404, article


def test_record_takes_as_many_queries_for_many_changes_as_for_one(client, django_assert_num_queries):
    article = updated(live_article(), headline="Second")
    with queries() as one:
        client.get(record(article))
    for number in range(3):
        updated(article, headline=f"Again {number}")
        publish.correct(article, by=system(), text=f"Note {number}.")
    with queries() as many:
        client.get(record(article))
    assert len(one) == len(many) <= 6


def test_long_record_shows_its_newest_steps(client, monkeypatch):
    monkeypatch.setattr(history, "MOST_SHOWN", 2)
    article = live_article()
    for number in range(4):
        updated(article, headline=f"Again {number}")
    assert len(find(tree(client.get(record(article))), ".said")) == 3


def test_newsroom_may_keep_the_record_of_one_story_to_itself(client, story):
    other = updated(live_article(dek="So it was."), dek="So it is.")
    set_history_private(story, True, by=system())
    assert client.get(record(story)).status_code == 404
    assert "history/" not in client.get(live_edition(story).path).content.decode()
    assert client.get(record(other)).status_code == 200
    publish.correct(story, by=system(), text="It was Tuesday.")
    assert "It was Tuesday." in client.get(live_edition(story).path).content.decode()
    set_history_private(story, False, by=system())
    assert client.get(record(story)).status_code == 200


def test_words_removed_by_law_leave_a_tombstone_with_date_and_hash_and_no_word(client, story):
    [removed] = story.editions.filter(sections__html__contains="Monday")
    redact(story, by=system(), reason="Order 12.", words="Monday")
    response = client.get(record(story))
    big, unknown, first = find(tree(response), ".said")
    assert b"Monday" not in response.content
    [stone] = find(first, ".tombstone")
    assert removed.digest in stone.text_content() and find(stone, "time")
    assert not find(unknown, "ins, del, .tombstone"), "what is not there is not set against what is"
    assert find(big, "ins")


def test_story_removed_whole_by_law_leaves_its_tombstone_at_its_address(client, story):
    edition = live_edition(story)
    withdraw.withdraw(story, by=system(), notice="It is gone.")
    assert b"tombstone" not in client.get(edition.path).content
    redact(story, by=system(), reason="Order 12.")
    response = client.get(edition.path)
    assert response.status_code == 410
    assert edition.digest.encode() in response.content.partition(b'class="tombstone"')[2]
    assert b"Bridge Opened" not in response.content


def test_s6_what_changed_is_drawn_once(client, monkeypatch):
    article = updated(live_article(), body="<p>The bridge was closed on Monday.</p>")
    before = client.get(record(article)).text
    monkeypatch.setattr(history, "_draw", None)
    monkeypatch.setattr(history, "_bodies", None)
    assert client.get(record(article)).text == before


def test_s6_results_repeated_in_one_paragraph_are_set_against_each_other_at_once():
    results = "Leeds 1, Hull 0; "

    def draw(lines):
        pair = (Body(f"<p>{start}{results * lines}</p>") for start in ("Then: ", "Now, after all: "))
        return history._passages(*pair)

    assert "<ins>" in draw(10)[0].html
    assert_linear(draw, 4_000)

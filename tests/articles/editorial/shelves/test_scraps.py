"""Scraps: which drafts leave the boards after a day, which never do, and how they come back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from articles.editorial.notes.comments import comment
from articles.editorial.shelves.scraps import sweep_scraps
from articles.editorial.shelves.templates import make_template
from articles.editorial.writing import autosave, drafts, review
from articles.editorial.writing.assignment import assign
from articles.editorial.writing.seal import seal
from articles.models.article import Article, Shelf
from tests import builders

pytestmark = pytest.mark.django_db
NINE = "<p>One two three four five six seven eight nine</p>"
A_DAY = timedelta(days=1, seconds=1)


def scrap(**fields):
    return builders.draft_article(**{"headline": "", "dek": "", "body": "<p>Pasted by mistake</p>"} | fields)


def swept(article, after=A_DAY):
    """Whether an article is among the scraps so long after it was changed."""
    number = sweep_scraps(article.changed_at + after)
    article.refresh_from_db()
    assert number == (article.shelf == Shelf.SCRAPS)
    return bool(number)


@pytest.mark.parametrize(
    ("fields", "is_scrap"),
    [
        ({}, True),
        ({"body": ""}, True),
        ({"body": NINE}, True),
        ({"body": NINE, "headline": "Ten"}, False),
        ({"body": NINE, "dek": "Ten"}, False),
        ({"headline": "Ferry back"}, True),
        ({"working_title": "ferry-row"}, True),
        ({"body": "<p>渡轮十年后重新开航了吗</p>"}, False),
        ({"body": "<p>渡轮重新开航</p>"}, True),
        ({"body": f"<ul>{'<li><p></p></li>' * 9}</ul>" + "<p>word</p>" * 200}, False),
    ],
)
def test_drafts_of_fewer_than_ten_words_are_swept(fields, is_scrap):
    assert swept(scrap(**fields)) == is_scrap


def test_nothing_is_swept_within_a_day_and_nothing_is_deleted():
    article = scrap()
    assert not swept(article, timedelta(hours=23))
    assert swept(article) and Article.objects.get(pk=article.pk).body == article.body
    assert sweep_scraps(timezone.now() + A_DAY) == 0, "it is there already"


@pytest.mark.parametrize(
    "keep",
    [
        lambda article: review.submit(article, by=builders.system()),
        lambda article: assign(article, builders.reporter(), by=builders.chief()),
        lambda article: assign(article, None, by=builders.chief(), due_at=timezone.now()),
        lambda article: comment(article, by=builders.editor(), text="Go on."),
        lambda article: seal(article, by=builders.system()),
        lambda article: builders.put_out(article),
        lambda article: builders.put_out(article, at=timezone.now() + timedelta(days=9)),
    ],
    ids=["handed in", "assigned", "due", "discussed", "sealed", "live", "scheduled"],
)
def test_what_somebody_counts_on_stays_on_the_boards(keep):
    article = scrap(headline="Ferry back", desk=builders.a_desk())
    keep(article)
    article.refresh_from_db()
    assert not swept(article)


def test_templates_are_no_scraps():
    assert not swept(make_template("Obituary", by=builders.chief()))


def test_scrap_comes_back_when_it_is_written_on_whichever_way():
    first, second = scrap(), scrap()
    sweep_scraps(timezone.now() + A_DAY)
    first.refresh_from_db()
    second.refresh_from_db()
    first = drafts.save(first, by=builders.system(), version=first.version, body="<p>Pasted, and meant</p>")
    writer = builders.system()
    second = autosave.autosave(second, by=writer, sheet=uuid4(), version=second.version, headline="A")
    assert (first.shelf, second.shelf) == (Shelf.STORIES, Shelf.STORIES)
    assert set(Article.objects.on_boards()) == {first, second}


def test_note_for_colleagues_brings_no_scrap_back():
    article = scrap()
    sweep_scraps(timezone.now() + A_DAY)
    article.refresh_from_db()
    article = drafts.save(article, by=builders.system(), version=article.version, editor_note="Whose is it?")
    assert article.shelf == Shelf.SCRAPS


def test_sweeping_asks_as_often_for_many_as_for_one(django_assert_num_queries):
    scrap()
    with django_assert_num_queries(2):
        assert sweep_scraps(timezone.now() + A_DAY) == 1
    for _number in range(3):
        scrap()
    with django_assert_num_queries(2):
        assert sweep_scraps(timezone.now() + A_DAY) == 3

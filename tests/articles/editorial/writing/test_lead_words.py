"""A caption and a credit stay with the lead photo that they were written for."""

import pytest

from articles.editorial.publishing.publish import publish
from articles.editorial.writing import drafts
from articles.editorial.writing.lead_words import MOST_KEPT, sound
from articles.editorial.writing.revert import revert
from tests import builders
from tests.builders import a_photo, draft_article

pytestmark = pytest.mark.django_db

OF_A, OF_B = ("The ferry.", "Bo Ray"), ("The harbour.", "Ana Lens")


def words(article):
    return article.lead_caption, article.lead_credit


def written(**fields):
    return dict(zip(("lead_caption", "lead_credit"), fields.pop("said"), strict=True), **fields)


def save(article, **fields):
    return drafts.save(article, by=builders.chief(), version=article.version, **fields)


@pytest.fixture
def photos():
    return a_photo(), a_photo(80, 60)


def test_another_photo_comes_without_the_words_of_the_first_which_come_back_with_it(photos):
    first, second = photos
    article = draft_article(**written(said=OF_A, lead_photo=first))
    article = save(article, lead_photo=second)
    assert words(article) == ("", "")
    article = save(article, **written(said=OF_B))
    article = save(article, lead_photo=first)
    assert words(article) == OF_A
    article = save(article, lead_photo=None)
    assert words(article) == ("", "")
    assert words(save(article, lead_photo=second)) == OF_B


def test_words_that_come_with_the_choice_win(photos):
    first, second = photos
    article = draft_article(**written(said=OF_A, lead_photo=first))
    article = save(article, **written(said=OF_B, lead_photo=second))
    assert (words(article), article.kept_lead_words) == (OF_B, {str(first.pk): list(OF_A)})


def test_choosing_the_same_photo_changes_nothing(photos):
    article = draft_article(**written(said=OF_A, lead_photo=photos[0]))
    assert words(save(article, lead_photo=photos[0])) == OF_A


def test_words_without_a_photo_never_stand_under_one_by_themselves(photos):
    article = save(draft_article(**written(said=OF_A)), lead_photo=photos[0])
    assert (words(article), article.kept_lead_words) == (("", ""), {"": list(OF_A)})


def test_page_that_has_changed_words_over_is_believed(photos):
    first, second = photos
    article = draft_article(**written(said=OF_A, lead_photo=first))
    kept = {str(first.pk): ["Typed last.", "Bo Ray"]}
    article = save(article, **written(said=OF_B, lead_photo=second, kept_lead_words=kept))
    assert (words(article), article.kept_lead_words) == (OF_B, kept)


def test_kept_words_are_no_change_of_the_text(photos):
    article = builders.live_article(lead_photo=photos[0])
    revisions = article.revisions.count()
    article = save(article, kept_lead_words={"": ["Waiting.", ""]})
    assert article.version == article.published_version == 2
    assert article.revisions.count() == revisions


def test_reverting_brings_photo_and_words_together(photos):
    first, second = photos
    article = draft_article(**written(said=OF_A, lead_photo=first))
    former = article.revisions.get()
    article = save(article, **written(said=OF_B, lead_photo=second))
    article = revert(article, by=builders.chief(), version=article.version, revision=former)
    assert (article.lead_photo, words(article)) == (first, OF_A)
    assert article.kept_lead_words == {str(second.pk): list(OF_B)}


def test_readers_get_the_words_of_the_photo_they_see(photos):
    first, second = photos
    article = draft_article(**written(said=OF_A, lead_photo=first))
    article = save(article, lead_photo=second)
    placed = publish(article, by=builders.chief()).placements.get()
    assert (placed.photo, placed.caption, placed.credit) == (second, "The bridge.", "Photo: Ada Lens")


@pytest.mark.parametrize(
    "kept", [None, [], {"a": ["b", "c"]}, {"1": ["b"]}, {"1": "bc"}, {"1": [1, 2]}, {"1": ["", " "]}]
)
def test_sound_takes_nothing_that_is_no_words(kept):
    assert sound(kept) == {}


def test_sound_keeps_the_last():
    kept = {str(number): ["Words", ""] for number in range(MOST_KEPT + 5)}
    assert list(sound(kept))[0] == "5" and len(sound(kept)) == MOST_KEPT

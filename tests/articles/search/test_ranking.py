"""How well a story answers."""

from articles.search.query import query_of
from articles.search.ranking import score

DAY = 86_400


def points(text, *, headline="", names="", dek="", body="", days=0, pointers=None):
    return score(query_of(text, ["en"], pointers), (headline, names, dek, body), days * DAY)


def test_headline_outweighs_dek_and_dek_the_body():
    in_order = [points("bridge", headline="bridg"), points("bridge", dek="bridg"), points("bridge", body="bridg")]
    assert in_order == sorted(in_order, reverse=True)
    assert points("bridge", body="bridg") > points("bridge")


def test_more_often_is_better_but_less_and_less():
    once, often, very = (points("bridge", body="bridg " * times) for times in (1, 5, 50))
    assert once < often < very
    assert (very - often) / 45 < (often - once) / 4


def test_newer_is_better_and_the_old_keeps_some_worth():
    assert points("bridge", body="bridg") > points("bridge", body="bridg", days=200)
    assert points("bridge", headline="bridg", days=4000) > points("bridge", body="bridg", days=0)
    assert points("bridge", body="bridg", days=-3) == points("bridge", body="bridg")


def test_words_side_by_side_are_better():
    assert points("night train", headline="night train") > points("night train", headline="train night")


def test_being_about_somebody_outweighs_being_signed_by_them():
    about = points("ada", names="¤d1 ¤p7", pointers={0: ("¤p7",)})
    signed = points("ada", names="¤d1 ¤p7 ¤b7", pointers={0: ("¤p7",)})
    assert about > signed > points("ada", names="¤d1", pointers={0: ("¤p7",)})


def test_a_part_of_a_word_is_no_word():
    assert points("bridge", body="bridgehead abridg") == points("bridge")

"""Anchors: words found again after changes, or said to be lost; never others."""

import random
from bisect import bisect_left
from itertools import accumulate

import pytest

from articles.text.compare.anchors import Anchor, anchor_at, place_of

TEXT = "The ferry left at noon.\nThe ferry came back at three, with all who were on board."


def anchor(words, text=TEXT):
    start = text.index(words)
    return anchor_at(text, start, start + len(words))


def words_at(text, of):
    place = place_of(text, of)
    return text[slice(*place)] if place else None


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (TEXT, "came back"),
        (TEXT.replace("at three", "at four"), "came back"),
        (TEXT.replace("The ferry", "A boat"), "came back"),
        ("Good news.\n" + TEXT, "came back"),
        (TEXT.replace("came back", "returned"), None),
        (TEXT.replace("ferry came back at three", "boat came back by four"), None),
        ("came back", None),
        ("", None),
    ],
)
def test_words_are_found_while_one_side_stands(now, found):
    assert words_at(now, anchor("came back")) == found


def test_words_that_stand_twice_are_told_apart_or_lost():
    second = anchor_at(TEXT, TEXT.rindex("The ferry"), TEXT.rindex("The ferry") + 9)
    assert place_of(TEXT, second) == (TEXT.rindex("The ferry"), TEXT.rindex("The ferry") + 9)
    doubled = TEXT + "\n" + TEXT
    assert place_of(doubled, anchor("came back")) is None, "nobody can say which of the two"


def test_words_in_place_of_the_first_ones_are_not_taken_for_them():
    first = anchor("The ferry")
    assert place_of(TEXT.replace("The ferry left at noon.\n", ""), first) is None


def test_whole_text_is_found_again():
    assert place_of("Ferries", anchor_at("Ferries", 0, 7)) == (0, 7)
    assert place_of("Ferries", Anchor("", "", "")) is None


COMMON = ["the", "ferry", "of", "the", "harbour", "and", "said", "on", "Monday", *(f"word{n}" for n in range(30))]


def _some(chance, fresh, number):
    """New words, each with a number of its own; they stand often in the text, as words do in any."""
    return [(next(fresh), chance.choice(COMMON)) for _word in range(number)]


def _edit(words, chance, fresh, edit):
    """Change the words as one of two people may, anywhere."""
    at = chance.randrange(len(words))
    match chance.randrange(4):
        case 0 if len(words) > 200:
            del words[at : at + chance.randint(1, 4)]
        case 1:
            words[at:at] = _some(chance, fresh, chance.randint(1, 4))
        case 2:
            words[at : at + 1] = _some(chance, fresh, 1)
        case 3 if edit % 5 == 0:
            moved = words[at : at + 12]
            del words[at : at + 12]
            words[0:0] = moved


def _starts(words):
    return list(accumulate((len(word) + 1 for _who, word in words), initial=0))


def test_thousand_edits_by_two_people_never_move_an_anchor_to_other_words():
    """Each word has a number: an anchor is on the very words it was about, or says that it is lost.

    Where one of two like neighbours goes, nobody can tell which.
    """
    chance, fresh, anchors, kept = random.Random(16), iter(range(10**6)), [], 0
    words = _some(chance, fresh, 400)
    starts, text = _starts(words), " ".join(word for _who, word in words)
    for _number in range(20):
        first = chance.randrange(len(words) - 4)
        last = first + chance.randint(1, 3)
        anchors.append(([who for who, _ in words[first:last]], anchor_at(text, starts[first], starts[last] - 1)))
    for edit in range(1000):
        _edit(words, chance, fresh, edit)
        starts, now = _starts(words), " ".join(word for _who, word in words)
        for number, (whose, known) in enumerate(anchors):
            place = place_of(now, known)
            if place is None:
                continue
            first, last = bisect_left(starts, place[0]), bisect_left(starts, place[1])
            here = [who for who, _word in words[first:last]]
            assert set(here) & set(whose), (edit, known)
            anchors[number] = (here, anchor_at(now, *place))
            kept += 1
    assert kept > 1000, "else nothing was tried"

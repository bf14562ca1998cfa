"""Anchors: words found again after changes, or said to be lost; never others."""

import random

import pytest

from articles.text.compare.anchors import Anchor, anchor_at, followed, place_of

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
    start = doubled.rindex("came back")
    assert place_of(doubled, anchor("came back"), 3) == (start, start + 9), "unless it is known on which line"
    assert place_of(doubled, anchor("came back"), 7) is None


def test_words_in_place_of_the_first_ones_are_not_taken_for_them():
    first = anchor("The ferry")
    assert place_of(TEXT.replace("The ferry left at noon.\n", ""), first) is None


def test_whole_text_is_found_again():
    assert place_of("Ferries", anchor_at("Ferries", 0, 7)) == (0, 7)
    assert place_of("Ferries", Anchor("", "", "")) is None


def follow(was, now, words, at=0):
    """The words that stand where those at `at` of a text are followed to, with their place, after a change."""
    start = was.index(words, at)
    place = followed(was, now, (start, start + len(words)), anchor_at(was, start, start + len(words)))
    return place and (now[slice(*place)], place[0])


COPY = TEXT + "\n" + TEXT


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        (TEXT, "Good news.\n" + TEXT, ("came back", 45)),
        (TEXT, COPY, ("came back", 34)),
        (TEXT, TEXT.replace("ferry came back at", "boat came back by"), None),
        (TEXT, TEXT.replace("came back", "came right back"), None),
        (COPY, COPY[:30] + "boat came back by" + COPY[47:], None),
        (COPY, COPY.replace(" at three", " by four", 1), ("came back", 34)),
        (COPY, TEXT[:24] + "\n" + TEXT, None),
        (TEXT, "\n".join(reversed(TEXT.split("\n"))), ("came back", 10)),
        (TEXT, "The ferry came back at three.\nWho came back at three, with all?", None),
    ],
)
def test_words_stay_where_nothing_was_changed_and_are_looked_for_where_something_was(was, now, found):
    assert follow(was, now, "came back") == found


REST = "Cy stayed.\nDi ran.\nEd sat.\nFi saw.\nGo won."


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        (f"Ada came.\nBo left.\n{REST}", f"{REST}\nBo left.\nHu hid.", ("left", 46)),
        (f"Ada came.\nBo left.\n{REST}", f"{REST}\nBo left.\nHu hid.\nBo left.", None),
        (f"Ada came.\nBo left.\n{REST}\nBo left.", f"{REST}\nHu hid.\nBo left.", None),
        (f"Ada came.\nBo left.\n{REST}", f"{REST}\nBo has left.\nHu hid.", None),
    ],
)
def test_paragraph_that_is_moved_whole_takes_its_words_along_where_there_is_one_of_it(was, now, found):
    assert follow(was, now, "left") == found


def test_lost_words_are_found_when_they_come_back_and_not_where_others_stood():
    known = anchor("came back")
    gone = TEXT.replace("came back", "returned")
    assert followed(gone, TEXT, None, known) == (34, 43)
    assert followed(COPY, COPY + " It rained.", None, known) is None, "these stood there while the words were lost"
    assert followed("", "", None, Anchor("", "", "")) is None


WORDS = ["the", "ferry", "of", "harbour", "and", "said", "on", "Monday", *(f"word{n}" for n in range(60))]


def _some(chance, fresh, number):
    """New words, each with a number of its own; they stand often in the text, as words do in any."""
    return [(next(fresh), chance.choice(WORDS)) for _word in range(number)]


def _edit(lines, chance, fresh):
    """Change the text as one of two people may, anywhere: words; paragraphs moved, copied, parted, taken away."""
    at = chance.randrange(len(lines))
    line, place = lines[at], chance.randrange(len(lines[at]))
    match chance.randrange(10):
        case 0 | 1 if len(line) > 6:
            del line[place : place + chance.randint(1, 4)]
        case 2 | 3 | 4:
            line[place:place] = _some(chance, fresh, chance.randint(1, 4))
        case 5 | 6:
            line[place : place + 1] = _some(chance, fresh, 1)
        case 7:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        case 8 if len(lines) < 40:
            lines.insert(chance.randrange(len(lines)), [(next(fresh), word) for _who, word in line])
        case 9 if len(lines) > 25:
            del lines[at]
        case _ if len(line) > 20:
            lines[at : at + 1] = [line[:place] or line, line[place:]] if place else [line]


def _text(lines):
    return "\n".join(" ".join(word for _who, word in line) for line in lines)


def _who_at(lines, place):
    """The numbers of the words that stand at a place of the text."""
    here, at = [], 0
    for line in lines:
        for who, word in line:
            if place[0] < at + len(word) and at < place[1]:
                here.append(who)
            at += len(word) + 1
    return here


def test_thousand_edits_by_two_people_never_move_an_anchor_to_other_words():
    """Each word has a number: an anchor is on the very words it was about, or says that it is lost."""
    chance, fresh, anchors, kept = random.Random(16), iter(range(10**6)), [], 0
    lines = [_some(chance, fresh, 20) for _line in range(30)]
    was = _text(lines)
    for line in lines:
        first = chance.randrange(16)
        whose = [who for who, _word in line[first : first + chance.randint(1, 3)]]
        place = _span(lines, whose)
        anchors.append([whose, anchor_at(was, *place), place])
    for edit in range(1000):
        _edit(lines, chance, fresh)
        now = _text(lines)
        for one in anchors:
            whose, known, place = one
            one[2] = place = followed(was, now, place, known)
            if place is not None:
                assert _who_at(lines, place) == whose, (edit, known)
                one[1] = anchor_at(now, *place)
                kept += 1
        was = now
    assert kept > 3000, "else nothing was tried"


def _span(lines, whose):
    """From where to where the words with these numbers stand in the text."""
    at, span = 0, []
    for line in lines:
        for who, word in line:
            if who in whose:
                span += [at, at + len(word)]
            at += len(word) + 1
    return span[0], span[-1]

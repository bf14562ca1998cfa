"""Lines of date, time and place."""

import pytest

from articles.text.wire.datelines import is_date_line, split_dateline


@pytest.mark.parametrize("line", ["12 May 2026", "Published 12 May 2026, 10:30 GMT", "Updated: 9 June 2026"])
def test_line_of_a_date_alone(line):
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["", "GMT", "The bridge opened on 12 May 2026", "12 May 2026 " * 11])
def test_line_that_says_more_or_less_than_a_date(line):
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("Merlieu, le 26 mai 2026 – À partir du 15 juin", "Merlieu", ""),
        ("(LAGUNA) - PORTO LEVANTINO, 02 LUG - Un traghetto", "Porto Levantino", "LAGUNA"),
        ("ЛИМАНСЬК, 12 травня, Причал-інфо. Три судна вийшли", "Лиманськ", "Причал-інфо"),
        ("【白鳴市=北都通信】北海の流氷観光船", "白鳴市", "北都通信"),
    ],
)
def test_datelines_of_agencies_that_nobody_lists(text, place, agency):
    dateline = split_dateline(text)
    assert (dateline.place, dateline.agency) == (place, agency)


def test_words_in_brackets_alone_are_no_agency():
    assert split_dateline("(UPDATE) - Three dead in a fire") is None


@pytest.mark.parametrize("text", ["Lima. The port is open.", "LIM. The port is open."])
def test_one_word_and_a_full_stop_are_no_dateline(text):
    assert split_dateline(text) is None


def test_an_acronym_behind_a_stroke_is_the_agency():
    dateline = split_dateline("YTTRE HOLMEN/NBX. Färjan är inställd.")
    assert (dateline.place, dateline.agency) == ("Yttre Holmen", "NBX")
    assert split_dateline("OSLO/BERGEN. Färjan är inställd.").place == "Oslo/Bergen"

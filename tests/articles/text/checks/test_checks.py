"""Contacts, links that nobody made, captions of other photos, and the house's own words."""

import pytest

from articles.text.body.body import Body
from articles.text.checks.captions import find_strangers
from articles.text.checks.contacts import find_mail_addresses, find_telephone_numbers
from articles.text.checks.house_words import HouseWord, find_slips
from articles.text.checks.links import find_unmade_links
from articles.text.checks.passage import Passage, apart


def words(found):
    return [each.words for each in found]


def test_passages_in_one_another_are_one():
    inner, outer, after = Passage(2, 4, "bc"), Passage(1, 5, "abcd"), Passage(5, 6, "e")
    assert apart([inner, after, outer]) == [outer, after]


def test_mail_addresses_and_telephone_numbers():
    text = "Write to desk@example.org, call +49 30 0000 0000 or 202-555-0143, or (030) 555 0143."
    assert words(find_mail_addresses(text)) == ["desk@example.org"]
    assert words(find_telephone_numbers(text)) == ["+49 30 0000 0000", "202-555-0143", "(030) 555 0143"]
    plain = "In 2019-2020, on 2026-05-21 at 12:30, 1 200 300 people paid 10.5–12.5 million, @desk wrote."
    assert find_mail_addresses(plain) == find_telephone_numbers(plain) == []


@pytest.mark.parametrize(
    ("words", "address", "is_found"),
    [
        ("there.It", "http://there.It", True),
        ("came.So", "http://came.So/", True),
        ("3.am", "http://3.am", True),
        ("notes.md", "http://notes.md", True),
        ("Booking.com", "http://booking.com", False),
        ("example.org", "https://example.org", False),
        ("there.It", "https://example.org/", False),
        ("the report", "http://there.It", False),
        ("d.h", "http://d.h", True),
        ("12.30", "http://12.30", True),
        ("No.1", "http://No.1", True),
        ("photo.jpg", "http://photo.jpg", True),
        ("вчора.Він", "http://вчора.Він", True),
        ("пошта.укр", "http://пошта.укр", False),
    ],
)
def test_link_that_a_missing_space_made(words, address, is_found):
    link = f'<a href="{address}">{words}</a>'
    body = Body(
        f'<h2>Why</h2><figure data-photo="1"></figure><ul><li><p>One</p></li><li><p>They stood {link}.</p></li></ul>'
    )
    assert list(find_unmade_links(body)) == ([(2, words)] if is_found else [])


def test_link_at_the_end_of_a_line_beside_another():
    body = Body('<p><a href="http://a.So">a.So</a><a href="http://b.So">b.So</a></p>')
    assert [words for _number, words in find_unmade_links(body)] == ["a.So", "b.So"]


def test_caption_that_names_somebody_else():
    text = "The harbor opened on Monday, Ines Halloran said. Halloran was glad."
    assert find_strangers("Mayor Ines Halloran at the harbor.", text) == []
    assert find_strangers("Mayor Tom Vess at the harbor.", text) == ["Tom Vess"]
    assert find_strangers("Vess and Halloran at the harbor.", text, ["Tom Vess", "Ines Halloran", ""]) == ["Tom Vess"]


HOUSE = (
    HouseWord("judgement", "judgment", "Dictionary"),
    HouseWord("e-mail", "email"),
    HouseWord("Zelensky", "Zelenskyy"),
    HouseWord("web site", "website"),
    HouseWord("colour", "color", "", ("en",)),
    HouseWord("illegals", "", "Say who they are"),
    HouseWord("web", "the web"),
    HouseWord("TK", "TK"),
)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Judgement, JUDGEMENT, judgements.", [("Judgement", "Judgment"), ("JUDGEMENT", "JUDGMENT")]),
        ("en", "Zelensky, zelensky, Zelenskyy", [("Zelensky", "Zelenskyy")]),
        ("en", "A web  site. On the web, not on web.", [("web  site", "website"), ("web", "the web")]),
        ("en-GB", "colour", [("colour", "color")]),
        ("fr", "colour E-mail", [("E-mail", "Email")]),
        ("en", "illegals", [("illegals", "")]),
        ("en", "TK", []),
    ],
)
def test_house_words(language, text, expected):
    found = find_slips(text, language, HOUSE)
    assert [(slip.passage.words, slip.right) for slip in found] == expected
    assert all(text[slip.passage.start : slip.passage.end] == slip.passage.words for slip in found)


def test_house_without_words_finds_nothing():
    assert find_slips("Anything", "en", ()) == []
    assert find_slips("judgement", "en", HOUSE)[0].reason == "Dictionary"


STORY = "The kiln burns, said Ines Rey and Petro Lys. Піч бачили Марта Явір і Лиса. אמר אלון."


@pytest.mark.parametrize(
    ("caption", "strangers"),
    [
        ("Mayor Tom Vess opens the port.", ["Tom Vess"]),
        ("La maire Anne Le Goff au four.", ["Anne Le Goff"]),
        ("La alcaldesa Rosario Pino en el horno.", ["Rosario Pino"]),
        ("Töpfer Heinz Petersen am Ofen.", ["Heinz Petersen"]),
        ("Kommunalrådet Berit Fors vid ugnen.", ["Berit Fors"]),
        ("Wójt Ewa Sowa przy piecu.", ["Ewa Sowa"]),
        ("Başkan Ece Meşe fırında.", ["Ece Meşe"]),
        ("رئيسة البلدية سعاد نجم عند الفرن.", ["سعاد نجم"]),
        ("Heinz Petersen (61) am Ofen. Olga Brandt, 40, auch.", ["Heinz Petersen", "Olga Brandt"]),
        ("Мер Петро Лис біля печі.", []),
        ("ראש העיר תמר אלון ליד הכבשן.", []),
        ("Lower Wick under water.", []),
        ("King George Dock, 1911.", []),
        ("Calle Alcalde Sáinz de Baranda.", []),
        ("Rue du Président Wilson, Paris.", []),
        ("רחוב המלך ג'ורג' בירושלים.", []),
    ],
)
def test_strangers_have_titles_or_ages_and_streets_are_none(caption, strangers):
    assert sorted(find_strangers(caption, STORY)) == strangers

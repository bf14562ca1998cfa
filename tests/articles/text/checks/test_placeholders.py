"""Placeholders: found in every language, and not taken for names, numerals or what editors put into quotations."""

import pytest

from articles.text.checks.placeholders import find_placeholders
from tests.linear import assert_linear

FOUND = [
    ("en", "Mayor TK said on Tuesday.", ["TK"]),
    ("en", "It cost TKTK crowns, TKTKTK in all.", ["TKTK", "TKTKTK"]),
    ("en", "It cost XXX crowns; tktk and xxx.", ["XXX", "tktk", "xxx"]),
    ("en", "Mayor Xx Xxxxx of xx boats.", ["Xx", "Xxxxx", "xx"]),
    ("en", "It rose by XX% on XX.XX.2026 to $XX.", ["XX", "XX.XX", "$XX"]),
    ("en", "She is ??? years old (?) and ____ tall.", ["???", "(?)", "____"]),
    ("en", "[CHECK the date] [verify] [fact-check this] [to be confirmed] [TBC]", 5),
    ("en", "[name] [DATE HERE] [source?] [age TK] [NAME OF THE MAYOR]", 5),
    ("en", "Dear {{first_name}}, {name}, <<NAME>>, %(name)s, %NAME%", 5),
    ("en", "Lorem ipsum dolor sit amet, consectetur adipiscing elit.", 3),
    ("en", "It opens on Monday (CHECK). (TK number)", 2),
    ("en", "TODO: a better ending. FIXME", 2),
    ("uk", "[ПЕРЕВІРИТИ] [уточнити дату] [ім’я] [цифра]", 4),
    ("fr", "[À VÉRIFIER] [à confirmer] [nom] [la date]", 4),
    ("de", "[PRÜFEN] [bitte prüfen] [noch klären] [Name] [Zahl folgt]", 5),
    ("es", "[COMPROBAR] [por confirmar] [nombre] [fecha]", 4),
    ("sv", "[KOLLA] [dubbelkolla siffran] [namn]", 3),
    ("pl", "[SPRAWDZIĆ] [uzupełnić] [imię i nazwisko]", 3),
    ("tr", "[KONTROL] [teyit et] [isim]", 3),
    ("ar", "[للتحقق] [للتأكد من الرقم] [الاسم]", 3),
    ("he", "[לבדוק] [להשלים] [שם מלא]", 3),
    ("zh", "【待核实】［姓名］", 2),
    ("ja", "【要確認】［日付］", 2),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_placeholder_is_found(language, text, expected):
    found = find_placeholders(text, language)
    assert [text[each.start : each.end] for each in found] == [each.words for each in found]
    if isinstance(expected, int):
        assert len(found) == expected, found
    else:
        assert [each.words for each in found] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Shoppers at TK Maxx paid TBC Bank; TK's boss T.K. Smith agreed."),
        ("en", "It was Super Bowl XXX, in the age of Louis XVI, size XXL, and XXX-rated."),
        ("en", "“[The mayor] left [sic], [laughs] said [NATO] of [its] plan […], [not] he,” [3] she [added]."),
        ("en", "He asked why? And why not?? In C++ one writes x, y and f(x)."),
        ("en", "Check the date. Verify it. What is your name?"),
        ("de", "Die TK teilte mit, dass TODO und TBC keine Kassen seien."),
        ("es", "TODO cambia en el siglo XX."),
        ("fr", "Le XXe siècle, dit-il, [ses] nombres."),
        ("pl", "W XX wieku [śmiech] było inaczej."),
    ],
)
def test_word_that_only_looks_like_one_is_none(language, text):
    assert find_placeholders(text, language) == []


@pytest.mark.parametrize("piece", ["[", "TK ", "[check ", "{{", "xx "])
@pytest.mark.growth
def test_cost_grows_with_the_text_and_no_faster(piece):
    assert_linear(lambda size: find_placeholders(piece * size, "en"), 60_000)

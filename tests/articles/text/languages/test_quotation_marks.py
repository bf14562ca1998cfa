"""Marks are paired in every script, and only when apostrophes, primes and gershayim are told from them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.languages.mark_roles import Role
from articles.text.languages.quotation_marks import quoted_spans, read_marks
from tests.linear import assert_linear

# A paragraph, and what stands in marks in it.
IN_MARKS = [
    # years
    ("The class of '68 met on Tuesday at the farmers' hall.", []),
    ("The class of ‘68 met on Tuesday at the farmers’ hall.", []),
    ("'52 was good for the mayors' union, '69 for James' mother and the players' pay.", []),
    ("the '68 and '72 games, the '90s bands' tour, in '45 and '46 the dogs' home", []),
    ("'68 people died,' he said.", ["'68 people died,'"]),
    ("He got '20 years' and '30 years' in prison.", ["'20 years'", "'30 years'"]),
    ("the '10 most wanted' list", ["'10 most wanted'"]),
    ("He wore '42' on his shirt.", ["'42'"]),
    ("'I was in the class of '68,' he said.", ["'I was in the class of '68,'"]),
    ("nel '68 l'amico dell'\"arte\"", ['"arte"']),
    # shortened words
    ("'Tis rock 'n' roll: give 'em hell 'til the cows' bells ring", []),
    ("‘’Tis the ’90s again,’ he said.", ["‘’Tis the ’90s again,’"]),
    ("''Tis over,' he said.", ["''Tis over,'"]),
    ("'Cause we said so,' he said.", ["'Cause we said so,'"]),
    ("the 'cause' of it", ["'cause'"]),
    ("'s Avonds in 't Hart zei hij: 'Ik ga weg'", ["'Ik ga weg'"]),
    ("'ne Idee von Fritz' Bruder. Il a dit 'ne bougez pas' hier", ["'ne bougez pas'"]),
    # possessives and elisions
    ("'The farmers' 20 boats are ready,' she said. 'We're goin' home.'", [
        "'The farmers' 20 boats are ready,'",
        "'We're goin' home.'",
    ]),
    ("'We love the U.S.' role in (TNT)'s plan,' he said.", ["'We love the U.S.' role in (TNT)'s plan,'"]),
    ("'He said 'no' to me,' she said.", ["'He said 'no' to me,'"]),
    ("L'« affaire » et l'\"affaire\" qu'\"il\" a", ["« affaire »", '"affaire"', '"il"']),
    ("“Dune”'s cast, [mayor]'s, Jose\u0301's", ["“Dune”"]),
    ("Hawai‘i and O‘ahu", []),
    # primes
    ('She is 5\'10", at 40°26\'46"N, with a 6" pipe.', []),
    ('"The 6" pipe," he said, "is 24" long"', ['"The 6" pipe,"', '"is 24" long"']),
    ('"Rocky 2" and "Rocky 3"', ['"Rocky 2"', '"Rocky 3"']),
    ("“The 6” pipe,” he said.", ["“The 6” pipe,”"]),
    ('5"x7" and 8.5" x 11" prints, a 10\' x 12\' room', []),
    ("'in 1990' and 'in 1991'", ["'in 1990'", "'in 1991'"]),
    # Hebrew
    ('הוא אמר: "כוחות צה"ל מוכנים לכל תרחיש".', ['"כוחות צה"ל מוכנים לכל תרחיש"']),
    ('יו"ר נתב"ג: "שלושה מ"מים ודו"חות של ג\'ורג\' כהן"', ['"שלושה מ"מים ודו"חות של ג\'ורג\' כהן"']),
    ('הוא כתב ב"הארץ" כי "הוא קרא ב"ידיעות אחרונות" היום"', ['"הארץ"', '"הוא קרא ב"ידיעות אחרונות" היום"']),
    ("״כוחות צה״ל מוכנים״, אמר", ["״כוחות צה״ל מוכנים״"]),
    ("“כוחות צה”ל מוכנים”, אמר", ["“כוחות צה”ל מוכנים”"]),
    ("'ראיתי את ג'ורג' אתמול', אמר", ["'ראיתי את ג'ורג' אתמול'"]),
    ('ה־"הארץ"', ['"הארץ"']),
    # other scripts
    ('Об"єкт: "Ми в м\'ятному об"єкті", сказав', ['"Ми в м\'ятному об"єкті"']),
    ("\"Hürriyet\"in haberi, \"Hürriyet\"'e göre, 2020'de 5'inci (AKP)'nin", ['"Hürriyet"', '"Hürriyet"']),
    ('و"قال" بـ"خطوة مهمة" وال"رويترز"', ['"قال"', '"خطوة مهمة"', '"رويترز"']),
    ('他说"我们留下"。', ['"我们留下"']),
    ("그는 \"우리는 간다\"고 말했다. 'KBS'가", ['"우리는 간다"', "'KBS'"]),
    ('เขากล่าวว่า"เราจะไป"แล้ว', ['"เราจะไป"']),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "in_marks"), IN_MARKS)
def test_only_quotations_are_paired(paragraph, in_marks):
    assert [paragraph[start:end] for ((start, end),) in quoted_spans([paragraph])] == in_marks


# A paragraph with one mark of interest, and what it is.
ROLES = [
    ("don't", Role.APOSTROPHE),
    ("п'ять", Role.APOSTROPHE),
    ("1990's", Role.APOSTROPHE),
    ("the farmers' hall", Role.APOSTROPHE),
    ("the farmers'", Role.APOSTROPHE),
    ("the U.S.' role", Role.APOSTROPHE),
    ("the (mayors)' role", Role.APOSTROPHE),
    ("We went.' he said", None),
    ("(sic)' ", None),
    ("the class of '68", Role.APOSTROPHE),
    ("the class of ‘68", Role.APOSTROPHE),
    ("'68 was good", Role.APOSTROPHE),
    ("‘68 was good", None),
    ("a '", None),
    ("x''", None),
    ("6' deep", Role.PRIME),
    ('6" deep', Role.PRIME),
    ("6‘", None),
    ('6"x', None),
    ("1'000", Role.PRIME),
    ('צה"ל', Role.LETTER),
    ('מ"מים', Role.LETTER),
    ("ג'ירפה", Role.LETTER),
    ("פרופ'", Role.LETTER),
    ('об"єкт', Role.LETTER),
    ("Hawai‘i", Role.LETTER),
    ("우'리", None),
    ('و"قال', None),
    ('a" b', None),
    ("Marx‘ Buch", None),
]


@pytest.mark.parametrize(("paragraph", "role"), ROLES)
def test_what_a_mark_is_that_is_no_quotations(paragraph, role):
    reading = read_marks(paragraph)
    assert not reading.pairs
    assert next(iter(reading.roles.values()), None) == role


def test_text_without_marks_has_none():
    assert read_marks("No marks.") == ([], [], {})


MARKS = "“”\"״«»‹›‘’'׳„‚「」"
TEXTS = st.lists(
    st.sampled_from(
        [*MARKS, "farmers", "68", "צה", "ל", " ", ".", ",", "n", "6", "ب", "Ana", "l", "\u0301", "他", "tis", "("]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_a_mark_is_one_thing(text):
    pairs, unclosed, roles = read_marks(text)
    ends = [place for start, end in pairs for place in (start, end - 1)]
    assert len({*ends, *unclosed, *roles}) == len(ends) + len(unclosed) + len(roles)
    assert all(text[place] in MARKS for place in (*ends, *unclosed, *roles))
    assert all(start < end for start, end in pairs)


PIECES = ['"', "'", "“", "’", "a' ", "'68 ", "\"a' ", 'צ"ל ', 'ב"הא ', '6" ', "s' a ", '"a" ', "(TNT)'s "]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("count", [4_000, 100_000])
@pytest.mark.growth
def test_marks_take_linear_time(piece, count):
    assert_linear(lambda size: quoted_spans([piece * (count // len(piece))] * (size // count)), 8 * max(count, 50_000))

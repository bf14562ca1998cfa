"""Known people are recognised in running text: in full first, then by short names, and never in doubt."""

import pytest

from articles.text.languages.folding import fold
from articles.text.people.recognition import LONGEST_NAME, Recognition

NAMES = [
    (1, "Ana Diaz"),
    (2, "Bo Lind"),
    (2, "The Heron"),
    (2, "Bosse"),
    (3, "Carl Lind"),
    (4, "習近平"),
    (5, "May Holm"),
    (6, "Олена Їжак"),
    (7, "Ana Diaz Vega"),
    (8, "Jo Twin"),
    (9, "Jo Twin"),
    (10, "สมชาย ใจดี"),
    (11, "အောင်မြတ်ဆန်းဦးလှ"),
]


def found(*lines, mentioned=()):
    hits = Recognition(lines).hits(NAMES, mentioned)
    return [
        [(line[hit.start : hit.end], hit.people[0]) for hit in some] for line, some in zip(lines, hits, strict=True)
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Mayor Ana Diaz’s plan."], [[("Ana Diaz", 1)]]),
        (["Diaz spoke.", "Ana Diaz spoke.", "Then Diaz left."], [[], [("Ana Diaz", 1)], [("Diaz", 1)]]),
        (["Ana Diaz Vega spoke; Vega left."], [[("Ana Diaz Vega", 7), ("Vega", 7)]]),
        (["Lind came, as May said."], [[]]),
        (["Bo Lind and Carl Lind met. Lind spoke. Bosse left."], [[("Bo Lind", 2), ("Carl Lind", 3), ("Bosse", 2)]]),
        (["The Heron spoke, and Lind left."], [[("The Heron", 2), ("Lind", 2)]]),
        (["Jo Twin was there."], [[]]),
        (["習近平说。"], [[("習近平", 4)]]),
        (["Сказала Олена Їжак."], [[("Олена Їжак", 6)]]),
        (["นายสมชาย ใจดีกล่าวว่า ใจดี"], [[("สมชาย ใจดี", 10), ("ใจดี", 10)]]),
        (["ဒေါ်အောင်မြတ်ဆန်းဦးလှက"], [[("အောင်မြတ်ဆန်းဦးလှ", 11)]]),
        (["A Lindberg, an Ana Diazson, a Bo."], [[]]),
    ],
)
def test_names_are_recognised(lines, expected):
    assert found(*lines) == expected


def test_people_mentioned_in_the_story_are_known_by_their_last_name_and_apart_from_their_twins():
    assert found("Diaz spoke to Jo Twin.", mentioned=[1, 9]) == [[("Diaz", 1), ("Jo Twin", 9)]]


def test_keys_are_those_of_every_run_that_could_be_a_name():
    keys = Recognition(["Then mayor Ana Diaz of the old Harbour spoke.", ""]).name_keys()
    assert {"ana diaz", "then mayor", "ana diaz of the old harbour"} <= keys
    assert not [key for key in keys if key.startswith(("mayor", "of ", "the "))]
    assert "harbour" not in keys and max(len(key.split()) for key in keys) == LONGEST_NAME


@pytest.mark.parametrize("name", [name for _, name in NAMES if name != "Bosse"])
def test_every_name_is_among_the_keys_of_a_line_that_has_it(name):
    assert fold(name) in Recognition([f"So {name}, they said."]).name_keys()


@pytest.mark.parametrize(
    ("line", "name", "is_one"),
    [
        ("นายสมชาย ใจดีกล่าว", "สมชาย ใจดี", True),
        ("กล่าวกับสมชาย ใจดีว่า", "สมชาย ใจดี", True),
        ("ဒေါ်အောင်မြတ်ဆန်းက", "အောင်မြတ်ဆန်း", True),
        ("กล่าวว่าเรือจะกลับมาที่เกาะในวันนี้กับสมชาย", "สมชาย", False),
    ],
)
def test_names_in_scripts_without_spaces_are_looked_for_where_one_may_begin(line, name, is_one):
    assert (fold(name) in Recognition([line]).name_keys()) is is_one

"""Earlier roles as a directory keeps them: a line each, with its years."""

import pytest

from articles.text.people.roles import Role, roles_of, unclear_roles


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("2019–2023 ferry pilot, Harbour Board", Role("2019–2023", "ferry pilot, Harbour Board")),
        ("2019-2023: ferry pilot", Role("2019–2023", "ferry pilot")),
        ("2019 — 2023, ferry pilot", Role("2019–2023", "ferry pilot")),
        ("2019 mayor", Role("2019", "mayor")),
        ("2024– minister", Role("2024–", "minister")),
        ("  1998 суддя  ", Role("1998", "суддя")),
    ],
)
def test_a_line_says_when_and_what(line, role):
    assert roles_of(f"\n{line}\n\n") == [role]
    assert unclear_roles(line) == []


@pytest.mark.parametrize("line", ["ferry pilot", "19 pilot", "2019", "20191 pilot"])
def test_a_line_without_a_year_or_words_is_unclear(line):
    assert roles_of(f"2019 mayor\n{line}") == [Role("2019", "mayor")]
    assert unclear_roles(f"2019 mayor\n{line}") == [line]

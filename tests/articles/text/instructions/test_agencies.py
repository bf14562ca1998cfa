"""What agencies wrap a text in."""

import pytest

from articles.text.instructions.agencies import flag_of, is_agency_line, is_head_line, is_slug_above, unwrap


def test_unwrap_parts_head_text_and_foot():
    head, text, foot = unwrap("\x16\x16\x01a0123\x1f----\nr a BC\n\x02The ferry.\n\x03\nnpa kt 191405 May 26\n\x04")
    assert head == ["a0123 ----", "r a BC"]
    assert (text.strip(), foot) == ("The ferry.", ["npa kt 191405 May 26"])


def test_unwrap_gives_lines_of_the_text_back():
    head, text, _ = unwrap("\x01a0123----\n^By Ina Brandt=\n\x02The ferry.")
    assert (head, text.split()) == (["a0123----"], ["By", "Ina", "Brandt", "The", "ferry."])


def test_unwrap_writes_todays_signs():
    text = "^Ferry sails<\nNine weeks _ a week less _ it took, ``and `no' more,'' she said _\na_b and ____"
    assert (
        unwrap(text)[1] == "Ferry sails\nNine weeks — a week less — it took, “and ‘no' more,” she said —\na_b and ____"
    )


@pytest.mark.parametrize(
    "line",
    [
        "a0417-----",
        "r a BC-US--Harbor-Ferry 2ndLd-Writethru 05-19 0231",
        "^BC-EU--Ferry Strike, 1st Ld-Writethru, 420<",
        "eca0003 3 i 380 dpa 0045",
        "ZCZC ABC123",
        "Priority: 4",
        "AP-NY-05-19-26 1458EDT<",
        "200752 May 26",
        "npa ld/kt/rs",
        "NORLAND-FERRIES/ (UPDATE 1, PIX)",
        "ANALYSE-",
        "KAN 27.01.2026 11:52",
        "ПРИЧАЛ-ІНФО 12.05.2026 13:05",
        "NNB 081312 INRIKES",
        "ZCZC0417/SXA",
        "XCI84512_SXA_QBXO",
        "R CRO S0A QBXO",
        "02-LUG-26 16:32 NNNN",
    ],
)
def test_agencys_lines(line):
    assert is_agency_line(line)


@pytest.mark.parametrize("line", ["", "Three dead in Norrvik-Ulmen crash, 12 hurt", "Sven Aker/TT", "Ferry " * 30])
def test_other_lines(line):
    assert not is_agency_line(line)


def test_lines_under_a_head():
    assert is_head_line("Ferries/Norrvik/") and is_head_line("1ST LEAD") and not is_head_line("Well-known author dies")


def test_flag_before_a_headline():
    assert (flag_of("UPDATE 2-Ferry sails"), flag_of("Ferry sails")) == ("UPDATE 2-", "")


@pytest.mark.parametrize("slug", ["SOC Tarnside", "COURTS Swan", "Älg på tak (ny med citat)"])
def test_slug_stands_over_a_longer_headline(slug):
    assert is_slug_above(slug, "Tarnside go top of the table after late winner")


@pytest.mark.parametrize(
    ("line", "under"),
    [
        ("Transport", "Tarnside go top after late winner"),
        ("EU leaders meet", "Tarnside go top after late winner"),
        ("SOC Tarnside", "Tarnside go top"),
        ("SOC Tarnside", "Tarnside went top of the table on Saturday."),
    ],
)
def test_other_lines_over_a_line_are_no_slug(line, under):
    assert not is_slug_above(line, under)

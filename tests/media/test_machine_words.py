"""Lines of cameras and programs are told from people's words, in captions and in credits."""

import pytest

from media.machine_words import names_nobody, says_nothing
from tests.linear import assert_linear
from tests.media import machine_lines, more_machine_lines

pytestmark = pytest.mark.once


def lines(name):
    return [
        line for each in (machine_lines, more_machine_lines) for line in getattr(each, name).strip("\n").split("\n")
    ]


@pytest.mark.parametrize("text", lines("FROM_MACHINES"))
def test_says_nothing_knows_lines_of_cameras_and_programs(text):
    assert says_nothing(text)


@pytest.mark.parametrize("text", lines("FROM_PEOPLE"))
def test_says_nothing_leaves_people_their_captions(text):
    assert not says_nothing(text)


@pytest.mark.parametrize("text", lines("NO_CREDITS"))
def test_names_nobody_knows_credits_that_name_none(text):
    assert names_nobody(text)


@pytest.mark.parametrize("text", lines("CREDITS"))
def test_names_nobody_leaves_names_alone(text):
    assert not names_nobody(text)


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "a/",
        "_",
        "{",
        "a=b;",
        "photo by ",
        "Screenshot 2026 ",
        "<a ",
        "a.b.",
        "\\\\x",
        "8k ",
        "f/2 ",
        "ISO 5, ",
        "a: b · ",
        "--v 1 ",
        "foto 1 ",
    ],
)
def test_long_lines_are_judged_at_once(piece):
    assert_linear(lambda size: (says_nothing(piece * size), names_nobody(piece * size)), 50_000)

"""No text can hold a core: each public function of `articles.text` takes time in proportion to what it is given.

Its steps are counted, as calls of functions; what a pattern does within one shows only in the processor's time.
"""

import sys
import time

import pytest

from tests.articles.text.calls import APART, FAMILIES, call_of, functions

FUNCTIONS = {name: function for name, function in functions().items() if name not in APART}
# What most patterns went back and forth over; a trial tries all of them.
OFTEN = ("wide spaces", "empty lines", "digits", "points", "said", "lines", "quotes", "commas")
PART, TIMES = 2_000, 8  # characters at first, and how many times as many then
STEPS, SECONDS = 20_000, 0.5  # what may be added to that; on a busy machine a part may take four times as long
BAD_INPUT = (ValueError,)  # a text that a function refuses, with a sentence, costs little


def cost_of(call, unit, size):
    """(calls of functions, seconds of a processor) for so many characters of a unit that is repeated."""
    text = unit * (size // len(unit))
    steps = 0

    def count(frame, event, argument):
        nonlocal steps
        steps += 1

    began = time.thread_time()
    sys.setprofile(count)
    try:
        call(text)
    except BAD_INPUT:
        pass
    finally:
        sys.setprofile(None)
    return steps, time.thread_time() - began


def assert_cost(name, families):
    call = call_of(name, FUNCTIONS[name])
    assert call is not None, f"{name} has a parameter that tests/articles/text/calls.py can't make"
    for family in families:
        (steps, seconds), (all_steps, all_seconds) = (
            cost_of(call, FAMILIES[family], size) for size in (PART, PART * TIMES)
        )
        assert all_steps <= steps * TIMES * 2 + STEPS, f"{name}, {family}: {steps} calls, then {all_steps}"
        assert all_seconds <= seconds * TIMES * 4 + SECONDS, (
            f"{name}, {family}: {seconds:.2f} s, then {all_seconds:.2f} s"
        )


def test_whatever_stands_apart_is_there():
    assert APART.keys() <= functions().keys()


@pytest.mark.growth
@pytest.mark.parametrize("name", FUNCTIONS)
def test_cost_grows_with_the_text(name):
    assert_cost(name, OFTEN)


@pytest.mark.growth
@pytest.mark.trial
@pytest.mark.parametrize("name", FUNCTIONS)
def test_cost_grows_with_any_text(name):
    assert_cost(name, FAMILIES)

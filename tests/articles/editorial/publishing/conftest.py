"""The clock of the tests of publishing."""

from datetime import UTC, datetime

import pytest
import time_machine

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    """The clock stands at noon; `clock.move_to` and `clock.shift` move it."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller

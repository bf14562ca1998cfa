"""Lines of date, time and place."""

import pytest

from articles.text.wire.datelines import is_date_line


@pytest.mark.parametrize("line", ["12 May 2026", "Published 12 May 2026, 10:30 GMT", "Updated: 9 June 2026"])
def test_line_of_a_date_alone(line):
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["", "GMT", "The bridge opened on 12 May 2026", "12 May 2026 " * 11])
def test_line_that_says_more_or_less_than_a_date(line):
    assert not is_date_line(line)

"""The private address of a calendar: whose it is, and that it ends."""

import pytest

from articles.editorial.site.calendar_address import drop_calendar_address, make_calendar_address, whose_calendar
from tests.builders import reporter, stranger

pytestmark = pytest.mark.django_db


def test_address_is_somebodys_until_it_is_made_anew_or_taken_back():
    ann = reporter()
    assert whose_calendar("") is None, "who has none has none"
    make_calendar_address(ann)
    first = ann.calendar_key
    assert len(first) == 43 and whose_calendar(first) == ann
    make_calendar_address(ann)
    assert whose_calendar(first) is None and whose_calendar(ann.calendar_key) == ann
    last = ann.calendar_key
    drop_calendar_address(ann)
    assert whose_calendar(last) is None
    assert whose_calendar("a" * 43) is None


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}])
def test_who_has_left_has_no_calendar(change):
    ann = reporter()
    make_calendar_address(ann)
    type(ann).objects.filter(pk=ann.pk).update(**change)
    assert whose_calendar(ann.calendar_key) is None


def test_who_may_not_look_at_stories_has_no_calendar():
    nobody = stranger()
    make_calendar_address(nobody)
    assert whose_calendar(nobody.calendar_key) is None

"""Staff: the clock they keep."""

import pytest
from django.core.exceptions import ValidationError

from articles.models.user import User


@pytest.mark.parametrize("name", ["Europe/Kyiv", "UTC"])
def test_time_zone_is_that_of_its_name(name):
    user = User(username="ida", time_zone=name)
    user.clean_fields(exclude=["password"])
    assert str(user.zone) == name


@pytest.mark.parametrize("name", ["Mars/Olympus", "../etc", "Europe", "/"])
def test_time_zone_that_nobody_knows_is_refused_and_counts_as_the_sites(name):
    user = User(username="ida", time_zone=name)
    with pytest.raises(ValidationError, match="is not a time zone"):
        user.clean_fields(exclude=["password"])
    assert user.zone is None


def test_time_zone_may_be_that_of_the_site():
    user = User(username="ida")
    user.clean_fields(exclude=["password"])
    assert user.zone is None

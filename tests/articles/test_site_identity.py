"""The site's name and icon are asked for once in a request, and anew in the next."""

import pytest
from django.core.signals import request_finished, request_started

from articles import site_identity as module
from articles.models.publisher import Publisher
from articles.site_identity import identity

pytestmark = pytest.mark.django_db


@pytest.fixture
def begin():
    """Begin a request; it ends with the test. Nothing else hears of it: the connection stays open."""
    yield lambda: module._begin(signal=request_started)
    module._end(signal=request_finished)


def test_request_asks_once_and_the_next_one_anew(begin, django_assert_num_queries):
    Publisher.objects.update(name="The Courier")
    begin()
    with django_assert_num_queries(1):
        assert identity() == identity() == ("The Courier", "")
    Publisher.objects.update(name="The Messenger")
    assert identity().name == "The Courier"
    begin()
    assert identity().name == "The Messenger"


def test_publisher_without_a_name_has_that_of_the_settings_and_nothing_is_kept_outside_a_request(settings):
    settings.SITE_NAME = "By Setting"
    assert identity().name == "By Setting"
    Publisher.objects.update(name="The Courier")
    assert identity().name == "The Courier"

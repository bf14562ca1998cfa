"""Preview links: which show something, at which address, and what they are called."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.editorial.publishing import withdraw
from articles.models.preview_link import PreviewLink, Shows
from articles.models.revision import Revision
from tests import builders

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def link(article=None, **fields):
    """A link made at noon for a day, unsaved without an article."""
    given = {"shows": Shows.WORKING_COPY, "token": "secret", "made_at": NOON, "ends_at": NOON + DAY} | fields
    return PreviewLink.objects.create(article=article, **given) if article else PreviewLink(**given)


def test_link_is_called_after_what_it_shows():
    assert str(link()) == "The working copy"
    assert str(link(shows=Shows.SCHEDULED)) == "What is scheduled"
    assert str(link(shows=Shows.REVISION, revision=Revision(number=7))) == "Revision 7"
    assert link().get_absolute_url() == "/preview/secret/"


@pytest.mark.django_db
def test_open_links_are_those_that_show_something():
    with time_machine.travel(NOON, tick=False):
        article, gone = builders.draft_article(), builders.live_article()
        good, down = link(article), link(gone, token="down")
        link(article, token="revoked", revoked_at=NOON)
        assert set(PreviewLink.objects.open(NOON)) == {good, down}
        assert not PreviewLink.objects.open(NOON + DAY).exists()
    with time_machine.travel(NOON + timedelta(hours=1), tick=False):
        withdraw.withdraw(gone, by=builders.system())
        assert list(PreviewLink.objects.open(NOON + timedelta(hours=1))) == [good]

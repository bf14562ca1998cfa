"""Open sheets: which saves go on from one, and which sheets are here."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from articles.models.article import Article
from articles.models.open_sheet import OpenSheet
from tests.builders import draft_article, editor

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("sheet", "known", "goes_on"),
    [
        ({"since": 3, "version": 5}, 3, True),
        ({"since": 3, "version": 5}, 5, True),
        ({"since": 3, "version": 5}, 2, False),
        ({"since": 3, "version": 4}, 4, False),
        ({}, 5, False),
        ({"since": 3, "version": 5, "is_closed": True}, 5, False),
    ],
)
def test_save_goes_on_from_the_sheet_that_wrote_the_present_version(sheet, known, goes_on):
    assert OpenSheet(**sheet).goes_on(Article(version=5), known) is goes_on


@pytest.mark.django_db
def test_sheets_are_here_that_were_heard_of_since():
    article, user = draft_article(), editor()
    for seconds in (0, 10, 20):
        at = NOON + timedelta(seconds=seconds)
        OpenSheet.objects.create(token=uuid4(), article=article, user=user, opened_at=at, seen_at=at)
    OpenSheet.objects.create(token=uuid4(), article=article, user=user, opened_at=NOON, seen_at=None)
    assert [sheet.seen_at.second for sheet in OpenSheet.objects.here(NOON)] == [10, 20]

"""Choices of the next story: what the migration that asks who made them takes from the log."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps

from articles.editorial.site.next_story import pin_next
from articles.models.log_entry import LogEntry
from articles.models.pin import Pin
from tests import builders

pytestmark = pytest.mark.django_db
ask_the_log = import_module("articles.migrations.0026_who_chose_the_next_story").ask_the_log


def test_log_says_who_chose_and_since_when(time_machine):
    ten = datetime(2026, 5, 20, 10, tzinfo=UTC)
    article, one, other = builders.draft_article(), builders.draft_article(), builders.draft_article()
    ada, edda = builders.editor(), builders.editor()
    for hour, (following, by) in enumerate([(one, edda), (other, edda), (one, ada)]):
        time_machine.move_to(ten + timedelta(hours=hour), tick=False)
        pin_next(article, following, by=by)
    # What was chosen before 0025 has its moment, hours after the choice; a line of the log is later than the choice.
    Pin.objects.filter(ends_at__lt=ten + timedelta(hours=3)).delete()
    before = Pin.objects.create(article=other, next=one, goes_live_at=ten + timedelta(days=1))
    LogEntry.objects.create(article=other, verb="pin", by=ada, at=ten, note=f"story {one.pk}")
    unknown = Pin.objects.create(article=one, next=other, goes_live_at=ten)
    Pin.objects.update(made_by=None)
    LogEntry.objects.filter(article=article, by=ada).update(at=ten + timedelta(hours=2, seconds=1))
    LogEntry.objects.create(article=article, verb="pin", by=edda, at=ten + timedelta(hours=4), note=f"story {one.pk}")
    ask_the_log(apps, None)
    found = {pin.pk: (pin.made_by, pin.goes_live_at) for pin in Pin.objects.all()}
    after = Pin.objects.get(article=article)
    assert found == {
        after.pk: (ada, ten + timedelta(hours=2)),
        before.pk: (ada, ten),
        unknown.pk: (None, ten),
    }

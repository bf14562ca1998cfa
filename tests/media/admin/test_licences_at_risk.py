"""Stories that lose a photo, or have lost one."""

import datetime

import time_machine
from django.utils import timezone

from media import ingest
from media.signals import Use, where_used
from tests.media import files
from tests.media.admin.screens import address


def test_at_risk_lists_stories_by_the_end_of_the_licence(client, editor, used, portrait):
    assert "No story is at risk" in client.get(address("at_risk")).text
    now = timezone.now()
    for days, sentence in ((31, "No story is at risk"), (30, "ends <time"), (0, "<strong>ended</strong>")):
        ingest.update(used, None, licence_ends_at=now + datetime.timedelta(days=days))
        ingest.update(portrait, None, licence_ends_at=now)
        with time_machine.travel(now, tick=False):
            page = client.get(address("at_risk")).text
        assert sentence in page and "A tower" not in page
    assert "The bridge</a> (live)" in page and "A draft</a> (draft)" in page and "An old story" not in page


def test_at_risk_asks_in_batches_and_puts_what_is_to_come_first(client, editor, landscape, portrait, monkeypatch):
    monkeypatch.setattr("media.admin.licences_at_risk.BATCH", 1)
    monkeypatch.setattr("media.admin.licences_at_risk.MAX_PHOTOS", 2)
    now, asked = timezone.now(), []
    square = ingest.ingest(files.jpeg(50, 50), by=None, caption="A square")
    for photo, days in ((landscape, -2), (portrait, -1), (square, 3)):
        ingest.update(photo, None, licence_ends_at=now + datetime.timedelta(days=days))

    def answer(photos, **_):
        asked.append(photos)
        return {pk: [Use("The bridge", "/bridge/", "live", True)] for pk in photos}

    where_used.connect(answer)
    try:
        page = client.get(address("at_risk")).text
    finally:
        where_used.disconnect(answer)
    assert asked == [{square.pk}, {portrait.pk}, {landscape.pk}]
    assert page.index("A square") < page.index("A tower") and "A field" not in page
    assert "There are more than these 2" in page

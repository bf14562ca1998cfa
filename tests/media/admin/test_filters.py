"""What the library's list is narrowed to, and what it finds."""

import datetime

import pytest
import time_machine
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from media import ingest
from media.models import Photo
from media.signals import used_photos
from tests.media import files
from tests.media.admin.screens import LIST


def found(client, **query):
    return [photo.caption for photo in client.get(reverse(LIST), query).context["cl"].queryset]


def test_list_finds_people_places_and_credit(client, editor, landscape, portrait):
    ingest.update(landscape, None, people="Ana Łuk\nBo Chen", place="Old Port, Orrel")
    assert found(client, q="Ana orrel") == ["A field"]
    assert sorted(found(client, q="photo by")) == ["A field", "A tower"] and found(client, q="nobody") == []


def test_list_narrows_to_days_both_included(client, editor, landscape, portrait):
    moments = {landscape: (2026, 3, 4, 23, 59), portrait: (2026, 3, 6, 0, 0)}
    for photo, moment in moments.items():
        Photo.objects.filter(pk=photo.pk).update(taken_at=datetime.datetime(*moment, tzinfo=datetime.UTC))
    assert found(client, **{"from": "2026-03-04", "until": "2026-03-04"}) == ["A field"]
    assert found(client, **{"from": "2026-03-05"}) == ["A tower"]
    assert found(client, until="2026-03-05", q="field") == ["A field"]
    page = client.get(reverse(LIST), {"q": "field", "until": "2026-03-05"}).text
    assert '<input type="hidden" name="q" value="field">' in page and 'name="until" value="2026-03-05"' in page


@pytest.mark.parametrize("day", ["yesterday", "2026-02-31", "0001-01-01", "9999-12-31"])
def test_list_leads_back_from_a_day_that_is_none(client, editor, day):
    assert client.get(reverse(LIST), {"from": day}).status_code == 302


def test_filters_stand_before_the_photos_behind_one_disclosure(client, editor, landscape):
    page = client.get(reverse(LIST)).text
    head, photos = page.split('<form id="changelist-form"')
    assert head.count("all-filters") == 1 and "<summary>Use</summary>" in head.partition("all-filters")[2]
    assert "changelist-filter" not in photos and "in force" not in head
    narrowed = client.get(reverse(LIST), {"use": "unused"}).text
    assert "Filters: some are in force" in narrowed and '<a href="?">Clear all filters</a>' in narrowed


def test_list_narrows_to_used_and_unused(client, editor, landscape, portrait):
    def answer(**_):
        return [Q(pk=landscape.pk)]

    used_photos.connect(answer)
    try:
        assert found(client, use="used") == ["A field"]
        assert found(client, use="unused") == ["A tower"]
    finally:
        used_photos.disconnect(answer)


def test_list_narrows_to_licences(client, editor, library):
    now = timezone.now()
    for name, days in (("ended", 0), ("soon", 30), ("later", 31), ("open", None)):
        end = None if days is None else now + datetime.timedelta(days=days)
        photo = ingest.ingest(files.jpeg(40 + (days or 0) + len(name)), by=None, caption=name)
        ingest.update(photo, None, licence_ends_at=end)
    with time_machine.travel(now, tick=False):
        for name in ("ended", "soon", "later", "open"):
            assert found(client, licence=name) == [name]
        page = client.get(reverse(LIST)).text
    assert page.count("<strong>Licence ended") == page.count("<strong>Licence ends") == 1


def test_list_narrows_to_what_lacks_alt_text(client, editor, landscape):
    ingest.ingest(files.jpeg(), by=None, caption="A wave")
    ingest.ingest(files.jpeg(9, 9), by=None, caption="A line", decorative=True)
    assert found(client, alt_text="missing") == ["A wave"]

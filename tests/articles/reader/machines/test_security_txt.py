"""security.txt (RFC 9116)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from articles.models.publisher import Publisher

pytestmark = pytest.mark.django_db
ADDRESS = "/.well-known/security.txt"


def fields(page):
    return dict(line.split(": ", 1) for line in page.content.decode().splitlines())


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ("security@example.org", "mailto:security@example.org"),
        ("https://example.org/holes", "https://example.org/holes"),
    ],
)
def test_security_txt_says_whom_to_tell_and_never_expires(time_machine, contact, said):
    publisher = Publisher.objects.get()
    publisher.security_contact = contact
    publisher.full_clean()
    publisher.save()
    for year in (2026, 2031):
        time_machine.move_to(datetime(year, 3, 1, 12, tzinfo=UTC), tick=False)
        page = Client().get(ADDRESS)
        assert page.headers["Content-Type"] == "text/plain; charset=utf-8"
        told = fields(page)
        assert told["Contact"] == said
        assert told["Canonical"].endswith(ADDRESS)
        assert told["Preferred-Languages"] == "en"
        ahead = datetime.fromisoformat(told["Expires"]) - timezone.now()
        assert timedelta(days=150) < ahead < timedelta(days=365)


def test_security_txt_is_not_there_while_nobody_is_named():
    assert Client().get(ADDRESS).status_code == 404


@pytest.mark.parametrize("contact", ["nobody", "http://example.org/", "javascript:alert(1)", "a@b\nExpires: never"])
def test_contact_is_an_address(contact):
    publisher = Publisher.objects.get()
    publisher.security_contact = contact
    with pytest.raises(ValidationError):
        publisher.full_clean()

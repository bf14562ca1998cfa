"""Fields that name rows, given what names none: by an address, and by a form."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from tests.builders import user_in

pytestmark = pytest.mark.django_db
ADDING = {
    "articles_article": ("desk", "lead_photo", "lead_topic", "topics", "byline"),
    "articles_topic": ("picture", "related", "explainer"),
    "articles_person": ("portrait",),
    "articles_user": ("desks", "groups"),
}


@pytest.mark.parametrize("value", ["http://a.b/", "[[[", "\0", "9" * 40, "-1", "é", "new:", "%"])
@pytest.mark.parametrize(
    ("screen", "field"), [(screen, field) for screen, fields in ADDING.items() for field in fields]
)
def test_what_is_no_key_of_a_row_gets_a_page(client, screen, field, value):
    client.force_login(user_in("chief", is_superuser=True))
    address = reverse(f"admin:{screen}_add")
    assert client.get(address, QUERY_STRING=f"{field}={quote(value)}").status_code == 200
    assert client.options(address, QUERY_STRING=f"{field}={quote(value)}").status_code in (200, 405)
    assert client.post(address, {field: value}).status_code == 200

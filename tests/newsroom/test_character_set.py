"""What a request calls its character set decides nothing."""

import pytest
from django.urls import reverse

from tests.builders import chief

pytestmark = pytest.mark.django_db
SETS = ["utf-7", "unicode_escape", "raw_unicode_escape", "utf-16", "iso-8859-1", "punycode", "rot13", "hex"]


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; boundary=x"])
def test_an_address_is_utf_8(client, name, kind):
    client.force_login(chief())
    list_of_desks = f"{reverse('admin:articles_desk_changelist')}?2=a&28%99%F9%0F%2B2-&q=%C3%A9"
    for method in (client.get, client.head):
        answer = method(list_of_desks, CONTENT_TYPE=f"{kind}; charset={name}", follow=True)
        assert answer.status_code == 200, answer
    assert "é" in client.get("/search/?q=%C3%A9", CONTENT_TYPE=f"{kind}; charset={name}").text


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("path", ["/read", "/csp-reports", "/admin/login/"])
def test_a_body_in_another_set_is_refused(client, name, path):
    assert client.generic("POST", path, b"x" * 18, f"text/plain; charset={name}").status_code == 400


@pytest.mark.parametrize("name", ["utf-8", "UTF8", "us-ascii", "no-such-set", '"utf-8"', ""])
def test_utf_8_by_any_name_and_what_is_no_set_are_taken(client, name):
    assert client.get("/", CONTENT_TYPE=f"text/plain; charset={name}").status_code == 200
    kind = f"application/x-www-form-urlencoded; charset={name}"
    assert client.generic("POST", "/admin/login/", b"username=a&password=b", kind).status_code == 200

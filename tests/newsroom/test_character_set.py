"""What a request calls its character set decides nothing."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from newsroom.character_set import is_readable
from newsroom.wsgi import application
from tests.builders import chief

OTHERS = ["utf-7", "unicode_escape", "raw_unicode_escape", "utf-16", "iso-8859-1", "punycode", "idna", "rot13", "hex"]
KINDS = ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
ADDRESS = "2=a&28%99%F9%0F%2B2-&q=%C3%A9"


def request(method, path, kind, body=b"", query=""):
    """A request as servers give it, of a kind that the test client would not send."""
    environ = RequestFactory().generic(method, path, body, QUERY_STRING=query).environ
    return environ | {"CONTENT_TYPE": kind, "CONTENT_LENGTH": str(len(body))}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", OTHERS)
def test_an_address_is_utf_8(client, name, kind):
    client.force_login(chief())
    for method in ("GET", "HEAD"):
        environ = request(method, reverse("admin:articles_desk_changelist"), f"{kind}; charset={name}", query=ADDRESS)
        assert is_readable(environ)
        assert client.request(**environ).status_code == 302, "unknown filters lead to the list without them"
    environ = request("GET", "/search/", f"{kind}; charset={name}", query=ADDRESS)
    assert is_readable(environ) and "é" in client.request(**environ).text


@pytest.mark.parametrize("name", [*OTHERS, "no-such-set"])
@pytest.mark.parametrize("path", ["/read", "/csp-reports", "/admin/login/"])
def test_a_body_in_another_set_is_refused(name, path):
    began = []
    environ = request("POST", path, f"text/plain; charset={name}", b"x" * 18)
    answer = application(environ, lambda status, headers: began.append(status))
    assert (began, answer.content) == (["400 Bad Request"], b"The request can't be read.\n")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["utf-8", "UTF8", "us-ascii", '"utf-8"'])
def test_utf_8_by_any_name_is_taken(client, name):
    kind = f"application/x-www-form-urlencoded; charset={name}"
    environ = request("POST", "/admin/login/", kind, b"username=a&password=b")
    assert is_readable(environ)
    page = client.request(**environ)
    assert page.status_code == 200 and page.context["form"].errors


@pytest.mark.parametrize("kind", [*KINDS, "", 'multipart/form-data; boundary="a b"', "\xff/\xfe"])
def test_what_names_no_set_stays_as_it_is(kind):
    environ = request("POST", "/", kind)
    assert is_readable(environ) and environ["CONTENT_TYPE"] == kind

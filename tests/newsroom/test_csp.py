"""The security headers on every response, and the nonce that only pages which ask for one get."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from newsroom.csp import ContentSecurityPolicyMiddleware


def answer(view):
    """The response to a request that passed the middleware on its way to the view."""
    return ContentSecurityPolicyMiddleware(view)(RequestFactory().get("/"))


def script_sources(response):
    """The sources of script-src in the response's policy."""
    policy = dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))
    return policy["script-src"].split()


def test_policy_forbids_inline_code_by_default():
    response = answer(lambda request: HttpResponse("page"))
    assert script_sources(response) == ["'self'"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "object-src 'none'" in response["Content-Security-Policy"]
    assert "geolocation=()" in response["Permissions-Policy"]


def test_policy_names_the_nonce_that_the_page_used():
    response = answer(lambda request: HttpResponse(str(request.csp_nonce)))
    nonce = response.content.decode()
    assert len(nonce) >= 20
    assert script_sources(response) == ["'self'", f"'nonce-{nonce}'"]


def test_nonce_is_the_same_in_a_page_and_new_in_the_next():
    pages = [answer(lambda request: HttpResponse(f"{request.csp_nonce} {request.csp_nonce}")) for _ in range(2)]
    (first, again), (second, _) = (page.content.split() for page in pages)
    assert first == again != second


def test_settings_are_not_changed_by_a_nonce(settings):
    answer(lambda request: HttpResponse(str(request.csp_nonce)))
    assert settings.SECURE_CSP["script-src"] == ["'self'"]


@pytest.mark.parametrize("policy", [{"default-src": ["'none'"]}, {"default-src": ["'none'"], "script-src": []}])
def test_nonce_needs_no_script_sources_in_the_settings(settings, policy):
    settings.SECURE_CSP = policy
    response = answer(lambda request: HttpResponse(str(request.csp_nonce)))
    assert script_sources(response) == [f"'nonce-{response.content.decode()}'"]


def test_policy_of_the_view_itself_wins():
    response = answer(lambda request: HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"}))
    assert response["Content-Security-Policy"] == "default-src 'none'"


def test_policy_that_a_response_asks_for_is_put_together_like_the_site_s():
    def view(request):
        response = HttpResponse(str(request.csp_nonce))
        response._csp_config = {"script-src": ["'none'"], "frame-ancestors": ["'self'"]}
        return response

    response = answer(view)
    nonce = response.content.decode()
    assert response["Content-Security-Policy"] == f"script-src 'none' 'nonce-{nonce}'; frame-ancestors 'self'"


@pytest.mark.parametrize("kind", ["font/woff2", "text/css", "text/javascript", "image/avif"])
def test_parts_of_a_page_do_without_policies(kind):
    response = answer(lambda request: HttpResponse(b"", content_type=kind))
    assert "Content-Security-Policy" not in response and "Permissions-Policy" not in response


@pytest.mark.parametrize("kind", ["text/html", "image/svg+xml", "application/rss+xml", "text/plain"])
def test_whatever_a_browser_shows_by_itself_has_its_policy(kind):
    assert "Content-Security-Policy" in answer(lambda request: HttpResponse(b"", content_type=kind))

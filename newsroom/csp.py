"""Headers that every document carries: the content security policy, where browsers report breaches of it (W3C Reporting
API), and the permissions policy.

Django 6 reads the same `SECURE_CSP` setting, and a response's own policy from the same attribute; on 5.2 this
middleware does. A response may ask for a nonce by reading `request.csp_nonce`; only then does its policy name one, so
cacheable pages never do.
"""

import secrets

from django.conf import settings
from django.utils.functional import SimpleLazyObject

# Parts of a page, which no browser shows as a document of their own: the policies would mean nothing on them, and would
# weigh more than the rest of their headers together.
PARTS = ("font/", "text/css", "text/javascript", "image/avif", "image/webp", "image/jpeg", "image/png")
REPORTING_ENDPOINTS = 'csp="/csp-reports"'
PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"


class ContentSecurityPolicyMiddleware:
    """Adds Content-Security-Policy (W3C CSP 3) and Permissions-Policy to each document."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer with the policy header, with a nonce in script-src when the page used one."""
        used = []

        def make_nonce():
            used.append(secrets.token_urlsafe(16))
            return used[0]

        request.csp_nonce = SimpleLazyObject(make_nonce)
        response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith(PARTS):
            return response
        policy = {name: list(sources) for name, sources in _policy_of(response).items()}
        if used:
            policy.setdefault("script-src", []).append(f"'nonce-{used[0]}'")
        response.headers.setdefault(
            "Content-Security-Policy", "; ".join(f"{name} {' '.join(sources)}" for name, sources in policy.items())
        )
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Reporting-Endpoints", REPORTING_ENDPOINTS)
        return response


def _policy_of(response):
    """The policy that the response asks for, as Django 6's `csp_override` has it, or the site's."""
    return getattr(response, "_csp_config", settings.SECURE_CSP)

"""What editors see stays with them: no cache keeps a page of theirs, and none of them sends its address to others.

A page that posts forms sends its address to this very site: without any, browsers name no origin either (Fetch, "append
a request `Origin` header"), and Django's protection against forged forms refuses what names none. A page that shows a
story and nothing more sends none at all.
"""

import re

PRIVATE = re.compile(r"/(?:admin|accounts|preview)/")
ONLY_SHOWS_A_STORY = re.compile(r"/preview/[^/]+/|/admin/.+/preview/")
NOT_KEPT = "private, no-store"


class PrivatePagesMiddleware:
    """Sets Cache-Control (RFC 9111, 5.2.2.5) and Referrer-Policy of whatever only some may see."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer, and let nobody keep it or say where it was read, unless it is for everybody."""
        response = self.get_response(request)
        if PRIVATE.match(request.path_info):
            response.headers["Cache-Control"] = NOT_KEPT
            response.headers.setdefault("Referrer-Policy", referrer_policy(request.path_info))
        return response


def referrer_policy(path):
    """The Referrer-Policy of a private page: to whom its links and forms may say where they stood."""
    return "no-referrer" if ONLY_SHOWS_A_STORY.fullmatch(path) else "same-origin"

"""Requests are in UTF-8, whatever character set they name.

Python knows sets (UTF-7, `unicode_escape`) whose text can't be written as UTF-8 again, and Django reads an address by
the set that is named for the body.
"""

import codecs

from django.core.exceptions import BadRequest

WITHOUT_A_BODY = ("GET", "HEAD", "OPTIONS", "TRACE")
READ = (codecs.lookup("utf-8"), codecs.lookup("ascii"))


class CharacterSetMiddleware:
    """Reads addresses as UTF-8 (WHATWG URL, 5.1), and refuses a body that says it is something else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Raises BadRequest, for a 400."""
        named = request.encoding
        if named and codecs.lookup(named) not in READ and request.method not in WITHOUT_A_BODY:
            raise BadRequest(f"The request is in {named}, and we read UTF-8.")
        if named:
            request._encoding = "utf-8"  # nothing has been read yet; `encoding` would read the address by the old one
        return self.get_response(request)

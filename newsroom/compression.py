"""Compresses readers' pages by Brotli or gzip: what is public, and nothing else.

A page that mixes a secret with words somebody else chose gives the secret away by its compressed length (the BREACH
attack). What says `Cache-Control: public` is the same for everybody and holds no secret; the admin never says so.
Static files were compressed when they were collected.
"""

import gzip
import re

import brotli
from django.utils.cache import patch_vary_headers

TEXT = re.compile(r"text/|application/(?:json|xml|[\w.-]+\+(?:json|xml))\b")
PUBLIC = re.compile(r"(?:^|,)\s*public\s*(?:,|$)")
SMALLEST = 500  # bytes; below it the headers cost more than is won
# The first is preferred. Brotli 5 makes a page a twelfth smaller than gzip can, for a millisecond more.
ENCODERS = {
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=5),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}


class PublicCompressionMiddleware:
    """Compresses public text as the browser accepts it (RFC 9110, 8.4 and 12.5.3); stands above ConditionalGet."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer with the body encoded where it may be and is worth it."""
        response = self.get_response(request)
        if _is_public_text(response):
            patch_vary_headers(response, ["Accept-Encoding"])
            _weaken(response)
            encoding = encoding_for(request.headers.get("Accept-Encoding", ""))
            if encoding and len(response.content) >= SMALLEST:
                response.content = ENCODERS[encoding](response.content)
                response.headers["Content-Encoding"] = encoding
                response.headers["Content-Length"] = str(len(response.content))
        return response


def encoding_for(accepted):
    """The best of ENCODERS that an Accept-Encoding header allows, or None for the plain body."""
    weights = {}
    for part in accepted.lower().split(","):
        name, _, parameter = part.partition(";")
        weights[name.strip()] = _weight(parameter)
    allowed = {name: weights.get(name, weights.get("*", 0)) for name in ENCODERS}
    best = max(allowed, key=allowed.__getitem__)
    return best if allowed[best] > 0 else None


def _weight(parameter):
    """The number in "q=0.5": 1 where there is none, 0 where it is no number."""
    name, _, value = parameter.partition("=")
    if name.strip() != "q":
        return 1
    try:
        return float(value)
    except ValueError:
        return 0


def _is_public_text(response):
    """Whether these are words that anybody may have, as yet uncompressed. A 304 stands for such a page."""
    return (
        not response.streaming
        and not response.has_header("Content-Encoding")
        and not response.cookies
        and PUBLIC.search(response.headers.get("Cache-Control", "")) is not None
        and (response.status_code == 304 or TEXT.match(response.headers.get("Content-Type", "")) is not None)
    )


def _weaken(response):
    """Mark the ETag as weak: the page is the same in every encoding, its bytes are not (RFC 9110, 8.8.3.3)."""
    tag = response.headers.get("ETag", "")
    if tag and not tag.startswith("W/"):
        response.headers["ETag"] = f"W/{tag}"

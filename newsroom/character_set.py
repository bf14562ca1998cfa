"""Requests are in UTF-8, whatever character set they name.

Django reads an address by the set that is named for the body, and Python knows sets by which nothing can be read
(`rot13`) or whose text can't be written as UTF-8 again (UTF-7, `unicode_escape`).
"""

import codecs
from typing import Any

from django.utils.http import parse_header_parameters

WITHOUT_A_BODY = ("GET", "HEAD", "OPTIONS", "TRACE")
READ = (codecs.lookup("utf-8"), codecs.lookup("ascii"))


def is_readable(environ: dict[str, Any]) -> bool:
    """Whether a request's body is in UTF-8, by its own word; from here on that word says no other set."""
    kind, parameters = parse_header_parameters(environ.get("CONTENT_TYPE", ""))
    name = parameters.pop("charset", None)
    if name is None:
        return True
    if not _is_read(name) and environ["REQUEST_METHOD"] not in WITHOUT_A_BODY:
        return False
    environ["CONTENT_TYPE"] = "; ".join([kind, *(f'{key}="{value}"' for key, value in parameters.items())])
    return True


def _is_read(name: str) -> bool:
    try:
        return codecs.lookup(name) in READ
    except LookupError:
        return False

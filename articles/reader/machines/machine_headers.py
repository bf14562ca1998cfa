"""The headers of what only programs read: any site may fetch it (CORS), and search engines need not list it."""

from django.http import HttpResponse


def for_machines(response: HttpResponse) -> HttpResponse:
    """The response with these headers."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Robots-Tag"] = "noindex"
    return response

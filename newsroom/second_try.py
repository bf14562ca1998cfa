"""Asks once more for a page whose connection to the database was lost on the way, as when the database is restarted."""

from django.db import close_old_connections

SAFE = ("GET", "HEAD")  # asking twice is as asking once (RFC 9110, 9.2.1), and nothing was sent yet


class SecondTryMiddleware:
    """Stands above all others, so that the second try begins as the first one did."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer; a second answer stands, whatever it is."""
        response = self.get_response(request)
        if request.method in SAFE and getattr(response, "is_lost", False):
            close_old_connections()
            response = self.get_response(request)
        return response

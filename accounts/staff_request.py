"""The type of a request that an editor's screen answers: nobody comes there without having signed in."""

from django.http import HttpRequest

from articles.models.user import User


class StaffRequest(HttpRequest):
    """A request of somebody who is signed in. Requests are never made of this class; it is for the types."""

    user: User

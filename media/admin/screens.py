"""What the library's own screens have in common: who may see them, the frame around them, how much one shows."""

from django.core.exceptions import PermissionDenied

from media.models import Photo

MAX_PHOTOS = 100  # on one screen


def require(request, action):
    """Raise PermissionDenied unless the person may `action` ("add", "change", "view") photos."""
    if not request.user.has_perm(f"media.{action}_photo"):
        raise PermissionDenied


def admin_page(site, request, title, **context):
    """The context of one of Django's admin pages."""
    return site.each_context(request) | {"title": title, "opts": Photo._meta, **context}

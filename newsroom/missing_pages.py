"""What is said in the editors' dress where a screen is not there, or not for who asks; readers have their own page."""

from django.contrib import admin
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views import defaults

from articles.reader.pages import errors


def not_found(request, exception):
    """404: the readers' page, or for staff below the admin's address one that leads on from there."""
    if not _is_of_staff(request):
        return errors.not_found(request, exception)
    said = _("There is nothing at this address. It may have been deleted, or never been there.")
    return _screen(request, 404, _("Not found"), said)


def forbidden(request, exception):
    """403: in the admin's dress for staff, bare for everybody else."""
    if not _is_of_staff(request):
        return defaults.permission_denied(request, exception)
    said = str(exception) or _("Your role does not open this screen. Ask an editor or a chief for what you need here.")
    return _screen(request, 403, _("Not for you"), said)


def _is_of_staff(request):
    user = getattr(request, "user", None)
    return request.path.startswith("/admin/") and user is not None and admin.site.has_permission(request)


def _screen(request, status, title, said):
    context = {**admin.site.each_context(request), "title": title, "said": said, "is_nav_sidebar_enabled": False}
    page = render_to_string("admin/articles/today/missing.html", context, request)
    return HttpResponse(page, status=status)

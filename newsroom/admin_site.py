"""The admin's site: Django's own, with autocomplete options labelled by `offered_as` of their ModelAdmin."""

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView


class LabelledOptions(AutocompleteJsonView):
    """The options of an autocomplete field."""

    def serialize_result(self, obj, to_field_name):
        """Return an option, called what its ModelAdmin's `offered_as` says, where there is one."""
        offered_as = getattr(self.model_admin, "offered_as", str)
        return super().serialize_result(obj, to_field_name) | {"text": offered_as(obj)}


class NewsroomSite(AdminSite):
    """The admin of a newsroom."""

    def login(self, request, extra_context=None):
        response = super().login(request, extra_context)
        if request.method == "POST" and request.user.is_authenticated:
            from articles.admin.site.login import remember_device  # which asks for this very site when it is imported

            remember_device(request, response)
        return response

    def autocomplete_view(self, request):
        return LabelledOptions.as_view(admin_site=self)(request)

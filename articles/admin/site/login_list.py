"""Who signed in, when, how and from where, and who tried: for those who manage accounts."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import SignIn
from articles.admin.board.story_list import BoundedPaginator
from articles.admin.shared.read_only import ReadOnlyAdmin


@admin.register(SignIn)
class SignInAdmin(ReadOnlyAdmin):
    """The log of sign-ins, newest first."""

    list_display = ("at", "who", "outcome", "how", "address", "device", "new")
    list_display_links = None
    nothing_yet = gettext_lazy("Nobody has signed in since this is noted.")
    list_filter = ("outcome", "is_new_device")
    list_select_related = ("user",)
    search_fields = ("user__username", "address")
    date_hierarchy = "at"
    paginator = BoundedPaginator

    def has_view_permission(self, request, obj=None):
        """Those who manage accounts."""
        return request.user.has_perm("articles.change_user")

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": _("Who signed in"), **(extra_context or {})})

    @admin.display(description=gettext_lazy("By what"), ordering="ways")
    def how(self, entry):
        return entry.how

    @admin.display(description=gettext_lazy("New device"), ordering="is_new_device")
    def new(self, entry):
        """A word rather than a sign that reads as a fault."""
        return _("new") if entry.is_new_device else ""

    @admin.display(description=gettext_lazy("Account"), ordering="user")
    def who(self, entry):
        """A link to all sign-ins of this account."""
        return format_html('<a href="?user__id__exact={}">{}</a>', entry.user_id, entry.user)

"""Changing one's own password: who has found an open session can't guess the old one there either."""

from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth.views import PasswordChangeView
from django.urls import reverse_lazy

from accounts.counted import counted


class OwnPasswordForm(AdminPasswordChangeForm):
    """The old password, and the new one twice."""

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_old_password(self):
        """The old password. Raises ValidationError for a wrong one, and once there were too many."""
        with counted(self.request, self.user, "again"):
            return super().clean_old_password()


class OwnPasswordView(PasswordChangeView):
    """Django's own view over that form."""

    form_class = OwnPasswordForm
    template_name = "admin/accounts/own_password.html"
    success_url = reverse_lazy("admin:password_change_done")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"request": self.request}

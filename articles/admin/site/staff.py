"""Members of staff who log in, with their roles and desks: managed by chiefs. Nobody who ever acted is deleted."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from articles.admin.shared.user_time_zone import zone_field
from articles.models.user import User

admin.site.site_header = "Newsroom"
admin.site.site_title = "Newsroom"
admin.site.index_title = "Editing"

WHO = ("first_name", "last_name", "email", "time_zone")
WORK = ("groups", "desks")
HELD_BY_NOBODY_ELSE = ("is_superuser", "user_permissions")
GROUPS_HELP = "Their roles: reporter, editor, photo editor, chief, or one of your own making."


class NewStaffForm(AdminUserCreationForm):
    """A new member of staff, who may log in to the admin at once."""

    def save(self, commit=True):
        """The User, with the right to log in here."""
        self.instance.is_staff = True
        return super().save(commit)


class OwnAccountForm(forms.ModelForm):
    """What people may change about themselves."""

    time_zone = zone_field()

    class Meta:
        model = User
        fields = ("time_zone",)


@admin.register(User)
class StaffAdmin(UserAdmin):
    """Members of staff. Those who leave are made inactive, so that the log has their name."""

    add_form = NewStaffForm
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        ("Who", {"fields": WHO}),
        ("Work", {"fields": WORK}),
    )
    list_display = ("username", "full_name", "email", "roles", "works_for", "is_active", "last_login", "activity")
    list_filter = ("is_active", "groups", "desks")
    filter_horizontal = ()
    actions = None

    def get_queryset(self, request):
        """The people with their roles and desks; the user that imports act as is nobody's to change."""
        return super().get_queryset(request).exclude(username="system").prefetch_related("groups", "desks")

    def get_fieldsets(self, request, obj=None):
        """The form's groups; rights beyond roles only for superusers."""
        if obj is None:
            return self.add_fieldsets
        rights = ("is_active", "is_staff", *WORK, *(HELD_BY_NOBODY_ELSE if request.user.is_superuser else ()))
        return (
            (None, {"fields": ("username", "password")}),
            ("Who", {"fields": WHO}),
            ("Work", {"fields": rights}),
            ("When", {"fields": ("last_login", "date_joined")}),
        )

    def get_readonly_fields(self, request, obj=None):
        return ("last_login", "date_joined")

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in WORK:
            kwargs["widget"] = forms.CheckboxSelectMultiple  # there are few, and each is seen with its mark
        field: Any = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups":
            field.help_text, field.label = GROUPS_HELP, "Roles"
        return field

    def has_change_permission(self, request, obj=None):
        """Whether the person may change this account: a superuser's only another superuser."""
        is_above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not is_above

    def has_delete_permission(self, request, obj=None):
        """Nobody is deleted: the log would forget who did it."""
        return False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "time_zone":
            return zone_field()
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_urls(self):
        """Django's addresses, and that of everybody's own account."""
        own = self.admin_site.admin_view(self.own_account)
        return [path("me/", own, name="articles_user_me"), *super().get_urls()]

    def own_account(self, request):
        """Show a person what their account says, and let them set their clock."""
        form = OwnAccountForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
        if form.is_valid():
            form.save()
            messages.success(request, "Saved. Times are shown on this clock from now on.")
            return HttpResponseRedirect(reverse("admin:articles_user_me"))
        context = {**self.admin_site.each_context(request), "title": "Your account", "form": form}
        return TemplateResponse(request, "admin/articles/user/me.html", context)

    @admin.display(description="Name")
    def full_name(self, user):
        return user.get_full_name()

    @admin.display(description="Roles")
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all())

    @admin.display(description="Desks")
    def works_for(self, user):
        """The names of their desks, or that they work for all."""
        return ", ".join(desk.name for desk in user.desks.all()) or "all"

    @admin.display(description="Activity")
    def activity(self, user):
        address = reverse("admin:articles_logentry_changelist")
        return format_html('<a href="{}?by__id__exact={}">What {} did</a>', address, user.pk, user)

"""Members of staff who log in, with their roles and desks: managed by chiefs. Nobody who ever acted is deleted."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.again import asked_again
from accounts.factors import factors_of, remove_all_factors
from accounts.invitations import invite, mail_goes_out, may_invite
from accounts.mails import warn_owner
from articles.admin.shared.new_entries import EntriesField
from articles.admin.shared.params import number_in
from articles.admin.shared.user_time_zone import zone_field
from articles.editorial.log import log_action
from articles.editorial.writing.seal import shut_after_change
from articles.models.user import User

admin.site.site_header = "Newsroom"
admin.site.site_title = "Newsroom"
admin.site.index_title = "Editing"

WHO = ("first_name", "last_name", "email", "time_zone")
WORK = ("groups", "desks")
HELD_BY_NOBODY_ELSE = ("is_superuser", "user_permissions")
GROUPS_HELP = "Their roles: reporter, editor, photo editor, chief, or one of your own making."


class NewStaffForm(forms.ModelForm):
    """A new member of staff, who chooses a password by the link that is mailed to them."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email", "time_zone", "groups", "desks")
        field_classes = {"username": UsernameField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True

    def save(self, commit=True):
        """The User, with the right to sign in here and no password yet."""
        self.instance.is_staff = True
        self.instance.set_unusable_password()
        return super().save(commit)


class OwnAccountForm(forms.ModelForm):
    """What people may change about themselves."""

    time_zone = zone_field()

    class Meta:
        model = User
        fields = ("time_zone",)


class AskingAgain(admin.ModelAdmin):
    """Screens that give and take rights: who has not proved a moment ago who they are is asked first."""

    def changeform_view(self, request, *args, **kwargs):
        return asked_again(request) or super().changeform_view(request, *args, **kwargs)

    def delete_view(self, request, *args, **kwargs):
        return asked_again(request) or super().delete_view(request, *args, **kwargs)

    def changelist_view(self, request, *args, **kwargs):
        """The list; its actions are what asks."""
        asking = asked_again(request) if request.method == "POST" else None
        return asking or super().changelist_view(request, *args, **kwargs)


admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(AskingAgain, GroupAdmin):
    """Roles and the rights they give."""


@admin.register(User)
class StaffAdmin(AskingAgain, UserAdmin):
    """Members of staff. Those who leave are made inactive, so that the log has their name."""

    add_form, add_form_template = NewStaffForm, None
    add_fieldsets = (
        (None, {"fields": ("username",)}),
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
            (None, {"fields": ("username", "password_link")}),
            ("Who", {"fields": WHO}),
            ("Work", {"fields": rights}),
            ("When", {"fields": ("last_login", "date_joined", "factors")}),
        )

    def get_readonly_fields(self, request, obj=None):
        return ("password_link", "last_login", "date_joined", "factors")

    def save_model(self, request, obj, form, change):
        """Save the account; a mail address that is no more theirs hears of it."""
        former = form.initial.get("email") if change and "email" in form.changed_data else ""
        super().save_model(request, obj, form, change)
        if former:
            what = _("Mails about your account “%(name)s” go to another address from now on.")
            warn_owner(obj, _("Your mail address was changed"), what % {"name": obj}, to=former)
            log_action(None, "change-mail", request.user, obj.get_username())
        if change and "email" in form.changed_data:
            shut_after_change(obj, by=request.user)

    def save_related(self, request, form, formsets, change):
        """Save roles and desks too, then invite who is new."""
        super().save_related(request, form, formsets, change)
        if not change:
            self._invite(request, form.instance)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in WORK:
            kwargs["widget"] = forms.CheckboxSelectMultiple  # there are few, and each is seen with its mark
        field: Any = super().formfield_for_manytomany(db_field, request, **{"form_class": EntriesField, **kwargs})
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
        wrap = self.admin_site.admin_view
        return [
            path("me/", wrap(self.own_account), name="articles_user_me"),
            path("<int:pk>/invite/", wrap(self.invite_again), name="articles_user_invite"),
            path("<int:pk>/factors/", wrap(self.remove_factors), name="articles_user_factors"),
            *super().get_urls(),
        ]

    def user_change_password(self, request, id, form_url=""):
        """Lead to the screen that sends a link: nobody types a password for somebody else."""
        user = get_object_or_404(self.get_queryset(request), pk=number_in(id))
        return HttpResponseRedirect(reverse("admin:articles_user_invite", args=[user.pk]))

    def invite_again(self, request, pk):
        """Ask whether somebody is to get a link to choose a password; a POST sends it."""
        user = get_object_or_404(self.get_queryset(request), pk=pk)
        if not (self.has_change_permission(request, user) and may_invite(request.user, user)):
            raise PermissionDenied
        if asking := asked_again(request):
            return asking
        if request.method == "POST":
            self._invite(request, user)
            return HttpResponseRedirect(reverse("admin:articles_user_change", args=[pk]))
        context = {**self.admin_site.each_context(request), "title": _("Send a link to choose a password")}
        return TemplateResponse(request, "admin/articles/user/invite.html", context | {"person": user})

    def _invite(self, request, user):
        """Send the link, and say so; where no mail goes out, show it to be handed over."""
        link = invite(user, by=request.user)
        if mail_goes_out() and user.email:
            said = _("A link to choose a password is on its way to %(address)s.") % {"address": user.email}
            messages.success(request, said)
        else:
            shut_after_change(user, by=request.user)
            said = _("No mail can be sent to %(name)s. Hand over this link, which works once: %(link)s")
            messages.warning(request, said % {"name": user, "link": link})

    def remove_factors(self, request, pk):
        """Ask whether somebody's passkeys and codes are to go, because they have lost them; a POST removes them."""
        user = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, user) or user == request.user:
            raise PermissionDenied
        if asking := asked_again(request):
            return asking
        if request.method == "POST":
            remove_all_factors(request, user)
            shut_after_change(user, by=request.user)
            log_action(None, "remove-factors", request.user, note=user.get_username())
            messages.success(request, _("Removed. %(name)s signs in with the password alone.") % {"name": user})
            return HttpResponseRedirect(reverse("admin:articles_user_change", args=[pk]))
        context = {**self.admin_site.each_context(request), "title": _("Remove somebody’s factors"), "person": user}
        return TemplateResponse(request, "admin/articles/user/factors.html", context)

    def own_account(self, request):
        """Show a person what their account says, and let them set their clock."""
        form = OwnAccountForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
        if form.is_valid():
            form.save()
            messages.success(request, _("Saved. Times are shown on this clock from now on."))
            return HttpResponseRedirect(reverse("admin:articles_user_me"))
        context = {**self.admin_site.each_context(request), "title": _("Your account"), "form": form}
        return TemplateResponse(request, "admin/articles/user/me.html", context)

    @admin.display(description=gettext_lazy("Name"))
    def full_name(self, user):
        return user.get_full_name()

    @admin.display(description=gettext_lazy("Roles"))
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all())

    @admin.display(description=gettext_lazy("Desks"))
    def works_for(self, user):
        """The names of their desks, or that they work for all."""
        return ", ".join(desk.name for desk in user.desks.all()) or "all"

    @admin.display(description=gettext_lazy("Password"))
    def password_link(self, user):
        """Whether there is one, and the way to send a link for a new one."""
        said = _("Chosen") if user.has_usable_password() else _("Not chosen yet")
        address = reverse("admin:articles_user_invite", args=[user.pk])
        return format_html('{} <a href="{}">{}</a>', said, address, _("Send a link to choose a password"))

    @admin.display(description=gettext_lazy("Second factors"))
    def factors(self, user):
        """How many there are, and the way to remove them for who has lost theirs."""
        count = len(factors_of(user))
        if not count:
            return _("None")
        address = reverse("admin:articles_user_factors", args=[user.pk])
        return format_html('{} <a href="{}">{}</a>', count, address, _("Remove them, because they are lost"))

    @admin.display(description=gettext_lazy("Activity"))
    def activity(self, user):
        address = reverse("admin:articles_logentry_changelist")
        return format_html('<a href="{}?by__id__exact={}">What {} did</a>', address, user.pk, user)

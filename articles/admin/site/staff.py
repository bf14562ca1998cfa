"""Members of staff who log in, with their roles and desks: managed by chiefs. Nobody who ever acted is deleted."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.again import asked_again
from accounts.factors import factors_of, remove_all_factors
from accounts.invitations import invite, mail_goes_out, may_invite
from accounts.mails import warn_owner
from articles.admin.directory.in_print import Own
from articles.admin.shared.new_entries import EntriesField
from articles.admin.shared.params import number_in
from articles.admin.shared.story_status import state_on_lists, with_timeline
from articles.admin.shared.user_time_zone import user_time, zone_field
from articles.admin.site.roles import RoleForm, RolesField, summary, with_rights
from articles.editorial.log import log_action
from articles.editorial.notifications.sentences import called
from articles.editorial.permissions import may_look
from articles.editorial.writing.seal import shut_after_change
from articles.models.article import IS_AHEAD, Article
from articles.models.user import User

admin.site.site_header = "Newsroom"
admin.site.site_title = "Newsroom"
admin.site.index_title = gettext_lazy("The desk today")

WHO = ("first_name", "last_name", "email", "time_zone")
WORK = ("groups", "desks")
ACCOUNT = ("password_link", "factors", "last_login", "date_joined")
HELD_BY_NOBODY_ELSE = ("is_superuser", "user_permissions")
NEWEST = 8  # stories in hand on an account's screen


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
    """Roles and what they let people do, in words."""

    form = RoleForm
    list_display = ("name", "may", "people")
    search_fields = ()
    actions = None
    filter_horizontal = ()
    nothing_yet = gettext_lazy("No role yet. Whoever has none can sign in, and do nothing.")
    fieldsets = (
        (None, {"fields": ("name", "may")}),
        (gettext_lazy("In Django’s own words"), {"fields": ("others",), "classes": ("collapse",)}),
    )

    def get_queryset(self, request):
        """The roles with their rights, and how many people have each."""
        return with_rights(super().get_queryset(request)).annotate(members=Count("user", distinct=True))

    def get_deleted_objects(self, objs, request):
        """In place of the rows that go with a role: who loses it, and what it let them do."""
        _rows, counted, lacking, protected = super().get_deleted_objects(objs, request)
        told = []
        for role in objs:
            people = [called(user) for user in role.user_set.order_by("username")]
            told.append(_("Who has it: %(people)s") % {"people": ", ".join(people) or _("nobody")})
            told.append(_("What they may do by it: %(rights)s") % {"rights": summary(role.permissions.all())})
        return told, counted, lacking, protected

    @admin.display(description=gettext_lazy("Who has it may"))
    def may(self, group):
        """What it lets somebody do, in words."""
        return summary(group.permissions.all())

    @admin.display(description=gettext_lazy("People"))
    def people(self, group):
        """How many have it, with the way to them."""
        address = f"{reverse('admin:articles_user_changelist')}?groups__id__exact={group.pk}"
        return format_html('<a href="{}">{}</a>', address, group.members)


class WithStoriesInHand(ChangeList):
    """A page of accounts that know how many stories each has in hand, asked once for all of them."""

    def get_results(self, request):
        """Fetch the page, and give each account its number, `in_hand`."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        ids = [user.pk for user in self.result_list]
        holders = Article.objects.unsealed().filter(IS_AHEAD).annotate(holder=Coalesce("assigned_to", "created_by"))
        found = holders.filter(holder__in=ids).order_by().values_list("holder").annotate(number=Count("pk"))
        numbers = dict(found)
        for user in self.result_list:
            user.in_hand = numbers.get(user.pk, 0)


@admin.register(User)
class StaffAdmin(AskingAgain, UserAdmin):
    """Members of staff. Those who leave are made inactive, so that the log has their name."""

    add_form, add_form_template = NewStaffForm, None
    add_fieldsets = (
        (None, {"fields": ("username",)}),
        (gettext_lazy("Who"), {"fields": WHO}),
        (gettext_lazy("Work"), {"fields": WORK}),
    )
    change_form_template = "admin/articles/user/change_form.html"
    list_display = ("entry", "roles", "works_for", "in_hand", "signed_in", "activity")
    list_filter = ("is_active", "groups", "desks")
    search_help_text = gettext_lazy("Any part of a user name, a name or a mail address.")
    show_full_result_count = False
    empty_value_display = ""
    filter_horizontal = ()
    actions = None

    def get_changelist(self, request, **kwargs):
        return WithStoriesInHand

    def get_queryset(self, request):
        """The people with their roles and desks; the user that imports act as is nobody's to change."""
        return super().get_queryset(request).exclude(username="system").prefetch_related("groups", "desks")

    def get_fieldsets(self, request, obj=None):
        """The form's groups; rights beyond roles only for superusers."""
        if obj is None:
            return self.add_fieldsets
        corner = (_("In Django’s own words"), {"fields": HELD_BY_NOBODY_ELSE, "classes": ("collapse",)})
        return (
            (_("Who"), {"fields": ("username", *WHO)}),
            (_("Work"), {"fields": WORK}),
            (_("Signing in"), {"fields": ("is_active", "is_staff", *ACCOUNT)}),
            *([corner] if request.user.is_superuser else ()),
        )

    def get_readonly_fields(self, request, obj=None):
        return ACCOUNT

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Answer with the form, and of an account that is there with the stories in hand."""
        if obj is not None and may_look(request.user):
            context["own"] = [_in_hand_of(obj, request.user)]
        return super().render_change_form(request, context, add, change, form_url, obj)

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
        if db_field.name == "groups":
            kwargs |= {"form_class": RolesField, "queryset": with_rights(Group.objects.all())}
        field: Any = super().formfield_for_manytomany(db_field, request, **{"form_class": EntriesField, **kwargs})
        if db_field.name == "groups":
            field.label, field.help_text = _("Roles"), _("What they may do. A chief makes others, under “Groups”.")
        if db_field.name == "user_permissions":
            field.widget = forms.CheckboxSelectMultiple(choices=field.choices)
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
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in WORK:
            field.widget.can_add_related = False  # roles and desks have screens of their own
        return field

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

    @admin.display(description=gettext_lazy("Name"), ordering="username")
    def entry(self, user):
        """The name, or user name; under it how they sign in and are written to, and that they have left."""
        said = " · ".join(filter(None, (user.get_username(), user.email, "" if user.is_active else _("has left"))))
        return format_html("<span>{}</span><small>{}</small>", user.get_full_name() or user.get_username(), said)

    @admin.display(description=gettext_lazy("In hand"))
    def in_hand(self, user):
        return user.in_hand or ""

    @admin.display(description=gettext_lazy("Signed in"), ordering="last_login")
    def signed_in(self, user):
        return user_time(user.last_login) if user.last_login else _("never")

    @admin.display(description=gettext_lazy("Roles"))
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all())

    @admin.display(description=gettext_lazy("Desks"))
    def works_for(self, user):
        """The names of their desks, or that they work for all."""
        return ", ".join(desk.name for desk in user.desks.all()) or _("all desks")

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
        return format_html('<a href="{}?by__id__exact={}">{}</a>', address, user.pk, _("What %s did") % user)


def _in_hand_of(user, by):
    """The stories that somebody writes, of those that `by` may open: what no edition has as it stands."""
    held = Article.objects.open_to(by).filter(IS_AHEAD, Q(created_by=user, assigned_to=None) | Q(assigned_to=user))
    stories = with_timeline(held.order_by("-changed_at", "-pk"), timezone.now())[:NEWEST]
    entries = [
        {
            "title": str(story),
            "address": reverse("admin:articles_article_change", args=[story.pk]),
            "told": state_on_lists(story, timezone.now()),
            "words": "",
        }
        for story in stories
    ]
    return Own(_("Stories in hand"), _("No story is in their hands."), entries)

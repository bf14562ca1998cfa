"""Roles in words, by what whoever has them may do; Django's other permissions stand apart, by their own names."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.shared.new_entries import EntriesField

# What a right lets somebody do, by application and codename, in the order of a day's work.
RIGHTS = {
    "articles.view_article": gettext_lazy("look at stories"),
    "articles.add_article": gettext_lazy("begin stories"),
    "articles.change_article": gettext_lazy("write their own stories"),
    "articles.change_others_article": gettext_lazy("write stories that others began, on their desks"),
    "articles.delete_article": gettext_lazy("delete what was never out"),
    "articles.submit_article": gettext_lazy("hand stories in"),
    "articles.approve_article": gettext_lazy("approve stories, send them back and assign them"),
    "articles.publish_article": gettext_lazy("publish, schedule, withdraw and correct"),
    "articles.redact_article": gettext_lazy("remove words by order of law"),
    "articles.change_pin": gettext_lazy("arrange the front page and the desks’ pages"),
    "articles.place_photos": gettext_lazy("place photos, captions and credits in any story"),
    "media.view_photo": gettext_lazy("look at the photo library"),
    "media.add_photo": gettext_lazy("add photos"),
    "media.change_photo": gettext_lazy("describe and credit photos"),
    "media.delete_photo": gettext_lazy("delete photos that are not in use"),
    "articles.add_person": gettext_lazy("add people"),
    "articles.change_person": gettext_lazy("change what is said of people"),
    "articles.add_topic": gettext_lazy("add topics"),
    "articles.change_topic": gettext_lazy("change what is said of topics"),
    "articles.change_desk": gettext_lazy("change desks"),
    "articles.add_directorychange": gettext_lazy("rename, merge and split people and topics"),
    "articles.view_viewcount": gettext_lazy("look at readings"),
    "articles.view_logentry": gettext_lazy("look at the log"),
    "articles.change_publisher": gettext_lazy("say who publishes"),
    "articles.change_staticpage": gettext_lazy("write the pages of the house"),
    "articles.change_houseword": gettext_lazy("keep the words of the house"),
    "articles.change_user": gettext_lazy("manage accounts"),
    "auth.change_group": gettext_lazy("change roles"),
}


def in_words(permissions: Iterable[Permission]) -> list[str]:
    """What these permissions let somebody do, as far as there are words for it, in the order of RIGHTS."""
    held = {_name_of(permission) for permission in permissions}
    return [str(words) for name, words in RIGHTS.items() if name in held]


def summary(permissions: Iterable[Permission]) -> str:
    """The same as one phrase."""
    words = in_words(permissions)
    if len(words) == len(RIGHTS):
        return _("Everything")
    return capfirst(", ".join(words)) or _("Nothing that has words")


def with_rights(groups: QuerySet[Group]) -> QuerySet[Group]:
    """The groups with what `in_words` reads of each, in two queries more."""
    return groups.prefetch_related("permissions__content_type").order_by("name")


def rights() -> QuerySet[Permission]:
    """The permissions for which there are words."""
    named = Q()
    for name in RIGHTS:
        application, _dot, codename = name.partition(".")
        named |= Q(content_type__app_label=application, codename=codename)
    return Permission.objects.filter(named).select_related("content_type").order_by("pk")


class RightsField(EntriesField):
    """Permissions as boxes; those that have words, in words and in their order."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        words = RIGHTS.get(_name_of(obj))
        return capfirst(str(words)) if words else f"{obj.content_type.app_label}.{obj.codename}: {obj.name}"


class RolesField(EntriesField):
    """Roles as boxes, each with what it lets somebody do."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        may = summary(obj.permissions.all())
        return format_html("<span><b>{}</b> <small>{}</small></span>", obj.name, may)


class RoleForm(forms.ModelForm):
    """A role: its name, what it lets people do, and apart from that Django's other permissions."""

    may = RightsField(Permission.objects.none(), required=False, label=gettext_lazy("Who has this role may"))
    others = RightsField(
        Permission.objects.none(),
        required=False,
        label=gettext_lazy("Other permissions of Django"),
        help_text=gettext_lazy("Seldom needed: programs that are added to the newsroom ask for them."),
    )

    class Meta:
        model = Group
        fields = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        known = rights()
        order = {name: place for place, name in enumerate(RIGHTS)}
        fields["may"].queryset = known
        fields["may"].choices = [
            (right.pk, fields["may"].label_from_instance(right))
            for right in sorted(known, key=lambda right: order[_name_of(right)])
        ]
        others = Permission.objects.exclude(pk__in=known.order_by().values("pk")).select_related("content_type")
        fields["others"].queryset = others.order_by("content_type__app_label", "codename")
        if "name" in fields:
            fields["name"].label = _("Name of the role")
        if self.instance.pk:
            held = set(self.instance.permissions.values_list("pk", flat=True))
            words = {right.pk for right in known}
            self.initial.update(may=held & words, others=held - words)

    def _save_m2m(self) -> None:
        """Save what was chosen of both kinds; Django calls it once the role is saved."""
        self.instance.permissions.set([*self.cleaned_data["may"], *self.cleaned_data["others"]])


def _name_of(permission: Permission) -> str:
    return f"{permission.content_type.app_label}.{permission.codename}"

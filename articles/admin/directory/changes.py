"""Screens to rename, alias, merge and split people, topics and desks: a preview, then the change; and undo."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.admin.directory.affected_stories import stories
from articles.admin.directory.change_forms import AliasForm, MergeForm, RenameForm, SplitForm
from articles.admin.directory.change_preview import preview_undo
from articles.admin.directory.namesakes import with_link
from articles.admin.shared.read_only import ReadOnlyAdmin
from articles.editorial.directory import references
from articles.editorial.directory.change_steps import MergedAway
from articles.editorial.directory.undo import left_behind, may_undo, undo
from articles.editorial.permissions import may_change_directory
from articles.editorial.refusals import Refusal
from articles.models.directory_change import DirectoryChange

ACTIONS = {"rename": RenameForm, "alias": AliasForm, "merge": MergeForm, "split": SplitForm}
TITLES = {
    "rename": gettext_lazy("Rename"),
    "alias": gettext_lazy("Give another name"),
    "merge": gettext_lazy("Merge"),
    "split": gettext_lazy("Split"),
}


class ChangeableAdmin(admin.ModelAdmin):
    """Adds a screen for each change to the screens of people, topics and desks."""

    change_form_template = "admin/articles/directory/change_form.html"

    def get_urls(self):
        kind = self.opts.model_name
        screens = [
            path(
                f"<int:pk>/{action}/",
                self.admin_site.admin_view(self.change_screen),
                {"action": action},
                name=f"articles_{kind}_{action}",
            )
            for action in ACTIONS
        ]
        return [*screens, *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Answer with the form and links to the actions, for those who may."""
        may = obj is not None and may_change_directory(request.user, obj)
        context["actions"] = [(TITLES[action], self._address(obj, action)) for action in ACTIONS] if may else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def change_screen(self, request, pk, action):
        """Ask what to do, then preview it; when that was confirmed, do it, and say where it can be undone."""
        row = get_object_or_404(self.model.rows, pk=pk)
        if not may_change_directory(request.user, row):
            raise PermissionDenied
        if row.redirects_to_id:
            messages.error(request, str(MergedAway(row)))
            return HttpResponseRedirect(reverse(f"admin:articles_{self.opts.model_name}_change", args=[row.today.pk]))
        form = ACTIONS[action](request.POST or None, row=row)
        if form.is_valid() and "back" not in request.POST:
            try:
                return self._preview_or_apply(request, form, action)
            except Refusal as refusal:
                form.add_error(None, with_link(refusal))
        return self._screen(request, form, action, f"{TITLES[action]}: {row}", counts=references.count_references(row))

    def _preview_or_apply(self, request, form, action):
        """Answer with the preview; or do it, where just that preview was confirmed. Raises Refusal."""
        preview, seen = form.preview(request.user), request.POST.get("seen")
        if seen != preview.fingerprint:
            return self._screen(request, form, action, form.question, preview=preview, meanwhile=seen is not None)
        change = form.apply(request.user)
        address = reverse("admin:articles_directorychange_changelist")
        said = '{}. <a href="{}">It can be undone for a week.</a>'
        messages.success(request, format_html(said, change.summary, address))
        return HttpResponseRedirect(reverse(f"admin:articles_{self.opts.model_name}_changelist"))

    def _screen(self, request, form, action, title, *, preview=None, **more):
        """The page that asks, or the one with the preview."""
        context = self.admin_site.each_context(request) | {
            "title": title,
            "opts": self.opts,
            "row": form.row,
            "action": action,
            "verb": TITLES[action],
            "form": form,
            "preview": preview,
            **more,
        }
        return render(
            request, f"admin/articles/directory/{'change_preview' if preview else 'change_choices'}.html", context
        )

    def _address(self, row, action):
        return reverse(f"admin:articles_{self.opts.model_name}_{action}", args=[row.pk])


@admin.register(DirectoryChange)
class DirectoryChangeAdmin(ReadOnlyAdmin):
    """What was renamed, merged, split and said of them otherwise, with a button that takes it back."""

    list_display = ("summary", "at", "by", "undoing")
    nothing_yet = gettext_lazy(
        "Nothing was renamed, merged or split yet. What is stands here for good, and can be undone for a week."
    )
    list_filter = ("kind", "action")
    list_select_related = ("by", "undone_by")
    search_fields = ("summary",)
    fields = ("summary", "kind", "action", "at", "by", "undone_at", "undone_by")

    @admin.display(description=gettext_lazy("Undo"))
    def undoing(self, change):
        """A link to the question, or who undid it."""
        if change.undone_at:
            return _("Undone by %s") % change.undone_by
        if not change.may_be_undone(timezone.now()):
            return ""
        address = reverse("admin:articles_directorychange_change", args=[change.pk])
        return format_html('<a href="{}">{}</a>', address, _("Undo"))

    change_form_template = "admin/articles/directory/change.html"

    def get_urls(self):
        undo = self.admin_site.admin_view(require_POST(self.undo))
        return [path("<int:pk>/undo/", undo, name="articles_directorychange_undo"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        title = str(self.opts.verbose_name_plural).capitalize()
        return super().changelist_view(request, {"title": title} | (extra_context or {}))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Answer with the change, what will come back, and the button where it can be undone by this person."""
        if may_undo(request.user, obj) and obj.may_be_undone(timezone.now()):
            try:
                context["preview"] = preview_undo(obj, lambda: undo(obj, by=request.user))
            except Refusal as refusal:
                context["refusal"] = str(refusal)
            else:
                context["undo"] = reverse("admin:articles_directorychange_undo", args=[obj.pk])
        context["left_behind"] = stories(left_behind(obj).values_list("pk", flat=True))
        context["title"] = _("Undo this?") if "undo" in context else _("A change of the directory")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def undo(self, request, pk):
        """Undo, or say why not; then lead to the stories that were published under the other name, if there are any."""
        change = get_object_or_404(DirectoryChange, pk=pk)
        try:
            change = undo(change, by=request.user)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Undone: %(what)s.") % {"what": change.summary})
            if left_behind(change).exists():
                messages.warning(request, _("Stories below still have the other name: publish them again."))
                return HttpResponseRedirect(reverse("admin:articles_directorychange_change", args=[pk]))
        return HttpResponseRedirect(reverse("admin:articles_directorychange_changelist"))

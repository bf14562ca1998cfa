"""Screens to rename, alias, merge and split people, topics and desks: what will change, then the verb; and undo."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from articles.admin.reading import ReadingAdmin
from articles.editorial import directory_changes, pointers
from articles.editorial.permissions import may_reorder_directory
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.directory_change import DirectoryChange
from articles.models.naming import NAME_AT_MOST

MOST_STORIES = 200  # newest first; a split of more is done in several


class NameForm(forms.Form):
    """A new name."""

    name = forms.CharField(max_length=NAME_AT_MOST)

    def __init__(self, *args, row, **kwargs):
        """Know the row that is changed."""
        super().__init__(*args, **kwargs)
        self.row = row


class RenameForm(NameForm):
    """The name from now on."""

    moves = forms.BooleanField(required=False, initial=True, label="Make a new address from it; the old one redirects")

    def carry_out(self, by):
        """Rename. Raises Refusal."""
        data = self.cleaned_data
        return directory_changes.rename(self.row, data["name"], by=by, moves=data["moves"])


class AliasForm(NameForm):
    """Another name."""

    def carry_out(self, by):
        """Give the name. Raises Refusal."""
        return directory_changes.alias(self.row, self.cleaned_data["name"], by=by)


class MergeForm(forms.Form):
    """The one that stays."""

    into = forms.ModelChoiceField(None, label="Merge into")

    def __init__(self, *args, row, **kwargs):
        """Offer all others."""
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields["into"].queryset = type(row).objects.exclude(pk=row.pk)
        self.fields["into"].widget = AutocompleteSelect(type(row)._meta.get_field("leads_to"), admin.site)
        self.fields["into"].widget.choices = self.fields["into"].choices

    def carry_out(self, by):
        """Merge. Raises Refusal."""
        return directory_changes.merge(self.row, into=self.cleaned_data["into"], by=by)


class SplitForm(NameForm):
    """The name of the new one, and the stories that are its."""

    articles = forms.ModelMultipleChoiceField(None, label="Stories", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, row, **kwargs):
        """Offer the newest stories that point to the row."""
        super().__init__(*args, row=row, **kwargs)
        newest = sorted(pointers.stories_of(row), reverse=True)[:MOST_STORIES]
        self.fields["articles"].queryset = Article.objects.filter(pk__in=newest).order_by("-pk")

    def carry_out(self, by):
        """Split. Raises Refusal."""
        data = self.cleaned_data
        return directory_changes.split(self.row, data["name"], articles=data["articles"], by=by)


DEEDS = {"rename": RenameForm, "alias": AliasForm, "merge": MergeForm, "split": SplitForm}
TITLES = {"rename": "Rename", "alias": "Give another name", "merge": "Merge", "split": "Split"}


class ReorderableAdmin(admin.ModelAdmin):
    """Adds a screen for each deed to the screens of people, topics and desks."""

    change_form_template = "admin/articles/directory/change_form.html"

    def get_urls(self):
        """Return Django's addresses and one for each deed."""
        kind = self.opts.model_name
        screens = [
            path(
                f"<int:pk>/{deed}/",
                self.admin_site.admin_view(self.reorder),
                {"deed": deed},
                name=f"articles_{kind}_{deed}",
            )
            for deed in DEEDS
        ]
        return [*screens, *super().get_urls()]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """Answer with the form and links to the deeds, for those who may."""
        may = obj is not None and may_reorder_directory(request.user, self.opts.model_name)
        context["deeds"] = [(TITLES[deed], self._address(obj, deed)) for deed in DEEDS] if may else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def reorder(self, request, pk, deed):
        """Say what will change; on a POST change it, and lead on to the changes, where it can be undone."""
        if not may_reorder_directory(request.user, self.opts.model_name):
            raise PermissionDenied
        row = get_object_or_404(self.model, pk=pk)
        form = DEEDS[deed](request.POST or None, row=row, initial={"name": row.name})
        if form.is_valid():
            try:
                change = form.carry_out(request.user)
            except Refusal as refusal:
                form.add_error(None, str(refusal))
            else:
                address = reverse("admin:articles_directorychange_changelist")
                said = '{}. <a href="{}">It can be undone for a week.</a>'
                messages.success(request, format_html(said, change.summary, address))
                return HttpResponseRedirect(reverse(f"admin:articles_{self.opts.model_name}_changelist"))
        context = self.admin_site.each_context(request) | {
            "title": f"{TITLES[deed]}: {row}",
            "opts": self.opts,
            "row": row,
            "deed": deed,
            "verb": TITLES[deed],
            "form": form,
            "extent": pointers.extent_of(row),
        }
        return render(request, "admin/articles/directory/reorder.html", context)

    def _address(self, row, deed):
        return reverse(f"admin:articles_{self.opts.model_name}_{deed}", args=[row.pk])


@admin.register(DirectoryChange)
class DirectoryChangeAdmin(ReadingAdmin):
    """What was renamed, merged and split, with a button that takes it back."""

    list_display = ("summary", "kind", "deed", "at", "by", "undoing")
    list_filter = ("kind", "deed")
    list_select_related = ("by", "undone_by")
    search_fields = ("summary",)
    fields = ("summary", "kind", "deed", "at", "by", "undone_at", "undone_by")

    @admin.display(description="Undo")
    def undoing(self, change):
        """Return a link to the question, or when and by whom it was undone."""
        if change.undone_at:
            return f"Undone by {change.undone_by}"
        if not change.may_be_undone(timezone.now()):
            return ""
        return format_html('<a href="{}">Undo</a>', reverse("admin:articles_directorychange_change", args=[change.pk]))

    change_form_template = "admin/articles/directory/change.html"

    def get_urls(self):
        """Return Django's addresses and that of undo."""
        undo = self.admin_site.admin_view(require_POST(self.undo))
        return [path("<int:pk>/undo/", undo, name="articles_directorychange_undo"), *super().get_urls()]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """Answer with the change, and the button where it can be undone by this person."""
        may = may_reorder_directory(request.user, obj.kind) and obj.may_be_undone(timezone.now())
        context["undo"] = reverse("admin:articles_directorychange_undo", args=[obj.pk]) if may else None
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def undo(self, request, pk):
        """Undo, or say why not."""
        change = get_object_or_404(DirectoryChange, pk=pk)
        try:
            directory_changes.undo(change, by=request.user)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"Undone: {change.summary}.")
        return HttpResponseRedirect(reverse("admin:articles_directorychange_changelist"))

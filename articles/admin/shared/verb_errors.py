"""When a verb refuses to save: the form is shown again with everything that was typed, and the reason."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from articles.admin.shared.new_entries import EntriesField, EntrySelect, EntrySelectMultiple
from articles.editorial.refusals import Refusal


class VerbForm(forms.ModelForm):
    """A form that can be told afterwards why its values were not taken."""

    refusal = None

    def clean(self):
        """The values; add the reason why a verb did not take them, if there is one."""
        values = super().clean()
        if isinstance(self.refusal, ValidationError) and hasattr(self.refusal, "error_dict"):
            for name, errors in self.refusal.error_dict.items():
                self.add_error(name if name in self.fields else None, errors)
        elif self.refusal:
            self.add_error(None, self.refusal if isinstance(self.refusal, ValidationError) else str(self.refusal))
        return values


class VerbAdmin(admin.ModelAdmin):
    """A screen whose `save_model` calls a verb, which may raise Refusal or ValidationError; then nothing was saved."""

    form = VerbForm

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", EntrySelect(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", EntrySelectMultiple(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_manytomany(db_field, request, **{"form_class": EntriesField, **kwargs})

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Answer as Django does; after a refusal with the same form and the reason.

        The verb raises through Django's transaction, so that nothing of the request stays behind; then the form is
        made a second time, which is not valid because of the refusal.
        """
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (Refusal, ValidationError) as refusal:
            request.refusal = refusal
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"refusal": getattr(request, "refusal", None)})

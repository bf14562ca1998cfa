"""The screen on which chiefs keep the house's own words and spellings: a row for each, "not … but …, because"."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy

from articles.admin.shared.verb_errors import VerbAdmin
from articles.editorial.site import house_words
from articles.models.house_word import HouseWord


@admin.register(HouseWord)
class HouseWordAdmin(VerbAdmin):
    """The list; sheets underline what it does not want, and their findings say it."""

    list_display = ("wrong", "right", "reason", "language")
    list_editable = ("right", "reason", "language")
    list_filter = ("language",)
    nothing_yet = gettext_lazy("No word yet. Write down what the house does not want, and what it wants in its place.")
    list_per_page = 200
    search_fields = ("wrong", "right", "reason")
    fields = ("wrong", "right", "reason", "language")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The field; in the list, which has no labels, it says itself what it is."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs["aria-label"] = field.label
        return field

    def save_model(self, request, obj, form, change):
        """Save through the verb. Raises Refusal and ValidationError."""
        house_words.save_house_word(obj, by=request.user)

    def delete_model(self, request, obj):
        """Delete through the verb."""
        house_words.delete_house_word(obj, by=request.user)

    def delete_queryset(self, request, queryset):
        """Delete those that were ticked, each through the verb."""
        for word in queryset:
            house_words.delete_house_word(word, by=request.user)

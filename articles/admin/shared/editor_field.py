"""The sheet of paper: the prose editor over the body's vocabulary, and fields that keep what the stock ones lose."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django_prose_editor.config import expand_extensions
from django_prose_editor.widgets import ProseEditorWidget, importmap, prose_editor_js
from js_asset import Media, Script

from articles.admin.shared.new_entries import EntriesField, NewEntriesWidget, entry_of, new_name
from articles.text.body.elements.embeds import PATTERNS
from articles.text.body.vocabulary import EDITOR_BLOCKS, EDITOR_EXTENSIONS
from articles.text.typography.typing_tables import typing_tables

ENTRY_MODULE = "editors/story/sheet.js"
PAGE_MODULE = "editors/site/page-sheet.js"
EXTENSIONS = {
    **EDITOR_EXTENSIONS,
    **dict.fromkeys(EDITOR_BLOCKS, True),
    "Embed": {"patterns": PATTERNS},
    "Menu": False,
    "Sheet": True,
    "Typography": {"tables": typing_tables()},
}
PRESET = "configurable"
ELEMENTS_STYLES = "editors/story/elements/elements.css"


class SheetWidget(ProseEditorWidget):
    """django-prose-editor with exactly the body's vocabulary: what it can't hold, the cleaner would drop.

    Of the editor's files only the scripts are taken: its styles fix sizes and colours with `!important`, and its icons
    are a font of 128 kB. Ours are in story.css.
    """

    entry_module = ENTRY_MODULE

    def __init__(self, attrs=None):
        """Set up the one configuration there is."""
        super().__init__(attrs, preset=PRESET)

    def get_config(self):
        """What the entry module reads: the extensions by name."""
        return {"extensions": expand_extensions(EXTENSIONS)}

    @property
    def media(self):
        """The editor's files, with the import map by which our module finds it."""
        return Media(importmap=importmap, js=[prose_editor_js, Script(self.entry_module, type="module")])


class PageSheetWidget(SheetWidget):
    """The same sheet for a page of the house, without the verbs and windows that are a story's alone."""

    entry_module = PAGE_MODULE


class OrderedAutocomplete(NewEntriesWidget, AutocompleteSelectMultiple):
    """Django's autocomplete for several rows, which shows the chosen ones in the order they were chosen."""

    def optgroups(self, name, value, attr=None):
        groups = super().optgroups(name, value, attr)
        places = {str(pk): place for place, pk in enumerate(value)}
        for _, options, _ in groups:
            options.sort(key=lambda option: places.get(str(option["value"]), len(places)))
        return groups


class SeveralField(EntriesField):
    """Several rows in the order in which they were chosen, by autocomplete; `link` is the foreign key to them.

    Django's own autocomplete_fields passes the system checks with taggit's field and is then ignored.
    """

    def __init__(self, link, **kwargs):
        """Take the rows from the foreign key's model."""
        widget: Any = RelatedFieldWidgetWrapper(
            OrderedAutocomplete(link, admin.site), link.remote_field, admin.site, can_add_related=True
        )
        widget.widget.i18n_name = None  # select2 speaks English by itself
        super().__init__(link.related_model._default_manager.all(), widget=widget, required=False, **kwargs)

    def clean(self, value):
        """The rows as a list in the posted order, each once, new ones unsaved. Raises ValidationError."""
        new = {each: entry_of(self.queryset.model, each) for each in value or [] if new_name(each)}
        rows = {str(row.pk): row for row in super().clean([each for each in value or [] if each not in new])}
        return [(rows | new)[each] for each in dict.fromkeys(map(str, value or []))]

    def has_changed(self, initial, data):
        """Whether other rows, or another order, were chosen."""
        if self.disabled:
            return False
        return [str(self.prepare_value(row)) for row in initial or []] != [str(pk) for pk in data or []]

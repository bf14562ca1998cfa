"""The sheet of paper: the prose editor over the body's vocabulary, and fields that keep what the stock ones lose."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.templatetags.static import static
from django_prose_editor.config import expand_extensions
from django_prose_editor.widgets import ProseEditorWidget, importmap, prose_editor_js, prose_editor_media
from js_asset import Media, Script

from articles.admin.shared.new_entries import EntriesField, NewEntriesWidget, entry_of, new_name
from articles.text.body.elements.embeds import PATTERNS
from articles.text.body.vocabulary import EDITOR_BLOCKS, EDITOR_EXTENSIONS
from articles.text.typography.typing_tables import typing_tables

ENTRY_MODULE = "editors/story/sheet.js"
# What EDITOR_BLOCKS names.
BLOCK_MODULES = tuple(
    f"editors/story/{name}.js"
    for name in ("links", "photos", "story-blocks", "elements/embed", "elements/note", "elements/table")
)
MENU = ("headings", "lists", "marks", "link", "history")
# What belongs to the story's screen alone.
OF_THE_SHEET = {"Sheet": True, "Typography": {"tables": typing_tables()}}
EXTENSIONS = {
    **EDITOR_EXTENSIONS,
    **dict.fromkeys(EDITOR_BLOCKS, True),
    "Embed": {"patterns": PATTERNS},
    "Menu": False,
    **OF_THE_SHEET,
}
PRESET = "configurable"
ELEMENTS_STYLES = "editors/story/elements/elements.css"


class SheetWidget(ProseEditorWidget):
    """django-prose-editor with exactly the body's vocabulary: what it can't hold, the cleaner would drop.

    Of the editor's files only the scripts are taken: its styles fix sizes and colours with `!important`, and its icons
    are a font of 128 kB. Ours are in article.css.
    """

    def __init__(self, attrs=None):
        """Set up the one configuration there is."""
        super().__init__(attrs, preset=PRESET)

    def get_config(self):
        """What the entry module reads: the extensions by name."""
        return {"extensions": expand_extensions(EXTENSIONS)}

    @property
    def media(self):
        """The editor's files, with the import map by which our module finds it."""
        return Media(importmap=importmap, js=[prose_editor_js, Script(ENTRY_MODULE, type="module")])


class PlainSheetWidget(SheetWidget):
    """The same sheet for what is no story: without the keys, counts and verbs of the story's screen around it.

    The editor's own files are all taken here, its toolbar and styles too.
    """

    def get_config(self):
        """The extensions that hold the vocabulary, and the modules that bring ours."""
        extensions = {name: settings for name, settings in EXTENSIONS.items() if name not in OF_THE_SHEET}
        extensions["Menu"] = {"groups": [{"group": name} for name in MENU]}
        return {"extensions": expand_extensions(extensions), "js_modules": [static(name) for name in BLOCK_MODULES]}

    @property
    def media(self):
        """The editor's files, with the import map by which our module finds it."""
        return prose_editor_media(preset=PRESET) + Media(css={"all": [ELEMENTS_STYLES]})


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

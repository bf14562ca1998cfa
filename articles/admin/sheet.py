"""The sheet of paper: the prose editor over the body's vocabulary, and fields that keep what the stock ones lose."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.templatetags.static import static
from django_prose_editor.config import expand_extensions
from django_prose_editor.widgets import ProseEditorWidget, prose_editor_media
from js_asset import Media

from articles.text.vocabulary import EDITOR_BLOCKS, EDITOR_EXTENSIONS

ENTRY_MODULE, PLAIN_ENTRY_MODULE = "admin-newsroom/sheet.js", "admin-newsroom/page-sheet.js"
EXTENSIONS = {**EDITOR_EXTENSIONS, **dict.fromkeys(EDITOR_BLOCKS, True), "Menu": False, "Sheet": True}
MENU = ("headings", "lists", "marks", "link", "history")
PRESET = "configurable"


class SheetWidget(ProseEditorWidget):
    """django-prose-editor with exactly the body's vocabulary: what it can't hold, the cleaner would drop.

    The editor's own stylesheet for the admin is left out: it fixes sizes and colours with `!important`.
    """

    def __init__(self, attrs=None):
        """Set up the one configuration there is."""
        super().__init__(attrs, preset=PRESET)

    def get_config(self):
        """Return what `configurable.js` reads: the extensions by name, and the entry module, which holds ours."""
        return {"extensions": expand_extensions(EXTENSIONS), "js_modules": [static(ENTRY_MODULE)]}

    @property
    def media(self):
        """The editor's files, with the import map by which our module finds it."""
        return prose_editor_media(preset=PRESET)


class PlainSheetWidget(SheetWidget):
    """The same sheet for what is no story: without the keys, counts and verbs of the story's screen around it."""

    def get_config(self):
        """Return the extensions that hold the vocabulary, and the entry module that brings ours."""
        extensions = {name: settings for name, settings in EXTENSIONS.items() if name != "Sheet"}
        extensions["Menu"] = {"groups": [{"group": name} for name in MENU]}
        return {"extensions": expand_extensions(extensions), "js_modules": [static(PLAIN_ENTRY_MODULE)]}


def let_import_map_in(media, request):
    """The media of a screen with a sheet: the import map, by which modules find the editor, is inline.

    Only a nonce lets the content security policy take it.
    """
    return Media.from_media(media, nonce=request.csp_nonce)


class OrderedAutocomplete(AutocompleteSelectMultiple):
    """Django's autocomplete for several rows, which shows the chosen ones in the order they were chosen."""

    def optgroups(self, name, value, attr=None):
        """Return the options, the chosen ones in the order of `value`."""
        groups = super().optgroups(name, value, attr)
        places = {str(pk): place for place, pk in enumerate(value)}
        for _, options, _ in groups:
            options.sort(key=lambda option: places.get(str(option["value"]), len(places)))
        return groups


class SeveralField(forms.ModelMultipleChoiceField):
    """Several rows in the order in which they were chosen, by autocomplete; `link` is the foreign key to them.

    Django's own autocomplete_fields passes the system checks with taggit's field and is then ignored.
    """

    def __init__(self, link, **kwargs):
        """Take the rows from the foreign key's model."""
        widget = RelatedFieldWidgetWrapper(
            OrderedAutocomplete(link, admin.site), link.remote_field, admin.site, can_add_related=True
        )
        super().__init__(link.related_model._default_manager.all(), widget=widget, required=False, **kwargs)

    def clean(self, value):
        """Return the rows as a list in the posted order, each once. Raises ValidationError."""
        places = {str(pk): place for place, pk in reversed(list(enumerate(value or [])))}
        return sorted(super().clean(value), key=lambda row: places[str(row.pk)])

    def has_changed(self, initial, data):
        """Whether other rows, or another order, were chosen."""
        return [str(self.prepare_value(row)) for row in initial or []] != [str(pk) for pk in data or []]

"""People and topics that the directory lacks, chosen in a story's form by name: they are created when it is saved."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError

from articles.admin.shared.params import number_in
from articles.editorial.directory.entries import E, find_entry
from articles.editorial.refusals import Refusal
from articles.models.topic import Topic

NEW, NEW_ON_STAFF = "new:", "new-on-staff:"


def value_of(row: Any) -> str:
    """What a field has as its value for a person or topic: its number, or before it is saved, its name."""
    if row.pk is not None:
        return str(row.pk)
    return f"{NEW_ON_STAFF if getattr(row, 'on_staff', False) else NEW}{row.name}"


def new_name(value: object) -> str:
    """The name in a value of a new entry; "" for any other value."""
    start, colon, name = str(value).partition(":")
    return name if start + colon in (NEW, NEW_ON_STAFF) else ""


def entry_of(model: type[E], value: str) -> E:
    """The row that a new entry's value names, from the directory by now or not saved yet. Raises ValidationError."""
    name = new_name(value)
    try:
        found = find_entry(model, name)
    except Refusal as refusal:
        raise ValidationError(str(refusal)) from refusal
    facts = {"on_staff": True} if value.startswith(NEW_ON_STAFF) else {}
    return found or model(name=name, **facts)


class KeysWidget(forms.widgets.ChoiceWidget):
    """Spares Django's autocomplete values that are no key of a row, at which it fails: a mixin before it."""

    def optgroups(self, name, value, attrs=None):
        """The groups, with the rows that there are."""
        return super().optgroups(name, [each for each in value if number_in(str(each)) is not None], attrs)


class EntrySelect(KeysWidget, AutocompleteSelect):
    """Django's autocomplete for one row."""


class EntrySelectMultiple(KeysWidget, AutocompleteSelectMultiple):
    """Django's autocomplete for several rows."""


class EntriesField(forms.ModelMultipleChoiceField):
    """Several rows; what is no key of one, or too long to be one, gets the sentence for a row that is gone."""

    def clean(self, value):
        """The rows. Raises ValidationError."""
        for each in value if isinstance(value, (list, tuple)) else ():
            if number_in(str(each)) is None:
                raise ValidationError(self.error_messages["invalid_pk_value"], "invalid_pk_value", {"pk": each})
        return super().clean(value)


class NewEntriesWidget(KeysWidget):
    """Lets Django's autocomplete show the names of new entries that were chosen: a mixin before it."""

    def optgroups(self, name, value, attrs=None):
        """The groups, with new entries among the chosen options."""
        groups = super().optgroups(name, value, attrs)
        options = groups[0][1]
        for each in filter(new_name, value):
            options.append(self.create_option(name, each, new_name(each), True, len(options)))
        return groups


class NewEntrySelect(NewEntriesWidget, AutocompleteSelect):
    """Django's autocomplete for one row, or a new entry."""


class TopicField(forms.ModelChoiceField):
    """One topic, or a new one."""

    def to_python(self, value):
        """The row, unsaved where it is a new entry; None for "". Raises ValidationError."""
        return entry_of(Topic, value) if new_name(value) else super().to_python(value)

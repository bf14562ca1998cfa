"""The forms of a rename, another name, a merge and a split: each asks what to do, previews it, and does it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.directory import change_preview
from articles.admin.directory.affected_stories import newest_first, stories_to_split
from articles.admin.directory.namesakes import distinct_label, is_another_field, refuse_namesakes
from articles.admin.shared.new_entries import EntrySelect
from articles.editorial.directory import references
from articles.editorial.directory.change_steps import require_change
from articles.editorial.directory.merge_people import merge
from articles.editorial.directory.rename import alias, rename
from articles.editorial.directory.split import split
from articles.models.article import Article
from articles.models.named import NAME_AT_MOST
from articles.models.person import Person
from articles.text.languages.folding import fold

MOST_STORIES = 200  # newest first; a split of more is done in several


class ChangeForm(forms.Form):
    """Knows the row that is changed."""

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.row = row

    def hidden_values(self):
        """Yield the name and value of each hidden field by which the page with the preview posts the same again."""
        for name, field in self.fields.items():
            value = field.prepare_value(self.cleaned_data[name])
            for one in value if isinstance(value, list) else [value]:
                if one:
                    yield name, one


class NameForm(ChangeForm):
    """A new name, which two people may share when somebody says so."""

    name = forms.CharField(max_length=NAME_AT_MOST)
    is_another = is_another_field()

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, initial={"name": row.name}, **kwargs)
        if not isinstance(row, Person):
            del self.fields["is_another"]

    def clean(self):
        super().clean()
        values = self.cleaned_data
        if values.get("is_another") is False and "name" in values:
            merge = reverse("admin:articles_person_merge", args=[self.row.pk])
            merge_them = format_html('If they are one, <a href="{}">merge them</a>', merge)
            refuse_namesakes(self, values["name"], merge_them, besides=self.row.pk)
        return values


class RenameForm(NameForm):
    """A new name, and whether the address follows it."""

    moves = forms.BooleanField(
        required=False,
        initial=True,
        label=_("Make a new address from it"),
        help_text=_("The old one redirects for ever."),
    )

    @property
    def question(self):
        return f"Rename “{self.row}” to “{self.cleaned_data['name']}”?"

    def preview(self, by):
        """The ChangePreview of `apply`. Raises Refusal."""
        return change_preview.preview_rename(self.row, lambda: self.apply(by))

    def apply(self, by):
        data = self.cleaned_data
        return rename(self.row, data["name"], by=by, moves=data["moves"])


class AliasForm(NameForm):
    """Another name, under which it is found too."""

    @property
    def question(self):
        return f"Find “{self.row}” as “{self.cleaned_data['name']}” too?"

    def preview(self, by):
        """The ChangePreview of `apply`. Raises Refusal."""
        return change_preview.preview_alias(self.row, lambda: self.apply(by))

    def apply(self, by):
        return alias(self.row, self.cleaned_data["name"], by=by)


class OneField(forms.ModelChoiceField):
    """One of the people, topics or desks."""

    def label_from_instance(self, obj):
        return distinct_label(obj)


class MergeForm(ChangeForm):
    """The one that stays: chosen by autocomplete, or where there is no JavaScript `called` by name or address."""

    into = OneField(
        None,
        required=False,
        label=_("Merge into"),
        error_messages={"invalid_choice": "That one is part of another by now. Choose again."},
    )
    called = forms.CharField(
        required=False, label=_("Merge into"), help_text=_("Its name, or the address of its page.")
    )

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        others = type(row).objects.exclude(pk=row.pk)
        into: Any = self.fields["into"]
        into.queryset = others.with_namesakes() if isinstance(row, Person) else others
        into.widget = EntrySelect(type(row)._meta.get_field("redirects_to"), admin.site)
        into.widget.choices = into.choices

    def clean(self):
        super().clean()
        values = self.cleaned_data
        called = values.pop("called", "")
        if values.get("into") is None and "into" not in self.errors:
            if called:
                values["into"] = self._one_called(called)
            else:
                self.add_error("into", "Choose the one that stays.")
        return values | {"called": ""}

    def _one_called(self, typed):
        """The only row with this name or address; None, and an error, where there is none or a choice."""
        field: Any = self.fields["into"]
        others, slug = field.queryset, typed.rstrip("/").split("/")[-1]
        named = Q(key=fold(typed))
        if isinstance(self.row, Person):
            named |= Q(aliases__key=fold(typed))
        found = list(others.filter(slug=slug)) or list(others.filter(named).distinct())
        if len(found) == 1:
            return found[0]
        if found:
            which = "; ".join(map(distinct_label, found))
            self.add_error("called", f"Several are called “{typed}”. Type the address of one: {which}.")
        else:
            self.add_error("called", f"Nothing else is called “{typed}”, and no page has that address.")
        return None

    @property
    def question(self):
        return f"Merge “{self.row}” into “{distinct_label(self.cleaned_data['into'])}”?"

    def preview(self, by):
        """The ChangePreview of `apply`. Raises Refusal."""
        require_change(by, "merge", self.row, self.cleaned_data["into"])
        return change_preview.preview_merge(self.row, self.cleaned_data["into"])

    def apply(self, by):
        return merge(self.row, into=self.cleaned_data["into"], by=by)


class SplitForm(NameForm):
    """The name of the new one, and the stories that are its."""

    articles: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        Article.objects.none(),
        label=_("Stories that belong to the new one"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one story."},
    )

    def __init__(self, *args, row, **kwargs):
        """Offer the newest stories that point to the row."""
        super().__init__(*args, row=row, **kwargs)
        every = newest_first(references.stories_of(row))
        offered = every[:MOST_STORIES]
        self.left_out = len(every) - len(offered)
        field: Any = self.fields["articles"]
        field.queryset = Article.objects.filter(pk__in=offered)
        field.choices = [(story.article, story) for story in stories_to_split(row, offered)]

    @property
    def question(self):
        return f"Split “{self.cleaned_data['name']}” from “{self.row}”?"

    def preview(self, by):
        """The ChangePreview of `apply`. Raises Refusal."""
        chosen = {article.pk for article in self.cleaned_data["articles"]}
        return change_preview.preview_split(self.row, chosen, lambda: self.apply(by))

    def apply(self, by):
        data = self.cleaned_data
        return split(self.row, data["name"], articles=data["articles"], by=by)

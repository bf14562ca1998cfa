"""The form of a story: every working field under its contract name, and the version the writer opened."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.shared.editor_field import SeveralField, SheetWidget
from articles.admin.shared.json_api import FieldDecoder
from articles.admin.shared.new_entries import new_name
from articles.admin.shared.user_time_zone import which_clock
from articles.admin.shared.verb_errors import VerbForm
from articles.editorial.writing.lead_words import sound
from articles.editorial.writing.picture_desk import PICTURES
from articles.models.article import Article, ArticleByline, ArticleTopic, language_choices
from articles.models.edition import DEK_MOST, HEADLINE_MOST
from media.date_time_field import LOCAL_TIME, LocalDateTimeField, LocalDateTimeInput

ROW_FIELDS = {"topics": "topics", "byline": "bylines"}
NOT_WORKING = {"version", "over", "sheet"}


class ArticleForm(VerbForm):
    """The working copy of one story. It never saves; `working_fields` is what the verbs take.

    `is_for_pictures` is the picture desk's: its other fields are shown, and nobody types in them.
    """

    is_for_pictures = False
    topics = SeveralField(ArticleTopic._meta.get_field("tag"))
    byline = SeveralField(ArticleByline._meta.get_field("person"), help_text=_("Who signs the story, in this order."))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    over = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kept_lead_words = forms.JSONField(widget=forms.HiddenInput, required=False, decoder=FieldDecoder)
    sheet = forms.UUIDField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Article
        fields = ()
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 1, "placeholder": "Headline", "data-most": HEADLINE_MOST}),
            "dek": forms.Textarea(
                attrs={"rows": 1, "placeholder": "Dek: the sentence under the headline", "data-most": DEK_MOST}
            ),
            "short_headline": forms.Textarea(attrs={"rows": 1, "data-about": 45}),
            "search_headline": forms.Textarea(attrs={"rows": 1, "data-about": 60}),
            "body": SheetWidget(),
            "lead_caption": forms.Textarea(attrs={"rows": 2}),
            "lead_credit": forms.Textarea(attrs={"rows": 1}),
            "editor_note": forms.Textarea(attrs={"rows": 3}),
            "embargo_words": forms.Textarea(attrs={"rows": 1}),
            "original_date": LocalDateTimeInput(),
            "embargo_until": LocalDateTimeInput(),
        }
        field_classes = {"original_date": LocalDateTimeField, "embargo_until": LocalDateTimeField}

    def __init__(self, *args, **kwargs):
        """Fill in what is kept in rows, and the version that this text is based on."""
        super().__init__(*args, **kwargs)
        if self.instance.version <= 1 and "headline" in self.fields:  # nobody has written in it yet
            self.fields["headline"].widget.attrs["autofocus"] = True
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)  # browsers cut what is pasted and say nothing
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["dir"] = "auto"
        article = self.instance
        self.initial["kept_lead_words"] = article.kept_lead_words
        if article.pk:
            self.initial["topics"] = [row.tag for row in article.topic_rows.select_related("tag").order_by("pk")]
            self.initial["byline"] = [row.person for row in article.byline_rows.select_related("person")]
            self.initial["version"] = article.version
        for name in self.fields.keys() & {"original_date", "embargo_until"}:
            self.fields[name].help_text += f" In {which_clock()}."
        if "slug" in self.fields and article.published_version:
            self.fields["slug"].help_text = _("Readers have this story: its address will lead on to another one.")
        if "language" in self.fields:
            self.fields["language"] = forms.ChoiceField(choices=language_choices(), initial="en")
        if self.is_for_pictures:
            # A disabled field is cleaned as if it had been sent as it was.
            rows = {name: [row.pk for row in self.initial[name]] for name in ROW_FIELDS}
            self.initial = {**self.initial, **rows}
            for name in self.fields.keys() - NOT_WORKING - PICTURES - {"body"}:
                # Browsers send no such field. What is sent all the same is the verb's to refuse.
                self.fields[name].disabled = not self.is_bound or name not in self.data

    def clean_editor_note(self):
        """The note with the line breaks that the field itself shows, whatever way it was posted."""
        return self.cleaned_data["editor_note"].replace("\r\n", "\n")

    def clean_kept_lead_words(self):
        """What is kept for photos that are not the lead; a page that knows nothing of it changes nothing."""
        kept = self.cleaned_data["kept_lead_words"]
        return self.initial["kept_lead_words"] if kept is None else sound(kept)

    def typed_values(self):
        """Each field as the browser has it when the screen is opened: a string, or a list of strings."""
        return {
            name: _typed(self[name].value() or ([] if isinstance(field, SeveralField) else ""))
            for name, field in self.fields.items()
            if name not in NOT_WORKING
        }

    def named(self, name, value):
        """What the screen calls a typed value of a field: a desk's name for its number, else the value itself."""
        field = self.fields[name]
        values = value if isinstance(value, list) else [value]
        if isinstance(field, forms.ModelChoiceField):
            rows = {str(row.pk): str(row) for row in field.queryset.filter(pk__in=filter(str.isdecimal, values))}
            return rows | {each: new_name(each) for each in values if new_name(each)}
        known = dict(getattr(field, "choices", ()))
        return {each: str(known.get(each, each)) for each in values if each}

    def working_fields(self):
        """What the writer changed, as keyword arguments of `drafts.begin` and `drafts.save`."""
        changed = {name for name in self.changed_data if name in self.cleaned_data and name not in NOT_WORKING}
        if "lead_photo" in changed and ("sheet" not in self.fields or self.cleaned_data.get("sheet")):
            # A script has seen to the words under it: also where they are those of before, they are this photo's.
            changed |= {"lead_caption", "lead_credit"} & self.cleaned_data.keys()
        return {ROW_FIELDS.get(name, name): self.cleaned_data[name] for name in changed}

    def base_version(self):
        """The version that the text was written on; after a conflict, the one it may be saved over."""
        return self.cleaned_data["over"] or self.cleaned_data["version"]


def _typed(value):
    """A form value as a browser would have it."""
    if isinstance(value, list | tuple):
        return [str(getattr(row, "pk", row)) for row in value]
    if isinstance(value, datetime):
        return f"{value:{LOCAL_TIME}}"  # the field has made it local already
    return str(value)

"""The forms of the photo library: describe one, upload one, describe several just uploaded, edit many, replace."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media import ingest, pixels
from media.date_time_field import LocalDateTimeField, LocalDateTimeInput
from media.models import Photo
from media.refusals import RefusedPicture
from media.signals import refused_to
from media.unconfirmed import WARNINGS

ALT_HELP = (
    "Tell somebody who can't see it what the photo shows and why it is here, in one sentence, "
    "without “photo of” and without repeating the caption."
)
ACCEPT = ",".join(f"image/{name.lower()}" for name in (*pixels.FORMATS, "HEIC"))
SHOWN = ("caption", "alt", "decorative", "description", "place", "people", "source_type")
RIGHTS = (
    "credit", "creator", "copyright", "source", "licensor", "licensor_url", "web_statement", "usage_terms",
    "licence_ends_at",
)  # fmt: skip


def _name_the_clock(form):
    """Name the time zone in which a licence's end is read, beside the field."""
    field = form.fields.get("licence_ends_at")
    if field:
        field.help_text = f"{field.help_text} In the time of {timezone.get_current_timezone_name()}.".strip()


def _lines(rows):
    return forms.Textarea(attrs={"rows": rows, "cols": 80})


WIDGETS = {
    "caption": _lines(3),
    "alt": _lines(2),
    "description": _lines(3),
    "people": _lines(2),
    "usage_terms": _lines(2),
    "licence_ends_at": LocalDateTimeInput(),
    "focus_x": forms.NumberInput(attrs={"min": 0, "max": 1, "step": "any"}),
    "focus_y": forms.NumberInput(attrs={"min": 0, "max": 1, "step": "any"}),
}


class DescribeForm(forms.ModelForm):
    """The words, rights and focus of a photo that is in the library; `by` is who fills it in."""

    by: Any = None

    class Meta:
        model = Photo
        fields: tuple[str, ...] = (*SHOWN, *RIGHTS, "focus_x", "focus_y")
        help_texts = {"alt": ALT_HELP}
        widgets = WIDGETS
        field_classes = {"licence_ends_at": LocalDateTimeField}

    def __init__(self, *args, **kwargs):
        """Say of each field that still stands as the file had it which of the file's blocks won."""
        super().__init__(*args, **kwargs)
        _name_the_clock(self)
        for name, block in self.instance.origins.items():
            if name in self.fields:
                field = self.fields[name]
                field.help_text = f"{field.help_text} {self._said_of(name, block)}".strip()

    def _said_of(self, name, block):
        """That a field stands as a block of the file has it, and whether that waits for somebody to confirm it."""
        trust = self.instance.unconfirmed.get(name)
        if trust is None:
            return _("From the file: %(block)s.") % {"block": block}
        doubt = f" ({WARNINGS[trust]})" if WARNINGS[trust] else ""
        return _("From the file: %(block)s, unconfirmed%(doubt)s. Saving confirms it.") % {
            "block": block,
            "doubt": doubt,
        }

    def clean(self):
        """Refuse what readers have of the photo and this person doesn't decide; what was typed stays in the form."""
        data = super().clean()
        refused = refused_to(self.by, [self.instance.pk]).get(self.instance.pk)
        if refused and refused.fields & {*self.changed_data}:
            raise ValidationError(refused.sentence)
        return data

    def save_through_library(self, by):
        """Pass on what was changed, and what was confirmed by saving it as it was shown; return the photo."""
        names = {*self.changed_data, *(self.instance.unconfirmed.keys() & self.fields.keys())}
        changed = {name: self.cleaned_data[name] for name in names}
        return ingest.update(self.instance, by, **changed) if changed else self.instance


class FirstWordsForm(DescribeForm):
    """What a photo is asked at once after it was uploaded."""

    class Meta(DescribeForm.Meta):
        fields = ("alt", "decorative", "caption", "credit", "licence_ends_at")


class PictureField(forms.FileField):
    """A file that turns out to be a picture we take; its value is its bytes."""

    widget = forms.ClearableFileInput(attrs={"accept": ACCEPT})

    def clean(self, data, initial=None):
        """The file's bytes. Raises ValidationError with a sentence that says what is wrong with it."""
        upload = super().clean(data, initial)
        try:
            pixels.refuse_above_limit(upload.size)
            data = upload.read()
            pixels.decode(data)
        except RefusedPicture as refusal:
            raise ValidationError(str(refusal)) from refusal
        return data


FILE_HELP = f"{pixels.FORMATS_IN_WORDS}, at most {pixels.MAX_BYTES // 1_000_000} MB."


class UploadForm(forms.ModelForm):
    """A picture file with the words that an editor gives it; empty ones are filled from the file."""

    file = PictureField(label=gettext_lazy("Photo"), help_text=FILE_HELP)

    class Meta:
        model = Photo
        fields = ("caption", "alt", "decorative", "credit")
        help_texts = {
            "caption": "Left empty, it is taken from the file.",
            "alt": ALT_HELP,
            "credit": "Left empty, it is taken from the file.",
        }
        widgets = WIDGETS


class ReplaceForm(forms.Form):
    """Another file for a photo, whose words and rights stay."""

    file = PictureField(label=gettext_lazy("New file"), help_text=FILE_HELP)


class BulkEditForm(forms.Form):
    """What several photos may be given together; what stays empty stays as it is."""

    caption = forms.CharField(widget=_lines(2), required=False)
    place = forms.CharField(label=gettext_lazy("Place shown"), max_length=500, required=False)
    people = forms.CharField(
        label=gettext_lazy("People shown"), widget=_lines(2), required=False, help_text=gettext_lazy("One name a line.")
    )
    credit = forms.CharField(max_length=500, required=False)
    creator = forms.CharField(max_length=500, required=False)
    copyright = forms.CharField(label=gettext_lazy("Copyright notice"), max_length=500, required=False)
    source = forms.CharField(max_length=500, required=False)
    licensor = forms.CharField(max_length=500, required=False)
    usage_terms = forms.CharField(widget=_lines(2), required=False)
    licence_ends_at = LocalDateTimeField(label=gettext_lazy("Licence ends at"), required=False)
    without_end = forms.BooleanField(label=gettext_lazy("The licence has no end"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _name_the_clock(self)

    def clean(self):
        """Refuse an end and no end at once, and nothing at all."""
        data: Any = super().clean()
        if data.get("licence_ends_at") and data.get("without_end"):
            raise ValidationError(_("A licence ends at a moment or has no end: choose one of the two."))
        if not self.errors and not self.changes():
            raise ValidationError(_("Fill in what all these photos have in common; the rest stays as it is."))
        return data

    def changes(self):
        """The fields to change, as {name: value}."""
        changes = {name: value for name, value in self.cleaned_data.items() if value and name != "without_end"}
        return changes | ({"licence_ends_at": None} if self.cleaned_data.get("without_end") else {})

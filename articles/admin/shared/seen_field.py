"""The hidden field in which a page hands back the state of the story that it showed."""

from django import forms


class SeenField(forms.IntegerField):
    """A version of the story, or of its timeline, as it was when the page was made."""

    def __init__(self, **options):
        # Firefox puts former values of fields back when a page is loaded again, unless told off.
        super().__init__(widget=forms.HiddenInput(attrs={"autocomplete": "off"}), **options)

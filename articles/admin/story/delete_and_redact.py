"""Screens of what cannot be undone: deleting a story that was never public, and removing words by order of law."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.again import asked_again
from articles.admin.shared.read_only import story_to_read
from articles.admin.shared.screens import at, back_to, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.permissions import may_delete, may_redact
from articles.editorial.publishing.redact import redact
from articles.editorial.refusals import Refusal
from articles.editorial.writing.delete_story import delete

WORDS, ALL = "words", "all"


class DeleteForm(forms.Form):
    """The state of the story on which the person decided."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class RedactForm(forms.Form):
    """What has to go, and whose order that is."""

    what = forms.ChoiceField(
        label=gettext_lazy("What has to go?"),
        widget=forms.RadioSelect,
        choices=(
            (WORDS, "These words, and with them every past edition and saved state that holds them"),
            (ALL, "The whole story: all that was ever published or saved of it, and what is being written"),
        ),
    )
    words = forms.CharField(
        label=gettext_lazy("The words"),
        required=False,
        widget=forms.TextInput(attrs={"size": 40}),
        help_text=gettext_lazy(
            "A name or a sentence, as it stands in the text. Readers, and the working copy, must be rid of them."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Whose order, for the log"),
        widget=forms.TextInput(attrs={"size": 40}),
        help_text=gettext_lazy("Colleagues can read this for ever, so it must not repeat what is removed."),
    )
    is_sure = forms.BooleanField(
        label=gettext_lazy("I know that this cannot be undone"),
        error_messages={"required": "Nothing was removed. Say that you know it cannot be undone."},
    )

    def clean(self):
        """The values; words are named, or the whole story is chosen."""
        values: Any = super().clean()
        if values.get("what") == WORDS and not values.get("words"):
            self.add_error("words", "Write the words that have to go, or choose the whole story.")
        return values


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The addresses under the stories' screens, for the ModelAdmin `admin`; one of them is stock deletion's own."""
    return [at(admin, f"<int:pk>/{name}/", view, name) for name, view in (("delete", deletion), ("redact", redaction))]


def deletion(admin: ModelAdmin, request: StaffRequest, pk: int) -> HttpResponse:
    """Ask whether to delete the story; on a POST delete it and go back to the board."""
    article = story_to_read(admin, request, pk)
    if not may_delete(request.user, article):
        raise PermissionDenied
    form = DeleteForm(request.POST or None, initial={"version": article.version})
    if form.is_valid():
        try:
            delete(article, by=request.user, version=form.cleaned_data["version"])
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return back_to(article)
        messages.success(request, _("“%(story)s” was deleted. The log keeps who did it.") % {"story": article})
        return HttpResponseRedirect(reverse("admin:articles_article_changelist"))
    kept = article.revisions.count()
    return screen(admin, request, "article/delete", _("Delete this story?"), article=article, form=form, kept=kept)


def redaction(admin: ModelAdmin, request: StaffRequest, pk: int) -> HttpResponse:
    """Ask what has to go by order of law; on a POST remove it for good and go back to the story."""
    article = story_to_read(admin, request, pk)
    if not may_redact(request.user, article):
        raise PermissionDenied
    if asking := asked_again(request):
        return asking
    form = RedactForm(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        words = given["words"] if given["what"] == WORDS else ""
        try:
            gone = redact(article, by=request.user, reason=given["reason"], words=words)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request,
                ngettext(
                    "Removed for good; %(n)s edition lost words.", "Removed for good; %(n)s editions lost words.", gone
                )
                % {"n": gone},
            )
            return back_to(article)
    return screen(admin, request, "article/redact", _("Remove words by order of law"), article=article, form=form)

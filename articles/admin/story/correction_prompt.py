"""The question before an update of a live story goes out: correction, clarification, or no notice?"""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from articles.admin.shared.screens import at, back_to, screen
from articles.admin.shared.seen_field import SeenField
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.user_time_zone import both_times, which_clock
from articles.editorial.permissions import may_publish_working_copy
from articles.editorial.publishing import correction_prompt
from articles.editorial.publishing.concurrency import TimelineMoved
from articles.editorial.publishing.publish import correct, publish
from articles.editorial.publishing.schedule import schedule
from articles.editorial.refusals import Refusal
from articles.editorial.writing.working_copy import snapshot
from articles.models.article import Article
from articles.models.correction import CorrectionKind
from articles.text.body.body import Body
from articles.text.compare.diff import diff_html, diff_text
from media.date_time_field import LOCAL_TIME, LocalDateTimeField

KINDS = (
    (CorrectionKind.CORRECTION, "Correction: readers were told something wrong"),
    (CorrectionKind.CLARIFICATION, "Clarification: readers could have misunderstood"),
    (correction_prompt.NO_CORRECTION, "No notice: nothing that readers were told was wrong"),
)


class CorrectionForm(forms.Form):
    """What readers are told of an update, and when it goes out."""

    # Its name is on the wire.
    notice = forms.ChoiceField(choices=KINDS, widget=forms.RadioSelect, label="Is this a correction?")
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        label="What readers are told",
        help_text="A sentence or two: what was wrong, and what is right. Not needed for no notice.",
    )
    publish_at = LocalDateTimeField(label="Goes live at", required=False, help_text="Empty: at once.")
    version = SeenField()
    seen = SeenField()

    def clean(self):
        """The values; a note needs words."""
        values: Any = super().clean()
        if values.get("notice") not in (None, correction_prompt.NO_CORRECTION) and not values.get("text"):
            self.add_error("text", "Say what was wrong and what is right, or choose no notice.")
        return values


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address under the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "<int:pk>/notice/", ask, "correction_prompt")]


def address(article: Article, at: datetime | None = None) -> str:
    """Where an editor is asked about the story, which was to go out at `at` or now."""
    question = reverse("admin:articles_article_correction_prompt", args=[article.pk])
    return f"{question}?{urlencode({'at': f'{timezone.localtime(at):{LOCAL_TIME}}'})}" if at else question


def ask(admin: ModelAdmin, request: StaffRequest, pk: int) -> HttpResponse:
    """Show what would change for readers and ask; on a POST put it out with the note that was written, or without."""
    article = get_object_or_404(Article, pk=pk)
    if not may_publish_working_copy(request.user, article):
        raise PermissionDenied
    now = timezone.now()
    public = article.editions.live(now).select_related("revision").first()
    if public is None:
        messages.error(request, "This story is not live, so there is nothing to correct.")
        return back_to(article)
    facts = correction_prompt.changed_facts(article, now)
    form = CorrectionForm(request.POST or None, initial=_proposed(request, article, facts))
    if form.is_valid() and (said := _put_out(article, form, request.user)):
        messages.success(request, said)
        return back_to(article)
    context = {"article": article, "form": form, "facts": facts, "clock": which_clock(), "due": _due(request)}
    context |= _changes(public.revision.snapshot, snapshot(article))
    return screen(admin, request, "article/update_question", "Correction, clarification, or no notice?", **context)


def _proposed(request, article, facts):
    """What the form says at first."""
    text = correction_prompt.draft_correction(facts, article.language)
    return {
        "text": text,
        "publish_at": request.GET.get("at"),  # as it was typed
        "version": article.version,
        "seen": article.timeline_version,
    }


def _due(request):
    """When the update was to go out, on both clocks; "" when at once."""
    try:
        at = LocalDateTimeField(required=False).clean(request.GET.get("at"))
    except ValidationError:
        return ""
    return both_times(at) if at else ""


def _put_out(article, form, by):
    """Publish; returns what to say, or None with the reason in the form."""
    given = form.cleaned_data
    if given["version"] != article.version:
        form.add_error(None, "Somebody changed the story since you opened this page. Look at the changes below again.")
        _show_anew(form, article)
        return None
    try:
        edition = _answered(article, given, by)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        if isinstance(refusal, TimelineMoved):
            _show_anew(form, Article.objects.get(pk=article.pk))
        return None
    noted = "" if given["notice"] == correction_prompt.NO_CORRECTION else f" with a {given['notice']}"
    if given["publish_at"]:
        return f"Scheduled{noted} for {both_times(edition.goes_live_at)}, at {edition.path}"
    return format_html('Published{0}: <a href="{1}">{1}</a>', noted, edition.path)


def _answered(article, given, by):
    """Publish with the answer that was given; returns the Edition. Raises Refusal."""
    decided = {"by": by, "expected_version": given["seen"]}
    at, answer = given["publish_at"], given["notice"]
    if answer != correction_prompt.NO_CORRECTION:
        return correct(article, text=given["text"], kind=answer, at=at, **decided).edition
    if at is None:
        return publish(article, correction=answer, **decided)
    return schedule(article, at=at, correction=answer, **decided)


def _show_anew(form, article):
    """Let the form go on from the story as it is on the page that is shown now."""
    form.data = form.data.copy()
    form.data["version"], form.data["seen"] = article.version, article.timeline_version


def _changes(before, after):
    """The whole change as marked-up prose, for the template."""
    return {
        "headline": mark_safe(diff_text(before["headline"], after["headline"])),  # noqa: S308  escaped there
        "dek": mark_safe(diff_text(before["dek"], after["dek"])),  # noqa: S308  escaped there
        "body": mark_safe(diff_html(Body(before["body"]), Body(after["body"]))),  # noqa: S308  made of cleaned bodies
        "differs": any(before[name] != after[name] for name in ("headline", "dek", "body")),
    }

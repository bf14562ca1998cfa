"""The screen on which editors choose the story that comes next, say which story is the same in another language, and
whether readers see the history of changes."""

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.shared.screens import at, back_to, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.permissions import may_choose_next_story
from articles.editorial.refusals import Refusal
from articles.editorial.site.language_versions import (
    SameLanguage,
    VersionIsItself,
    original_of,
    say_same,
    versions_of,
)
from articles.editorial.site.next_story import past_pins, pin_next
from articles.editorial.site.private_history import set_history_private
from articles.embargo import current
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.pin import Pin
from articles.models.private_history import PrivateHistory
from articles.search import working_copies

OFFERED, LATEST = 20, 20
NO_OTHER = gettext_lazy("None: a story by itself")
OWN_ORDER = "None of its own: older stories of its topic, then its desk's"


class NextStoryForm(forms.Form):
    """What editors decide about a story beside its words."""

    next = forms.ModelChoiceField(Article.objects.all(), required=False, widget=forms.RadioSelect)
    has_public_history = forms.BooleanField(
        required=False,
        label=gettext_lazy("Readers may see what changed"),
        help_text=gettext_lazy("The page of the story's public versions. Corrections are public either way."),
    )

    def __init__(self, *args, offered, alike, stories, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["same"] = forms.ModelChoiceField(stories, required=False, widget=forms.RadioSelect)
        self.fields["same"].widget.choices = [("", NO_OTHER), *alike]
        self.fields["next"].widget.choices = [("", OWN_ORDER), *offered]


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address under the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "<int:pk>/leading/", next_story, "next_story")]


def next_story(admin: ModelAdmin, request: StaffRequest, pk: int) -> HttpResponse:
    """Show what is decided; on a POST change it and go back to the story."""
    article = get_object_or_404(Article, pk=pk)
    if not may_choose_next_story(request.user, article):
        raise PermissionDenied
    now = timezone.now()
    pin = Pin.objects.filter(current(now), article=article).select_related("next", "made_by").first()
    pinned = pin.next if pin else None
    is_private = PrivateHistory.objects.filter(article=article).exists()
    original = original_of(article)
    initial = {"next": pinned, "same": original, "has_public_history": not is_private}
    query = request.GET.get("q", "").strip()
    known = Article.objects.filter(pk=original.pk) if original else Article.objects.none()
    form = NextStoryForm(
        request.POST or None,
        initial=initial,
        offered=_offered(article, pinned, query),
        alike=_offered(article, original, query, in_other_languages=True),
        stories=Article.objects.open_to(request.user) | known,
    )
    if form.is_valid():
        try:
            with transaction.atomic():
                if form.cleaned_data["next"] != pinned:
                    pin_next(article, form.cleaned_data["next"], by=request.user)
                if form.cleaned_data["same"] != original:
                    say_same(article, form.cleaned_data["same"], by=request.user)
                set_history_private(article, not form.cleaned_data["has_public_history"], by=request.user)
        except Refusal as refusal:
            form.add_error("same" if isinstance(refusal, SameLanguage | VersionIsItself) else "next", str(refusal))
        else:
            messages.success(request, _("Saved. It holds from now on."))
            return back_to(article)
    context = {"article": article, "form": form, "query": query, "pin": pin, "past": past_pins(article, now)[:LATEST]}
    open_to = Article.objects.open_to(request.user)
    context["versions"] = [each for each in versions_of(article) if open_to.contains(each)]
    return screen(admin, request, "article/next_story", _("For its readers"), **context)


def _offered(article, chosen, query, *, in_other_languages=False):
    """(id, headline) of the story that is chosen, then of the newest live ones, found by their words for a `query`."""
    live = Edition.objects.live(timezone.now()).exclude(article__in=[each.pk for each in (article, chosen) if each])
    if in_other_languages:
        live = live.exclude(language=article.language)
    if query:
        live = live.filter(article__in=working_copies.find_articles(query))
    newest = list(live.newest_first().values_list("article_id", "headline")[:OFFERED])
    return [(chosen.pk, str(chosen)), *newest] if chosen else newest

"""The screen of a story's preview links: who was given one, until when, and was it opened; making and revoking them."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.shared.params import number_in
from articles.admin.shared.screens import at, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.story_status import timeline_ahead
from articles.admin.shared.user_time_zone import both_times, user_time, which_clock
from articles.editorial.permissions import Forbidden, may_share_preview
from articles.editorial.refusals import Refusal
from articles.editorial.writing import preview_links
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.preview_link import PreviewLink, Shows

MOST_ENDED = 100  # are listed, the newest first
LASTING = ((1, "1 day"), (3, "3 days"), (7, "1 week"), (30, "1 month"))


class LinkForm(forms.Form):
    """What a new link shows, to whom, and how long."""

    shows = forms.ChoiceField(label=gettext_lazy("What it shows"), widget=forms.RadioSelect)
    days = forms.TypedChoiceField(
        label=gettext_lazy("How long"), choices=LASTING, coerce=int, initial=7, widget=forms.RadioSelect
    )
    for_whom = forms.CharField(
        label=gettext_lazy("For whom"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("For colleagues: so that you know which one to revoke."),
    )

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shows"].choices = choices


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The addresses under the stories' screens, for the ModelAdmin `admin`."""
    return [
        at(admin, "<int:pk>/links/", links, "links"),
        at(admin, "<int:pk>/links/<int:link>/revoke/", revoke, "revoke_link"),
    ]


def address(article: Article) -> str:
    """Where links to the article are made and revoked."""
    return reverse("admin:articles_article_links", args=[article.pk])


def links(admin: ModelAdmin, request: StaffRequest, pk: int) -> HttpResponse:
    """Show the story's links and the form for another, which proposes `?shows=` or `?revision=`; on a POST make it."""
    article = get_object_or_404(Article, pk=pk)
    if not may_share_preview(request.user, article):
        raise PermissionDenied
    now = timezone.now()
    revision = _named(article, request.GET.get("revision", ""))
    proposed = Shows.REVISION if revision else request.GET.get("shows", Shows.WORKING_COPY)
    choices = list(_choices(article, revision, now))
    form = LinkForm(request.POST or None, choices=choices, initial={"shows": proposed})
    if form.is_valid() and _make(article, form, revision, request.user):
        messages.success(
            request, _("The link is made. Whoever has it can read the story, so give it to that person only.")
        )
        return HttpResponseRedirect(address(article))
    made = article.preview_links.select_related("made_by", "revision")
    opening = list(made.open(now))
    context = {
        "article": article,
        "is_live": article.editions.live(now).exists(),
        "form": form,
        "links": [(link, settings.SITE_URL + link.get_absolute_url()) for link in opening],
        "ended": list(made.exclude(pk__in=[link.pk for link in opening])[:MOST_ENDED]),
        "now": now,
        "clock": which_clock(),
    }
    return screen(admin, request, "preview/preview_links", _("Preview links"), **context)


def revoke(admin: ModelAdmin, request: StaffRequest, pk: int, link: int) -> HttpResponse:
    """End a link, and go back to the list."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    ended = get_object_or_404(PreviewLink.objects.select_related("article"), article=pk, pk=link)
    try:
        is_new = preview_links.revoke(ended, by=request.user)
    except Forbidden as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    messages.success(
        request, _("The link is revoked and shows nothing any more.") if is_new else _("It had ended already.")
    )
    return HttpResponseRedirect(address(ended.article))


def _make(article, form, revision, by):
    """Make the link that was asked for; returns it, or None with the reason in the form."""
    given = form.cleaned_data
    shown = revision if given["shows"] == Shows.REVISION else None
    try:
        return preview_links.share(article, by=by, revision=shown, **given)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None


def _choices(article, revision, now):
    """(Shows, words) of what a link to the article, or to one of its revisions, could show."""
    yield Shows.WORKING_COPY, "The working copy, as it is whenever the link is opened"
    due = [each for each in timeline_ahead(article, now)[1] if each.kind == Kind.PUBLISHED]
    if due:
        yield (
            Shows.SCHEDULED,
            f"What is scheduled for {both_times(due[0].goes_live_at)}; once it is out, its public page",
        )
    if revision:
        yield Shows.REVISION, f"Revision {revision.number} of {user_time(revision.made_at)}, as it was then"


def _named(article, number):
    """The revision of that number whose words are still there, or None."""
    return article.revisions.filter(number=number_in(number), redacted_at=None).first() if number else None

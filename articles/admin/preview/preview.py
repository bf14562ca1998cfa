"""Preview: the reader's page of what is not out, by the reader's own code: a working copy, a revision, an edition.

Each has an address of its own. `?width=` shows it in a window as wide as a phone or a desk's screen; `?framed` is the
page for inside of that window, and the one page of the site that a page of ours may frame.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, reverse
from django.utils import timezone

from articles.admin.shared.read_only import story_to_read
from articles.admin.shared.screens import at, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.user_time_zone import user_time
from articles.editorial.permissions import may_share_preview
from articles.editorial.publishing.edition_builder import compose, readers_date
from articles.editorial.writing.working_copy import digest_of, snapshot
from articles.embargo import Kind
from articles.models.article import Article, direction_of
from articles.models.correction import Correction
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.preview_link import Shows
from articles.models.publisher import StaticPage
from articles.models.revision import Revision
from articles.page.photos import lead_preload
from articles.page.stories import linked_addresses, stories_of
from articles.page.story import Story, story_of
from articles.page.story_html import story_html
from articles.site_identity import identity

# What is said for each width that a page is looked at in; the pixels are in preview.css.
WIDTHS = {"phone": "Phone", "desktop": "Desktop"}


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The addresses under the stories' screens, for the ModelAdmin `admin`."""
    return [
        at(admin, "<int:pk>/preview/", preview, "preview"),
        at(admin, "<int:pk>/revisions/<int:number>/preview/", preview_revision, "preview_revision"),
        at(admin, "<int:pk>/editions/<int:edition>/preview/", preview_edition, "preview_edition"),
    ]


def preview(admin: ModelAdmin, request: StaffRequest, pk: int) -> HttpResponse:
    """The working copy as it is now."""
    article = story_to_read(admin, request, pk)
    return _shown(admin, request, article, story_of_working_copy(article, timezone.now()), "the working copy")


def preview_revision(admin: ModelAdmin, request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """A kept state of the working copy; Http404 where its words were removed by order of law."""
    article = story_to_read(admin, request, pk)
    revision = get_object_or_404(Revision, article=article, number=number, redacted_at=None)
    story = story_of_revision(revision, timezone.now())
    what = f"revision {number}, of {user_time(revision.made_at)}"
    return _shown(admin, request, article, story, what, f"?revision={number}")


def preview_edition(admin: ModelAdmin, request: StaffRequest, pk: int, edition: int) -> HttpResponse:
    """What readers see, will see or saw from an edition's start; Http404 where it has no words."""
    article = story_to_read(admin, request, pk)
    editions = Edition.objects.select_related("desk").filter(article=article, kind=Kind.PUBLISHED, redacted_at=None)
    shown = get_object_or_404(editions, pk=edition)
    what = f"the edition of {user_time(shown.goes_live_at)}"
    query = f"?shows={Shows.SCHEDULED}" if shown.goes_live_at > timezone.now() else ""
    return _shown(admin, request, article, story_of_edition(shown), what, query)


def story_of_working_copy(article: Article, now: datetime) -> Story:
    """The Story that readers would see if the working copy of `article` went out at `now`."""
    state = snapshot(article)
    return story_of_revision(Revision(article=article, snapshot=state, digest=digest_of(state)), now)


def story_of_revision(revision: Revision, now: datetime) -> Story:
    """The Story that readers would see if a Revision, saved or not, went out at `now`; writes nothing."""
    composition = compose(revision, dated_at=readers_date(revision, now=now, start=now))
    public = Edition.objects.started(now).filter(article_id=revision.article_id, kind=Kind.PUBLISHED)
    return story_of(
        composition.edition,
        at=now,
        sections=composition.sections,
        quotes=composition.quotes,
        placements=composition.placements,
        bylines=composition.bylines,
        mentions=composition.mentions,
        topics=composition.topics,
        corrections=Correction.objects.filter(article_id=revision.article_id, goes_live_at__lte=now),
        updated_at=now if public.exclude(digest=revision.digest).exists() else None,
        linked=linked_addresses(composition.sections, composition.placements, now),
        has_history=False,  # it is at the address that this has not yet
    )


def story_of_edition(edition: Edition) -> Story:
    """The Story that readers see from the start of a published edition on, whose desk is in memory."""
    [story] = stories_of([edition], edition.goes_live_at)
    return story


def page_context(story: Story) -> dict[str, Any]:
    """The template variables of `reader/preview.html`: the reader's page of a Story without what leads on."""
    return {
        "story": story,
        "article": story_html(story, first=True),
        "preload": lead_preload(story.lead),
        **site_frame(),
    }


def site_frame() -> dict[str, Any]:
    """The template variables of the frame around a reader's page, for `base.html`."""
    language = settings.LANGUAGE_CODE
    return {
        "site_name": identity().name,
        "site_icon": identity().icon,
        "language": language,
        "direction": direction_of(language),
        "desks": Desk.objects.all(),
        "static_pages": StaticPage.objects.filter(is_public=True).defer("body"),
    }


def _shown(admin, request, article, story, what, query=""):
    """The page of a Story as it was asked for; `what` says what is shown, `query` what a link to it would be to."""
    context = {"original": article, "what": what, "widths": WIDTHS.items(), "width": request.GET.get("width", "")}
    if may_share_preview(request.user, article):
        context["share"] = reverse("admin:articles_article_links", args=[article.pk]) + query
    if context["width"] in WIDTHS:
        return screen(admin, request, "preview/preview_width", f"Preview: {article}", **context)
    is_framed = "framed" in request.GET
    context |= page_context(story) | {"is_framed": is_framed}
    response: Any = render(request, "admin/articles/preview/preview.html", context)
    if is_framed:
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        response._csp_config = settings.SECURE_CSP | {"frame-ancestors": ["'self'"]}
    return response

"""The page behind a preview link: the one page for people without an account that shows what is not out.

A link that is wrong, past or revoked, or whose story was taken down, is answered like an address that never was: with
the same page, status and number of queries; only where what was scheduled is so no more it asks once more. A 410 for
those that were good once would be kinder to their holders, and would tell anybody who finds an old mail that there
is, or was, such a story.

Nobody may keep the page, and no machine may list it. robots.txt says nothing of it on purpose: a crawler that may not
fetch a page never learns that it may not be listed. Its photos are at their signed addresses, which nobody guesses and
only this page names until the story is out; it sends no referrer on.
"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.admin.preview.preview import page_context, story_of_edition, story_of_revision, story_of_working_copy
from articles.editorial.writing.preview_links import count_opening
from articles.editorial.writing.working_copy import digest_of, snapshot
from articles.embargo import Kind
from articles.models.preview_link import PreviewLink, Shows
from articles.page.dates import time_html

HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


@csrf_exempt  # nothing that is secret is changed here, so that a POST hears 405 and not that a token is missing
@require_safe
def shared_preview(request: HttpRequest, token: str) -> HttpResponse:
    """What the link of this token shows, for a story that is out by now its public page. Raises Http404."""
    now = timezone.now()
    links = PreviewLink.objects.open(now).select_related("article", "revision", "made_by")
    link = links.filter(token=token).first()
    if link is None:
        raise Http404("No link has this address.")
    response = _answer(request, link, now)
    for name, value in HEADERS.items():
        response.headers[name] = value
    if request.method == "GET":
        count_opening(link, now)
    return response


def _answer(request, link, now):
    """The page of the story, or the way to it. Raises Http404 where what was scheduled is so no more."""
    if link.shows == Shows.WORKING_COPY:
        return _page(request, link, story_of_working_copy(link.article, now), "", now)
    if link.shows == Shows.REVISION:
        return _page(request, link, story_of_revision(link.revision, now), link.revision.digest, now)
    ahead = link.article.editions.filter(kind=Kind.PUBLISHED, ends_at__gt=now).select_related("desk")
    edition = ahead.order_by("-goes_live_at").first()
    if edition is None:
        raise Http404("Nothing is scheduled any more.")
    if edition.goes_live_at <= now:
        return HttpResponseRedirect(edition.path)
    return _page(request, link, story_of_edition(edition), edition.digest, now)


def _page(request, link, story, digest, now):
    """The page, which says whether readers see these words, others or none; without a digest they are the sheet's."""
    asked = link.made_by.get_full_name() if link.made_by else ""  # never a name to sign in with
    public = link.article.editions.live(now).only("path", "digest").first()
    context = {"ends_at": time_html(link.ends_at), "asked": asked, "public": public}
    context["is_public"] = public is not None and public.digest == (digest or digest_of(snapshot(link.article)))
    return render(request, "reader/shared.html", page_context(story) | context)

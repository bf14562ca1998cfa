"""A story's revisions as a history: who saved what and when, what changed between any two, and going back to one."""

import re

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.shared.params import number_in
from articles.admin.shared.read_only import story_to_read
from articles.admin.shared.screens import at, back_to, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.permissions import Forbidden, may_write
from articles.editorial.refusals import Refusal
from articles.editorial.writing.revert import revert
from articles.editorial.writing.revisions import MOST_IN_A_NAME, Redacted, name_revision
from articles.editorial.writing.working_copy import Stale, snapshot
from articles.models.article import Article
from articles.models.revision import Revision
from articles.text.body.body import Body
from articles.text.compare.diff import count_changed_words, diff_text, passages

ON_A_PAGE = 50
LIVE = "live"
MARK = re.compile(r"(</?(?:ins|del)>)")
# The fields of a snapshot in the order in which changes are told, and what they are called.
TEXTS = {
    "headline": gettext_lazy("headline"),
    "short_headline": gettext_lazy("headline on lists"),
    "search_headline": gettext_lazy("headline for search"),
    "dek": gettext_lazy("dek"),
}
CALLED = {
    **TEXTS,
    "desk": gettext_lazy("desk"),
    "lead_topic": gettext_lazy("lead topic"),
    "topics": gettext_lazy("topics"),
    "bylines": gettext_lazy("byline"),
    "lead_photo": gettext_lazy("lead photo"),
    "lead_caption": gettext_lazy("lead caption"),
    "lead_credit": gettext_lazy("lead credit"),
    "label": gettext_lazy("label"),
    "language": gettext_lazy("language"),
    "place": gettext_lazy("place"),
    "slug": gettext_lazy("address"),
    "original_date": gettext_lazy("original date"),
}


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The addresses under the stories' screens, for the ModelAdmin `admin`."""
    return [
        at(admin, "<int:pk>/revisions/", revision_list, "revisions"),
        at(admin, "<int:pk>/revisions/compare/", compare, "compare"),
        at(admin, "<int:pk>/revisions/<int:number>/restore/", go_back, "restore"),
        at(admin, "<int:pk>/revisions/<int:number>/name/", name, "name_revision"),
    ]


def revision_list(admin: ModelAdmin, request: StaffRequest, pk: int) -> HttpResponse:
    """The revisions, newest first, each with what it changed."""
    article = story_to_read(admin, request, pk)
    page = Paginator(article.revisions.select_related("made_by"), ON_A_PAGE).get_page(request.GET.get("page"))
    shown = list(page)
    before = article.revisions.filter(number__lt=shown[-1].number).first() if shown else None
    rows = [
        (revision, older, ", ".join(changes(older.snapshot if older else None, revision.snapshot)))
        for revision, older in zip(shown, [*shown[1:], before], strict=False)
    ]
    context = {
        "page": page,
        "revisions": rows,
        "may_go_back": may_write(request.user, article),
        "live": live_revision(article),
        "most": MOST_IN_A_NAME,
    }
    return screen(admin, request, "article/revisions/revisions", _("Revisions"), article=article, **context)


def compare(admin: ModelAdmin, request: StaffRequest, pk: int) -> HttpResponse:
    """What changed from one revision to another; to the working copy as it is now, where no second one is named.

    Either may be called LIVE: what readers have now. `?sides` shows before and after beside each other.
    """
    article = story_to_read(admin, request, pk)
    old, new = _named(article, request.GET.get("from")), _named(article, request.GET.get("to"))
    if old is None:
        raise Http404("No revision to compare from.")
    if new is not None and new.number < old.number:
        old, new = new, old
    before, after = old.snapshot, new.snapshot if new is not None else snapshot(article)
    context = {
        "old": old,
        "new": new,
        "texts": {name: _marked(diff_text(before.get(name, ""), after.get(name, ""))) for name in TEXTS},
        "passages": _passages(before["body"], after["body"]),
        "changes": ", ".join(changes(before, after)),
        "has_sides": "sides" in request.GET,
        "asked": {each: request.GET[each] for each in ("from", "to") if request.GET.get(each)},
    }
    context["places"] = max((number for number, *_rest in context["passages"]), default=0)
    return screen(admin, request, "article/revisions/compare", _("What changed"), article=article, **context)


def _marked(html):
    """Marked-up prose of a diff: (as one text, as it was, as it is)."""
    return tuple(mark_safe(each) for each in (html, _without("ins", html), _without("del", html)))  # noqa: S308  escaped, or made of a cleaned body


def _without(tag, html):
    """A diff without what stands in that tag; its two tags never lie in each other or in themselves."""
    kept, is_inside = [], False
    for piece in MARK.split(html):
        if piece in (f"<{tag}>", f"</{tag}>"):
            is_inside = piece[1] != "/"
        elif not is_inside:
            kept.append(piece)
    return "".join(kept)


def _passages(before, after):
    """(number of the change or 0, its `_marked` HTML, number of blocks) of each part; what stayed is folded."""
    number, parts = 0, []
    for passage in passages(Body(before), Body(after)):
        number += not passage.is_far
        parts.append((0 if passage.is_far else number, _marked(passage.html), passage.blocks))
    return parts


def live_revision(article: Article) -> Revision | None:
    """The saved state that readers have now; None where they have none, or one whose words were removed."""
    edition = article.editions.live(timezone.now()).select_related("revision__made_by").first()
    return edition.revision if edition is not None else None


def name(admin: ModelAdmin, request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """Call a revision by the name that is posted, or by none again; and back to the list."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    article = story_to_read(admin, request, pk)
    get_object_or_404(Revision, article=article, number=number)
    try:
        name_revision(article, number, request.POST.get("name", ""), by=request.user)
    except Forbidden as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("admin:articles_article_revisions", args=[article.pk]))


def go_back(admin: ModelAdmin, request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """Go back to a revision, and to the story's page."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    article = story_to_read(admin, request, pk)
    revision = get_object_or_404(Revision, article=article, number=number)
    version = request.POST.get("version", "")
    try:
        revert(article, by=request.user, version=number_in(version) or 0, revision=revision)
    except Forbidden as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except (Stale, Redacted) as refusal:
        newer = _("Somebody changed this story since you opened this list, so nothing was restored.")
        messages.error(request, newer if isinstance(refusal, Stale) else str(refusal))
        response = revision_list(admin, request, pk)
        response.status_code = 409
        return response
    messages.success(
        request,
        _("The story is what it was in revision %(number)s. What it was before is in its revisions.")
        % {"number": number},
    )
    return back_to(article)


def changes(before: dict | None, after: dict) -> list[str]:
    """What is different between two snapshots, in words: "+120 words", "headline". `before` is None for the first."""
    if before is None:
        return [_("the first")]
    more, fewer = count_changed_words(Body(before["body"]), Body(after["body"]))
    counts = [f"{sign}{count}" for sign, count in (("+", more), ("−", fewer)) if count]
    words = ngettext("%(counts)s word", "%(counts)s words", more + fewer) % {"counts": " ".join(counts)}
    told = [words] if counts else []
    if not counts and before["body"] != after["body"]:
        told.append(_("form of the text"))
    return told + [str(called) for name, called in CALLED.items() if before.get(name) != after.get(name)]


def _named(article, number):
    """The revision of that number, that which is LIVE, or None for nothing. Raises Http404."""
    if not number:
        return None
    if number == LIVE:
        revision = live_revision(article)
        if revision is None:
            raise Http404("Readers have nothing of it now.")
        return revision
    return get_object_or_404(Revision.objects.select_related("made_by"), article=article, number=number_in(number))

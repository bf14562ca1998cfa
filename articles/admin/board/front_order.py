"""The screen on which editors put stories on top of the front page and of desks' pages, by dragging or by buttons."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.admin.shared.params import number_in, numbers_in
from articles.admin.shared.screens import at, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.story_status import state_on_lists, with_timeline
from articles.editorial.permissions import may_order_front
from articles.editorial.refusals import Refusal
from articles.editorial.site.front_order import front_order, set_front_order
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.top_story import MOST_ON_TOP
from articles.search import working_copies

OFFERED = 30  # of the newest stories, or of those found


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address among the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "order/", order, "order")]


def order(admin: ModelAdmin, request: StaffRequest) -> HttpResponse:
    """Show what stands on top of a page and what could; on a POST change it."""
    pages = [desk for desk in (None, *Desk.objects.all()) if may_order_front(request.user, desk)]
    if not pages:
        raise PermissionDenied
    desk = _asked(request.GET.get("desk", ""), pages)
    if request.method == "POST":
        return HttpResponseRedirect(_rearranged(request, desk))
    now, query = timezone.now(), request.GET.get("q", "").strip()
    on_top = front_order(desk)
    stories = with_timeline(Article.objects.filter(pk__in=on_top), now).in_bulk()
    chosen = [(stories[pk], state_on_lists(stories[pk], now)) for pk in on_top]
    context = {
        "pages": [(page, _address(page), page == desk) for page in pages],
        "desk": desk,
        "chosen": chosen,
        "focus": _button(request.GET.get("focus", "")),
        "is_full": len(chosen) >= MOST_ON_TOP,
        "most": MOST_ON_TOP,
        "query": query,
        "offered": _offered(desk, on_top, query, now),
    }
    return screen(admin, request, "board/front_order", gettext("Order of pages"), **context)


def moved(order: list[int], move: str) -> list[int]:
    """The order after a button was pressed: "up:5", "down:5", "off:5" or "on:5"; as it is for anything else."""
    how, story = _button(move)
    rest = [each for each in order if each != story]
    place = order.index(story) if story in order else len(order)
    if how == "off":
        return rest
    places = {"up": max(place - 1, 0), "down": place + 1, "on": place}
    return [*rest[: places[how]], story, *rest[places[how] :]] if how in places else order


def _button(move):
    """(what, which story) of a button's value; ("", 0) for anything else."""
    how, _, pk = move.partition(":")
    story = number_in(pk)
    return ("", 0) if story is None else (how, story)


def _asked(named, pages):
    """The page asked for among those that the person arranges; the first where none is named. Raises Http404."""
    if not named:
        return pages[0]
    for page in pages:
        if named == (str(page.pk) if page else "front"):
            return page
    raise Http404("No page of yours.")


def _rearranged(request, desk):
    """Change the order, say what happened, and return where to go on: to the button that was pressed."""
    move = request.POST.get("move", "")
    wanted = moved(numbers_in(request.POST.getlist("order")), move)
    try:
        stands = set_front_order(wanted, by=request.user, expected=numbers_in(request.POST.getlist("seen")), desk=desk)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return _address(desk)
    how, story = _button(move)
    if how in ("up", "down") and story in stands:
        ends, other = {"up": stands[0], "down": stands[-1]}, {"up": "down", "down": "up"}
        return _address(desk, focus=f"{other[how] if ends[how] == story else how}:{story}")
    messages.success(request, gettext("Readers see this order from now on."))
    return _address(desk)


def _address(desk, **more):
    query = urlencode({"desk": desk.pk if desk else "front", **more})
    return f"{reverse('admin:articles_article_order')}?{query}"


def _offered(desk, on_top, query, now):
    """Editions of stories that could be put on top: live or to come, newest first, found by the words of `query`."""
    shown = Edition.objects.shown_to_colleagues(now)
    editions = shown.filter(kind=Kind.PUBLISHED, ends_at__gt=now).exclude(article_id__in=on_top)
    if desk is not None:
        editions = editions.on_desk(desk)
    if query:
        editions = editions.filter(article__in=working_copies.find_articles(query))
    newest = editions.select_related("desk").order_by("-dated_at", "-article_id", "goes_live_at")
    offered: dict[int, Any] = {}
    for edition in newest[: 2 * OFFERED]:
        edition.is_to_come = edition.goes_live_at > now
        offered.setdefault(edition.article_id, edition)
    return list(offered.values())[:OFFERED]

"""The screen on which editors put stories on top of the front page and of desks' pages: on a picture of the page.

Each move goes into a draft, or into an order whose time has not come; readers have neither until somebody says so.
"""

from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.admin.board.front_picture import drawn, offered, waiting
from articles.admin.preview.preview import site_frame
from articles.admin.shared.params import moment_asked, number_in, numbers_in
from articles.admin.shared.screens import at as address_at
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.user_time_zone import user_time, which_clock
from articles.editorial.permissions import may_order_front
from articles.editorial.refusals import Refusal
from articles.editorial.site.front_order import OrderChanged, draft_of, drop_order, keep_order, let_hold
from articles.editorial.site.packages import add_to_package, take_from_package
from articles.models.desk import Desk
from articles.models.page_order import MOST_ON_TOP, PageOrder
from articles.page.lists.picture import picture

LATEST = 12  # orders of the past that are listed


class Shown(NamedTuple):
    """What the screen shows: an order, or None for newest first, its stories, and the moment of which the page is.

    `packages` are {title: ids} under what is on top. `kept` is the order that a move changes, None for a draft that is
    yet to be made; `is_then` says that the page is only looked at, as it was or will be.
    """

    order: PageOrder | None
    ids: list[int]
    packages: dict[str, list[int]]
    at: datetime
    kept: PageOrder | None = None
    is_then: bool = False


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address among the stories' screens, for the ModelAdmin `admin`."""
    return [address_at(admin, "order/", order, "order")]


def order(admin: ModelAdmin, request: StaffRequest) -> HttpResponse:
    """Show a page with what stands on top of it, `?order=` of a time to come, `?at=` a moment; on a POST change it."""
    pages = [desk for desk in (None, *Desk.objects.all()) if may_order_front(request.user, desk)]
    if not pages:
        raise PermissionDenied
    desk = _asked(request.GET.get("desk", ""), pages)
    if request.method == "POST":
        return HttpResponseRedirect(_changed(request, desk))
    now, query = timezone.now(), request.GET.get("q", "").strip()
    shown = _shown(request, desk, now)
    frame = site_frame()
    drawing = picture(desk, shown.ids, shown.packages, at=shown.at, now=now, desks=frame["desks"])
    context = {
        "title": gettext("Order of pages"),
        "pages": [(page, _address(page), page == desk) for page in pages],
        "desk": desk,
        "shown": shown,
        "orders": list(PageOrder.objects.of(desk).to_come(now).select_related("changed_by")),
        "past": _past(desk, now),
        "page": drawn(drawing, shown, _button(request.GET.get("focus", ""))),
        "waiting": waiting(shown, drawing.on_top, now),
        "most": MOST_ON_TOP,
        "query": query,
        "offered": [] if shown.is_then else offered(desk, shown.ids, query, now),
        "now": now,
        "own": _address(desk, **({"order": shown.kept.pk} if shown.kept else {})),
        "address": _address(desk),
        "clock": which_clock(),
        "clock_name": timezone.get_current_timezone_name(),
        "screen_keys": [(gettext("Alt and ↑ or ↓"), gettext("Move the story that has the focus up or down"))],
    }
    return render(request, "admin/articles/board/front_order.html", frame | context)


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


def _shown(request, desk, now):
    """What was asked for: a moment, an order to come, or else the draft, and without one what readers have."""
    orders = PageOrder.objects.of(desk).select_related("changed_by")
    then = _moment(request, now)
    if then is not None:
        held = orders.in_force(then).first()
        return Shown(held, _top(held), _packages(held), then, is_then=True)
    asked = number_in(request.GET.get("order", ""))
    kept = orders.to_come(now).filter(pk=asked).first() if asked else draft_of(desk)
    held = kept or orders.in_force(now).first()
    return Shown(held, _top(held), _packages(held), (kept and kept.goes_live_at) or now, kept)


def _top(order):
    return order.stories() if order else []


def _packages(order):
    return order.packages() if order else {}


def _moment(request, now):
    """The moment asked for in the address, or None."""
    return now if request.GET.get("at", "").strip() == "now" else moment_asked(request, request.GET)


def _changed(request, desk):
    """Do what was asked, say what happened, and return where to go on: to the button that was pressed."""
    posted, kept = request.POST, None
    seen, move, named = numbers_in(posted.getlist("seen")), posted.get("move", ""), number_in(posted.get("kept", ""))
    try:
        if named is not None:
            kept = PageOrder.objects.of(desk).filter(pk=named).first()
            if kept is None:
                raise OrderChanged
        if desk is None and (posted.get("do") == "package" or move.startswith("out:")):
            return _packaged(request, kept, move)
        if kept is not None and posted.get("do"):
            return _decided(request, desk, kept, seen)
        wanted = moved(numbers_in(posted.getlist("order")), move)
        kept = keep_order(wanted, by=request.user, expected=seen, desk=desk, order=kept)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return _address(desk)
    how, story = _button(move)
    stands = kept.stories()
    which = {"order": kept.pk} if kept.goes_live_at else {}
    if how in ("up", "down") and story in stands:
        ends, other = {"up": stands[0], "down": stands[-1]}, {"up": "down", "down": "up"}
        return _address(desk, focus=f"{other[how] if ends[how] == story else how}:{story}", **which)
    return _address(desk, **({"focus": f"off:{story}"} if how == "on" else {}), **which)


def _packaged(request, kept, move):
    """Put the ticked stories together under the title, after those that it has, or take one out; where to go on."""
    how, story = _button(move)
    if how == "out":
        kept = take_from_package(story, by=request.user, order=kept)
    else:
        ticked = numbers_in(request.POST.getlist("story"))
        kept = add_to_package(request.POST.get("title", ""), ticked, by=request.user, order=kept)
    return _address(None, **({"order": kept.pk} if kept.goes_live_at else {}))


def _decided(request, desk, order, seen):
    """Give an order to readers, now or at a time, or throw it away; returns where to go on."""
    do = request.POST["do"]
    if do == "drop":
        drop_order(order, by=request.user)
        messages.success(request, gettext("Thrown away. Readers never had it."))
    elif do == "show":
        let_hold(order, by=request.user, expected=seen)
        messages.success(request, gettext("Readers see this order from now on."))
    elif do == "time" and (at := moment_asked(request, request.POST)):
        let_hold(order, by=request.user, expected=seen, at=at)
        messages.success(request, gettext("Readers see this order from %(time)s.") % {"time": user_time(at)})
        return _address(desk, order=order.pk)
    return _address(desk)


def _past(desk, now):
    """(order, its address) of the latest orders that readers had or have, the newest first."""
    orders = PageOrder.objects.of(desk).filter(goes_live_at__lte=now).select_related("changed_by")
    return [(each, _address(desk, at=f"{each.goes_live_at:%Y-%m-%dT%H:%M:%S.%f%z}")) for each in orders[:LATEST]]


def _address(desk, **more):
    query = urlencode({"desk": desk.pk if desk else "front", **more})
    return f"{reverse('admin:articles_article_order')}?{query}"

"""A desk's page: what editors put on top and its newest stories in order of rank, then all of them by day."""

from django.shortcuts import render
from django.utils import timezone

from articles.models.desk import Desk
from articles.reader.cards import by_day, cards, listed, on_top, opening
from articles.reader.heads import desk_head
from articles.reader.house import house_page
from articles.reader.moved import follows
from articles.reader.paging import page_of_stories
from articles.reader.site import reader_page, site_context


@reader_page
@follows(Desk, lambda now: Desk.objects)
def desk_page(request, slug):
    """A desk's stories; with `?before=` the page of the list after that cursor, without the opening.

    Where no desk has this address it is the page of the house that has it.
    """
    now = timezone.now()
    site = site_context(request)
    desk = next((desk for desk in site["desks"] if desk.slug == slug), None)
    if desk is None:
        return house_page(request, site, slug)
    before = request.GET.get("before", "")
    page = page_of_stories(listed(desk.editions.live(now)), before)
    top = [] if before else on_top(now, desk)
    there = {edition.article_id for edition in top}
    stories = cards([*top, *(edition for edition in page.rows if edition.article_id not in there)], now)
    opened = None if before else opening(stories, len(top))
    days = by_day([card for card in stories if opened is None or card not in opened])
    context = {"current_desk": desk, "now": now, "opening": opened, "days": days, "next": page.next, "before": before}
    return render(request, "reader/desk.html", site | desk_head(desk, stories, before) | context)

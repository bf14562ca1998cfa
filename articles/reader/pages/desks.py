"""A desk's page: what editors put on top and its newest stories in order of rank, then all of them by day."""

from operator import attrgetter

from django.db.models import OuterRef, Subquery
from django.shortcuts import render

from articles.freshness import tags
from articles.freshness.reading import good_until, made_of, moment
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.page.lists.cards import OPENING_FIELDS, by_day, card_rows, cards, opening
from articles.page.lists.front_page import places
from articles.reader.pages.static_page import static_page
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.meta_tags import desk_head
from articles.reader.parts.pagination import page_of_stories, place_of_story, rows_after, stories_after
from articles.reader.parts.redirects import redirect_merged
from articles.reader.parts.site_frame import site_context
from articles.site_time_zone import day_after


@reader_page
@redirect_merged(Desk, lambda now: Desk.objects)
def desk_page(request, slug):
    """A desk's stories; with `?before=` the page of the list after that cursor, without the opening.

    Where no desk has this address it is the static page that has it.
    """
    now = moment()
    good_until(day_after(now))
    site = site_context(request)
    desk = next((desk for desk in site["desks"] if desk.slug == slug), None)
    if desk is None:
        return static_page(request, site, slug)
    before = request.GET.get("before", "")
    top, page = _top_and_page(desk, before, now)
    if not before:
        made_of(tags.stories("desk", desk.pk))
    there = {story.article_id for story in top}
    rows = [*top, *(story for story in page.rows if story.article_id not in there)]
    stories = cards(rows, now, signed=0 if before else None)
    opened = None if before else opening(stories, len(top))
    days = by_day([card for card in stories if opened is None or card not in opened])
    context = {"current_desk": desk, "now": now, "opening": opened, "days": days, "next": page.next, "before": before}
    return render(request, "reader/desk.html", site | desk_head(desk, stories, before) | context)


def _top_and_page(desk, cursor, now):
    """(what editors have put on top, in their order, on the first page; the Page after a cursor), in one query."""
    place = place_of_story(cursor)
    rows = _on_top_and_after(at=now, desk=desk.pk, **place)
    top = [] if cursor else [row for row in rows if row.top_place is not None]
    return sorted(top, key=attrgetter("top_place", "article_id")), page_of_stories(
        rows_after(rows, **place), cursor, of=tags.stories("desk", desk.pk)
    )


def _on_top_and_after(at, desk, moment, article):
    """A desk's live stories after a place, and wherever they stand those that editors have put on top."""
    stories, held = Edition.objects.live(at).on_desk(desk), places(desk, at)
    listed = Edition.objects.listed(at).on_desk(desk)
    page = Edition.objects.filter(pk__in=stories_after(listed, moment, article).values("pk"))
    top = stories.filter(article_id__in=held.values("article_id"))
    both = page.order_by().values("pk").union(top.order_by().values("pk")).order_by()
    place = Subquery(held.filter(article_id=OuterRef("article_id")).values("position"))
    found = Edition.objects.filter(pk__in=both).annotate(top_place=place).order_by()
    return card_rows(found, *OPENING_FIELDS, "top_place")

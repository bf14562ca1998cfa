"""The front page: what editors put on top, the newest, opinion, a quote of the day, and a river for each desk."""

import re

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render

from articles.freshness import tags
from articles.freshness.reading import good_until, made_of, moment
from articles.page.lists.cards import opening
from articles.page.lists.front_page import below, front_cards
from articles.page.lists.strips import latest_corrections
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.meta_tags import front_head
from articles.reader.parts.redirects import moved_here
from articles.reader.parts.site_frame import site_context
from articles.reader.parts.view_counter import most_read
from articles.site_time_zone import day_after

WORDPRESS_NUMBER = re.compile(r"p(?:age_id)?=[0-9]{1,18}")


@reader_page
def front(request):
    """The front page; 301 for a number by which WordPress knew a story that has come from there."""
    now = moment()
    numbered = WORDPRESS_NUMBER.fullmatch(request.META.get("QUERY_STRING", ""))
    if numbered and (moved := moved_here(f"/?{numbered[0]}", now)):
        return HttpResponsePermanentRedirect(moved)
    made_of(tags.stories())
    good_until(day_after(now))
    site = site_context(request)
    stories, top, packages = front_cards(now)
    opened = opening(stories, top)
    together = [card.story.article_id for package in packages for card in package.cards]
    context = {
        "now": now,
        "opening": opened,
        "packages": packages,
        "below": below(opened, stories, site["desks"], now, without=together),
        "most_read": most_read(now),
        "mended": latest_corrections(now),
    }
    return render(
        request, "reader/front.html", site | front_head(opened, site["publisher"], site["static_pages"]) | context
    )

"""Everything, newest first."""

from django.shortcuts import render

from articles.freshness import tags
from articles.freshness.reading import moment
from articles.models.edition import Edition
from articles.page.lists.cards import by_day, card_rows, cards
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.meta_tags import latest_head
from articles.reader.parts.pagination import page_of_stories, place_of_story, stories_after
from articles.reader.parts.site_frame import site_context


@reader_page
def latest(request):
    """All stories by day, from the newest or from the cursor `?before=` on."""
    now = moment()
    before = request.GET.get("before", "")
    page = page_of_stories(_latest(at=now, **place_of_story(before)), before, of=tags.stories())
    stories = cards(page.rows, now, signed=0)
    context = {"days": by_day(stories), "next": page.next, "before": before}
    return render(request, "reader/latest.html", site_context(request) | latest_head(stories, before) | context)


def _latest(at, moment, article):
    return card_rows(stories_after(Edition.objects.listed(at), moment, article))

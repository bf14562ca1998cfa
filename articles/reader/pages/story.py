"""A story's page at its address; a redirect where it has moved, and the page of what is gone."""

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import OuterRef
from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from articles.database.read_snapshot import read_snapshot
from articles.embargo import live
from articles.freshness import tags
from articles.freshness.reading import made_of, moment
from articles.models.private_history import is_private
from articles.models.section import Section
from articles.page.canonical_url import absolute_url
from articles.page.open_graph import open_graph
from articles.page.photos import lead_preload
from articles.page.stories import HAS_VERSIONS, IS_UPDATE, linked_addresses, rows_of, versions_of
from articles.page.story import Earlier, story_of
from articles.page.story_html import story_html
from articles.reader.pages.gone import gone
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.next_stories import note_earlier, note_next, way_through, why
from articles.reader.parts.redirects import article_ids_at
from articles.reader.parts.site_frame import site_context
from articles.site_identity import identity
from articles.text.characters import without_soft_hyphens

NUMBER = re.compile(r"[0-9]{1,18}")  # fits an integer of every database


@csrf_exempt  # nothing is changed here, so that a POST hears 405 and not that a token is missing
@reader_page
def story(request, year, month, slug):
    """The page of the live story at this address; 301, 410 or 404 where there is none."""
    return respond_for_story(request, f"/{year}/{month}/{slug}/", _page)


def respond_for_story(request, path, answer, *, part=""):
    """`answer(request, edition, sections, now)` for the live story that `path` leads to; one query.

    Where its address is another by now: 301 to that, or to the `part` under it. Where it is gone: the page that says
    so, 410. Http404 where no story ever was.
    """
    now = moment()
    with read_snapshot():
        sections = _live_sections(path, now)
        if not sections:
            return gone(request, path, now)
        edition = sections[0].edition
        made_of(tags.SITE, tags.story(edition.article_id))
        if edition.path == path:
            return answer(request, edition, sections, now)
    return HttpResponsePermanentRedirect(edition.path + part)


def entry_id(request):
    """The id of the story whose list the reader is in, from `?after=`; None where that is missing or no id."""
    named = request.GET.get("after", "")
    return int(named) if NUMBER.fullmatch(named) else None


def story_at(edition, sections, now, *, entry=None):
    """The page's Story of a live edition and its sections; five queries, one where its text links to our stories, two
    where it is there in other languages.

    What comes next is taken from the list of the story of id `entry`, if that leads here, else from its own.
    """
    entry, rest, earlier = way_through(edition, now, entry)
    following = next(iter(rest), None)
    rows = rows_of([edition], now)[edition.pk]
    lead = next((row.topic_id for row in rows["topics"] if row.is_lead), None)
    note_earlier(edition, earlier, lead)
    if entry == edition.article_id:
        note_next(edition, following, lead)
    value = story_of(
        edition,
        at=now,
        sections=sections,
        updated_at=edition.goes_live_at if sections[0].is_update else None,
        following=following,
        has_history=not sections[0].has_private_history,
        linked=linked_addresses(sections, rows["placements"], now),
        **rows,
    )
    if sections[0].has_versions:
        value = replace(value, versions=versions_of(edition.article_id, now))
    return _within(value, entry, following, earlier)


def story_context(story, *, first):
    """The template variables of a story's head and article, on its own page or in another's."""
    return {
        "story": story,
        "title": without_soft_hyphens(f"{story.search_headline} · {identity().name}"),
        "description": without_soft_hyphens(story.dek),
        "article": story_html(story, first=first),
        "canonical": absolute_url(story.path),
        "versions": [(each.language, absolute_url(each.url)) for each in story.versions],
        "oembed": absolute_url(f"/oembed?{urlencode({'url': absolute_url(story.path)})}"),
        "open_graph": open_graph(story),
    }


def _page(request, edition, sections, now):
    site = site_context(request, desk=edition.desk)
    value = story_at(edition, sections, now, entry=entry_id(request))
    context = story_context(value, first=True) | {"preload": lead_preload(value.lead), "frames": value.frames}
    response: Any = render(request, "reader/story.html", site | context)
    if value.frames:  # of this page alone, after a click
        response._csp_config = settings.SECURE_CSP | {"frame-src": value.frames}
    return response


def _within(story, entry, following, earlier):
    """The story with what its topic had before it, and with a link that says why it leads on and in whose list."""
    story = replace(story, earlier=tuple(map(_earlier, earlier)))
    if story.next is None:
        return story
    return replace(story, next=story.next._replace(url=f"{story.next.url}?after={entry}", why=why(following)))


def _earlier(edition):
    return Earlier(edition.headline, edition.path, edition.language, edition.dated_at)


def _live_sections(path, now):
    """The sections, with edition and desk, of the live story that this address leads to; none when it isn't live.

    Each says in `is_update` whether readers have seen other words of the story before, and in `has_private_history`
    whether they may see which.
    """
    return list(
        Section.objects.filter(live(now, "edition__"), edition__article_id__in=article_ids_at(path, now))
        .select_related("edition__desk")
        .annotate(is_update=IS_UPDATE, has_private_history=is_private(OuterRef("edition__article_id")))
        .annotate(has_versions=HAS_VERSIONS)
    )

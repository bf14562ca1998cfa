"""What "scroll for next" asks for: an entry story's reading list, and each story of it as a part of another's page."""

from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from articles.reader.pages.story import entry_id, respond_for_story, story_at, story_context
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.next_stories import reading_list, reason, rest_of_list, why

LIST, PART = "next.json", "article.html"


@csrf_exempt  # as the story's own page
@reader_page
def next_list(request, year, month, slug):
    """The reading list of the story at this address, as JSON: {"stories": [{id, path, headline, language, direction,
    reason, why}]}, why each follows as a word for programs and in the site's words.

    With `?after=` it is the rest of the list of that story. 301, 410 or 404 like the story's page.
    """
    return respond_for_story(request, f"/{year}/{month}/{slug}/", _list, part=LIST)


@csrf_exempt
@reader_page
def story_part(request, year, month, slug):
    """The story's article in its later form, under the head of its own page; 301, 410 or 404 like that page."""
    return respond_for_story(request, f"/{year}/{month}/{slug}/", _part, part=PART)


def _list(request, edition, sections, now):
    entry = entry_id(request)
    rest = rest_of_list(entry, edition.article_id, now) if entry else None
    listed = reading_list(edition, now) if rest is None else rest
    return _unlisted(JsonResponse({"stories": [_line(each) for each in listed]}))


def _line(edition):
    return {
        "id": edition.article_id,
        "path": edition.path,
        "headline": edition.headline,
        "language": edition.language,
        "direction": edition.direction,
        "reason": reason(edition),
        "why": why(edition),
    }


def _part(request, edition, sections, now):
    context = story_context(story_at(edition, sections, now), first=False)
    return _unlisted(render(request, "reader/story_part.html", context))


def _unlisted(response):
    """The response, with a word to search engines that the story's own page is the one to list."""
    response.headers["X-Robots-Tag"] = "noindex"
    return response

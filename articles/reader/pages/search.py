"""The search page, and the suggestions it asks for while somebody types."""

from datetime import timedelta

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.freshness.reading import moment
from articles.reader.pages.people import public_people
from articles.reader.pages.topics import public_topics
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.site_frame import site_context
from articles.search.find_stories import BrokenCursor, Filters, search
from articles.search.suggestions import suggest
from articles.site_time_zone import site_midnight

FIELDS = ("q", "desk", "topic", "person", "byline", "from", "to")
UNKNOWN_PERSON = gettext_noop("There is no such person, so nothing was left out for them.")
# Filters without a field in the form: the rows to choose from, the sentence on the filter, and that on no such row.
POINTED = {
    "topic": (
        public_topics,
        gettext_noop("Only stories on {name}."),
        gettext_noop("There is no such topic, so nothing was left out for it."),
    ),
    "person": (public_people, gettext_noop("Only stories with {name}."), UNKNOWN_PERSON),
    "byline": (public_people, gettext_noop("Only stories by {name}."), UNKNOWN_PERSON),
}
LONGEST_ECHO = 400
# Arithmetic with dates beyond these would leave the calendar.
FIRST_YEAR, LAST_YEAR = 1601, 8999


@reader_page
def search_page(request):
    """What stories say about `?q=`, best and newest first, within `desk`, `topic`, `person`, `byline`, `from`, `to`."""
    now, site = moment(), site_context(request)
    typed = {name: request.GET.get(name, "").replace("\0", " ") for name in FIELDS}
    asked = {name: " ".join(words[:LONGEST_ECHO].split()) for name, words in typed.items()}
    filters, narrowed, notes = narrowing(asked, site["desks"], now)
    after = request.GET.get("after", "")
    try:
        results = search(typed["q"], at=now, filters=filters, cursor=after)
    except BrokenCursor as error:
        raise Http404("This address has a slip in it.") from error
    meant, instead = asked | {"q": results.did_you_mean}, None
    if results.did_you_mean and not results.hits:
        instead = results = search(meant["q"], at=now, filters=filters)
    context = {
        "asked": asked,
        "results": results,
        "instead": instead,
        "meant": meant["q"],
        "narrowed": narrowed,
        "hidden": list(POINTED),
        "notes": notes,
        "is_later": bool(after),
        "completions": [] if instead or filters else completions(asked["q"], results, now),
        "widened_address": address({"q": asked["q"]}) if filters else "",
        "meant_address": address(meant),
        "next": address(meant if instead else asked, after=results.next),
    }
    return render(request, "reader/search.html", site | context)


@reader_page
def suggestions(request):
    """At most eight names and headlines for the beginning typed so far, as JSON: {"suggestions": […]}."""
    found = suggest(request.GET.get("q", ""), at=moment())
    return JsonResponse({"suggestions": [suggestion.words for suggestion in found]})


def completions(asked, results, now):
    """The Suggestions for a search with few results, less what its page shows already: the last word may be unfinished.

    They are those shown while typing, for readers who saw none then.
    """
    if not (asked and results.is_little):
        return []
    shown = {hit.story.path for hit in results.hits} | {each.path for each in results.named}
    return [suggestion for suggestion in suggest(asked, at=now) if suggestion.path not in shown]


def address(asked, **more):
    """The query string that asks this, without what is empty."""
    return "?" + urlencode({name: value for name, value in (asked | more).items() if value})


def narrowing(asked, desks, now):
    """(Filters, what they are in words, sentences on what was not understood) for the fields of the form.

    What they are is a list of (sentence, query string without it), for filters that the form has no field for.
    """
    notes, narrowed, ids = [], [], {}
    if asked["desk"]:
        ids["desk"] = next((desk.pk for desk in desks if desk.slug == asked["desk"]), None)
        notes += [] if ids["desk"] else [_("There is no such desk, so these are stories of all desks.")]
    for field, (public, sentence, unknown) in POINTED.items():
        row = public(now).filter(slug=asked[field]).first() if asked[field] else None
        if row is not None:
            ids[field] = row.pk
            filtered = format_html(_(sentence), name=format_html("<bdi>{}</bdi>", row.name))
            narrowed.append((filtered, address(asked | {field: ""})))
        elif asked[field]:
            notes.append(_(unknown))
    return Filters(**ids, **_days(asked, notes)), narrowed, notes


def _days(asked, notes):
    """The filters `since` and `until` of the form's two dates, which may stand in either order."""
    since, until = (_day(asked[name], notes) for name in ("from", "to"))
    if since and until and until < since:
        since, until = until, since
    return {"since": since, "until": until and until + timedelta(days=1)}


def _day(words, notes):
    """The beginning of the day that words name, in the site's time zone; None for none, with a note when unclear."""
    try:
        day = parse_date(words)
    except ValueError:
        day = None
    if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
        return site_midnight(day)
    if words:
        unclear = _("“{words}” is no date, so it was left out. Write it like 2026-05-21.")
        notes.append(unclear.format(words=words[:40]))
    return None

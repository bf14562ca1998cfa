"""What stands beside a story's text: how it stands, actions, history, timeline and the people an import found."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.photos.choosing import picture_of
from articles.admin.publishing.guesses import guesses_for
from articles.admin.shared.actions import offered
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.user_time_zone import both_times, user_time
from articles.admin.story.action_bar import details_of
from articles.admin.story.autosave_api import autosave_data
from articles.admin.story.form import ArticleForm
from articles.admin.story.seal import people_in
from articles.admin.story.standing import standing
from articles.admin.story.toolbar import COMMANDS, KEYS, WITH_PHOTOS
from articles.editorial.directory.suggested_people import meant_by
from articles.editorial.permissions import (
    may_choose_next_story,
    may_make_templates,
    may_redact,
    may_seal,
    may_share_preview,
)
from articles.editorial.publishing.readiness import body_of
from articles.editorial.readiness.photos import library_of
from articles.editorial.writing.presence import last_writer
from articles.editorial.writing.working_copy import Stale
from articles.embargo import FAR_FUTURE
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.house_word import HouseWord
from articles.models.person import Person
from articles.models.person_suggestion import PersonSuggestion
from articles.text.body.body import Body

MOST_HISTORY = 30


@dataclass(frozen=True)
class HistoryLine:
    """One line of a story's past: when, who and what."""

    at: datetime
    by: str
    what: str
    note: str = ""


def sidebar_context(request: StaffRequest, original: Article | None, form: ArticleForm) -> dict[str, Any]:
    """The template variables around the form of `original`, a saved Article, or None for a story not begun."""
    now = timezone.now()
    refusal: Any = getattr(request, "refusal", None)
    article = original or Article(created_by=request.user)
    details = details_of(request, article)
    context = {
        "is_stale": isinstance(refusal, Stale),
        "refusal": refusal,
        "commands": [each for each in COMMANDS if not form.is_for_pictures or each.name in WITH_PHOTOS],
        "is_for_pictures": form.is_for_pictures,
        "keys": KEYS,
        "has_house_words": HouseWord.objects.exists(),
        "is_nav_sidebar_enabled": False,  # the sheet needs the room; the way back is above it
    }
    actions = offered(article, by=request.user, now=now)
    if actions:
        context["autosave"] = autosave_data(request, original, form)
    if context["is_stale"]:
        context["newest_version"] = refusal.article.version
    stored = article if original is None or not form.is_bound else Article.objects.get(pk=original.pk)
    body = body_of(stored)
    library = library_of([(stored, body)])
    context |= standing(stored, body, actions, details, now, library)
    if original is None:
        return context
    if actions:
        context |= guesses_for(stored, body, request.user, now)
    context["saved"] = _saved(stored) if not form.is_bound else ""
    return context | _beside(stored, body, library, request.user, now)


def _beside(article, body, library, user, now):
    """What stands beside a saved story and below it, and what that person may go on to."""
    return {
        "history": history(article),
        "may_choose_next_story": may_choose_next_story(user, article),
        "may_redact": may_redact(user, article),
        "may_make_template": may_make_templates(user) and not article.is_sealed and not article.is_template,
        "may_seal": may_seal(user, article),
        "sealed_to": people_in(article, user) if article.is_sealed else "",
        "may_share_preview": may_share_preview(user, article),
        "timeline": timeline(article, now),
        "suggestions": suggestions(article),
        "photos": {
            placed.photo: picture_of(library[placed.photo]) for placed in body.photos if placed.photo in library
        },
        "people": people_linked_in(body),
        "lead_picture": picture_of(lead) if (lead := library.get(article.lead_photo_id)) else None,
    }


def _saved(article):
    """When and by whom the newest state was saved, in words."""
    by = last_writer(article)
    said = {"time": user_time(article.changed_at), "name": by}
    return _("Saved %(time)s by %(name)s") % said if by else _("Saved %(time)s") % said


def history(article: Article) -> list[HistoryLine]:
    """What was done to the story, newest first: saved states and verbs as HistoryLines, at most MOST_HISTORY."""
    kept = article.revisions.select_related("made_by").defer("snapshot")[:MOST_HISTORY]
    done = article.log.select_related("by")[:MOST_HISTORY]
    lines = [
        HistoryLine(row.made_at, _name(row.made_by), f"{row.get_reason_display()} as revision {row.number}", row.name)
        for row in kept
    ]
    lines += [HistoryLine(row.at, _doer(row), row.verb.replace("-", " ").capitalize(), row.note) for row in done]
    return sorted(lines, key=lambda line: line.at, reverse=True)[:MOST_HISTORY]


def _doer(entry):
    """Who did what an entry of the log tells of; who sealed a story it never says."""
    return _("somebody") if entry.by is None and entry.verb == "seal" else _name(entry.by)


def _name(user):
    return str(user) if user else _("somebody who has left")


def timeline(article: Article, now: datetime) -> list[Edition]:
    """The story's editions, newest first, each saying in `interval` when it holds and in `is_now` whether now."""
    editions = list(article.editions.select_related("made_by"))
    for edition in editions:
        start, end = (both_times(at) if at > now else user_time(at) for at in (edition.goes_live_at, edition.ends_at))
        end = _("open end") if edition.ends_at == FAR_FUTURE else end
        edition.interval = _("%(start)s to %(end)s") % {"start": start, "end": end}
        edition.is_now = edition.goes_live_at <= now < edition.ends_at
    return editions


def suggestions(article: Article) -> list[tuple[PersonSuggestion, list[Person]]]:
    """(suggestion, the people it can mean today) for those that the import found and nobody has decided on."""
    rows = list(article.suggestions.select_related("person"))
    meant = meant_by(rows)
    return [(row, meant[row.pk]) for row in rows]


def people_linked_in(body: Body) -> dict[int, str]:
    """The names of the people that the text mentions or quotes, by id, for the editor to show."""
    people = Person.objects.filter(pk__in=body.linked_people)
    return dict(people.values_list("pk", "name"))

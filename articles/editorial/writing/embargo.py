"""A story's embargo: set with the text that names it, made earlier or lifted only by those who may publish."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_publish, require
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.user import User
from articles.site_time_zone import site_time
from articles.text.body.body import Body
from articles.text.instructions.embargo import ParsedEmbargo, is_embargo, read_embargo

FIELDS = ("embargo_words", "embargo_until")
TOP = 6  # blocks of a body in which a line of an embargo is looked for: below, a text quotes one
SHORT = 4  # words of a line that says “embargoed” and no moment


class NoEmbargo(Refusal):
    """There is nothing to lift."""

    sentence = gettext_lazy("This story is under no embargo.")


class ReasonNeeded(Refusal):
    """Who lifts an embargo says why."""

    sentence = gettext_lazy("Say, for the log, why the embargo holds no longer.")


@noted
def lift_embargo(article: Article, *, by: User, reason: str) -> Article:
    """Let the story's embargo hold no longer, for a reason in words that the log keeps.

    Raises Forbidden, ReasonNeeded or NoEmbargo.
    """
    require(may_publish(by, article), _("lift the embargo of this story"))
    if not reason.strip():
        raise ReasonNeeded
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=article.pk)
        if not is_set(article):
            raise NoEmbargo
        log_action(article, "lift-embargo", by, f"{reason} ({in_words(article)})")
        article.embargo_words, article.embargo_until = "", None
        article.save(update_fields=FIELDS)
    return article


def embargo_of(article: Article, body: Body, now: datetime) -> ParsedEmbargo | None:
    """The embargo of the working copy: what was noted when it came in, or a line that stands on top of its text.

    Of the two the stricter holds. `body` is the working copy's.
    """
    noted = ParsedEmbargo(article.embargo_words, article.embargo_until) if is_set(article) else None
    lines = [words for _field, words in typed_lines(article, body, now)]
    typed = read_embargo(lines, now=now, zone=timezone.get_default_timezone())
    if noted is None or typed is None:
        return noted or typed
    return typed if is_stricter(typed.until, noted.until) else noted


def typed_lines(article: Article, body: Body, now: datetime) -> Iterator[tuple[str, str]]:
    """(field, words) of what stands on top of a text, says when it may go out, and is not for readers."""
    for field in ("headline", "dek"):
        if _names_a_moment(line := getattr(article, field), now):
            yield field, line
    for block in body.blocks[:TOP]:
        is_line = block.kind in ("p", "h2") and is_embargo(block.text)
        if is_line and (len(block.text.split()) <= SHORT or _names_a_moment(block.text, now)):
            yield "body", block.text


def _names_a_moment(line: str, now: datetime) -> bool:
    """Whether a line is an embargo with a moment."""
    found = read_embargo([line], now=now, zone=timezone.get_default_timezone()) if is_embargo(line) else None
    return found is not None and found.until is not None


def typed_embargo(article: Article, html: str, note: str, now: datetime) -> dict[str, Any]:
    """The working fields that change when an embargo that was typed on top of a tidy body goes where it belongs.

    Its lines leave the body for the note for colleagues, as importing would have it; {} when there is none.
    """
    body = Body(html)
    lines = [words for field, words in typed_lines(article, body, now) if field == "body"]
    if not lines:
        return {}
    embargo = embargo_of(article, body, now)
    head, rest = body.nodes[:TOP], body.nodes[TOP:]
    kept = [node for node in head if node.tag not in ("p", "h2") or Body.of_nodes([node]).text not in lines]
    notes = [note, *(_("For editors only: %(line)s") % {"line": line} for line in lines)]
    return {
        "body": Body.of_nodes([*kept, *rest]).html,
        "editor_note": "\n".join(filter(None, notes)),
        "embargo_words": embargo.words if embargo else "",
        "embargo_until": embargo.until if embargo else None,
    }


def is_stricter(until: datetime | None, other: datetime | None) -> bool:
    """Whether an embargo holds longer than another; one that names no moment (None) holds until it is lifted."""
    return other is not None and (until is None or until > other)


def is_set(article: Article) -> bool:
    """Whether an embargo was noted for the story."""
    return bool(article.embargo_words) or article.embargo_until is not None


def without_lifted_embargo(article: Article, fields: Mapping[str, Any], *, by: User) -> Mapping[str, Any]:
    """The working fields without an emptied embargo, which only `lift_embargo` takes away.

    Without an earlier one either, unless `by` may publish the story.
    """
    if not is_set(article) or not fields.keys() & set(FIELDS):
        return fields
    words, until = (fields.get(name, getattr(article, name)) for name in FIELDS)
    is_emptied = not words and until is None
    is_earlier = is_stricter(article.embargo_until, until) and not may_publish(by, article)
    if is_emptied or is_earlier:
        return {name: value for name, value in fields.items() if name not in FIELDS}
    return fields


def in_words(article: Article) -> str:
    """The story's embargo as the log says it."""
    until = article.embargo_until
    return said_until(until) if until else _("embargoed: %(words)s") % {"words": article.embargo_words}


def said_until(until: datetime) -> str:
    """The moment of an embargo on the site's clock: "embargoed until 22 May 2026, 00:01"."""
    return _("embargoed until %(time)s") % {"time": date_format(site_time(until), "DATETIME_FORMAT")}


def embargo_in_words(embargo: ParsedEmbargo) -> str:
    """What a text says of its embargo, for editors."""
    if embargo.until is None:
        return _("The text says it is embargoed: “%(words)s”") % {"words": embargo.words}
    return _("The text says: %(embargoed)s.") % {"embargoed": said_until(embargo.until)}

"""Redaction by order of law, the one verb that changes the past: words go for good; dates, paths and hashes stay."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_redact, require
from articles.editorial.publishing.timeline import blank_editions
from articles.editorial.refusals import Refusal
from articles.editorial.writing.preview_links import revoke_all
from articles.editorial.writing.working_copy import HEADLINES_FOR_PLACES, lock, snapshot
from articles.embargo import Kind
from articles.models.article import Article, Stage
from articles.models.correction import REMOVED
from articles.models.edition import Edition
from articles.models.user import User
from articles.search import working_copies
from articles.signals import timeline_changed
from articles.text.body.body import Body
from articles.text.languages.folding import fold

# What a snapshot, and the working copy, hold of words; the slug stays, since an address is never lost.
BESIDE = ("working_title", "editor_note", "embargo_words")
WORDS = ("headline", *HEADLINES_FOR_PLACES, "dek", "body", "place", "lead_caption", "lead_credit")
# The entries of the log that repeat what a story says, or said.
REPEATING = ("correct", "no notice", "accept person", "drop person")
EMPTY: dict[str, Any] = dict.fromkeys(WORDS, "") | {"lead_photo": None, "lead_topic": None, "topics": [], "bylines": []}


class ReasonNeeded(Refusal):
    """What cannot be undone is not done without a reason."""

    sentence = gettext_lazy("Say, for the log, whose order this follows.")


class StillThere(Refusal):
    """What readers see, or will see, and what editors work on is changed by the ordinary verbs first."""


class NothingToRedact(Refusal):
    """No kept state of the story holds these words."""

    sentence = gettext_lazy("Nothing that was kept of this story holds these words.")


@noted
def redact(article: Article, *, by: User, reason: str, words: str = "") -> int:
    """Blank, for good, every past edition and kept revision that holds `words`; without any, all there is of the story.

    Returns how many editions went. Each keeps its dates, its address and the SHA-256 of what it said. With `words` the
    story itself goes on: readers and the working copy must be rid of them already. Without, it must be withdrawn or
    never have been out, and its working copy goes too. Preview links to it end either way. `reason` is for the log and
    must not hold what is removed.
    Raises Forbidden, ReasonNeeded, StillThere or NothingToRedact.
    """
    require(may_redact(by, article), _("remove words for legal reasons"))
    if not reason.strip():
        raise ReasonNeeded
    with transaction.atomic():
        article, now = lock(article), timezone.now()
        holds = _searcher(words)
        _require_gone(article, holds, now, words)
        editions = [each for each in article.editions.started(now) if _is_readable(each) and holds(*_texts_of(each))]
        revisions = [each for each in article.revisions.filter(redacted_at=None) if holds(*_words_of(each.snapshot))]
        if not editions and not revisions:
            raise NothingToRedact
        notices = [each for each in article.editions.exclude(notice="") if words and holds(each.notice)]
        blank_editions(article, editions, notices=notices, now=now)
        for revision in revisions:
            revision.snapshot, revision.redacted_at, revision.name = revision.snapshot | EMPTY, now, ""
            revision.save(update_fields=["snapshot", "redacted_at", "name"])
        _blank_around(article, holds, words)
        revoke_all(article, now)
        if not words:
            _blank_working_copy(article)
        article.timeline_version += 1
        article.kept_lead_words = {}
        article.save(update_fields=["timeline_version", "kept_lead_words"])
        log_action(article, "redact", by, reason)
        transaction.on_commit(lambda: timeline_changed.send(sender=None, article_id=article.pk))
    return len(editions)


def _searcher(words: str) -> Callable[..., bool]:
    """A function that answers whether any of the texts or pieces of HTML holds `words`; without words, yes."""
    key = fold(words)
    return lambda *texts: not key or any(key in fold(text) or key in fold(Body(text).plain_text) for text in texts)


def _is_readable(edition: Edition) -> bool:
    """Whether an edition still has words of the story; the notice of a withdrawal is none."""
    return edition.kind == Kind.PUBLISHED and edition.redacted_at is None


def _texts_of(edition: Edition) -> Iterator[str]:
    """All that an edition says."""
    yield from (edition.headline, edition.short_headline, edition.search_headline, edition.dek, edition.place)
    for section in edition.sections.all():
        yield from (section.heading, section.html)
    for placement in edition.placements.all():
        yield from (placement.caption, placement.credit)
    for row in edition.byline_rows.all():
        yield row.name


def _words_of(state: Mapping[str, Any]) -> list[str]:
    """The texts of a snapshot that a redaction empties."""
    return [state.get(name, "") for name in WORDS]


def _require_gone(article: Article, holds: Callable[..., bool], now: datetime, words: str) -> None:
    """Raise StillThere while readers see or are about to see the words, or the working copy has them."""
    ahead = article.editions.filter(ends_at__gt=now)
    if any(_is_readable(each) and holds(*_texts_of(each)) for each in ahead):
        raise StillThere(
            "Readers see these words, or are about to. Publish the story without them, or withdraw it; then redact."
            if words
            else "Readers see this story, or are about to. Withdraw it or cancel what is scheduled; then redact."
        )
    if words and holds(*_words_of(snapshot(article)), *(getattr(article, name) for name in BESIDE)):
        raise StillThere("The working copy, or its note for colleagues, still holds these words. Take them out first.")


def _blank_around(article: Article, holds: Callable[..., bool], words: str) -> None:
    """The public notes, the names found, the links' readers and the log, where they repeat what goes."""
    with override(settings.LANGUAGE_CODE):  # as all that readers are told
        removed = str(REMOVED)
    notes = [note.pk for note in article.corrections.all() if holds(note.text)]
    article.corrections.filter(pk__in=notes).update(text=removed)
    found = [each.pk for each in article.suggestions.all() if holds(each.as_written, each.name)]
    article.suggestions.filter(pk__in=found).delete()
    article.imported_from.update(source=b"")  # another system's words of it; it never comes in again
    links = [link.pk for link in article.preview_links.all() if holds(link.for_whom)]
    article.preview_links.filter(pk__in=links).update(for_whom="")
    entries = article.log.all() if words else article.log.filter(verb__in=REPEATING)
    article.log.filter(pk__in=[entry.pk for entry in entries if holds(entry.note)]).update(note="")


def _blank_working_copy(article: Article) -> None:
    """The sheet as if nothing had been written; its next version tells the pages open on it."""
    for name in (*WORDS, *BESIDE):
        setattr(article, name, "")
    article.lead_photo = article.lead_topic = None
    article.stage, article.published_version = Stage.DRAFT, 0
    article.version += 1
    article.changed_at = timezone.now()
    article.save()
    article.topic_rows.all().delete()
    article.byline_rows.all().delete()
    working_copies.sync_working_copies([article.pk])

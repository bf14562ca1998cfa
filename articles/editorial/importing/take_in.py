"""Taking in a story of another system: once and for ever, privately first; `settle` then publishes what was public."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial.directory.entries import get_or_create_desk, get_or_create_person, get_or_create_topic
from articles.editorial.importing.addresses import WERE_PUBLIC, keep_addresses
from articles.editorial.importing.outcome import Became, Outcome, Wishes
from articles.editorial.importing.photos_of_import import (
    TakenPhotos,
    body_with_photos,
    count_missing,
    lead_fields,
    take_photos,
)
from articles.editorial.log import log_action
from articles.editorial.permissions import may_write, require
from articles.editorial.publishing.withdraw import withdraw
from articles.editorial.refusals import Refusal
from articles.editorial.writing import drafts, review
from articles.editorial.writing.working_copy import tidy_body
from articles.exchange.incoming import KEPT_PRIVATE, Incoming, Note, Status
from articles.models.article import OLDEST_DATE, Article
from articles.models.desk import Desk
from articles.models.imported_story import ImportedStory
from articles.models.named import Listed
from articles.models.revision import Reason
from articles.text.body.body import Body
from articles.text.characters import one_line
from articles.text.languages.guess_language import guess_language

CHANGED_SINCE = "It has changed where it comes from, and somebody has worked on it here: nothing was overwritten."
WITHDRAWN = "It was canceled where it comes from."
PLACE_AT_MOST, SLUG_AT_MOST = 80, 80
Row = TypeVar("Row", bound=Listed)


def take_in(story: Incoming, wishes: Wishes) -> Outcome:
    """Make a draft of a story from elsewhere, or a revision of the untouched draft that it is already.

    The same source again is unchanged, unless photos that were missing can be had now. One that somebody has worked on
    here is never overwritten. Raises Forbidden, BodyTooLarge, and ValidationError where a value can't be; then nothing
    was written.
    """
    require(may_write(wishes.by), gettext("import a story"))
    row = _row_of(story)
    if story.status == Status.CANCELED:
        return _canceled(row, wishes)
    if row is not None:
        if row.digest == story.digest and (not is_untouched(row) or not _has_more_photos(row, story, wishes)):
            return _unchanged(row, wishes)
        if not is_untouched(row):
            return Outcome(Became.SKIPPED, row.article, notes=[Note("changed since import", CHANGED_SINCE)])
    taken = take_photos(story, wishes)
    try:
        return _written(story, row, taken, wishes)
    except BaseException:
        taken.undo()
        raise


def is_untouched(row: ImportedStory) -> bool:
    """Whether nobody has worked on the article since it came in, nor had its words removed."""
    return row.version == row.article.version and bool(row.source)


def _row_of(story: Incoming) -> ImportedStory | None:
    held = ImportedStory.objects.filter(system=story.system, source_id=story.source_id)
    return held.select_related("article").first()


def _has_more_photos(row: ImportedStory, story: Incoming, wishes: Wishes) -> bool:
    """Whether a photo that was missing can be had now."""
    return row.photos_missing > 0 and count_missing(story, wishes) < row.photos_missing


def _unchanged(row: ImportedStory, wishes: Wishes) -> Outcome:
    """Nothing to take in; a story that was public and never came out here is settled again if that is wished now."""
    if wishes.publish and row.status in WERE_PUBLIC and is_untouched(row) and not row.article.editions.exists():
        row.is_settled = False
        row.save(update_fields=["is_settled"])
    return Outcome(Became.UNCHANGED, row.article, waits=not row.is_settled)


def _written(story: Incoming, row: ImportedStory | None, taken: TakenPhotos, wishes: Wishes) -> Outcome:
    """The draft, with the row that remembers it; one transaction."""
    language = _language(story)
    body = Body(tidy_body(body_with_photos(story, taken), language))
    _ = body.nodes  # parsed before anything is locked
    now = timezone.now()
    with transaction.atomic():
        notes = [*story.notes, *taken.notes]
        if story.status in KEPT_PRIVATE:
            notes.append(Note("not public", KEPT_PRIVATE[story.status]))
        fields = _head(story, wishes, notes) | lead_fields(story, taken)
        fields |= {"body": body.html, "language": language, "original_date": _original_date(story, notes)}
        if story.embargo_until is not None:
            fields |= {"embargo_until": story.embargo_until, "embargo_words": "embargoed"}
        fields["editor_note"] = _as_note(notes)
        if row is None:
            article = drafts.begin(by=wishes.by, reason=Reason.IMPORTED, tidy=lambda html, language: html, **fields)
            row = ImportedStory(system=story.system, source_id=story.source_id, article=article)
            became = Became.IMPORTED
        else:
            held = row.article
            article = drafts.save(held, by=wishes.by, version=held.version, reason=Reason.IMPORTED, **fields)
            became = Became.CHANGED
        log_action(article, "import", wishes.by, str(row))
        if story.status in WERE_PUBLIC:
            notes += keep_addresses(article, story.addresses, now)
        if story.status == Status.PENDING and became == Became.IMPORTED:
            article = review.submit(article, by=wishes.by, tells=False)
        _remember(row, story, article, missing=len(story.pictures) - len(taken.found))
    return Outcome(became, article, notes=notes, waits=True)


def _remember(row: ImportedStory, story: Incoming, article: Article, *, missing: int) -> None:
    """Write what was taken in, and that links and publishing are still to come."""
    row.article, row.version, row.digest = article, article.version, story.digest
    row.keep(story.source)
    row.status, row.site, row.photos_missing = story.status, story.site[:300], missing
    row.goes_live_at = story.published_at if story.status == Status.SCHEDULED else story.embargo_until
    if story.status == Status.PUBLISHED and story.published_at and story.published_at > timezone.now():
        row.goes_live_at = max(story.published_at, story.embargo_until or story.published_at)
    row.is_settled, row.imported_at = False, timezone.now()
    row.full_clean(exclude=["source"])
    row.save()


def _head(story: Incoming, wishes: Wishes, notes: list[Note]) -> dict[str, Any]:
    """The working fields around the body; people, topics and desk are found or created, or noted."""
    by, mapping = wishes.by, wishes.mapping
    names = mapping.authors_of(story)
    bylines = _entries(names, notes, "byline", lambda name: get_or_create_person(name, by=by, on_staff=True))
    topics = _entries(mapping.topics_of(story), notes, "topic", lambda name: get_or_create_topic(name, by=by))
    desks: list[Desk] = []
    for name in dict.fromkeys(
        filter(None, (mapping.desk_of(story), mapping.desk))
    ):  # the second where the first can't be
        desks = desks or _entries([name], notes, "desk", lambda name: get_or_create_desk(name, by=by))
    place = one_line(story.place)
    if len(place) > PLACE_AT_MOST:
        notes.append(Note("place", f"The place does not fit its field: {place}"))
    return {
        "headline": story.headline,
        "dek": story.dek,
        "slug": story.slug[:SLUG_AT_MOST],
        "place": place if len(place) <= PLACE_AT_MOST else "",
        "desk": desks[0] if desks else None,
        "lead_topic": topics[0] if topics else None,
        "topics": topics,
        "bylines": bylines,
    }


def _entries(names: Iterable[str], notes: list[Note], what: str, get: Any) -> list[Any]:
    """The rows of these names, each once; a name that can't be had is noted."""
    rows = []
    for name in names:
        try:
            rows.append(get(name))
        except Refusal as refusal:
            notes.append(Note(what, f"{name}: {refusal}"))
    return list(dict.fromkeys(rows))


def _language(story: Incoming) -> str:
    """The language of the words, which a whole site's setting only suggests."""
    named = story.language.replace("_", "-").lower()
    known = next((code for code in (named, named.partition("-")[0]) if "name" in LANG_INFO.get(code, {})), "")
    return guess_language(Body(story.body).plain_text, default=known or settings.LANGUAGE_CODE)


def _original_date(story: Incoming, notes: list[Note]) -> Any:
    """The date that readers are shown of a story that was out; None for others."""
    at = story.published_at
    if at is None or story.status == Status.SCHEDULED or at > timezone.now():
        return None
    if at < OLDEST_DATE:
        notes.append(Note("date", f"Its date, {at.isoformat()}, can't be."))
        return None
    return at if story.status == Status.PUBLISHED else None


def _as_note(notes: Iterable[Note]) -> str:
    """The notes for editors, each once with how often."""
    counted: Mapping[str, int] = Counter(note.words for note in notes)
    return "\n".join(words if times == 1 else f"{words} ({times} times)" for words, times in counted.items())


def _canceled(row: ImportedStory | None, wishes: Wishes) -> Outcome:
    """What the other system has canceled goes from here too if it is out and untouched; else an editor is told."""
    if row is None:
        return Outcome(Became.SKIPPED, notes=[Note("canceled", WITHDRAWN)])
    if row.status == Status.CANCELED:
        return Outcome(Became.UNCHANGED, row.article)
    is_out = row.article.editions.live(timezone.now()).exists()
    with transaction.atomic():
        if is_out and wishes.publish and is_untouched(row):
            withdraw(row.article, by=wishes.by, notice=WITHDRAWN)
            row.status, row.is_settled = Status.CANCELED, True
            row.save(update_fields=["status", "is_settled"])
            return Outcome(Became.CHANGED, row.article, notes=[Note("canceled", f"{WITHDRAWN} It was withdrawn here.")])
    return Outcome(Became.SKIPPED, row.article, notes=[Note("canceled", f"{WITHDRAWN} Decide what becomes of it.")])

"""Importing: a story comes in as plain text and becomes an article, and an edition if that was asked for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from articles.editorial.directory.entries import get_or_create_desk, get_or_create_person, get_or_create_topic
from articles.editorial.directory.people_in_text import people_by_key
from articles.editorial.directory.suggested_people import save_suggestions
from articles.editorial.importing.parsed_story import desk_named, embargo_fields, link_found, parse_and_fit
from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_publish, may_write, require
from articles.editorial.publishing.prepared_text import PreparedText
from articles.editorial.publishing.readiness import blockers
from articles.editorial.publishing.steps import publish_or_schedule
from articles.editorial.readiness.findings import Finding
from articles.editorial.refusals import Refusal
from articles.editorial.writing import drafts
from articles.editorial.writing.working_copy import refuse_no_story, tidy_body
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.person_suggestion import PersonSuggestion
from articles.models.revision import Reason
from articles.models.user import User
from articles.site_time_zone import site_time
from articles.text.body.body import Body
from articles.text.languages.guess_language import guess_language
from articles.text.wire import ParsedStory, body_html, decode_story, split_stories
from media import ingest
from media.models import Photo


@dataclass(frozen=True)
class Picture:
    """A photo file to go with a story: its bytes, and what it shows or that it only decorates."""

    data: bytes
    alt: str = ""
    decorative: bool = False


@dataclass(frozen=True)
class Imported:
    """What became of a text: the article, its edition if it is out or due, what keeps it from it, and what to say."""

    article: Article
    edition: Edition | None
    blockers: list[Finding]
    notes: list[str]
    suggestions: list[PersonSuggestion]


class PhotoForSeveral(Refusal):
    """One photo came with several stories."""

    sentence = gettext_lazy(
        "The file holds {count} stories, so nobody can tell whose photo this is. Give each story its own file."
    )


def import_stories(data: bytes, *, picture: Picture | None = None, **wishes: Any) -> list[Imported]:
    """Make an article from each story in the bytes of a plain-text file: all of them, or none.

    With the same wishes and refusals as `import_story`; raises PhotoForSeveral for a picture with several stories.
    """
    text = decode_story(data)
    refuse_no_story(text)
    texts = split_stories(text)
    if len(texts) == 1:
        return [import_story(data, picture=picture, **wishes)]
    if picture is not None:
        raise PhotoForSeveral(count=len(texts))
    with transaction.atomic():
        return [import_story(text.encode(), **wishes) for text in texts]


@noted
def import_story(
    data: bytes,
    *,
    by: User,
    picture: Picture | None = None,
    desk: str = "",
    byline: str = "",
    topic: str = "",
    publish: bool = False,
    at: datetime | None = None,
) -> Imported:
    """Make an article from the bytes of a plain-text story; returns Imported.

    `desk`, `byline` and `topic` are names that win over what the text says; missing desk, topic and byline people are
    created, other people only suggested. A time `at` in the past becomes the story's date, one to come schedules it.
    With blockers it stays a draft. What has no room in its field moves to the body or the editors' note and is said.
    Raises UnreadableStory, RefusedPicture, Refusal, and ValidationError for a date that can't be; then nothing was
    written.
    """
    require(may_write(by), gettext("import a story"))
    text = decode_story(data)
    story, notes = parse_and_fit(text)
    notes += _caption_notes(story, picture) + ([] if desk else desk_named(story)[1])
    language = guess_language(text, default=settings.LANGUAGE_CODE)
    body = _read(tidy_body(body_html(story.blocks), language))
    due = at if at is not None and at > timezone.now() else None
    is_in_library = picture is not None and ingest.find(picture.data) is not None
    taken_in = None if picture is None or is_in_library else _take_in(picture, story, by)
    try:
        with transaction.atomic():
            photo = _take_in(picture, story, by) if picture and is_in_library else taken_in
            notes += _photo_notes(picture, photo)
            fields = _head(story, by=by, desk=desk, byline=byline, topic=topic) | _lead(story, photo)
            people = people_by_key(named.name for named in story.people)  # with those of the byline by now
            body = link_found(body, people)  # which changes no word, so it is tidy still
            article = _begin(
                body,
                by,
                **fields,
                language=language,
                original_date=None if due else at,
                editor_note="\n".join(notes),
            )
            suggestions = save_suggestions(article, story.people, people, linked=body.mentioned_people)
            findings, edition = _publish(article, body, due, by) if publish or due else ([], None)
    except BaseException:
        if taken_in is not None:  # the text did not come in, so neither does its photo: files don't roll back
            ingest.remove(taken_in)
        raise
    return Imported(article, edition, findings, notes, suggestions)


def _read(html: str) -> Body:
    """The body of this HTML, parsed now, before the transaction in which it is asked."""
    body = Body(html)
    _ = body.nodes
    return body


def _begin(body: Body, by: User, **fields: Any) -> Article:
    """The Article with this body, which is tidied already, and these other fields."""
    article = drafts.begin(by=by, reason=Reason.IMPORTED, tidy=lambda html, language: html, body=body.html, **fields)
    log_action(article, "import", by)
    return article


def _publish(article: Article, body: Body, due: datetime | None, by: User) -> tuple[list[Finding], Edition | None]:
    """(what keeps the article from readers, its Edition if nothing does): published now, or scheduled for `due`."""
    require(may_publish(by, article), gettext("publish this story"))
    findings = blockers(article, at=due, body=body)
    if findings:
        return [_in_contract_words(article, finding) for finding in findings], None
    return [], publish_or_schedule(article, by=by, at=due, text=PreparedText(body))


def _in_contract_words(article: Article, finding: Finding) -> Finding:
    """The finding as the command prints it: of an embargo the moment in ISO 8601, by which scripts go on."""
    if finding.field != "embargo":
        return finding
    until = article.embargo_until
    return Finding("embargo", f"embargoed until {site_time(until).isoformat()}" if until else "embargoed")


def _take_in(picture: Picture, story: ParsedStory, by: User) -> Photo:
    """The Photo of a picture file: a new one, or the one the library has, with its empty fields filled."""
    words = {"caption": story.caption, "credit": story.credit}
    return ingest.ingest(picture.data, by=by, alt=picture.alt, decorative=picture.decorative, **words)


def _head(story: ParsedStory, *, by: User, desk: str, byline: str, topic: str) -> dict[str, Any]:
    """The working fields around the body, with desk, topics and byline people found or created."""
    bylines = [
        get_or_create_person(name, by=by, on_staff=not story.agency) for name in ([byline] if byline else story.bylines)
    ]
    names = dict.fromkeys(name for name in (topic, story.topic, *story.topics) if name)
    topics = [get_or_create_topic(name, by=by) for name in names]
    return {
        "headline": story.headline,
        "dek": story.dek,
        "place": story.place,
        "desk": get_or_create_desk(desk, by=by) if desk else desk_named(story)[0],
        "lead_topic": topics[0] if topics else None,
        "topics": topics,
        "bylines": bylines,
        **embargo_fields(story),
    }


def _lead(story: ParsedStory, photo: Photo | None) -> dict[str, Any]:
    """The working fields of the lead photo; the story keeps its own caption and credit where the library has others."""
    if photo is None:
        return {}
    return {
        "lead_photo": photo,
        "lead_caption": story.caption if story.caption != photo.caption else "",
        "lead_credit": story.credit if story.credit != photo.credit else "",
    }


def _photo_notes(picture: Picture | None, photo: Photo | None) -> list[str]:
    """What an editor should know when the library's photo says something else than was asked for, as sentences."""
    if not (picture and photo) or (
        " ".join(picture.alt.split()) in ("", photo.alt) and photo.decorative >= picture.decorative
    ):
        return []
    kept = "no alt text, being marked as decorative" if photo.decorative else f"the alt text “{photo.alt}”"
    return [f"Photo {photo.pk} was in the library already and keeps what it has there: {kept}."]


def _caption_notes(story: ParsedStory, picture: Picture | None) -> list[str]:
    """What an editor should know about a caption whose photo did not come, as sentences."""
    if not story.caption or picture is not None:
        return []
    credit = f" [{story.credit}]" if story.credit else ""
    return [f"The text has a caption but no photo came with it: {story.caption}{credit}"]

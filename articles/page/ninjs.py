"""A story as ninjs 3.1, the IPTC's News in JSON: a copy for agencies, partners and archives."""

from html import unescape
from typing import Any

from django.utils.html import strip_tags

from articles.page.canonical_url import absolute_url
from articles.page.dates import iso
from articles.page.portable_html import portable_html, tag_uri
from articles.page.story import Story
from articles.page.structured_data import modified_at
from articles.site_identity import identity
from media import renditions
from media.models import Photo

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def ninjs(story: Story) -> dict[str, Any]:
    """The Story as a dictionary that is valid by the schema; what is not known is left out."""
    body = portable_html(story)
    return _without_empty(
        uri=tag_uri("story", story.id),
        type="text",
        representationType="full",
        pubStatus="usable",
        firstCreated=iso(story.dated_at),
        versionCreated=iso(modified_at(story)),
        copyrightHolder=identity().name,
        edNote="\n".join(f"{note.kind} ({iso(note.at)}): {note.text}" for note in story.corrections),
        language=story.language,
        headlines=[_text(story.headline, role="main")],
        descriptions=[_text(story.dek, role="summary")] if story.dek else [],
        bodies=[
            _text(body, role="main", kind="text/html") | {"charCount": len(body), "wordCount": story.words},
        ],
        by=", ".join(signer.name for signer in story.bylines),
        located=story.place,
        places=[{"name": story.place}] if story.place else [],
        people=_people(story, are_bodies=False),
        organisations=_people(story, are_bodies=True),
        subjects=_subjects(story),
        genres=[{"name": story.label}] if story.label else [],
        altIds=[{"role": "web", "value": absolute_url(story.path)}],
        associations=[
            _picture(number, lead.photo, lead.caption, lead.credit)
            for number, lead in enumerate(story.pictures, 1)
            if lead.photo
        ],
        standard={"name": "ninjs", "version": "3.1", "schema": SCHEMA},
    )


def _people(story: Story, *, are_bodies: bool) -> list[dict[str, str]]:
    """Who signed, is quoted or only named, each with the address of their page: people, or organisations."""
    speakers = {one.person for one in story.speakers}
    named = [one for one in story.people if one.person not in speakers]
    within = (("author", story.bylines), ("quoted", story.speakers), ("mentioned", named))
    return [
        {"name": one.name, "rel": rel, "uri": absolute_url(one.url), "literal": tag_uri("person", one.person)}
        for rel, people in within
        for one in people
        if one.is_organisation == are_bodies
    ]


def _subjects(story: Story) -> list[dict[str, str]]:
    """The desk, then the topics, the kicker first."""
    filed = [("desk", story.desk)] if story.desk else []
    filed += [("kicker" if topic == story.kicker else "topic", topic) for topic in story.topics]
    return [{"name": link.name, "rel": rel, "uri": absolute_url(link.url)} for rel, link in filed]


def _picture(number: int, photo: Photo, caption: str, credit: str) -> dict[str, Any]:
    """A photo of the story with one file; it expires when its licence does."""
    width = renditions.nearest_width(photo, "original", 10_000)
    height = renditions.height(photo, "original", width)
    file = {
        "name": "largest",
        "href": absolute_url(renditions.url(photo, "original", width, "jpeg")),
        "contentType": renditions.CONTENT_TYPES["jpeg"],
        "width": width,
        "height": height,
        "poi": {"x": round(photo.focus_x * width), "y": round(photo.focus_y * height)},
    }
    told = (("caption", unescape(strip_tags(caption))), ("alt", photo.alt))
    return _without_empty(
        name=f"picture-{number}",
        uri=tag_uri("photo", photo.pk),
        type="picture",
        pubStatus="usable",
        by=credit,
        copyrightNotice=photo.copyright,
        usageTerms=photo.usage_terms,
        descriptions=[_text(words, role=role) for role, words in told if words],
        digitalSourceType=_source_type(photo),
        expires=iso(photo.licence_ends_at) if photo.licence_ends_at else None,
        renditions=[file],
    )


def _source_type(photo: Photo) -> dict[str, str] | None:
    """How a picture was made where readers must know, in the IPTC's own words; None else."""
    if not photo.source_type:
        return None
    return {"name": photo.get_source_type_display(), "uri": SOURCE_TYPES + photo.source_type}


def _text(value: str, *, role: str, kind: str = "text/plain") -> dict[str, str]:
    return {"role": role, "contentType": kind, "value": value}


def _without_empty(**fields: Any) -> dict[str, Any]:
    """The fields that have a value."""
    return {name: value for name, value in fields.items() if value}

"""Structured data: what a page says, as JSON-LD in the words of schema.org.

The page says all of it in words, too. A story has one script of data, in its article, so that it follows the
story when several share a page; every other page has one in its head.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from articles.models.person import Person
from articles.models.publisher import Publisher, StaticPage
from articles.page.canonical_url import absolute_url
from articles.page.dates import iso
from articles.page.shared_image import SHARED_IMAGE, card_object, image_object, story_card
from articles.page.story import Saying, Signer, Speaker, Story
from articles.site_identity import identity
from articles.text.characters import without_soft_hyphens
from articles.text.languages.quotation_style import standing_alone
from media.icons import SMALLEST
from media.models import Photo

SCHEMA = "https://schema.org"
SEARCH_IMAGES = (("16x9", 1200), ("4x3", 1200), ("original", 1200))
ICON, ICON_SIDE = "readers/icons/touch.png", 180  # pixels
# What could end the script element, or a line of script, inside a JSON string (HTML 13.1.3, ECMA-262 12.3).
UNSAFE_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def news_article(story: Story) -> SafeString:
    """The story as JSON-LD, safe inside a script element."""
    return _script(
        {
            "@type": "NewsArticle",
            "headline": story.headline,
            "alternativeHeadline": story.search_headline if story.search_headline != story.headline else "",
            "description": story.dek,
            "url": absolute_url(story.path),
            "mainEntityOfPage": {"@type": "WebPage", "@id": absolute_url(story.path), "breadcrumb": _trail_to(story)},
            "datePublished": iso(story.dated_at),
            "dateModified": iso(modified_at(story)),
            "author": list(map(_one, story.bylines)) or publisher_data(),
            "sourceOrganization": [_one(signer) for signer in story.bylines if signer.is_organisation],
            "publisher": publisher_data(),
            "image": _images(story),
            "articleSection": story.desk.name if story.desk else "",
            "genre": story.label,
            "about": [
                _without_empty({"@type": "Thing", "name": name, "url": absolute_url(url)}) for name, url in story.topics
            ],
            "keywords": [topic.name for topic in story.topics],
            "locationCreated": {"@type": "Place", "name": story.place} if story.place else None,
            "inLanguage": story.language,
            "isAccessibleForFree": True,
            "wordCount": story.words,
            "mentions": [_one(one, one.standing) for one in story.people],
            "hasPart": [_quotation(quote, story.path) for quote in story.quotes],
            "correction": [
                {"@type": "CorrectionComment", "text": note.text, "datePublished": iso(note.at)}
                for note in story.corrections
            ],
        }
    )


def modified_at(story: Story) -> datetime:
    """When readers last saw something new: other words, or a note on an error."""
    return max([story.dated_at, *filter(None, [story.updated_at]), *(note.at for note in story.corrections)])


def front_data(publisher: Publisher, pages: Iterable[StaticPage]) -> SafeString:
    """The newsroom and its site as JSON-LD, for the front page: what Publisher and StaticPages say of them."""
    facts = {
        "description": publisher.description,
        "sameAs": publisher.profiles,
        "logo": {"@type": "ImageObject", "url": absolute_url(publisher.logo_path)} if publisher.logo_path else None,
        "publishingPrinciples": absolute_url("/about/transparency/"),
        "correctionsPolicy": absolute_url("/corrections/"),
        **{page.role: absolute_url(page.get_absolute_url()) for page in pages if page.role},
    }
    site = {
        "@type": "WebSite",
        "@id": absolute_url("/#site"),
        "url": absolute_url("/"),
        "name": identity().name,
        "inLanguage": settings.LANGUAGE_CODE,
        "publisher": {"@id": absolute_url("/#publisher")},
    }
    return _script({"@graph": [publisher_data() | _without_empty(facts), site]})


def list_data(
    name: str,
    description: str,
    path: str,
    *,
    trail: Iterable[tuple[str, str]] = (),
    stories: Sequence[tuple[str, str]] = (),
    picture: Photo | None = None,
) -> SafeString:
    """A page that lists things as JSON-LD: a CollectionPage with the way to it, its picture and its stories.

    `trail` is the (name, path) of each page between the front page and this one; `stories` the (headline, path) of
    each story in the page's order; `picture` the Photo of what the page is about, or None.
    """
    listed = {"@type": "ItemList", "numberOfItems": len(stories), "itemListElement": _numbered(stories)}
    image = image_object(picture, *SHARED_IMAGE) | _without_empty({"creditText": picture.credit}) if picture else None
    parts = {"primaryImageOfPage": image, "mainEntity": listed if stories else None}
    return _page("CollectionPage", name, description, path, trail, parts)


def profile_data(
    person: Person,
    description: str,
    path: str,
    *,
    trail: Iterable[tuple[str, str]] = (),
    portrait: Photo | None = None,
    aliases: Iterable[str] = (),
    quotes: Iterable[Any] = (),
) -> SafeString:
    """A person's page as JSON-LD: a ProfilePage about the Person, with their Quotations and the stories they are from.

    `quotes` have text, anchor, and their story's path, headline, language and date; `aliases` are other names,
    `portrait` is a Photo or None.
    """
    works_for = person.organisation and not person.is_organisation
    about = _person(person.name, person.get_absolute_url(), person.role, person.is_organisation) | {
        "@id": absolute_url(person.get_absolute_url()) + "#person",
        "alternateName": list(aliases),
        "description": person.bio,
        "worksFor": {"@type": "Organization", "name": person.organisation} if works_for else None,
        "image": image_object(portrait, "4x5", 800) if portrait else None,
    }
    parts = {"mainEntity": _without_empty(about), "hasPart": [_sourced(quote, about["@id"]) for quote in quotes]}
    return _page("ProfilePage", person.name, description, path, trail, parts)


def icon_path(digest: str, side: int) -> str:
    """The address of the site's own icon with this digest in one of its sizes."""
    return f"/icons/{digest}-{side}.png"


def publisher_data() -> dict[str, Any]:
    """The newsroom as schema.org's NewsMediaOrganization, with its icon as the logo."""
    digest = identity().icon
    path, side = (icon_path(digest, SMALLEST), SMALLEST) if digest else (static(ICON), ICON_SIDE)
    logo = {"@type": "ImageObject", "url": absolute_url(path), "width": side, "height": side}
    return {
        "@type": "NewsMediaOrganization",
        "@id": absolute_url("/#publisher"),
        "name": identity().name,
        "url": absolute_url("/"),
        "logo": logo,
    }


def _script(data: dict[str, Any]) -> SafeString:
    """JSON-LD that nothing in it can end."""
    written = without_soft_hyphens(json.dumps(_without_empty({"@context": SCHEMA} | data), ensure_ascii=False))
    return mark_safe(written.translate(UNSAFE_IN_SCRIPT))  # noqa: S308  escaped right here


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """The properties that have a value."""
    return {name: value for name, value in data.items() if value}


def _page(
    kind: str, name: str, description: str, path: str, trail: Iterable[tuple[str, str]], parts: dict[str, Any]
) -> SafeString:
    """A page of the site and the way to it, as one script."""
    here = absolute_url(path)
    page = {
        "@type": kind,
        "@id": here,
        "url": here,
        "name": name,
        "description": description,
        "inLanguage": settings.LANGUAGE_CODE,
        "isPartOf": {
            "@type": "WebSite",
            "@id": absolute_url("/#site"),
            "name": identity().name,
            "url": absolute_url("/"),
        },
        "breadcrumb": {"@id": f"{here}#trail"},
    }
    return _script(
        {"@graph": [_without_empty(page | parts), _trail([*trail, (name, path)]) | {"@id": f"{here}#trail"}]}
    )


def _trail_to(story: Story) -> dict[str, Any]:
    """The way to a story: by its desk."""
    return _trail([*filter(None, [story.desk]), (story.headline, story.path)])


def _trail(steps: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The way from the front page, as a BreadcrumbList."""
    steps = [(gettext("Front page"), "/"), *steps]
    return {"@type": "BreadcrumbList", "itemListElement": _numbered(steps, "item")}


def _numbered(links: Iterable[tuple[str, str]], address: str = "url") -> list[dict[str, Any]]:
    """(name, path) pairs as ListItems, the first being number 1; `address` names the property of the address."""
    return [
        {"@type": "ListItem", "position": number, "name": name, address: absolute_url(path)}
        for number, (name, path) in enumerate(links, 1)
    ]


def _one(one: Signer | Speaker, role: str = "") -> dict[str, Any]:
    """Somebody of a story, or a body."""
    return _person(one.name, one.url, role, one.is_organisation)


def _person(name: str, path: str, role: str = "", is_organisation: bool = False) -> dict[str, Any]:
    facts = {"name": name, "url": absolute_url(path)}
    return (
        {"@type": "Organization", **facts}
        if is_organisation
        else _without_empty({"@type": "Person", **facts, "jobTitle": role})
    )


def _quotation(quote: Saying, path: str) -> dict[str, Any]:
    """A quote of a story, with a link to that very quote; somebody without a page is told in the story's words."""
    speaker = quote.speaker and _one(quote.speaker)
    return _without_empty(
        {
            "@type": "Quotation",
            "text": standing_alone(quote.text),
            "url": f"{absolute_url(path)}#{quote.anchor}",
            "creator": speaker,
            "spokenByCharacter": speaker,
            "creditText": quote.attribution,
        }
    )


def _sourced(quote: Any, speaker: str) -> dict[str, Any]:
    """A quote on its speaker's page: its words, and the story they are from."""
    return {
        "@type": "Quotation",
        "text": standing_alone(quote.text),
        "url": f"{absolute_url(quote.path)}#{quote.anchor}",
        "creator": {"@id": speaker},
        "spokenByCharacter": {"@id": speaker},
        "inLanguage": quote.language,
        "isPartOf": {
            "@type": "NewsArticle",
            "headline": quote.headline,
            "url": absolute_url(quote.path),
            "datePublished": iso(quote.dated_at),
        },
    }


def _images(story: Story) -> list[dict[str, Any]]:
    """The lead photo in the shapes search engines ask for, each once; without one the story's card."""
    lead = story.lead
    if lead is None or lead.photo is None:
        card = story_card(story)
        return [card_object(card)] if card else []
    images = [image_object(lead.photo, *cut) | _without_empty({"creditText": lead.credit}) for cut in SEARCH_IMAGES]
    return list({image["url"]: image for image in images}.values())

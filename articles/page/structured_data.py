"""What machines read in a page: its canonical address, Open Graph, and JSON-LD in the words of schema.org.

Everything here is said on the page, too. A story has one script of data, in its article, so that it follows the
story when several share a page; every other page has one in its head.
"""

import json

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from articles.page.dates import iso
from articles.site_identity import identity
from articles.text.languages.quotation_style import standing_alone
from media import renditions
from media.icons import SMALLEST

SCHEMA = "https://schema.org"
SHARED_IMAGE = ("16x9", 1200)
SEARCH_IMAGES = (("16x9", 1200), ("4x3", 1200), ("original", 1200))
ICON, ICON_SIDE = "readers/icons/touch.png", 180  # pixels
# What could end the script element, or a line of script, inside a JSON string (HTML 13.1.3, ECMA-262 12.3).
UNSAFE_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def absolute(path):
    """The full address of a path on this site."""
    return settings.SITE_URL + path


def open_graph(story):
    """(property, content) pairs of the Open Graph protocol for a story's page, in order."""
    return _with_content(
        *_shared("article", story.headline, story.dek, story.path, story.lead.photo if story.lead else None),
        ("article:published_time", iso(story.dated_at)),
        ("article:modified_time", iso(modified(story))),
        *(("article:author", absolute(signer.url)) for signer in story.bylines),
        ("article:section", story.desk.name if story.desk else ""),
        *(("article:tag", topic.name) for topic in story.topics),
    )


def page_open_graph(title, description, path, photo=None, *, kind="website"):
    """The same for any other page; `photo` is the Photo shown with a link to it, `kind` its og:type."""
    return _with_content(*_shared(kind, title, description, path, photo))


def news_article(story):
    """The story as JSON-LD, safe inside a script element."""
    return _script(
        {
            "@type": "NewsArticle",
            "headline": story.headline,
            "description": story.dek,
            "url": absolute(story.path),
            "mainEntityOfPage": {"@type": "WebPage", "@id": absolute(story.path), "breadcrumb": _trail_to(story)},
            "datePublished": iso(story.dated_at),
            "dateModified": iso(modified(story)),
            "author": [_person(signer.name, signer.url) for signer in story.bylines] or publisher_data(),
            "publisher": publisher_data(),
            "image": _images(story.lead),
            "articleSection": story.desk.name if story.desk else "",
            "genre": story.label,
            "about": [_told({"@type": "Thing", "name": name, "url": absolute(url)}) for name, url in story.topics],
            "keywords": [topic.name for topic in story.topics],
            "locationCreated": {"@type": "Place", "name": story.place} if story.place else None,
            "inLanguage": story.language,
            "isAccessibleForFree": True,
            "wordCount": story.words,
            "mentions": [_person(one.name, one.url, one.standing) for one in story.people],
            "hasPart": [_quotation(quote, story.path) for quote in story.quotes],
            "correction": [
                {"@type": "CorrectionComment", "text": note.text, "datePublished": iso(note.at)}
                for note in story.corrections
            ],
        }
    )


def modified(story):
    """When readers last saw something new: other words, or a note on an error."""
    return max([story.dated_at, *filter(None, [story.updated_at]), *(note.at for note in story.corrections)])


def front_data(publisher, pages):
    """The newsroom and its site as JSON-LD, for the front page: all that the House and its HousePages' roles say."""
    told = {
        "description": publisher.description,
        "sameAs": publisher.profiles,
        "logo": {"@type": "ImageObject", "url": absolute(publisher.logo_path)} if publisher.logo_path else None,
        **{page.role: absolute(page.get_absolute_url()) for page in pages if page.role},
    }
    site = {
        "@type": "WebSite",
        "@id": absolute("/#site"),
        "url": absolute("/"),
        "name": identity().name,
        "inLanguage": settings.LANGUAGE_CODE,
        "publisher": {"@id": absolute("/#publisher")},
    }
    return _script({"@graph": [publisher_data() | _told(told), site]})


def list_data(name, description, path, *, trail=(), stories=(), picture=None):
    """A page that lists things as JSON-LD: a CollectionPage with the way to it, its picture and its stories.

    `trail` is the (name, path) of each page between the front page and this one; `stories` the (headline, path) of
    each story in the page's order; `picture` the Photo of what the page is about, or None.
    """
    listed = {"@type": "ItemList", "numberOfItems": len(stories), "itemListElement": _numbered(stories)}
    image = _image(picture, *SHARED_IMAGE) | _told({"creditText": picture.credit}) if picture else None
    parts = {"primaryImageOfPage": image, "mainEntity": listed if stories else None}
    return _page("CollectionPage", name, description, path, trail, parts)


def profile_data(person, description, path, *, trail=(), portrait=None, aliases=(), quotes=()):
    """A person's page as JSON-LD: a ProfilePage about the Person, with their Quotations and the stories they are from.

    `quotes` have text, anchor, and their story's path, headline, language and date; `aliases` are other names,
    `portrait` is a Photo or None.
    """
    about = _person(person.name, person.get_absolute_url(), person.role) | {
        "@id": absolute(person.get_absolute_url()) + "#person",
        "alternateName": list(aliases),
        "description": person.bio,
        "worksFor": {"@type": "Organization", "name": person.organisation} if person.organisation else None,
        "image": _image(portrait, "4x5", 800) if portrait else None,
    }
    parts = {"mainEntity": _told(about), "hasPart": [_sourced(quote, about["@id"]) for quote in quotes]}
    return _page("ProfilePage", person.name, description, path, trail, parts)


def icon_path(digest, side):
    """The address of the site's own icon with this digest in one of its sizes."""
    return f"/icons/{digest}-{side}.png"


def publisher_data():
    """The newsroom as schema.org's NewsMediaOrganization, with its icon as the logo."""
    digest = identity().icon
    path, side = (icon_path(digest, SMALLEST), SMALLEST) if digest else (static(ICON), ICON_SIDE)
    logo = {"@type": "ImageObject", "url": absolute(path), "width": side, "height": side}
    return {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/#publisher"),
        "name": identity().name,
        "url": absolute("/"),
        "logo": logo,
    }


def _script(data):
    """JSON-LD that nothing in it can end."""
    written = json.dumps(_told({"@context": SCHEMA} | data), ensure_ascii=False)
    return mark_safe(written.translate(UNSAFE_IN_SCRIPT))  # noqa: S308  escaped right here


def _told(data):
    """The properties that say something."""
    return {name: value for name, value in data.items() if value}


def _with_content(*pairs):
    return [(name, content) for name, content in pairs if content]


def _shared(kind, title, description, path, photo):
    """The properties that a link shared elsewhere is shown by."""
    return [
        ("og:type", kind),
        ("og:site_name", identity().name),
        ("og:title", title),
        ("og:description", description),
        ("og:url", absolute(path)),
        *(_shared_image(photo) if photo else [("twitter:card", "summary")]),
    ]


def _shared_image(photo):
    """The picture that goes with a shared link, with its size in pixels and its alt text."""
    image = _image(photo, *SHARED_IMAGE)
    return [
        ("og:image", image["url"]),
        ("og:image:type", renditions.CONTENT_TYPES["jpeg"]),
        ("og:image:width", str(image["width"])),
        ("og:image:height", str(image["height"])),
        ("og:image:alt", photo.alt),
        ("twitter:card", "summary_large_image"),
    ]


def _page(kind, name, description, path, trail, parts):
    """A page of the site and the way to it, as one script."""
    here = absolute(path)
    page = {
        "@type": kind,
        "@id": here,
        "url": here,
        "name": name,
        "description": description,
        "inLanguage": settings.LANGUAGE_CODE,
        "isPartOf": {"@type": "WebSite", "@id": absolute("/#site"), "name": identity().name, "url": absolute("/")},
        "breadcrumb": {"@id": f"{here}#trail"},
    }
    return _script({"@graph": [_told(page | parts), _trail([*trail, (name, path)]) | {"@id": f"{here}#trail"}]})


def _trail_to(story):
    """The way to a story: by its desk."""
    return _trail([*filter(None, [story.desk]), (story.headline, story.path)])


def _trail(steps):
    """The way from the front page, as a BreadcrumbList."""
    steps = [(gettext("Front page"), "/"), *steps]
    return {"@type": "BreadcrumbList", "itemListElement": _numbered(steps, "item")}


def _numbered(links, address="url"):
    """(name, path) pairs as ListItems, the first being number 1; `address` names the property of the address."""
    return [
        {"@type": "ListItem", "position": number, "name": name, address: absolute(path)}
        for number, (name, path) in enumerate(links, 1)
    ]


def _person(name, path, role=""):
    return _told({"@type": "Person", "name": name, "url": absolute(path), "jobTitle": role})


def _quotation(quote, path):
    """A quote of a story, with a link to that very quote; somebody without a page is told in the story's words."""
    speaker = quote.speaker and _person(quote.speaker.name, quote.speaker.url)
    return _told(
        {
            "@type": "Quotation",
            "text": standing_alone(quote.text),
            "url": f"{absolute(path)}#{quote.anchor}",
            "creator": speaker,
            "spokenByCharacter": speaker,
            "creditText": quote.attribution,
        }
    )


def _sourced(quote, speaker):
    """A quote on its speaker's page: its words, and the story they are from."""
    return {
        "@type": "Quotation",
        "text": standing_alone(quote.text),
        "url": f"{absolute(quote.path)}#{quote.anchor}",
        "creator": {"@id": speaker},
        "spokenByCharacter": {"@id": speaker},
        "inLanguage": quote.language,
        "isPartOf": {
            "@type": "NewsArticle",
            "headline": quote.headline,
            "url": absolute(quote.path),
            "datePublished": iso(quote.dated_at),
        },
    }


def _images(lead):
    """The lead photo in the shapes search engines ask for, each once."""
    if lead is None or lead.photo is None:
        return []
    images = [_image(lead.photo, *cut) | _told({"creditText": lead.credit}) for cut in SEARCH_IMAGES]
    return list({image["url"]: image for image in images}.values())


def _image(photo, shape, width):
    """A rendition of a photo, at most `width` pixels wide, as an ImageObject."""
    shape = renditions.shape_for(photo, shape)
    width = renditions.nearest_width(photo, shape, width)
    return {
        "@type": "ImageObject",
        "url": absolute(renditions.url(photo, shape, width, "jpeg")),
        "width": width,
        "height": renditions.height(photo, shape, width),
    }

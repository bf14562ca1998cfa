"""Open Graph: how a page looks where its link is shared (ogp.me)."""

from articles.page.canonical_url import absolute_url
from articles.page.dates import iso
from articles.page.shared_image import SHARED_IMAGE, Card, card_object, image_object, story_card
from articles.page.story import Story
from articles.page.structured_data import modified_at
from articles.site_identity import identity
from articles.text.characters import without_soft_hyphens
from media import renditions
from media.models import Photo

Properties = list[tuple[str, str]]


def open_graph(story: Story) -> Properties:
    """(property, content) pairs of the Open Graph protocol for a story's page, in order."""
    picture = story.lead.photo if story.lead and story.lead.photo else story_card(story)
    return _with_content(
        *_shared("article", story.search_headline, story.dek, story.path, picture),
        ("article:published_time", iso(story.dated_at)),
        ("article:modified_time", iso(modified_at(story))),
        *(("article:author", absolute_url(signer.url)) for signer in story.bylines),
        ("article:section", story.desk.name if story.desk else ""),
        *(("article:tag", topic.name) for topic in story.topics),
    )


def page_open_graph(
    title: str, description: str, path: str, picture: Photo | Card | None = None, *, kind: str = "website"
) -> Properties:
    """(property, content) pairs for any other page; `picture` is shown with a link to it, `kind` is its og:type."""
    return _with_content(*_shared(kind, title, description, path, picture))


def _with_content(*pairs: tuple[str, str]) -> Properties:
    return [(name, without_soft_hyphens(content)) for name, content in pairs if content]


def _shared(kind: str, title: str, description: str, path: str, picture: Photo | Card | None) -> Properties:
    """The properties that a link shared elsewhere is shown by."""
    return [
        ("og:type", kind),
        ("og:site_name", identity().name),
        ("og:title", title),
        ("og:description", description),
        ("og:url", absolute_url(path)),
        *(_shared_image(picture) if picture else [("twitter:card", "summary")]),
    ]


def _shared_image(picture: Photo | Card) -> Properties:
    """The picture that goes with a shared link, with its size in pixels and its alt text."""
    is_card = isinstance(picture, Card)
    image = card_object(picture) if isinstance(picture, Card) else image_object(picture, *SHARED_IMAGE)
    return [
        ("og:image", image["url"]),
        ("og:image:type", "image/png" if is_card else renditions.CONTENT_TYPES["jpeg"]),
        ("og:image:width", str(image["width"])),
        ("og:image:height", str(image["height"])),
        ("og:image:alt", picture.alt),
        ("twitter:card", "summary_large_image"),
    ]

"""What a feed says, whatever the format: the feed, its entries with full text, their photos."""

from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import NamedTuple

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.translation import gettext

from articles.page.canonical_url import absolute_url
from articles.page.portable_html import portable_html, tag_uri
from articles.page.structured_data import modified_at
from articles.site_identity import identity
from media import renditions

FILES = {"rss": "rss.xml", "atom": "atom.xml", "json": "feed.json"}
PICTURE_WIDTH = 1200  # pixels; most readers show no more
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Author(NamedTuple):
    """Who signs, as published, and the full address of their page."""

    name: str
    url: str


class FeedPicture(NamedTuple):
    """A rendition of a photo: full address, media type, size in pixels, and its words as text; they may be ""."""

    url: str
    kind: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


class FeedEntry(NamedTuple):
    """A story in a feed. `id` never changes; `html` is its full text with corrections; times are aware."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    language: str
    authors: tuple[Author, ...]
    tags: tuple[str, ...]
    published: datetime
    updated: datetime
    pictures: tuple[FeedPicture, ...]


@dataclass(frozen=True)
class Feed:
    """A feed: its name, the full address of the page whose stories these are, and its entries, newest first."""

    id: str
    name: str
    page: str
    entries: tuple[FeedEntry, ...]

    @property
    def description(self):
        """What the feed holds, in a sentence; RSS wants one."""
        return gettext("The newest stories of {title}.").format(title=self.name)

    @property
    def updated(self):
        """When the last entry to change did."""
        return max((entry.updated for entry in self.entries), default=NEVER)

    @property
    def hub(self):
        """The address of the WebSub hub that tells subscribers at once (W3C WebSub), or None."""
        return settings.WEBSUB_HUB or None

    def address(self, form):
        """The feed's own full address in one of the formats of FILES."""
        return f"{self.page}feeds/{FILES[form]}"


def feed_of(about, stories):
    """The Feed of Stories about a Desk, Topic or Person; about the whole site for None."""
    name = f"{about} · {identity().name}" if about else identity().name
    return Feed(
        id=tag_uri("feed", f"{about._meta.model_name}:{about.pk}" if about else "site"),
        name=name,
        page=absolute_url(about.get_absolute_url() if about else "/"),
        entries=tuple(map(entry_of, stories)),
    )


def entry_of(story):
    """The FeedEntry of a Story."""
    names = [story.desk.name if story.desk else "", story.label, *(topic.name for topic in story.topics)]
    return FeedEntry(
        id=tag_uri("story", story.id),
        url=absolute_url(story.path),
        title=story.headline,
        summary=story.dek,
        html=portable_html(story),
        language=story.language,
        authors=tuple(Author(signer.name, absolute_url(signer.url)) for signer in story.bylines),
        tags=tuple(dict.fromkeys(filter(None, names))),
        published=story.dated_at,
        updated=modified_at(story),
        pictures=tuple(map(picture_of, story.pictures)),
    )


def picture_of(lead):
    """The FeedPicture of a placed photo that is shown."""
    photo = lead.photo
    width = renditions.nearest_width(photo, "original", PICTURE_WIDTH)
    return FeedPicture(
        url=absolute_url(renditions.url(photo, "original", width, "jpeg")),
        kind=renditions.CONTENT_TYPES["jpeg"],
        width=width,
        height=renditions.height(photo, "original", width),
        alt=photo.alt,
        caption=unescape(strip_tags(lead.caption)),
        credit=lead.credit,
    )

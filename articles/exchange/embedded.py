"""What stands in stories and comes from elsewhere: frames, films, posts, galleries; how it is known and named."""

from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from lxml import html

from articles.text.body.vocabulary import names_in

TAGS = names_in("iframe video audio object embed")
GALLERIES = names_in(
    "gallery wp-block-gallery tiled-gallery wp-block-jetpack-tiled-gallery wp-block-jetpack-slideshow kg-gallery-card "
    "image-gallery-embed"
)
EMBEDS = names_in("wp-block-embed kg-embed-card")
POSTS: Mapping[str, str] = {
    "twitter-tweet": "X (Twitter)",
    "twitter-video": "X (Twitter)",
    "instagram-media": "Instagram",
    "tiktok-embed": "TikTok",
    "bluesky-embed": "Bluesky",
    "mastodon-embed": "Mastodon",
}
_WATCH = "https://www.youtube.com/watch?v="


def address_of(element: html.HtmlElement, site: str) -> str:
    """The address of an embedded element as people open it; "" where it has none."""
    named = (element.get(name, "") for name in ("src", "data-src", "data"))
    address = next(filter(None, named), "") or next(
        (each.get("src", "") for each in element.iter("source", "embed") if each.get("src")), ""
    )
    if address.startswith("//"):
        address = f"https:{address}"
    try:
        address = urljoin(site, address.strip())
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https"):
        return ""
    if (parts.hostname or "").endswith(("youtube.com", "youtube-nocookie.com")) and parts.path.startswith("/embed/"):
        return _WATCH + parts.path.removeprefix("/embed/").strip("/")
    return address


def sentence(address: str) -> str:
    """What is said of an embed that became a link."""
    return f"An embed from {host_of(address) or 'elsewhere'} became a link: {address}"


def host_of(address: str) -> str:
    """The host of an address, "" where it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

"""Embeds: the addresses of other people's films, sounds, charts and posts that we know, and what each is shown in.

Nothing of theirs is stored but the address, a title, an author, a ratio and the number of a picture in the library;
what they answer when they are asked is read in `articles/exchange/oembed.py`. A frame is shown after a reader has asked
for it; posts of networks that refuse frames, or that would load more than the post, are links with the words that their
quoter gave them.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from articles.text.body.attributes import link


@dataclass(frozen=True)
class Provider:
    """Where an address leads: the provider's name, what it matches, and the frame made of what that finds, or ""."""

    name: str
    label: str
    pattern: str  # of a whole address behind its scheme; JavaScript reads it too
    frame: str = ""  # {0} is what the first group found, {address} the whole address, quoted
    shape: str = "wide"  # wide (16:9), tall (9:16), bar (a player of sound), sheet (as high as it is)
    oembed: str = ""  # where it is asked about an address, which is put behind; "" where it says nothing to strangers
    posters: tuple[str, ...] = ()  # hosts from which its pictures may come
    is_post: bool = False  # words of somebody, which are quoted


@dataclass(frozen=True)
class Embed:
    """A known address: its provider, the address and that of its frame, "" where there is none."""

    provider: Provider
    address: str
    frame: str


_END = r"/?(?:[?#&][^\s]*)?"
PROVIDERS = (
    Provider(
        "youtube",
        "YouTube",
        r"(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[^\s#]*&)?v=|live/|embed/)|youtu\.be/"
        rf"|www\.youtube-nocookie\.com/embed/)([\w-]{{6,20}}){_END}",
        "https://www.youtube-nocookie.com/embed/{0}?autoplay=1",
        oembed="https://www.youtube.com/oembed?format=json&url=",
        posters=("i.ytimg.com",),
    ),
    Provider(
        "youtube",
        "YouTube",
        rf"(?:www\.|m\.)?youtube\.com/shorts/([\w-]{{6,20}}){_END}",
        "https://www.youtube-nocookie.com/embed/{0}?autoplay=1",
        "tall",
        oembed="https://www.youtube.com/oembed?format=json&url=",
        posters=("i.ytimg.com",),
    ),
    Provider(
        "vimeo",
        "Vimeo",
        rf"(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{{5,12}}){_END}",
        "https://player.vimeo.com/video/{0}?dnt=1&autoplay=1",
        oembed="https://vimeo.com/api/oembed.json?url=",
        posters=("i.vimeocdn.com",),
    ),
    Provider(
        "soundcloud",
        "SoundCloud",
        rf"(?:www\.)?soundcloud\.com/([\w-]+/(?:sets/)?[\w-]+){_END}",
        "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/{0}",
        "bar",
        oembed="https://soundcloud.com/oembed?format=json&url=",
        posters=("i1.sndcdn.com",),
    ),
    Provider(
        "spotify",
        "Spotify",
        rf"open\.spotify\.com/(?:intl-\w+/)?((?:track|album|playlist|episode|show)/\w{{10,30}}){_END}",
        "https://open.spotify.com/embed/{0}",
        "bar",
        oembed="https://open.spotify.com/oembed?url=",
        posters=("i.scdn.co", "image-cdn-ak.spotifycdn.com", "image-cdn-fa.spotifycdn.com"),
    ),
    Provider(
        "datawrapper",
        "Datawrapper",
        rf"datawrapper\.dwcdn\.net/(\w{{5}})(?:/\d+)?{_END}",
        "https://datawrapper.dwcdn.net/{0}/",
        "sheet",
        oembed="https://api.datawrapper.de/v3/oembed/?format=json&url=",
        posters=("datawrapper.dwcdn.net",),
    ),
    Provider(
        "flourish",
        "Flourish",
        rf"(?:public\.flourish\.studio|flo\.uri\.sh)/((?:visualisation|story)/\d{{1,12}})(?:/embed)?{_END}",
        "https://flo.uri.sh/{0}/embed",
        "sheet",
        oembed="https://app.flourish.studio/api/v1/oembed?format=json&url=",
        posters=("public.flourish.studio",),
    ),
    Provider(
        "mastodon",
        "Mastodon",
        rf"mastodon\.social/(@[\w.-]+(?:@[\w.-]+)?/\d{{6,24}}){_END}",
        "https://mastodon.social/{0}/embed",
        "sheet",
        oembed="https://mastodon.social/api/oembed?url=",
        is_post=True,
    ),
    Provider(
        "instagram",
        "Instagram",
        rf"(?:www\.)?instagram\.com/((?:p|reel)/[\w-]{{5,20}}){_END}",
        "https://www.instagram.com/{0}/embed/",
        "sheet",
        is_post=True,
    ),
    Provider(
        "tiktok",
        "TikTok",
        rf"(?:www\.)?tiktok\.com/@[\w.-]+/video/(\d{{6,24}}){_END}",
        "https://www.tiktok.com/embed/v2/{0}",
        "tall",
        oembed="https://www.tiktok.com/oembed?url=",
    ),
    Provider(
        "reddit",
        "Reddit",
        rf"(?:www\.|old\.)?reddit\.com/(r/\w+/comments/\w+(?:/\w+)?){_END}",
        "https://embed.reddit.com/{0}/",
        "sheet",
        oembed="https://www.reddit.com/oembed?url=",
    ),
    Provider(
        "googlemaps",
        "Google Maps",
        r"www\.google\.com/maps/embed\?pb=([\w!.%:-]+)",
        "https://www.google.com/maps/embed?pb={0}",
    ),
    Provider(
        "openstreetmap",
        "OpenStreetMap",
        r"www\.openstreetmap\.org/export/embed\.html\?([\w.,=&;%:-]+)",
        "https://www.openstreetmap.org/export/embed.html?{0}",
    ),
    Provider(
        "bluesky",
        "Bluesky",
        rf"bsky\.app/profile/([\w.:-]+/post/\w+){_END}",
        oembed="https://embed.bsky.app/oembed?format=json&url=",
        is_post=True,
    ),
    Provider(
        "x",
        "X",
        rf"(?:www\.|mobile\.)?(?:x|twitter)\.com/(\w+/status/\d+){_END}",
        oembed="https://publish.x.com/oembed?omit_script=1&dnt=true&url=",
        is_post=True,
    ),
    Provider(
        "facebook",
        "Facebook",
        r"(?:www\.|m\.)?facebook\.com/([\w.-]+/(?:posts|videos)/[\w.-]+|watch/?\?v=\d+)\S*",
        is_post=True,
    ),
    Provider(
        "threads",
        "Threads",
        rf"(?:www\.)?threads\.(?:net|com)/(@[\w.]+/post/[\w-]+){_END}",
        is_post=True,
    ),
)
_SCHEME = r"https?://"
PATTERNS = tuple(_SCHEME + provider.pattern for provider in PROVIDERS)
_KNOWN = tuple((re.compile(pattern, re.ASCII), one) for pattern, one in zip(PATTERNS, PROVIDERS, strict=True))
LONGEST = 500  # characters of an address


def embed_of(address: str) -> Embed | None:
    """What an address embeds; None where it is no address of a known provider."""
    for pattern, provider in _KNOWN if len(address) <= LONGEST else ():
        if found := pattern.fullmatch(address):
            frame = provider.frame.format(quote(found[1], safe="/@!.:%=&,;"))
            return Embed(provider, address, frame)
    return None


def known_address(value: str) -> str | None:
    """The address of an embed that we know, as it may be linked to; None else."""
    address = link(value)
    return address if address and embed_of(address) else None

"""WordPress' shortcodes: those that say something become HTML, others are taken out or stay by rule; all are named."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from articles.exchange import embedded
from articles.exchange.incoming import Note
from articles.text.body.vocabulary import names_in

LONGEST = 2000  # characters of one tag
# Of plugins that newsrooms use; they say how words look, or fetch what is not in the file.
KNOWN = names_in(
    "ad ads adrotate ad_unit advads_ad amp-ad button buttons bs-quote contact-form contact-form-7 contact-field "
    "columns column one_half one_third two_third donation dropcap et_pb_section et_pb_row et_pb_column et_pb_text "
    "fusion_builder_container fusion_builder_row fusion_builder_column fusion_text gravityform hr infobox jnews_block "
    "jetpack-related-posts mc4wp_form media-credit ngg nggallery newsletter nextpage playlist pullquote recent_posts "
    "related related_posts rev_slider row sidebar slideshow soundcloud su_box su_button su_quote subscribe table "
    "table-info tablepress tdb td_block_1 toc toggle vc_row vc_column vc_column_text vc_single_image wpforms wp_quiz"
)
_LINKED = names_in("embed video audio youtube vimeo soundcloud tweet twitter instagram facebook tiktok spotify iframe")
_PREFIXES = ("et_pb_", "vc_", "fusion_", "td_block", "tdb_", "su_", "av_", "mk_", "cs_", "x_")
_HOMES = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}
_TAG = re.compile(
    rf"\[(?P<end>/)?(?P<name>[a-zA-Z][\w-]{{1,40}})(?P<attributes>(?:\s+(?:[^\[\]\"']|\"[^\"]*\"|'[^']*')"
    rf"{{0,{LONGEST}}}?|=[^\[\]\s]{{1,300}})?)\s*/?\](?!\])"
)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:[\"“”″]([^\"“”″]*)[\"“”″]|'([^']*)'|([^\s'\"]+))")
_CAPTION = re.compile(
    r"\[(?:wp_)?caption(?P<attributes>(?:[^\]\"']|\"[^\"]*\"|'[^']*')*)\](?P<inside>.*?)\[/(?:wp_)?caption\]",
    re.IGNORECASE | re.DOTALL,
)
_IMAGE = re.compile(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.IGNORECASE)
_ESCAPED = re.compile(r"\[(\[[^\[\]]{1,300}\])\]")
_ADDRESS = re.compile(r"https?://[^\s\"'\[\]<>]+")
Gallery = Callable[[Mapping[str, str]], str]


@dataclass
class Shortcodes:
    """What was found: how often each name stood there, what became of it and one example."""

    kept: dict[str, list[str]] = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def said(self) -> list[Note]:
        """A note for each name."""
        of_removed = [
            Note("shortcode", f"The shortcode [{name}] was taken out {_times(found)}, for example {found[0]}")
            for name, found in self.removed.items()
        ]
        of_kept = [
            Note("shortcode kept", f"What looks like a shortcode stays in the text {_times(found)}: {found[0]}")
            for name, found in self.kept.items()
        ]
        return [*self.notes, *of_removed, *of_kept]


def expand(text: str, gallery: Gallery) -> tuple[str, list[Note]]:
    """(the text with its shortcodes as HTML or taken out, what is to be said of them).

    `gallery` gives the HTML of a gallery by its attributes. Words between two tags stay.
    """
    found = Shortcodes()
    escaped: list[str] = []

    def keep(match: re.Match[str]) -> str:
        escaped.append(match[1])
        return f"\x02{len(escaped) - 1}\x03"

    text = _ESCAPED.sub(keep, re.sub("[\x02\x03]", "", text))
    text = _CAPTION.sub(_captioned, text)
    closed = {match["name"].lower() for match in _TAG.finditer(text) if match["end"]}
    text = _TAG.sub(lambda match: _expanded(match, closed, gallery, found), text)
    return re.sub("\x02(\\d+)\x03", lambda match: escaped[int(match[1])], text), found.said()


def attributes_of(words: str) -> dict[str, str]:
    """The attributes of a tag, by name in lower case."""
    return {match[1].lower(): next(filter(None, match.groups()[1:]), "") for match in _ATTRIBUTE.finditer(words or "")}


def _captioned(match: re.Match[str]) -> str:
    """An image with its caption, which stands after the image, or in old files in an attribute."""
    image = _IMAGE.search(match["inside"])
    if image is None:
        return match["inside"]
    inside = (match["inside"][: image.start()] + match["inside"][image.end() :]).strip()
    words = inside or escape(attributes_of(match["attributes"]).get("caption", ""), quote=False)
    return f'\n\n<figure class="wp-caption">{image[0]}<figcaption>{words}</figcaption></figure>\n\n'


def _expanded(match: re.Match[str], closed: set[str], gallery: Gallery, found: Shortcodes) -> str:
    name, attributes = match["name"].lower(), attributes_of(match["attributes"])
    if match["end"] and name in _LINKED:
        return "\n\n"
    if match["end"]:
        return "" if _is_code(name, True) or name in found.removed else match[0]
    if name == "gallery":
        return f"\n\n{gallery(attributes)}\n\n"
    if name in _LINKED:
        return _linked(match, name, attributes, found)
    if not _is_code(name, bool(attributes) or name in closed):
        if re.fullmatch(r"[a-z][a-z0-9]*[_-][a-z0-9_-]+", match["name"]):
            found.kept.setdefault(name, []).append(match[0])
        return match[0]
    found.removed.setdefault(name, []).append(match[0])
    return ""


def _is_code(name: str, has_attributes: bool) -> bool:
    return has_attributes or name in KNOWN or name in _LINKED or name.startswith(_PREFIXES)


def _linked(match: re.Match[str], name: str, attributes: Mapping[str, str], found: Shortcodes) -> str:
    """A link in a paragraph of its own; where the address stands between two tags, it is there already."""
    told = [
        value
        for key, value in attributes.items()
        if key in ("src", "url", "mp4", "mp3", "m4v", "ogg", "webm", "id", "v")
    ]
    inside = _ADDRESS.match(match.string, match.end())
    address = _ADDRESS.search(match[0])
    if inside:
        return "\n\n"
    if address:
        where = address[0]
    elif told and name in _HOMES:
        where = _HOMES[name] + told[0]
    elif "/" in "".join(told):
        where = told[0]
    else:
        found.removed.setdefault(name, []).append(match[0])
        return ""
    found.notes.append(Note("embed", embedded.sentence(where)))
    return f'\n\n<a href="{escape(where)}">{escape(where)}</a>\n\n'


def _times(found: list[str]) -> str:
    return "once" if len(found) == 1 else f"{len(found)} times"

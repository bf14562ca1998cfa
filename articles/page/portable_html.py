"""A story's words for other people's programs: plain HTML with full addresses, one file a picture, and nothing of ours.

Feeds and machine copies carry it. Ids, classes and `data-` attributes mean something on our pages only, and an address
without a host leads nowhere from somebody else's.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from lxml import html

from articles.page.canonical_url import absolute_url
from articles.page.dates import time_html
from articles.page.photos import lead_html
from articles.page.story import Story
from articles.text.characters import valid_characters, without_soft_hyphens

KEPT = frozenset({"href", "src", "alt", "width", "height", "cite", "lang", "dir", "datetime", "scope"})
ADDRESSES = ("href", "src", "cite")
# A tag URI (RFC 4151) names a day on which the name was ours; it never changes, or every story would come anew.
NAMED_SINCE = "2026"


def tag_uri(kind: str, pk: int | str) -> str:
    """A name that outlives addresses and dates for a thing of this newsroom: "tag:news.example,2026:story:17"."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{NAMED_SINCE}:{kind}:{pk}"


def portable_html(story: Story) -> str:
    """The words of a Story from the lead photo to the notes on errors, as HTML that means the same anywhere."""
    return portable(
        (lead_html(story.lead, first=False) if story.lead else "")
        + format_html_join("", "{}{}", ((_heading(part.heading), part.html) for part in story.sections))
        + _footnotes(story)
        + notes_html(story)
    )


def _footnotes(story: Story) -> SafeString:
    """The footnotes of a Story; their marks in the text are numbers."""
    notes = format_html_join("", "<li>{}</li>", ((note.html,) for note in story.footnotes))
    return format_html("<ol>{}</ol>", notes) if notes else notes


def notes_html(story: Story) -> SafeString:
    """The corrections of a Story with their dates, under their heading; "" without any."""
    notes = ((note.kind, time_html(note.at), _paragraphs(note.text)) for note in story.corrections)
    heading = _heading(story.notes_heading) if story.corrections else SafeString()
    return heading + format_html_join("", "<p><strong>{}</strong>, {}</p>{}", notes)


def portable(markup: str) -> str:
    """Our own safe HTML without what only our pages understand."""
    root = html.fragment_fromstring(
        without_soft_hyphens(valid_characters(str(markup))).replace("\x0c", " "), create_parent="div"
    )
    for element in list(root.iterdescendants()):
        # The parser knows only HTML 4, so for it a <source> holds what follows: its tag goes, not its tree.
        if element.tag == "button":
            element.drop_tree()
            continue
        is_mark = element.tag == "a" and element.get("href", "").startswith("#")
        if is_mark or element.tag in ("picture", "source") or (element.tag == "span" and not element.get("lang")):
            element.drop_tag()
        else:
            _plain(element)
    return "".join([root.text or "", *(html.tostring(child, encoding="unicode") for child in root)])


def _plain(element: html.HtmlElement) -> None:
    """Leave the attributes that anybody understands, with full addresses."""
    for name in set(element.attrib) - KEPT:
        del element.attrib[name]
    for name in ADDRESSES:
        if element.get(name, "").startswith("/"):
            element.set(name, absolute_url(element.get(name)))


def _heading(words: str) -> SafeString:
    return format_html("<h2>{}</h2>", words) if words else SafeString()


def _paragraphs(text: str) -> SafeString:
    return format_html_join("", "<p>{}</p>", ((line,) for line in text.splitlines() if line.strip()))

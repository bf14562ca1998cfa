"""Photos on a story's page: the lead in the page's own shapes, placed ones as they are, with caption and credit."""

from collections.abc import Sequence
from typing import NamedTuple

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from articles.models.edition import direction_of
from articles.text.characters import html_attribute
from media import renditions
from media.models import Photo
from media.pictures import picture_html, preload_html
from media.renditions import shape_for

LEAD_SHAPE, LEAD_ON_PHONES = "16x9", "4x3"
LEAD_SIZES = "(min-width: 80rem) 74rem, 100vw"
SHEET_SIZES = "(min-width: 45rem) 38rem, 100vw"
GALLERY_SIZES = "(min-width: 45rem) 19rem, 50vw"
WHOLE = 1760  # pixels across, where a photo is opened over the page
NEAR_AN_EDGE = 0.35  # a focal point nearer to the top or bottom than this keeps that edge in sight


class Lead(NamedTuple):
    """The photo above the headline, its caption as safe HTML and its credit as text; both may be "".

    `photo` is None once its licence has ended: its caption then keeps the place.
    """

    photo: Photo | None
    caption: str
    credit: str


def figure_html(photo: Photo | None, caption: str, credit: str) -> SafeString:
    """The figure of a photo inside the text; `caption` is safe HTML, `credit` text, either may be "".

    Without a photo (its licence has ended) the caption keeps the place, with a sentence that says why.
    """
    if photo is None:
        return _place_holder("ended", caption)
    picture = picture_html(photo, sizes=SHEET_SIZES)
    return format_html("<figure>{}{}{}</figure>", picture, _whole(photo), _words(caption, credit, photo))


def gallery_html(figures: Sequence[str]) -> str:
    """The figures of photos as one gallery with its name; its columns are narrower than the text."""
    name = ngettext("Gallery of %(number)d photo", "Gallery of %(number)d photos", len(figures))
    start = html_attribute("aria-label", name % {"number": len(figures)})
    photos = "".join(figures).replace(SHEET_SIZES, GALLERY_SIZES)
    return f'<div class="gallery" data-gallery role="group"{start}>{photos}</div>'


def lead_html(lead: Lead, *, first: bool) -> SafeString:
    """The figure above the headline; only the first story on a page has it fetched at once. A portrait stays one."""
    if lead.photo is None:
        return _place_holder("lead ended", lead.caption)
    portrait = shape_for(lead.photo, LEAD_SHAPE) == "original"
    picture = picture_html(lead.photo, LEAD_SHAPE, LEAD_SIZES, priority=first, phone_shape=LEAD_ON_PHONES)
    return format_html(
        '<figure class="lead{}"{}>{}{}{}</figure>',
        " lead--portrait" if portrait else "",
        _focus(lead.photo.focus_y),
        picture,
        _whole(lead.photo),
        _words(lead.caption, lead.credit, lead.photo),
    )


def lead_preload(lead: Lead | None) -> str:
    """The HTML in the head of a page with this lead that has its photo fetched first."""
    if lead is None or lead.photo is None:
        return ""
    return preload_html(lead.photo, LEAD_SHAPE, LEAD_SIZES, phone_shape=LEAD_ON_PHONES)


def _whole(photo: Photo) -> SafeString:
    """What opens the photo whole: shown to the keyboard alone, since the picture itself answers a tap."""
    site = settings.LANGUAGE_CODE
    return format_html(
        '<button type="button" class="whole" data-open="photos" data-whole="{}" lang="{}" dir="{}">{}</button>',
        renditions.url(photo, "original", renditions.nearest_width(photo, "original", WHOLE), "webp"),
        site,
        direction_of(site),
        gettext("Show the photo whole"),
    )


def _focus(height: float) -> str:
    """The mark that tells the style sheet which edge a low window must not cut off."""
    if NEAR_AN_EDGE <= height <= 1 - NEAR_AN_EDGE:
        return ""
    return format_html(' data-focus="{}"', "top" if height < NEAR_AN_EDGE else "bottom")


def _words(caption: str, credit: str, photo: Photo) -> str:
    """Caption and credit under a photo, or nothing; the library's may be in another language than the story.

    How it was made is said with the credit where readers must know, for instance that a machine made it.
    """
    made = format_html(" {}", _site_words("made", photo.get_source_type_display())) if photo.source_type else ""
    said = format_html('<span class="caption"><bdi>{}</bdi></span> ', caption) if caption else ""
    by = format_html('<span class="credit"><bdi>{}</bdi>{}</span>', credit, made) if credit or made else ""
    return format_html("<figcaption>{}{}</figcaption>", said, by) if said or by else ""


def _place_holder(classes: str, caption: str) -> SafeString:
    """What stands where a photo stood until its licence ended."""
    said = format_html('<span class="caption"><bdi>{}</bdi></span> ', caption) if caption else ""
    why = _site_words("why", gettext("The licence for this picture has ended, so it is no longer shown."))
    return format_html('<figure class="{}"><figcaption>{}{}</figcaption></figure>', classes, said, why)


def _site_words(name: str, words: str) -> SafeString:
    """Words of the site's own, in its language, whatever the story's."""
    site = settings.LANGUAGE_CODE
    return format_html('<span class="{}" lang="{}" dir="{}">{}</span>', name, site, direction_of(site), words)

"""Choosing a photo: what the sheet shows of one, which there are to choose from, and a plain list of the newest."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.shared.params import number_in
from articles.models.section import PhotoPlacement
from articles.models.user import User
from articles.page.photos import LEAD_SHAPE
from articles.search import photo_index
from media.admin.proofs import proof_url
from media.focal_crop import SHAPES, crop_box
from media.models import Photo
from media.renditions import shape_for
from media.signals import Use, uses_of
from media.unconfirmed import unconfirmed_words

MOST_PHOTOS = 24
MOST_PLACED = 400  # of the newest placements are so many looked at for photos that were used before
USED, MINE = "used", "mine"


class PhotoSelect(forms.Select):
    """A plain list of the chosen photo and the newest ones; with a script the library’s window takes its place."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """The options; without the choices of the field, which are the whole library."""
        chosen = {number for each in value if (number := number_in(str(each))) is not None}
        photos = [*Photo.objects.filter(pk__in=chosen), *Photo.objects.exclude(pk__in=chosen)[:MOST_PHOTOS]]
        named = [("", "---------"), *((str(photo.pk), photo.name) for photo in photos)]
        options = [
            self.create_option(name, key, words, key in map(str, value), place)
            for place, (key, words) in enumerate(named)
        ]
        return [(None, options, 0)]


def picture_of(photo: Photo) -> dict[str, Any]:
    """A photo of the library as the editor shows it and lets it be described.

    `ratio` and `position` are the cut that readers get of it as a lead photo, as CSS has it; a portrait is not cut.
    """
    shape = shape_for(photo, LEAD_SHAPE)
    return {
        "id": photo.pk,
        "url": proof_url(photo, 800),
        "alt": photo.alt,
        "decorative": photo.decorative,
        "caption": photo.caption,
        "credit": photo.credit,
        "name": photo.name,
        "width": photo.width,
        "height": photo.height,
        "focus": [photo.focus_x, photo.focus_y],
        "ratio": SHAPES[shape] or photo.width / photo.height,
        "position": _position(photo, shape),
        "unconfirmed": [
            {"label": label, "words": words, "doubt": doubt} for label, words, doubt in unconfirmed_words(photo)
        ],
    }


def _position(photo: Photo, shape: str) -> str:
    """Where the cut lies in the picture, as CSS object-position: shares of the room that is left beside it."""
    left, top, right, bottom = crop_box((photo.width, photo.height), shape, (photo.focus_x, photo.focus_y))
    spare = (photo.width - (right - left), photo.height - (bottom - top))
    shares = [begin / room if room > 0 else 0.5 for begin, room in zip((left, top), spare, strict=True)]
    return " ".join(f"{100 * share:.1f}%" for share in shares)


def found(words: str, which: str, *, by: User) -> list[dict[str, Any]]:
    """The photos to choose from, as pictures with the stories that have used them: by words, the newest first.

    `which` is USED for those that were published, the last published first; MINE for those that `by` took in.
    """
    matching = Photo.objects.all()
    if words.strip():
        matching = matching.filter(pk__in=photo_index.find_photos(words))
    if which == MINE:
        matching = matching.filter(uploaded_by=by)
    photos = _used(matching, bool(words.strip())) if which == USED else list(matching[:MOST_PHOTOS])
    uses = uses_of([photo.pk for photo in photos], by)
    return [picture_of(photo) | {"used": _uses_in_words(uses[photo.pk])} for photo in photos]


def _used(matching: Any, is_narrowed: bool) -> list[Photo]:
    """Those of the photos that editions have shown, the last first."""
    placed = PhotoPlacement.objects.order_by("-edition_id", "-pk")
    if is_narrowed:
        placed = placed.filter(photo__in=matching)
    newest = list(dict.fromkeys(placed.values_list("photo", flat=True)[:MOST_PLACED]))[:MOST_PHOTOS]
    rows = Photo.objects.in_bulk(newest)
    return [rows[pk] for pk in newest]


def _uses_in_words(uses: list[Use]) -> str:
    """Where a photo was used before: the most public place, and how many more there are; "" for none."""
    if not uses:
        return ""
    said = {"title": uses[0].title, "state": uses[0].state}
    if not uses[1:]:
        return _("In “%(title)s” (%(state)s)") % said
    more = ngettext(
        "In “%(title)s” (%(state)s) and %(n)s more", "In “%(title)s” (%(state)s) and %(n)s more", len(uses) - 1
    )
    return more % {**said, "n": len(uses) - 1}

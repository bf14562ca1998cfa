"""What the newsroom's people are told of words that came with a photo's file and that nobody has confirmed."""

from django.utils.translation import gettext_lazy as _

from media.metadata import Trust
from media.models import CONFIRMABLE, Photo

LABELS = dict(zip(CONFIRMABLE, (_("Caption"), _("Credit"), _("Alt text"), _("Extended description")), strict=True))
# Why their letters may be wrong.
WARNINGS = {Trust.SAID: "", Trust.GUESSED: _("letters guessed"), Trust.DOUBTFUL: _("perhaps misread")}


def unconfirmed_words(photo: Photo) -> list[tuple[str, str, str]]:
    """[(the field in words, what it says, why that may be wrong, or "")] of what nobody has confirmed."""
    return [
        (str(LABELS[field]), getattr(photo, field), str(WARNINGS[Trust(photo.unconfirmed[field])]))
        for field in CONFIRMABLE  # in their order: PostgreSQL has its own for the keys of an object
        if field in photo.unconfirmed
    ]

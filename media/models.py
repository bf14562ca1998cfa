"""The nouns of the photo library: one Photo is one picture with its words, its rights and its focal point."""

import secrets
from datetime import timedelta
from pathlib import PurePosixPath

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from media.metadata import Trust

NAME_AT_MOST = 80  # characters
FORMER_ARE_KEPT = timedelta(days=30)
# Words that readers get: as the file had them they wait for a person to confirm them.
CONFIRMABLE = ("caption", "credit", "alt", "description")
WITHIN_THE_PICTURE = [MinValueValidator(0), MaxValueValidator(1)]
WEB_ADDRESS = URLValidator(schemes=["http", "https"], message="Give a web address that begins with https://.")


class SourceType(models.TextChoices):
    """How a picture came to be, where readers must know: terms of IPTC's vocabulary of digital source types."""

    AI_MADE = "trainedAlgorithmicMedia", _("Made with AI")
    AI_EDITED = "compositeWithTrainedAlgorithmicMedia", _("Edited with AI")
    PARTLY_SYNTHETIC = "compositeSynthetic", _("Composite with synthetic parts")
    COMPUTED = "algorithmicMedia", _("Made by a computer program")


class CredentialsState(models.TextChoices):
    """What the Content Credentials (C2PA) of the uploaded file were worth; a file without any has none of these."""

    TRUSTED = "trusted", _("Valid, signed by somebody on the newsroom's list")
    VALID = "valid", _("Valid, signed by somebody who is not on the newsroom's list")
    INVALID = "invalid", _("Broken: the picture or its history was changed after it was signed")
    UNREADABLE = "unreadable", _("Unreadable")


def private_name(_photo, filename):
    """An unguessable storage name that keeps nothing of the file's own name but its ending."""
    return f"originals/{secrets.token_hex(16)}{PurePosixPath(filename).suffix}"


class Photo(models.Model):
    """A picture in the library. Only `media.ingest` writes rows; readers see renditions, never the original."""

    original = models.FileField(upload_to=private_name, max_length=120, editable=False)
    file_name = models.CharField(
        _("name of the uploaded file"), max_length=255, blank=True, default="", db_default="", editable=False
    )
    content_hash = models.CharField(_("SHA-256 of the uploaded bytes"), max_length=64, unique=True, editable=False)
    width = models.PositiveIntegerField(_("width in pixels, upright"), editable=False)
    height = models.PositiveIntegerField(_("height in pixels, upright"), editable=False)
    tone = models.CharField(_("mean colour, as #rrggbb"), max_length=7, editable=False)

    caption = models.TextField(blank=True)
    alt = models.TextField(
        _("alt text"), blank=True, help_text=_("Say what the picture shows to someone who can't see it.")
    )
    decorative = models.BooleanField(
        default=False, help_text=_("The picture says nothing that the words don't: no alt text, on purpose.")
    )
    credit = models.CharField(max_length=500, blank=True, help_text=_("The line readers see, such as “Photo by …”."))
    creator = models.CharField(max_length=500, blank=True)
    copyright = models.CharField(_("copyright notice"), max_length=500, blank=True)
    source = models.CharField(max_length=500, blank=True)
    usage_terms = models.TextField(blank=True)
    web_statement = models.CharField(_("web statement of rights"), max_length=500, blank=True, validators=[WEB_ADDRESS])
    licensor = models.CharField(max_length=500, blank=True, help_text=_("Who grants licences for it."))
    licensor_url = models.CharField(_("licensor's address"), max_length=500, blank=True, validators=[WEB_ADDRESS])
    licence_ends_at = models.DateTimeField(
        null=True, blank=True, db_index=True, help_text=_("From this moment on no reader gets the picture.")
    )
    description = models.TextField(
        _("extended description"),
        blank=True,
        help_text=_("For complex pictures, such as charts: what the alt text can't hold."),
    )
    place = models.CharField(_("place shown"), max_length=500, blank=True)
    people = models.TextField(_("people shown"), blank=True, help_text=_("One name a line."))
    source_type = models.CharField(
        _("how it was made"), max_length=60, choices=SourceType.choices, blank=True, help_text=_("Said to readers.")
    )
    focus_x = models.FloatField(_("focus, from the left"), default=0.5, validators=WITHIN_THE_PICTURE)
    focus_y = models.FloatField(_("focus, from the top"), default=0.5, validators=WITHIN_THE_PICTURE)

    credentials = models.CharField(
        _("content credentials"), max_length=12, choices=CredentialsState.choices, blank=True, editable=False
    )
    credentials_signer = models.CharField(_("signed by"), max_length=500, blank=True, editable=False)
    credentials_tool = models.CharField(_("made or edited with"), max_length=500, blank=True, editable=False)
    had_location = models.BooleanField(_("the file held a position on Earth"), default=False, editable=False)
    taken_at = models.DateTimeField(null=True, blank=True, editable=False)
    origins = models.JSONField(_("which block of the file each word came from"), default=dict, editable=False)
    unconfirmed = models.JSONField(
        _("words of the file that nobody has confirmed"), default=dict, db_default={}, editable=False
    )
    look_a = models.IntegerField(null=True, editable=False)
    look_b = models.IntegerField(null=True, editable=False)
    look_c = models.IntegerField(null=True, editable=False)
    look_d = models.IntegerField(null=True, editable=False)
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        indexes = [
            models.Index(fields=["-uploaded_at", "-id"], name="photo_newest_first"),
            *(models.Index(fields=[f"look_{part}"], name=f"photo_look_{part}") for part in "abcd"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="photo_has_pixels"),
            models.CheckConstraint(
                condition=Q(focus_x__gte=0, focus_x__lte=1),
                name="photo_focus_x_inside",
                violation_error_message=_("The focus must lie inside the picture: from 0 (left) to 1 (right)."),
            ),
            models.CheckConstraint(
                condition=Q(focus_y__gte=0, focus_y__lte=1),
                name="photo_focus_y_inside",
                violation_error_message=_("The focus must lie inside the picture: from 0 (top) to 1 (bottom)."),
            ),
            models.CheckConstraint(
                condition=Q(decorative=False) | Q(alt=""),
                name="photo_decorative_has_no_alt",
                violation_error_message=_("A decorative picture has no alt text: clear one of the two."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """What people call it: by its caption, by what it shows, by its file, else by its number."""
        said = " ".join((self.caption or self.alt or self.file_name).split())
        return said[:NAME_AT_MOST] or f"Photo {self.pk}"

    @property
    def is_portrait(self):
        """True when the picture, upright, is taller than wide."""
        return self.height > self.width

    @property
    def has_alt(self):
        """True when readers who can't see it are served: it has alt text, or is decorative on purpose."""
        return self.decorative or bool(self.alt.strip())

    def has_credible(self, field):
        """Whether there are words in `field` that a person has confirmed, or that read as words."""
        return bool(getattr(self, field).strip()) and self.unconfirmed.get(field) != Trust.DOUBTFUL

    @property
    def look(self):
        """What it looks like as four numbers of 16 bits (see `media.duplicates`), or None when nothing can be told."""
        parts = (self.look_a, self.look_b, self.look_c, self.look_d)
        return None if None in parts else parts

    @look.setter
    def look(self, parts):
        self.look_a, self.look_b, self.look_c, self.look_d = parts or (None,) * 4

    def is_licensed(self, at):
        """Whether the licence still runs at `at`, an aware datetime; without an end it always does."""
        return self.licence_ends_at is None or at < self.licence_ends_at


class FormerOriginal(models.Model):
    """The file that a photo had before another took its place; it can be put back for FORMER_ARE_KEPT.

    `filled` names the words that the file which took its place brought: with it they go again.
    """

    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="former_originals", db_index=False)
    original = models.FileField(upload_to=private_name, max_length=120)
    width = models.PositiveIntegerField(_("width in pixels, upright"))
    height = models.PositiveIntegerField(_("height in pixels, upright"))
    filled = models.JSONField(default=list)
    replaced_at = models.DateTimeField(db_index=True)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["-replaced_at", "-pk"]
        default_permissions = ()  # who may change a photo's file may put one back
        indexes = [models.Index(fields=["photo", "-replaced_at"], name="former_original_of")]

    def __str__(self):
        return f"Former file of photo {self.photo_id}"

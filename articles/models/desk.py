"""The department that owns a story, and the place on the site where readers find it."""

import re

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import get_resolver
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.named import Listed

# First segments that no view of ours answers yet, or that the server answers itself. A page to come needs its name
# kept from the first desk on, or the desk would have to move for it.
KEPT_SEGMENTS = frozenset({"media", "photos", "search", "static"})


def reserved_segments() -> frozenset[str]:
    """The first segments of the site's own addresses, such as "topics", which no desk may take: a set of str."""
    segments = (str(pattern.pattern).lstrip("^").split("/")[0] for pattern in get_resolver().url_patterns)
    nested = (
        str(inner.pattern).lstrip("^").split("/")[0]
        for pattern in get_resolver().url_patterns
        if not str(pattern.pattern)
        for inner in getattr(pattern, "url_patterns", [])
    )
    return KEPT_SEGMENTS | {segment for segment in (*segments, *nested) if segment and "<" not in segment}


def validate_desk_slug(slug: str) -> None:
    """Refuse a slug that would hide a year's stories or a page of the site. Raises ValidationError."""
    if re.fullmatch(r"\d{4}", slug):
        raise ValidationError(_("Four digits are the address of a year; choose words."), code="year")
    if slug.lower() in reserved_segments():
        raise ValidationError(
            _("“%(slug)s” is the address of a page of the site; choose another.") % {"slug": slug}, code="reserved"
        )


class Bed(models.TextChoices):
    """How a desk's newest stories stand on the front page."""

    TURNS = "", gettext_lazy("what suits its stories, in turn with other desks")
    SIDE = "side", gettext_lazy("one with its photo beside a list")
    THREE = "three", gettext_lazy("three headlines side by side")
    WIDE = "wide", gettext_lazy("one with a wide photo")


class Desk(Listed):
    """A department such as World; its page is `/<slug>/`."""

    slug = models.SlugField(max_length=80, unique=True, validators=[validate_desk_slug])
    description = models.TextField(
        blank=True, help_text=gettext_lazy("One or two sentences at the head of the desk's page.")
    )
    position = models.PositiveSmallIntegerField(
        default=100, help_text=gettext_lazy("Lower numbers come first in the menu.")
    )

    bed = models.CharField(
        gettext_lazy("on the front page"), max_length=8, choices=Bed.choices, blank=True, default="", db_default=""
    )

    channel = models.CharField(
        max_length=500,
        blank=True,
        default="",
        db_default="",
        help_text=gettext_lazy(
            "A secret address that takes messages in Slack’s shape, with https: what is handed in, approved and "
            "published on this desk is said there. Never of sealed stories."
        ),
    )

    class Meta:
        ordering = ("position", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["key"],
                condition=~models.Q(key=""),
                name="desk_key_unique",
                violation_error_message=gettext_lazy(
                    "There is a desk of that name already, written with other case or accents."
                ),
            ),
        )

    def clean(self) -> None:
        """Refuse the address of a static page, too."""
        super().clean()
        pages = apps.get_model("articles", "StaticPage")  # which stands above desks and knows them
        if pages.objects.filter(slug=self.slug).exists():
            raise ValidationError({"slug": f"“{self.slug}” is the address of a page of the house; choose another."})

    def get_absolute_url(self) -> str:
        """The desk's page."""
        return f"/{self.slug}/"

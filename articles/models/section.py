"""What an edition's text is made of: sections, the quotes inside them, and placed photos."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition, EditionPart, PartOfEditionQuerySet


def anchor_of(article: int, position: int) -> str:
    """The id of a quote's element on its story's page, for a link to that very quote."""
    return f"q{article}-{position}"


class Section(models.Model):
    """A subhead and the text under it. The lead section has no heading."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="sections", db_index=False)
    position = models.PositiveSmallIntegerField()
    heading = models.TextField(blank=True, help_text=_("Inline HTML of the subhead."))
    html = models.TextField(help_text=_("The blocks under it, in the body's vocabulary."))

    objects = PartOfEditionQuerySet.as_manager()

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=["edition", "position"], name="section_position_once"),)

    def __str__(self) -> str:
        return self.heading or "Lead"


class Quote(EditionPart):
    """Words in quotation marks, with a speaker or an attribution in words.

    `start` and `end` count characters of the section's text (see `text/body/body.py`), marks included, so that the
    page can mark a quote exactly where it was found, whatever the rules that find quotes become later.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="quotes", db_index=False)
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="quotes")
    text = models.TextField(help_text=_("What was said, without the outer marks."))
    person = models.ForeignKey(
        "articles.Person",
        null=True,
        on_delete=models.PROTECT,
        related_name="quotes",
        verbose_name=_("speaker"),
        db_index=False,
    )
    attribution = models.TextField(blank=True, help_text=_("Who said it, in the story's own words."))
    is_set_off = models.BooleanField(default=False, help_text=_("Set on its own, not in a running paragraph."))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ("position", "pk")
        indexes = (models.Index(fields=["person", "-dated_at", "-article"], name="quote_newest"),)
        constraints = (
            models.UniqueConstraint(fields=["edition", "position"], name="quote_position_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="quote_ends_after_start"),
        )

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    @property
    def anchor(self) -> str:
        """The id of the quote's element on its story's page, for a link to that very quote."""
        return anchor_of(self.article_id, self.position)


class PhotoPlacement(EditionPart):
    """A photo in an edition: the lead (no section) or one inside a section. Caption and credit are frozen."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="placements", db_index=False)
    section = models.ForeignKey(Section, null=True, on_delete=models.CASCADE, related_name="placements")
    photo = models.ForeignKey("media.Photo", on_delete=models.PROTECT, related_name="placements")
    caption = models.TextField(blank=True, help_text=_("Inline HTML."))
    credit = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["edition", "position"], name="placement_position_once"),
            models.UniqueConstraint(fields=["edition"], condition=Q(section__isnull=True), name="placement_one_lead"),
        )

    @property
    def words(self) -> tuple[int, str, str]:
        """(photo id, caption, credit)."""
        return (self.photo_id, self.caption, self.credit)

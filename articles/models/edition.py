"""A story's public timeline: entries valid for an interval of time. The only door to published words."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles.embargo import FAR_FUTURE, Kind, current, live, sealed_and_to_come
from articles.models.article import Label, LanguageVersion, direction_of
from articles.models.named import NAME_AT_MOST

HEADLINE_MOST, DEK_MOST = 300, 500  # characters


class EditionQuerySet(models.QuerySet["Edition"]):
    """Choosing editions, in the trade's words."""

    def live(self, at: datetime) -> Self:
        """Editions whose words readers see at `at` (an aware datetime)."""
        return self.filter(live(at))

    def current(self, at: datetime) -> Self:
        """Editions in force at `at`, withdrawn and expired ones too."""
        return self.filter(current(at))

    def listed(self, at: Any) -> Self:
        """Editions live at `at` as lists of all stories have them: of a story in several languages one."""
        shown = Exists(self.model.objects.live(at).filter(article_id=OuterRef("of_id")))
        return self.live(at).exclude(Exists(LanguageVersion.objects.filter(shown, article_id=OuterRef("article_id"))))

    def but_story(self, article_id: Any) -> Self:
        """Editions of other stories than this (an id, or an expression for it), which is none in another language."""
        originals = LanguageVersion.objects.filter(article_id=article_id).values("of_id")
        return self.exclude(article_id=article_id).exclude(article_id__in=originals)

    def started(self, at: datetime) -> Self:
        """Editions that are or were in force by `at`: the past, which never changes."""
        return self.filter(goes_live_at__lte=at)

    def pending(self, at: datetime) -> Self:
        """Editions still in the future at `at`."""
        return self.filter(goes_live_at__gt=at)

    def shown_to_colleagues(self, at: datetime) -> Self:
        """Editions that everybody on staff may see at `at`: of a sealed story those that readers have had."""
        return self.exclude(sealed_and_to_come(at))

    def on_desk(self, desk: Any) -> Self:
        """Editions of one desk: a Desk, its id, or an expression for it."""
        return self.filter(desk=desk)

    def on_topic(self, topic: Any) -> Self:
        """Editions filed under one topic: a Topic, its id, or an expression for it."""
        return self.filter(topic_rows__topic=topic)

    def newest_first(self) -> Self:
        """In the order of lists: by the date readers are shown, then by article."""
        return self.order_by("-dated_at", "-article_id")


class PartOfEditionQuerySet(models.QuerySet[Any]):
    """Choosing rows that belong to an edition."""

    def live(self, at: datetime) -> Self:
        """Rows of editions whose words readers see at `at`."""
        return self.filter(live(at, "edition__"))

    def newest_first(self) -> Self:
        """By the date of their story, then by article, in page order within one story."""
        return self.order_by("-dated_at", "-article_id", "position", "pk")


class Edition(models.Model):
    """One entry of the timeline: from `goes_live_at` up to, not including, `ends_at`."""

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="editions", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PUBLISHED)
    goes_live_at = models.DateTimeField()
    ends_at = models.DateTimeField(default=FAR_FUTURE)
    dated_at = models.DateTimeField(help_text=_("The date readers are shown."))
    path = models.CharField(max_length=200, blank=True)
    headline = models.CharField(max_length=HEADLINE_MOST, blank=True)
    short_headline = models.CharField(max_length=HEADLINE_MOST, blank=True, default="", db_default="")
    search_headline = models.CharField(max_length=HEADLINE_MOST, blank=True, default="", db_default="")
    dek = models.CharField(max_length=DEK_MOST, blank=True)
    label = models.CharField(max_length=20, choices=Label.choices, blank=True)
    language = models.CharField(max_length=12, default="en")
    place = models.CharField(max_length=80, blank=True)
    desk = models.ForeignKey(
        "articles.Desk", null=True, on_delete=models.PROTECT, related_name="editions", db_index=False
    )
    words = models.PositiveIntegerField(default=0, help_text=_("Number of words in the sections."))
    notice = models.TextField(blank=True, help_text=_("The public sentence of a withdrawal."))
    has_corrections = models.BooleanField(default=False)
    revision = models.ForeignKey("articles.Revision", null=True, on_delete=models.PROTECT, related_name="editions")
    digest = models.CharField(
        max_length=64, blank=True, help_text=_("SHA-256 of the revision it was made from, in hex.")
    )
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    redacted_at = models.DateTimeField(null=True, help_text=_("When its words were removed by order of law."))

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ("-goes_live_at", "-pk")
        indexes = (
            models.Index(fields=["-dated_at", "-article"], name="edition_newest"),
            models.Index(fields=["desk", "-dated_at", "-article"], name="edition_desk_newest"),
            models.Index(fields=["goes_live_at"], name="edition_start"),
            # Holds all that "how many were live?" asks of a stretch of time, so that counting reads no row.
            models.Index(fields=["dated_at", "kind", "goes_live_at", "ends_at"], name="edition_counted"),
        )
        constraints = (
            models.UniqueConstraint(fields=["article", "goes_live_at"], name="edition_one_start"),
            models.UniqueConstraint(fields=["article", "ends_at"], name="edition_one_end"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("goes_live_at")), name="edition_ends_after_start"),
            models.CheckConstraint(
                condition=Q(kind=Kind.PUBLISHED, desk__isnull=False, revision__isnull=False)
                & ~Q(headline="", redacted_at__isnull=True)
                & ~Q(path="")
                | Q(kind__in=[Kind.WITHDRAWN, Kind.EXPIRED], headline="", dek="", path="", words=0),
                name="edition_words_only_when_published",
            ),
        )

    def __str__(self) -> str:
        at = date_format(timezone.localtime(self.goes_live_at), "DATETIME_FORMAT")
        return f"{self.get_kind_display()}, {at}"

    def get_absolute_url(self) -> str:
        """The story's address in this edition."""
        return self.path

    @property
    def direction(self) -> str:
        """Writing direction of the edition's language: "rtl" or "ltr"."""
        return direction_of(self.language)


class EditionPart(models.Model):
    """What rows of an edition share; article and date are copied so that a list is one index scan."""

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="+")
    dated_at = models.DateTimeField()
    position = models.PositiveSmallIntegerField(default=0)

    objects = PartOfEditionQuerySet.as_manager()

    class Meta:
        abstract = True


class EditionTopic(EditionPart):
    """A topic of an edition; the first is its lead topic, the kicker."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="topic_rows", db_index=False)
    topic = models.ForeignKey("articles.Topic", on_delete=models.PROTECT, related_name="edition_rows", db_index=False)
    is_lead = models.BooleanField(default=False)

    class Meta:
        ordering = ("position", "pk")
        indexes = (models.Index(fields=["topic", "-dated_at", "-article"], name="edition_topic_newest"),)
        constraints = (
            models.UniqueConstraint(fields=["edition", "topic"], name="edition_topic_once"),
            models.UniqueConstraint(fields=["edition"], condition=Q(is_lead=True), name="edition_one_lead_topic"),
        )


class Byline(EditionPart):
    """Who signed an edition. The name is frozen; the link follows the person."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="byline_rows", db_index=False)
    person = models.ForeignKey("articles.Person", on_delete=models.PROTECT, related_name="byline_rows", db_index=False)
    name = models.CharField(max_length=NAME_AT_MOST)

    class Meta:
        ordering = ("position", "pk")
        indexes = (models.Index(fields=["person", "-dated_at", "-article"], name="byline_newest"),)
        constraints = (models.UniqueConstraint(fields=["edition", "person"], name="byline_once"),)

    def __str__(self) -> str:
        return self.name


class Mention(EditionPart):
    """A person named in an edition's text. `name` is how the text calls them first."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="mention_rows", db_index=False)
    person = models.ForeignKey("articles.Person", on_delete=models.PROTECT, related_name="mention_rows", db_index=False)
    name = models.CharField(max_length=NAME_AT_MOST)

    class Meta:
        ordering = ("position", "pk")
        indexes = (models.Index(fields=["person", "-dated_at", "-article"], name="mention_newest"),)
        constraints = (models.UniqueConstraint(fields=["edition", "person"], name="mention_once"),)

    def __str__(self) -> str:
        return self.name

"""The identity of a story and its working copy: what editors write, and readers never see."""

from datetime import UTC, datetime
from typing import Any, Self

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import NullIf
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.managers import TaggableManager

from articles.models.seal import SealedTo
from articles.models.topic import ArticleTopic, Topic
from articles.text.body.html_parser import visible_text

MOST_WORDS = 100_000  # that anybody asks for
# A story without a headline is called by so many words of its opening, or signs where no spaces part words.
# They are looked for in so much of its HTML.
OPENING_WORDS, OPENING_SIGNS, OPENING_LOOKED_AT = 9, 70, 1500
# Older than any newspaper; an address needs a year of four digits.
OLDEST_DATE = datetime(1601, 1, 1, tzinfo=UTC)


# Its working copy is not what is out or scheduled. One index is of these; a query that says it so uses that. Said as an
# equation, for PostgreSQL takes that two columns differ to be true of nearly all rows, and reads them all.
IS_AHEAD = Q(version=NullIf("version", "published_version"))


# It is no story, or none yet. One index is of these; a query that says it so uses that.
IS_ON_SHELF = Q(shelf__gt="")


class Stage(models.TextChoices):
    """How far the working copy is; whether it is out is read off the timeline instead."""

    DRAFT = "draft", _("Draft")
    SENT_BACK = "sent_back", _("Sent back")
    SUBMITTED = "submitted", _("In review")
    APPROVED = "approved", _("Approved")


class Shelf(models.TextChoices):
    """Where a working copy lies: with the stories, or apart from them, on no board but in a list of its own."""

    STORIES = "", _("Stories")
    TEMPLATES = "template", pgettext_lazy("shelf", "Template")
    SCRAPS = "scrap", pgettext_lazy("shelf", "Scrap")


class Label(models.TextChoices):
    """What kind of journalism a story is, said to readers when it is not plain news."""

    NEWS = "", pgettext_lazy("kind of story", "News")
    ANALYSIS = "analysis", pgettext_lazy("kind of story", "Analysis")
    EXPLAINER = "explainer", pgettext_lazy("kind of story", "Explainer")
    INTERVIEW = "interview", pgettext_lazy("kind of story", "Interview")
    LIVE = "live", pgettext_lazy("kind of story", "Live")
    OPINION = "opinion", pgettext_lazy("kind of story", "Opinion")
    PHOTO_ESSAY = "photo_essay", pgettext_lazy("kind of story", "In pictures")
    REVIEW = "review", pgettext_lazy("kind of story", "Review")


def language_choices() -> list[tuple[str, str]]:
    """(code, English name) of each language a story may be written in, by name; codes are BCP 47."""
    named = ((code, info["name"]) for code, info in LANG_INFO.items() if "name" in info)
    return sorted(named, key=lambda pair: pair[1])


def validate_language(code: str) -> None:
    """Refuse a language code that Django does not know. Raises ValidationError."""
    if "name" not in LANG_INFO.get(code, {}):
        raise ValidationError(
            _("“%(code)s” is not a language code such as “en” or “ar”.") % {"code": code}, code="language"
        )


def direction_of(language: str) -> str:
    """Writing direction of a language code: "rtl" or "ltr" (HTML's `dir`)."""
    return "rtl" if LANG_INFO.get(language, {}).get("bidi") else "ltr"


class ArticleQuerySet(models.QuerySet["Article"]):
    """Choosing stories."""

    def unsealed(self) -> Self:
        """The stories that are not sealed, of which everybody on staff may know."""
        return self.filter(is_sealed=False)

    def on_boards(self) -> Self:
        """The stories: neither templates nor scraps, which have lists of their own."""
        return self.filter(shelf=Shelf.STORIES)

    def open_to(self, user: Any) -> Self:
        """The stories that are not sealed, and those that are sealed to this member of staff."""
        named = SealedTo.objects.filter(user=user).open_at(timezone.now())
        return self.filter(Q(is_sealed=False) | Q(pk__in=named.values("article")))


class Article(models.Model):
    """One story: who it belongs to and its working copy, a single HTML document (see `text/body/vocabulary.py`)."""

    # Whatever was typed or pasted is kept whole; what an edition can't hold blocks publishing.
    headline = models.TextField(blank=True)
    short_headline = models.TextField(
        _("headline on lists"),
        blank=True,
        default="",
        db_default="",
        help_text=_("Shorter, for the front page and other lists; about 45 characters. Empty: the headline."),
    )
    search_headline = models.TextField(
        _("headline for search and sharing"),
        blank=True,
        default="",
        db_default="",
        help_text=_("For search engines and where a link is shared; about 60 characters. Empty: the headline."),
    )
    dek = models.TextField(blank=True, help_text=_("The sentence under the headline."))
    slug = models.SlugField(
        max_length=80, blank=True, help_text=_("The last part of the address; made from the headline when empty.")
    )
    body = models.TextField(blank=True)
    language = models.CharField(max_length=12, default="en", validators=[validate_language])
    label = models.CharField(max_length=20, choices=Label.choices, default=Label.NEWS, blank=True)
    place = models.CharField(max_length=80, blank=True, help_text=_("Where it was written: “Kyiv”."))
    desk = models.ForeignKey("articles.Desk", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    lead_topic = models.ForeignKey(
        Topic, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text=_("The kicker.")
    )
    topics = TaggableManager(through=ArticleTopic, blank=True, help_text="", verbose_name=_("topics"))
    lead_photo = models.ForeignKey("media.Photo", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    lead_caption = models.TextField(blank=True, help_text=_("When empty, the library's caption is used."))
    lead_credit = models.CharField(max_length=500, blank=True, help_text=_("When empty, the library's credit is used."))
    # What was written for photos that are the lead no longer: {number, or "" for none: [caption, credit]}.
    kept_lead_words = models.JSONField(default=dict, db_default={}, blank=True)
    original_date = models.DateTimeField(
        null=True,
        blank=True,
        validators=[
            MinValueValidator(OLDEST_DATE, "The original date must be later than the year 1600."),
            MaxValueValidator(timezone.now, "The original date must be in the past. To publish later, schedule."),
        ],
        help_text=_("For stories first published elsewhere: the date readers are shown."),
    )
    editor_note = models.TextField(blank=True, help_text=_("For colleagues; never published."))
    working_title = models.CharField(
        max_length=120,
        blank=True,
        default="",
        db_default="",
        help_text=_("What the newsroom calls the story while it has no headline; never published."),
    )
    word_budget = models.PositiveIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_WORDS)],
        help_text=_("How many words the desk wants."),
    )
    # An embargo binds the story whichever of its texts is chosen, so it is in no revision, and no edition shows it.
    embargo_words = models.TextField(
        blank=True, default="", db_default="", verbose_name=_("embargo, in the text's words")
    )
    embargo_until = models.DateTimeField(
        null=True, blank=True, help_text=_("Nothing goes out before. It is taken back with “The embargo is lifted”.")
    )

    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.DRAFT, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    published_version = models.PositiveIntegerField(
        default=0, editable=False, help_text=_("The version that is out, or scheduled, as it stands; 0 when none is.")
    )
    timeline_version = models.PositiveIntegerField(
        default=0,
        editable=False,
        help_text=_("How many verbs have moved its timeline: who decides says which they saw."),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="articles", editable=False
    )
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    shelf = models.CharField(
        max_length=12, choices=Shelf.choices, default=Shelf.STORIES, db_default="", blank=True, editable=False
    )
    # Set by `writing/seal.py` alone, together with the people it is open to.
    is_sealed = models.BooleanField(default=False, db_default=False, editable=False)

    # Conversations on it that nobody has ended, kept by `notes/comments.py`: lists and saves ask it often.
    open_comments = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="assignments",
        editable=False,
        db_index=False,
    )
    due_at = models.DateTimeField(null=True, editable=False, help_text=_("When the desk wants to have it."))
    slot_at = models.DateTimeField(
        null=True, editable=False, help_text=_("When the desk plans to have it out; nothing goes out by itself then.")
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ("-changed_at", "-pk")
        indexes = (
            models.Index(fields=["-changed_at", "-id"], name="article_newest"),
            models.Index(
                fields=["-changed_at", "-id"],
                condition=IS_AHEAD,
                name="article_ahead_newest",
            ),
            models.Index(fields=["stage", "-changed_at", "-id"], name="article_stage_newest"),
            models.Index(fields=["id"], condition=Q(is_sealed=True), name="article_sealed"),
            models.Index(
                fields=["shelf", "-changed_at", "-id"],
                condition=IS_ON_SHELF,
                name="article_on_shelf",
            ),
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="article_due"),
            models.Index(fields=["slot_at"], condition=Q(slot_at__isnull=False), name="article_slot"),
            models.Index(fields=["assigned_to"], condition=Q(assigned_to__isnull=False), name="article_assigned"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="article_stage_known"),
            models.CheckConstraint(condition=Q(shelf__in=Shelf.values), name="article_shelf_known"),
        )
        permissions = (
            ("submit_article", "Can submit an article for review"),
            ("approve_article", "Can approve an article or send it back"),
            ("publish_article", "Can publish, schedule, withdraw and restore"),
            ("change_others_article", "Can edit stories that others began"),
            ("place_photos", "Can place photos, captions and credits in any story, and describe photos that are out"),
            ("redact_article", "Can remove words for legal reasons"),
            ("make_templates", "Can make templates that stories are begun from"),
        )

    def __str__(self) -> str:
        """What lists, messages, mails and the log call it; of one that is sealed nobody reads more there."""
        if self.is_sealed:
            return f"Sealed story {self.pk}"
        called = (self.working_title, self.headline) if self.is_template else (self.headline, self.working_title)
        return next(filter(None, called), "") or self._opening() or f"Untitled story {self.pk}"

    def _opening(self) -> str:
        words = visible_text(self.body[:OPENING_LOOKED_AT]).split()
        opening = " ".join(words[:OPENING_WORDS]) + (" …" if words[OPENING_WORDS:] else "")
        return Truncator(opening).chars(OPENING_SIGNS)

    @property
    def is_template(self) -> bool:
        """Whether stories are begun from it, and it is none itself."""
        return self.shelf == Shelf.TEMPLATES

    @property
    def direction(self) -> str:
        """Writing direction of the story's language: "rtl" or "ltr"."""
        return direction_of(self.language)


class ArticleByline(models.Model):
    """Who signs the working copy, in order."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="byline_rows", db_index=False)
    person = models.ForeignKey("articles.Person", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        verbose_name = _("byline")
        constraints = (models.UniqueConstraint(fields=["article", "person"], name="article_byline_once"),)

    def __str__(self) -> str:
        return str(self.person)


class LanguageVersion(models.Model):
    """That a story is another one, `of`, in another language. Lists have `of` alone while readers see both.

    A pointer, so it needs no new edition. The story that others are versions of is a version of none.
    """

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="+")
    of = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()  # who publishes says it
        constraints = (models.CheckConstraint(condition=~Q(article=models.F("of")), name="version_not_of_itself"),)

    def __str__(self) -> str:
        return f"{self.article_id} as {self.of_id}"

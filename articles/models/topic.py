"""Topics: taggit's tag behind our own module, with a key that lets no twin exist, and what their pages show first."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from articles.models.named import NAME_AT_MOST, Listed, slug_for


class Topic(Listed, TagBase):
    """A tag such as "Russia Ukraine War", with its own page. Names that fold alike are one topic."""

    name = models.CharField(max_length=NAME_AT_MOST)  # unique by its key
    slug = models.SlugField(max_length=100, unique=True, allow_unicode=False, blank=True)
    description = models.TextField(blank=True, help_text=_("What the topic is about, in a sentence or two."))
    picture = models.ForeignKey(
        "media.Photo", null=True, blank=True, on_delete=models.PROTECT, related_name="pictured_topics"
    )
    explainer = models.ForeignKey(
        "articles.Article",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The story to begin with: it stands at the head of the topic's page while it is live."),
    )
    related = models.ManyToManyField(
        "self",
        blank=True,
        verbose_name=_("related topics"),
        help_text=_("They link to each other, before those that merely share stories."),
    )

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["key"],
                condition=~models.Q(key=""),
                name="topic_key_unique",
                violation_error_message=_("There is a topic of that name already, written with other case or accents."),
            ),
        )

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Taggit's hook for the address: our slug, numbered from the second topic that would share it."""
        slug = slug_for(tag, kind="topic")
        return slug if i is None else f"{slug}-{i}"

    def get_absolute_url(self) -> str:
        """The topic's page."""
        return f"/topics/{self.slug}/"


class ArticleTopic(ItemBase):
    """A topic of an article's working copy. Readers see the topics of editions instead."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="articles", verbose_name=_("topic"))
    content_object = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="topic_rows", db_index=False
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=["content_object", "tag"], name="article_topic_once"),)

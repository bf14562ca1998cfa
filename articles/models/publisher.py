"""What the newsroom says of itself: pages such as /about/, and the one row that says who publishes."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone

from articles.models.desk import Desk, validate_desk_slug

WEB_ADDRESS = URLValidator(schemes=["http", "https"])


class Role(models.TextChoices):
    """What a static page is to search engines: properties of schema.org's NewsMediaOrganization."""

    NONE = "", "Nothing in particular"
    PRINCIPLES = "publishingPrinciples", "Publishing principles"
    CORRECTIONS = "correctionsPolicy", "Corrections policy"
    ETHICS = "ethicsPolicy", "Ethics policy"
    MASTHEAD = "masthead", "Masthead"
    OWNERSHIP = "ownershipFundingInfo", "Ownership and funding"
    FEEDBACK = "actionableFeedbackPolicy", "Contact and feedback"
    CHECKING = "verificationFactCheckingPolicy", "Fact-checking policy"
    SOURCES = "unnamedSourcesPolicy", "Policy on unnamed sources"
    DIVERSITY = "diversityPolicy", "Diversity policy"


def validate_page_slug(slug: str) -> None:
    """Refuse an address that a desk or a page of the site has. Raises ValidationError."""
    validate_desk_slug(slug)
    if Desk.rows.filter(slug=slug).exists():
        raise ValidationError(f"“{slug}” is the address of a desk; choose another.", code="reserved")


class StaticPage(models.Model):
    """A page about the newsroom itself, in the body's vocabulary; its address is `/<slug>/`."""

    title = models.CharField(max_length=120)
    slug = models.SlugField("address", max_length=80, unique=True, validators=[validate_page_slug])
    description = models.CharField(max_length=300, blank=True, help_text="The sentence under the title.")
    body = models.TextField(blank=True)
    role = models.CharField(max_length=40, choices=Role.choices, blank=True, help_text="Told to search engines.")
    position = models.PositiveSmallIntegerField(default=100, help_text="Lower numbers come first at the foot.")
    is_public = models.BooleanField("readers see it", default=True)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("position", "title", "pk")
        verbose_name = "static page"
        verbose_name_plural = "static pages"
        constraints = (
            models.UniqueConstraint(
                fields=["role"],
                condition=~models.Q(role=""),
                name="static_page_one_a_role",
                violation_error_message="Another page has this role already.",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page's address."""
        return f"/{self.slug}/"


class Publisher(models.Model):
    """Who publishes. There is one row; where it has no name, that is the setting SITE_NAME (see `identity`)."""

    name = models.CharField(
        "name of the site",
        max_length=60,
        blank=True,
        help_text="As readers see it everywhere. Left empty, it is what the site was set up with.",
    )
    description = models.CharField(max_length=300, blank=True, help_text="What this newspaper is, in a sentence.")
    logo = models.ForeignKey("media.Photo", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    logo_path = models.CharField(max_length=200, blank=True, editable=False)
    icon = models.ForeignKey(
        "media.Photo",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="For tabs, home screens and search engines: the square about its focus, of at least 512 pixels.",
    )
    icon_digest = models.CharField(max_length=16, blank=True, editable=False)
    social = models.TextField(
        "profiles elsewhere", blank=True, help_text="Full addresses of our accounts on other sites, one a line."
    )

    class Meta:
        verbose_name = "publisher"
        verbose_name_plural = "publisher"
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="publisher_is_one"),)

    def __str__(self) -> str:
        return "The publisher"

    def clean(self) -> None:
        """Refuse a profile that is no web address."""
        super().clean()
        for address in self.profiles:
            try:
                WEB_ADDRESS(address)
            except ValidationError as error:
                raise ValidationError({"social": f"“{address}” is no full web address."}) from error

    @property
    def profiles(self) -> list[str]:
        """The addresses of our accounts on other sites, as a list."""
        return self.social.split()


class SiteIcon(models.Model):
    """The icon in one of its sizes, encoded anew from the picture that was chosen; there is one row a size."""

    side = models.PositiveSmallIntegerField(unique=True, help_text="Pixels.")
    digest = models.CharField(max_length=16, help_text="Of the picture it was made from: part of its address.")
    png = models.BinaryField()

    class Meta:
        ordering = ("side",)
        default_permissions = ()  # made by the verb that chooses the picture

    def __str__(self) -> str:
        return f"{self.side} pixels"

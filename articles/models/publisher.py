"""What the newsroom says of itself: pages such as /about/, and the one row that says who publishes."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.desk import Desk, validate_desk_slug

WEB_ADDRESS = URLValidator(schemes=["http", "https"])
SECURE_ADDRESS = URLValidator(schemes=["https"])


class Role(models.TextChoices):
    """What a static page is to search engines: properties of schema.org's NewsMediaOrganization."""

    NONE = "", _("Nothing in particular")
    PRINCIPLES = "publishingPrinciples", _("Publishing principles")
    CORRECTIONS = "correctionsPolicy", _("Corrections policy")
    ETHICS = "ethicsPolicy", _("Ethics policy")
    MASTHEAD = "masthead", _("Masthead")
    OWNERSHIP = "ownershipFundingInfo", _("Ownership and funding")
    FEEDBACK = "actionableFeedbackPolicy", _("Contact and feedback")
    CHECKING = "verificationFactCheckingPolicy", _("Fact-checking policy")
    SOURCES = "unnamedSourcesPolicy", _("Policy on unnamed sources")
    DIVERSITY = "diversityPolicy", _("Diversity policy")


def validate_page_slug(slug: str) -> None:
    """Refuse an address that a desk or a page of the site has. Raises ValidationError."""
    validate_desk_slug(slug)
    if Desk.rows.filter(slug=slug).exists():
        raise ValidationError(
            _("“%(slug)s” is the address of a desk; choose another.") % {"slug": slug}, code="reserved"
        )


class StaticPage(models.Model):
    """A page about the newsroom itself, in the body's vocabulary; its address is `/<slug>/`."""

    title = models.CharField(max_length=120)
    slug = models.SlugField(_("address"), max_length=80, unique=True, validators=[validate_page_slug])
    description = models.CharField(max_length=300, blank=True, help_text=_("The sentence under the title."))
    body = models.TextField(blank=True)
    role = models.CharField(max_length=40, choices=Role.choices, blank=True, help_text=_("Told to search engines."))
    position = models.PositiveSmallIntegerField(default=100, help_text=_("Lower numbers come first at the foot."))
    is_public = models.BooleanField(_("readers see it"), default=True)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("position", "title", "pk")
        verbose_name = _("static page")
        verbose_name_plural = _("static pages")
        constraints = (
            models.UniqueConstraint(
                fields=["role"],
                condition=~models.Q(role=""),
                name="static_page_one_a_role",
                violation_error_message=_("Another page has this role already."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page's address."""
        return f"/{self.slug}/"


YES_NO_OR_NOTHING = [(None, _("Not said")), (True, _("Yes")), (False, _("No"))]


class Publisher(models.Model):
    """Who publishes. There is one row; where it has no name, that is the setting SITE_NAME (see `identity`)."""

    name = models.CharField(
        _("name of the site"),
        max_length=60,
        blank=True,
        help_text=_("As readers see it everywhere. Left empty, it is what the site was set up with."),
    )
    description = models.CharField(max_length=300, blank=True, help_text=_("What this newspaper is, in a sentence."))
    logo = models.ForeignKey("media.Photo", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    logo_path = models.CharField(max_length=200, blank=True, editable=False)
    icon = models.ForeignKey(
        "media.Photo",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("For tabs, home screens and search engines: the square about its focus, of at least 512 pixels."),
    )
    icon_digest = models.CharField(max_length=16, blank=True, editable=False)
    social = models.TextField(
        _("profiles elsewhere"), blank=True, help_text=_("Full addresses of our accounts on other sites, one a line.")
    )

    security_contact = models.CharField(
        _("reports of security holes"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
        help_text=_("A mail address or an https address, said to those who find one in /.well-known/security.txt."),
    )

    # None says nothing: neither yes nor no is claimed in the house's name before it has answered.
    may_be_found = models.BooleanField(
        _("search engines may list the stories"), null=True, blank=True, choices=YES_NO_OR_NOTHING
    )
    may_be_answered_with = models.BooleanField(
        _("machines may answer with the stories"),
        null=True,
        blank=True,
        choices=YES_NO_OR_NOTHING,
        help_text=_("Assistants that look a story up and put it into their own words."),
    )
    may_be_learned_from = models.BooleanField(
        _("machines may learn from the stories"),
        null=True,
        blank=True,
        choices=YES_NO_OR_NOTHING,
        help_text=_("Models that are trained on them. robots.txt, the licence and trust.txt say the same."),
    )

    class Meta:
        verbose_name = _("publisher")
        verbose_name_plural = _("publisher")
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="publisher_is_one"),)

    def __str__(self) -> str:
        return "The publisher"

    def clean(self) -> None:
        """Refuse a profile that is no web address, and a contact that is neither that nor a mail address."""
        super().clean()
        if self.security_contact:
            try:
                (SECURE_ADDRESS if ":" in self.security_contact else validate_email)(self.security_contact)
            except ValidationError as error:
                said = _("“%(typed)s” is neither a mail address nor one that begins with https://.") % {
                    "typed": self.security_contact
                }
                raise ValidationError({"security_contact": said}) from error
        for address in self.profiles:
            try:
                WEB_ADDRESS(address)
            except ValidationError as error:
                raise ValidationError(
                    {"social": _("“%(address)s” is no full web address.") % {"address": address}}
                ) from error

    @property
    def profiles(self) -> list[str]:
        """The addresses of our accounts on other sites, as a list."""
        return self.social.split()


class SiteIcon(models.Model):
    """The icon in one of its sizes, encoded anew from the picture that was chosen; there is one row a size."""

    side = models.PositiveSmallIntegerField(unique=True, help_text=_("Pixels."))
    digest = models.CharField(max_length=16, help_text=_("Of the picture it was made from: part of its address."))
    png = models.BinaryField()

    class Meta:
        ordering = ("side",)
        default_permissions = ()  # made by the verb that chooses the picture

    def __str__(self) -> str:
        return f"{self.side} pixels"

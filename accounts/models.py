"""What the newsroom remembers of people's accounts beside what django-allauth does."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Grace(models.Model):
    """Since when somebody knows that a second factor is asked of them; the days of grace are counted from then."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    began_at = models.DateTimeField()

    class Meta:
        default_permissions = ()


# What the log calls by a word of the library's, or of ours.
WAYS = {
    "again": _("asked again"),
    "password": _("password"),
    "code": _("code"),
    "totp": _("authenticator app"),
    "recovery_codes": _("recovery code"),
    "webauthn": _("passkey"),
    "link": _("link made on the server"),
    "socialaccount": _("your organisation’s account"),
}


class SignIn(models.Model):
    """An attempt to sign in to an account there is, right or wrong. Kept for some months, then forgotten.

    Of a wrong attempt at no account nothing is written: people type passwords where names belong.
    """

    class Outcome(models.TextChoices):
        """How it ended."""

        IN = "in", _("signed in")
        WRONG = "wrong", _("wrong password or code")
        USED = "used", _("code used before")
        LOCKED = "locked", _("too many attempts")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(db_index=True)
    outcome = models.CharField(max_length=6, choices=Outcome)
    ways = models.CharField(max_length=60, blank=True)
    address = models.GenericIPAddressField(null=True)
    device = models.CharField(max_length=60)
    is_new_device = models.BooleanField(_("new device"), default=False, db_default=False)

    class Meta:
        ordering = ("-at", "-pk")
        default_permissions = ()
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")

    def __str__(self) -> str:
        return f"{self.user}, {self.get_outcome_display()}"

    @property
    def how(self) -> str:
        """By what somebody came in, or tried to, in words: “password, authenticator app”."""
        return ", ".join(str(WAYS.get(way, way)) for way in self.ways.split(", ") if way)

    @property
    def is_refused(self) -> bool:
        """Whether it did not end with somebody in the account."""
        return self.outcome != self.Outcome.IN

"""Passwords: which are refused, and that their owner hears of each change."""

import re

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.mails import warn_owner
from articles.models.user import User
from articles.site_identity import identity

# Signs that people put for letters, to no guesser's surprise.
_DISGUISES = str.maketrans("01345$@!7", "oleassait")
_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")


class BreachedPasswordValidator(CommonPasswordValidator):
    """Refuses the passwords that breaches have brought to light most often, 20,000 of them, kept by Django.

    Also when only digits and signs were added around one, or put for its letters.
    """

    def validate(self, password, user=None):
        """Raise ValidationError for one of them."""
        typed = password.casefold().strip()
        bare = _AROUND.sub("", typed)
        for form in {typed, bare, typed.translate(_DISGUISES), _AROUND.sub("", typed.translate(_DISGUISES))}:
            if form in self.passwords:
                raise ValidationError(
                    _("This password, or one nearly like it, is known from breaches and is tried first by guessers."),
                    code="breached",
                )

    def get_help_text(self):
        return _("Not one that breaches have brought to light, nor with only digits or signs added to one.")


class SiteNameValidator:
    """Refuses a password that is little more than the newsroom's name."""

    def validate(self, password, user=None):
        """Raise ValidationError for the name with less than five letters around it."""
        name = re.sub(r"\W+", "", identity().name.casefold())
        typed = re.sub(r"\W+", "", password.casefold())
        if len(name) > 3 and name in typed and len(typed) - len(name) < 5:
            raise ValidationError(_("Do not use the name of the newsroom."), code="site_name")

    def get_help_text(self):
        return _("Not the name of the newsroom.")


class TellOwner:
    """No rule, but what Django calls after each change: the owner of the account hears of it."""

    def validate(self, password, user=None):
        """Nothing: every password is right by this."""

    def password_changed(self, password, user=None):
        """Mail the owner, unless the account is new and nobody has signed in yet."""
        if isinstance(user, User) and user.pk and user.last_login is not None:
            warn_owner(
                user,
                _("Your password was changed"),
                _("The password of your account “%(name)s” was changed.") % {"name": user.get_username()},
            )

    def get_help_text(self):
        return ""

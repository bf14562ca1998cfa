"""Whom a name or a mail address means, and whether the password is theirs."""

from django.contrib.auth.backends import ModelBackend

from articles.models.user import User


def account_of(typed: str) -> User | None:
    """The account that a user name or a mail address names. An address that several share names none of them."""
    if "\0" in typed:  # which no database takes
        return None
    by_name = User.objects.filter(username=typed).first()
    if by_name or "@" not in typed:
        return by_name
    by_mail = list(User.objects.filter(email__iexact=typed, is_active=True)[:2])
    return by_mail[0] if len(by_mail) == 1 else None


class NameOrMailBackend(ModelBackend):
    """Django's own backend, for which a mail address is as good as the user name."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        """The user, or None. A password is hashed once whoever is meant, so that time tells nothing of who exists."""
        account = account_of(username or "")
        return super().authenticate(request, account.get_username() if account else username, password, **kwargs)

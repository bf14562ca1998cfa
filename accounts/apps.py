"""The accounts as a Django application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Signing in, factors, sessions."""

    name = "accounts"

    def ready(self) -> None:
        """Listen to Django saying that somebody has signed in."""
        from accounts import factor_mails, login_log, recent, sessions  # noqa: F401  connects their receivers

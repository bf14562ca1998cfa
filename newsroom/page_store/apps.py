"""The page store as an application of Django: it has a command, two tables, and something to deliver."""

from django.apps import AppConfig


class PageStoreConfig(AppConfig):
    """Purges go out with what else the outbox holds."""

    name = "newsroom.page_store"

    def ready(self) -> None:
        """Let the deliverer know of purges."""
        # Models exist from here on.
        from articles.editorial.notifications.deliver import also_due
        from newsroom.page_store.purges import send_due  # as above

        also_due.append(send_due)

"""The articles application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    """Registers the story's models, checks, admin screens and the readers' receivers."""

    name = "articles"
    verbose_name = "Newsroom"

    def ready(self):
        """Let `migrate` end with an index that is right."""
        from articles.management.catching_up import after_migrating  # models exist only now

        post_migrate.connect(after_migrating, sender=self)

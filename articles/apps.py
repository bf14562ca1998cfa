"""The articles application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    """Registers the story's models, system checks and admin screens."""

    name = "articles"
    verbose_name = "Newsroom"

    def ready(self):
        """Let `migrate` end with an index that is right."""
        from articles import checks  # noqa: F401  registers by being imported, and models exist only now
        from articles.editorial.site import shown_photos  # noqa: F401  answers the photo library from now on
        from articles.management.index_after_migrating import after_migrating  # models exist only now
        from articles.reader.machines import photos_out  # noqa: F401  the same
        from articles.search import photo_index  # noqa: F401  listens to the photo library from now on

        post_migrate.connect(after_migrating, sender=self)

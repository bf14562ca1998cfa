"""The articles application."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Registers the story's models, checks, admin screens and the readers' receivers."""

    name = "articles"
    verbose_name = "Newsroom"

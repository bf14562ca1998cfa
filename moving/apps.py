"""The way out and back as a Django application: it has commands, and no models."""

from django.apps import AppConfig


class MovingConfig(AppConfig):
    """Exports, backups and static copies."""

    name = "moving"

"""The media application."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Registers the photo library."""

    name = "media"
    verbose_name = "Photo library"

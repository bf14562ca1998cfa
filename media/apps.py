"""The media application."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """The photo library, as `media`."""

    name = "media"
    verbose_name = "Photo library"

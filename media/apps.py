"""The media application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """The photo library, as `media`."""

    name = "media"
    verbose_name = _("Photo library")

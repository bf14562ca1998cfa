"""The page store as an application of Django: it has a command."""

from django.apps import AppConfig


class PageStoreConfig(AppConfig):
    """Has no models."""

    name = "newsroom.page_store"

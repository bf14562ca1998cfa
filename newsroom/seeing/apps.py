"""Seeing the newsroom run, as an application of Django: it listens."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class SeeingConfig(AppConfig):
    """Has no models."""

    name = "newsroom.seeing"

    def ready(self) -> None:
        """Listen to verbs and to the database from now on."""
        from articles.signals import verb_ended  # applications are being loaded, and others may not be read yet
        from newsroom.seeing.queries import watch  # as above
        from newsroom.seeing.verbs import note_verb  # as above

        verb_ended.connect(note_verb, dispatch_uid="newsroom.seeing")
        connection_created.connect(watch, dispatch_uid="newsroom.seeing")

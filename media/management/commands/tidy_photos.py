"""Removes originals that no photo refers to, which a process killed between file and row has left."""

from django.core.management.base import BaseCommand

from media import ingest


class Command(BaseCommand):
    help = "Removes picture files more than a day old that no photo refers to. Safe at any time."

    def handle(self, *args, **options):
        self.stdout.write(f"Removed {ingest.sweep()} files that no photo refers to.")

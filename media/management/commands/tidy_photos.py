"""Removes former originals that were kept long enough, and files that a process killed before their row has left."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from media import ingest


class Command(BaseCommand):
    help = (
        "Removes the files that photos had before others took their place, once they were kept for 30 days, and "
        "picture files more than a day old that nothing refers to. Safe at any time; run it daily."
    )

    def handle(self, *args, **options):
        self.stdout.write(f"Removed {ingest.forget_former(timezone.now())} former files of photos.")
        self.stdout.write(f"Removed {ingest.sweep()} files that no photo refers to.")

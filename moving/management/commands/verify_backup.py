"""`verify_backup`: restores the newest backup of a folder aside and compares; see docs/operate.md."""

from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils import timezone

from moving.verify_backup import verify


class Command(BaseCommand):
    help = "Restore the newest backup of a folder aside, and compare it with the newsroom that it was made of."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="FOLDER", type=Path)

    def handle(self, *, folder, **options):
        done = verify(folder, now=timezone.now())
        pages = f"{done.pages} pages" if done.pages else "and pages of another version of the program,"
        held = f"{done.rows} rows, {done.pictures} pictures"
        self.stdout.write(f"{done.folder.name} is whole: {held}, {pages} as they were.")

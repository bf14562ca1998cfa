"""`backup`: a backup of the newsroom in a folder; see docs/operate.md."""

import argparse
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils import timezone

from moving.backup import backup
from moving.ready import refuse_unmigrated


def at_least_one(text):
    """A whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a whole number from 1")
    return int(text)


class Command(BaseCommand):
    help = "Write a backup into a folder, while everybody works on: the database, and the pictures that are new."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="FOLDER", type=Path)
        parser.add_argument("--keep", type=at_least_one, metavar="N", help="remove all but the newest N")

    def handle(self, *, folder, keep, **options):
        refuse_unmigrated()
        done = backup(folder, now=timezone.now(), keep=keep)
        self.stdout.write(f"Wrote {done.folder}, with {done.new} new pictures.")
        for name in done.removed:
            self.stdout.write(f"Removed {name}.")
        for name in done.missing:
            self.stderr.write(f"The storage lacks the picture {name}; it is in no backup.")
        if done.missing:
            raise SystemExit(2)

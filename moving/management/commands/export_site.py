"""`export_site`: a copy of readers' pages that needs no server of ours; see docs/moving.md."""

import argparse
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from moving.command_line import Counter
from moving.export_site import export_site
from moving.ready import refuse_unmigrated


def moment(text):
    """An aware datetime; without an offset on the site's clock."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("write it like 2026-05-21T09:30:00+02:00") from error
    return at if at.tzinfo else timezone.make_aware(at, timezone.get_default_timezone())


def web_address(text):
    """An http(s) address without a slash at its end."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError("write it like https://archive.example.org/paper")
    return text.rstrip("/")


class Command(BaseCommand):
    help = "Write all that readers see into a folder, as files for any web server; again, it writes what has changed."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="FOLDER", type=Path)
        parser.add_argument("--at", type=moment, metavar="ISO8601", help="as of this moment; default: now")
        parser.add_argument("--address", type=web_address, metavar="URL", help="default: relative links")

    def handle(self, *, folder, at, address, **options):
        refuse_unmigrated()
        now = timezone.now()
        if at and at > now:
            raise CommandError("--at must not be in the future: what is to come is not public yet.")
        if folder.exists() and not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        done = export_site(folder, at=at or now, address=address or "", progress=Counter(self.stdout))
        self.stdout.write(f"{done.files} files: {done.written} written, {done.removed} removed, all others as before.")

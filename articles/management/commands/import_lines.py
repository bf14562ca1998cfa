"""`import_lines`: stories from files in our own JSON Lines format; see docs/moving.md."""

from django.utils import timezone

from articles.exchange.lines import read_lines
from articles.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import stories from JSON Lines, a story a line, as docs/moving.md describes them."
    metavar = "FILE.jsonl"

    def reading(self, paths):
        return read_lines(paths, zone=timezone.get_default_timezone())

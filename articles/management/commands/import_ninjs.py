"""`import_ninjs`: stories from ninjs 1, 2 and 3, which agencies send; see docs/moving.md."""

from django.utils import timezone

from articles.exchange.wires.ninjs import read_ninjs
from articles.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import stories from ninjs 1, 2 and 3, which agencies send."
    metavar = "FILE.json"

    def reading(self, paths):
        return read_ninjs(paths, zone=timezone.get_default_timezone())

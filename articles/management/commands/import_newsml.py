"""`import_newsml`: stories from NewsML-G2 and NITF, which agencies send; see docs/moving.md."""

from django.utils import timezone

from articles.exchange.wires.newsml import read_newsml
from articles.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import stories from NewsML-G2 and NITF, which agencies send."
    metavar = "FILE.xml"

    def reading(self, paths):
        return read_newsml(paths, zone=timezone.get_default_timezone())

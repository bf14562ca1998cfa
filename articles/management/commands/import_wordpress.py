"""`import_wordpress`: stories from WordPress' export files; see docs/moving.md."""

from django.utils import timezone

from articles.exchange.wordpress.export import read_wordpress
from articles.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import the posts of a WordPress: its export (Tools → Export), one or several files of one site."
    metavar = "FILE.xml"

    def reading(self, paths):
        return read_wordpress(paths, zone=timezone.get_default_timezone())

"""`import_ghost`: stories from Ghost's export; see docs/moving.md."""

from articles.exchange.ghost.export import read_ghost
from articles.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import the posts of a Ghost: its export (Settings → Export), and content/images as --media."
    metavar = "FILE.json"

    def reading(self, paths):
        return read_ghost(paths, site=f"https://{self.hosts[0]}" if self.hosts else "")

"""`import_substack`: stories of a Substack: its export, the folder or zip as it is; see docs/moving.md."""

from articles.exchange.platforms.substack import read_substack
from articles.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import the stories of a Substack: its export, the folder or zip as it is."
    metavar = "FOLDER"

    def reading(self, paths):
        return read_substack(paths)

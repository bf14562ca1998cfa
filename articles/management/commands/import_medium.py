"""`import_medium`: stories of a Medium: its export, the folder or zip as it is; see docs/moving.md."""

from articles.exchange.platforms.medium import read_medium
from articles.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import the stories of a Medium: its export, the folder or zip as it is."
    metavar = "FOLDER"

    def reading(self, paths):
        return read_medium(paths)

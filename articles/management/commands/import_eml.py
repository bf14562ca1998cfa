"""`import_eml`: stories of mails (.eml), in files, folders or zips; see docs/moving.md."""

from django.utils import timezone

from articles.exchange.documents.eml import read_eml
from articles.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import the stories of mails (.eml), in files, folders or zips."
    metavar = "FILE.eml"

    def reading(self, paths):
        return read_eml(paths, zone=timezone.get_default_timezone())

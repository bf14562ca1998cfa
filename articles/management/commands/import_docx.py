"""`import_docx`: stories of Word files (.docx), also those of Google Docs and Pages; see docs/moving.md."""

from articles.exchange.documents.docx import read_docx
from articles.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import the stories of Word files (.docx), also those of Google Docs and Pages."
    metavar = "FILE.docx"

    def reading(self, paths):
        return read_docx(paths)

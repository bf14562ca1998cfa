"""`recount`: counts the stories of the archive again; see docs/contract.md."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.editorial.publishing import archive_counts


class Command(BaseCommand):
    help = "Count again how many stories the archive has of each month. Who publishes meanwhile waits for it."

    def handle(self, **options):
        self.stdout.write(f"{archive_counts.recount(now=timezone.now())} stories are counted.")

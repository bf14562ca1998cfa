"""`index_search`: writes the search index anew; see docs/contract.md."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.search import index


class Command(BaseCommand):
    help = "Write the search index anew, batch by batch, while readers go on searching. Safe to stop and run again."

    def handle(self, **options):
        editions = index.rebuild(now=timezone.now(), say=self.say)
        self.stdout.write(f"{editions} editions are in the index.")

    def say(self, done, of):
        """A line for each batch."""
        self.stdout.write(f"{done} of {of}")
        self.stdout.flush()

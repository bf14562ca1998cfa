"""`index_search`: writes the search index anew; see docs/contract.md."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.search import for_editors, index


class Command(BaseCommand):
    help = "Write the search index anew, batch by batch, while readers go on searching. Safe to stop and run again."

    def handle(self, **options):
        editions = index.rebuild(now=timezone.now(), say=self.say)
        articles, photos = for_editors.rebuild(say=self.say)
        self.stdout.write(f"{editions} editions are in the index.")
        self.stdout.write(f"{articles} working copies and {photos} photos are in the editors' own.")

    def say(self, done, of):
        """A line for each batch."""
        self.stdout.write(f"{done} of {of}")
        self.stdout.flush()

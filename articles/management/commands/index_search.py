"""`index_search`: rebuilds the search index; see docs/contract.md."""

from django.core.management.base import BaseCommand

from articles.management.index_after_migrating import progress
from articles.search import rebuild_index


class Command(BaseCommand):
    help = "Write the search index anew, batch by batch, while readers go on searching. Safe to stop and run again."

    def handle(self, **options):
        written = rebuild_index.rebuild(progress(self.stdout))
        self.stdout.write(f"{written.editions} editions are in the index.")
        self.stdout.write(f"{written.articles} working copies and {written.photos} photos are in the editors' own.")

"""`populate`: an archive of invented stories, to try and to measure with; see docs/contract.md."""

from concurrent.futures import ThreadPoolExecutor

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from articles.editorial.directory import entries
from articles.editorial.publishing.bulk_publish import publish_many
from articles.models.article import Article
from articles.models.user import User
from bench import invented
from media import ingest

BATCH = 1000
# Threads that write side by side, from MANY batches on: PostgreSQL stores one while the next is made.
WRITERS, MANY = {"postgresql": 2}, 5


class Command(BaseCommand):
    help = "Add invented stories, nearly all of them live, until there are N stories in all."

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, required=True, metavar="N", help="how many there are to be in all")

    def handle(self, *, articles, **options):
        if articles < 0:
            raise CommandError("--articles must not be negative.")
        there = Article.objects.count()
        if there < articles:
            self.add(there, articles)
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")  # a planner that knows nothing of so many new rows takes seconds for a list
        self.stdout.write(f"{max(there, articles)} stories are in.")

    def add(self, there, wanted):
        """Add stories batch by batch; a line for each ten thousand."""
        system = User.objects.get(username="system")
        people = [entries.get_or_create_person(name, by=system) for name in invented.names(invented.PEOPLE)]
        shelf = {
            "paragraphs": invented.bank(people),
            "desks": [entries.get_or_create_desk(name, by=system) for name in invented.DESKS],
            "topics": [entries.get_or_create_topic(name, by=system) for name in invented.topic_names(invented.TOPICS)],
            "people": people[:40],
            "photos": _photos(range(there, wanted), system),
        }
        now, numbers = timezone.now(), range(there, wanted)

        def write(start):
            end = min(start + BATCH, wanted)
            dates = {number: invented.date_in(numbers, number, now) for number in range(start, end)}
            publish_many([invented.story(number, dated_at=date, **shelf) for number, date in dates.items()], by=system)
            return end

        starts = numbers[::BATCH]
        writers = WRITERS.get(connection.vendor, 1) if len(starts) >= MANY else 1
        for end in _side_by_side(write, starts, writers):
            if end % (10 * BATCH) == 0:
                self.stdout.write(f"{end} of {wanted}")
                self.stdout.flush()


def _photos(numbers, by):
    """{number of a picture: its Photo} of those that the stories of these numbers have."""
    first = numbers[: invented.PICTURED * invented.PICTURES]
    wanted = {invented.picture_of(number) for number in first} - {None}
    found = {}
    for number in sorted(wanted):
        data, words = invented.picture(number)
        found[number] = ingest.ingest(data, by=by, file_name=f"hills-{number}.jpg", **words)
    return found


def _side_by_side(write, starts, writers):
    """What `write` returns for each start, in order, done by so many threads; by this one where one is enough."""
    if writers == 1:
        yield from map(write, starts)
        return

    def alone(start):
        try:
            return write(start)
        finally:
            connection.close()  # each thread has its own

    with ThreadPoolExecutor(writers) as threads:
        yield from threads.map(alone, starts)

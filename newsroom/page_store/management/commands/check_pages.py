"""Compares pages that are stored with pages made anew: they must be the same to the byte."""

from itertools import islice

from django.core.handlers.wsgi import WSGIHandler
from django.core.management.base import BaseCommand, CommandError

from newsroom.page_store.calendar import look_up
from newsroom.page_store.fresh import make
from newsroom.page_store.here import store


class Command(BaseCommand):
    help = "Compare stored pages with pages made anew. Ends with 1 and the addresses where one is not the other."

    def add_arguments(self, parser):
        parser.add_argument("--sample", type=int, default=200, metavar="N", help="how many, at random; default 200")

    def handle(self, *, sample, **options):
        if sample < 1:
            raise CommandError("--sample must be at least 1.")
        kept = store()
        if kept is None:
            self.stdout.write("No pages are stored here.")
            return
        wrong, passed, looked_at = [], 0, 0
        for key, entry in islice(kept.all(), sample):
            fresh = make(handler(), key, look_up, kept.moment)
            same = (entry.status, entry.headers, entry.bodies[""]) == (fresh.status, fresh.headers, fresh.bodies[""])
            if not same and (fresh.is_counted or not kept.is_right(entry)):
                passed += 1  # what it shows is counted every minute, or it changed just now
            elif not same:
                wrong.append(key.address)
            looked_at += 1
        beside = f", {passed} of them counted or changed just now" if passed else ""
        self.stdout.write(f"{looked_at} stored pages compared{beside}.")
        if wrong:
            raise CommandError("These stored pages are not what would be made now:\n" + "\n".join(sorted(wrong)))


def handler() -> WSGIHandler:
    """Django, as servers run it."""
    if not _handler:
        _handler.append(WSGIHandler())
    return _handler[0]


_handler: list[WSGIHandler] = []

"""`deliver`: sends what the outbox holds, as `serve` does by itself; for cron, where something else serves."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.editorial.notifications.deliver import deliver


class Command(BaseCommand):
    help = "Send the mails to staff, and what desks' channels are told, that are due."

    def handle(self, **options):
        done = deliver(timezone.now())
        self.stdout.write(f"sent {done.sent}, tried again later {done.waiting}, given up {done.given_up}")

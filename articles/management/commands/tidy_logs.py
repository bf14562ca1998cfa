"""`tidy_logs`: removes from each log what is older than the settings say, puts scraps away; see docs/security.md."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.editorial.shelves.scraps import sweep_scraps
from articles.editorial.site.tidy_logs import FOR_EVER, tidy_logs


class Command(BaseCommand):
    help = (
        "Remove from each log what is older than the settings say, and put drafts of a few words among the scraps. "
        "Have cron run it once a day."
    )

    def handle(self, **options):
        for log in tidy_logs(timezone.now()):
            older = f", older than {log.days} days" if log.days != FOR_EVER else ""
            kept = not older and not log.removed and log.name != "sessions that are over"
            self.stdout.write(f"{log.name}: {'kept for ever' if kept else f'{log.removed} removed{older}'}.")
        self.stdout.write(f"drafts of a few words: {sweep_scraps(timezone.now())} put among the scraps.")

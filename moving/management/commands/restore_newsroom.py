"""`restore_newsroom`: a whole newsroom out of the file that `export_newsroom` wrote; see docs/moving.md."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from moving.command_line import Counter
from moving.ready import has_no_tables, refuse_unmigrated
from moving.restore import restore

# What is the machine's and not the newsroom's, but on which its pages depend.
SETTINGS = {
    "Newsroom-Site-URL": "SITE_URL",
    "Newsroom-Site-Name": "SITE_NAME",
    "Newsroom-Time-Zone": "TIME_ZONE",
    "Newsroom-Language": "LANGUAGE_CODE",
}


class Command(BaseCommand):
    help = "Put a newsroom that export_newsroom wrote into this one, which must be empty: all of it, or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.zip", type=Path)

    def handle(self, *, file, **options):
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        if has_no_tables():
            call_command("migrate", verbosity=0)
        refuse_unmigrated()
        done = restore(file, now=timezone.now(), progress=Counter(self.stdout))
        self.stdout.write(f"Restored {done.rows} rows and {done.pictures} pictures.")
        if not done.has_accounts:
            self.stdout.write("No account came along. Make yours by `manage.py createsuperuser`.")
        if done.has_own_key:
            self.stdout.write(
                f"Addresses of photos are signed by {settings.NEWSROOM_DATA}/photos_key from now on, so that they stay "
                "as they were. Start the server anew, and give other machines the same as PHOTOS_KEY."
            )
        for label, name in SETTINGS.items():
            if done.facts.get(label, getattr(settings, name)) != getattr(settings, name):
                self.stdout.write(f"There, {name} was “{done.facts[label]}”; here it is “{getattr(settings, name)}”.")

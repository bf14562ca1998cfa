"""`export_newsroom`: everything into one file; see docs/moving.md."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from moving.command_line import Counter
from moving.export import export
from moving.ready import refuse_unmigrated


class Command(BaseCommand):
    help = "Write the whole newsroom, what is not public too, into one zip file, while everybody works on."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.zip", type=Path)
        parser.add_argument(
            "--with-accounts",
            action="store_true",
            help="with password hashes, mail addresses, second factors, roles and the log of sign-ins",
        )

    def handle(self, *, file, with_accounts, **options):
        refuse_unmigrated()
        if not file.parent.is_dir():
            raise CommandError(f"There is no folder {file.parent}.")
        if file.is_dir():
            raise CommandError(f"{file} is a folder; name a file in it.")
        day = timezone.now().date()
        done = export(file, day=day, with_accounts=with_accounts, progress=Counter(self.stdout))
        self.stdout.write(f"Wrote {done.rows} rows and {done.pictures} pictures into {file}.")
        self.stdout.write("It holds what is not public: drafts, notes, sealed stories, preview links. Keep it as safe.")
        if done.missing:
            for name in done.missing:
                self.stderr.write(f"The storage lacks the picture {name}; it is in no export.")
            raise SystemExit(2)

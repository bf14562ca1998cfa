"""`restore_backup`: the newsroom of a backup, in place of an empty one; see docs/operate.md."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from moving import database_copy, originals
from moving.backup import FACTS, newest_in, pictures_of, read_facts, stored
from moving.ready import has_no_tables, refuse_full_newsroom
from moving.restore import keep_key
from moving.verify_backup import check_files


class Command(BaseCommand):
    help = "Put the newest backup of a folder, or the one that is named, into this newsroom, which must be empty."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="FOLDER", type=Path, help="as given to `backup`, or one backup in it")

    def handle(self, *, folder, **options):
        path = folder if (folder / FACTS).exists() else newest_in(folder)
        if path is None:
            raise CommandError(f"There is no backup in {folder}.")
        facts = read_facts(path)
        check_files(path.parent, path, facts)
        if not has_no_tables():
            refuse_full_newsroom()
        for name, digest in pictures_of(path).items():  # known to no row until the database is there
            with stored(path.parent, name, digest).open("rb") as file:
                originals.put_back(name, file)
        keep_key(facts["photos_key"])
        database_copy.put_back(path)
        call_command("migrate", verbosity=0)
        self.stdout.write(f"Restored {path.name}. Start the server anew.")

"""`demo`: a newsroom to try, in one command; see docs/contract.md."""

import os
import secrets

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles.editorial.refusals import Refusal
from articles.management.commands.serve import refuse_closed_port
from articles.management.demo import loading


class Command(BaseCommand):
    help = "Migrate, load the demo newsroom if there are no stories, and serve it. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000, help="default 8000")

    def handle(self, *, port, **options):
        refuse_closed_port("127.0.0.1", port)  # which `serve` would say as well, a minute later
        call_command("migrate", verbosity=0, interactive=False)
        password_file = settings.NEWSROOM_DATA / "demo_password"
        if loading.is_wanted():
            self.stdout.write("Loading the demo newsroom …")
            self.stdout.flush()
            stories = self.load(password_file)
            self.stdout.write(f"{stories} stories are in.")
        site = f"http://127.0.0.1:{port}"
        os.environ.setdefault("SITE_URL", site)
        self.stdout.write(f"Site:  {site}/\nAdmin: {site}/admin/")
        if password_file.exists():
            names = ", ".join(loading.ACCOUNTS)
            self.stdout.write(f"Log in as {names}; the password of each is {password_file.read_text()}")
        call_command("serve", port=port)

    def load(self, password_file):
        """Load the demo; returns how many stories it has."""
        try:
            loading.refuse_taken_names()
            return loading.load(_saved_password(password_file))
        except Refusal as error:
            raise CommandError(str(error)) from error


def _saved_password(path):
    """The password of the demo accounts, in a file that only the owner can read, so that a second run can show it."""
    if path.exists() and (saved := path.read_text()):
        return saved
    password = secrets.token_urlsafe(9)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(password)
    return password

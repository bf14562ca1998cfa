"""Looks at some of readers' pages, at random, as they are at a moment. Also a program of its own.

A backup is judged by it: what was seen when it was made is compared with what is seen of it when it is restored.
"""

import hashlib
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

PAGES = 20
CODE = ("accounts", "articles", "locale", "media", "newsroom", "templates")


def look(at: datetime, paths: list[str] | None = None) -> dict[str, str]:
    """{path: hash of what readers get there at `at`}, or what they get instead; of random stories unless named."""
    from articles.models.edition import Edition  # models exist when Django is set up
    from moving.reader import ask, at_moment  # the same

    if paths is None:
        paths = list(Edition.objects.live(at).order_by("?").values_list("path", flat=True)[:PAGES])
    with at_moment(at):
        return {path: _digest(path, ask(path)) for path in paths}


def _digest(path: str, answer: Any) -> str:
    if answer.status != 200:
        return f"{path} answers {answer.status}"
    return hashlib.sha256(answer.content).hexdigest()


def program() -> str:
    """What changes with every page's code and template: another program may make other pages of the same rows."""
    root, digest = Path(__file__).resolve().parent.parent, hashlib.sha256()
    for folder in CODE:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".py", ".html", ".mo", ".js", ".css"):
                digest.update(path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    """Bring the database up to this program, look at it, and write what is seen as JSON; asked by JSON, too."""
    import django  # settings come from the environment that we were started with

    django.setup()
    from django.core.management import call_command  # as above

    from moving.database_copy import counted  # as above

    asked = json.load(sys.stdin)
    call_command("migrate", verbosity=0, stdout=sys.stderr)
    pages = look(datetime.fromisoformat(asked["at"]), asked["paths"])
    json.dump({"rows": counted(), "pages": pages}, sys.stdout)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    main()

"""Schedules stories: `python -m tests.newsroom.page_store.machines.scheduler`.

Each line of the standard input is a headline and the seconds after which it is to be public; the story's path and the
moment are printed.
"""

import sys
from datetime import timedelta

import django


def main():
    """Schedule as told."""
    django.setup()
    from django.utils import timezone  # which settings have to be read for

    from tests.builders import scheduled_article  # models exist from here on

    for line in sys.stdin:
        headline, _, seconds = line.strip().rpartition(" ")
        at = timezone.now() + timedelta(seconds=float(seconds))
        path = scheduled_article(at, headline=headline).editions.get().path
        sys.stdout.write(f"{path} {at.timestamp()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

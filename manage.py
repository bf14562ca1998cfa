#!/usr/bin/env python
"""Django's command line for Newsroom."""

import os
import sys


def main():
    """Run the command named on the command line; say what to do when Newsroom is not installed or set up wrongly."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        from django.conf import settings  # a missing Django must give a sentence
        from django.core.exceptions import ImproperlyConfigured  # as above
        from django.core.management import execute_from_command_line  # as above
        from django.db import Error  # as above
    except ImportError:
        sys.exit("Django is not installed for this Python. Run `make install`, then use .venv/bin/python manage.py.")
    try:
        _ = settings.DEBUG  # reads the environment
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    try:
        execute_from_command_line(sys.argv)
    except (OSError, Error) as error:
        from articles.database.trouble import trouble_of  # as above

        trouble = trouble_of(error)
        if trouble is None or "--traceback" in sys.argv:
            raise
        sys.exit(trouble.sentence)


if __name__ == "__main__":
    main()

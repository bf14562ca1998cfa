"""The WSGI application that servers run."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()

# What was loaded stays for good, so the collector need not look through it again and again: a reader whose request it
# fell into waited some fifty milliseconds.
gc.collect()
gc.freeze()

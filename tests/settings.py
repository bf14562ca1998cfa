"""The product's own settings, with a data folder made for this run, so that no test writes where people work."""

import os
import tempfile

os.environ["NEWSROOM_DATA"] = tempfile.mkdtemp(prefix="newsroom-test-")

from newsroom.settings import *  # noqa: E402, F403  the folder must be named before the settings read it

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # logging in a hundred times must be quick
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405  by the star
# Tests ask for pages as they are made. What is stored has tests of its own, and servers that tests start store pages.
PAGE_STORE = False
DATABASES["default"]["ENGINE"] = DATABASES["default"]["ENGINE"].replace(  # noqa: F405  by the star
    "newsroom.page_store.databases", "django.db.backends"
)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405  by the star
    # A file, as in production: in memory all threads would share one connection, and never wait for a lock.
    DATABASES["default"]["TEST"] = {"NAME": NEWSROOM_DATA / "test.sqlite3"}  # noqa: F405  by the star
    # Nothing has to outlive the machine. Servers that tests start, and kill, have the product's settings.
    OPTIONS = DATABASES["default"]["OPTIONS"]  # noqa: F405  by the star
    OPTIONS["init_command"] = OPTIONS["init_command"].replace("synchronous=NORMAL", "synchronous=OFF")
# Processes that test side by side share one cache server: each keeps to keys of its own.
CACHES["default"]["KEY_PREFIX"] = os.environ.get("PYTEST_XDIST_WORKER", "alone")  # noqa: F405  from the star above
# A client is made for nearly every test, and for each WhiteNoise would read all static files; so it looks when asked.
WHITENOISE_AUTOREFRESH = True

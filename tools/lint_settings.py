"""The product's own settings, with the linter of migrations, which reads PostgreSQL's SQL beside that of SQLite."""

from newsroom.settings import *  # noqa: F403  these are the product's settings, whatever is in them

INSTALLED_APPS += ["django_migration_linter"]  # noqa: F405  from the star above
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"},
    "postgresql": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "127.0.0.1",
        "PORT": 5432,
        "USER": "postgres",
        "NAME": "postgres",  # only read, and only for what Django asks of any database it writes SQL for
        "OPTIONS": {"connect_timeout": 3},
    },
}

"""Says of each migration whether it may run while yesterday's code still serves, by django-migration-linter.

It reads the SQL that Django writes for SQLite, and for PostgreSQL where that answers on this machine.
"""

import os
import sys

# What a fresh installation is made of: nothing serves yet while these run. Every migration after them is looked at.
BASELINE = {"accounts": "0001", "articles": "0005", "media": "0001"}

# Migrations that are safe though the linter cannot know it: {"app.name": "why"}.
EXCUSED = {
    "articles.0013_sealed_stories": "its one index on a table of before is of sealed stories, and none is yet",
    "articles.0019_desk_of_the_newsroom": (
        "its indexes on a table of before are of stories that are assigned or due, and none is yet; the stages only "
        "become one more"
    ),
    "articles.0023_templates_scraps_and_names": (
        "its one index is of templates and scraps, and none is yet; what it checks is true of a column's default"
    ),
    "articles.0024_assignments_and_calendars": (
        "its index on a table of before is of stories with a slot, its constraint of calendars with an address; none "
        "is yet"
    ),
    "articles.0025_page_orders_and_pins_in_time": (
        "its indexes on tables of before are of what is on top and of choices of the next story, which are a few rows; "
        "the column that goes from the models stays in the table"
    ),
    "articles.0030_front_page_packages_and_beds": (
        "two columns with a default; SQLite writes both tables anew for them, with the constraints that they had"
    ),
    "articles.0007_whole_headlines": "columns only become wider: yesterday's code reads and writes text as well",
}

# Checks that say nothing of a database: {database: {check: why}}.
NOT_ASKED = {
    "default": {
        "NOT_NULL": "SQLite changes a table by filling a new one, where every column that was NOT NULL is so again",
    },
    "postgresql": {},
}


def is_looked_at(label, name):
    """Whether it came after the baseline and is not excused."""
    return name[:4] > BASELINE.get(label, "") and f"{label}.{name}" not in EXCUSED


def lint(database):
    """Whether a database's SQL of all our migrations is safe; what is not is printed. Warnings count."""
    from django_migration_linter import MigrationLinter  # Django has to be set up first

    class OurLinter(MigrationLinter):
        def should_ignore_migration(self, app_label, migration_name, operations=(), is_initial=False):
            return not is_looked_at(app_label, migration_name)

    linter = OurLinter(
        path=".",
        database=database,
        no_cache=True,
        exclude_migration_tests=NOT_ASKED[database],
        all_warnings_as_errors=True,
        quiet=["ok", "ignore"],
    )
    ours = [key for key in linter.migration_loader.disk_migrations if key[0] in BASELINE]
    for key in sorted(ours):
        linter.lint_migration(linter.migration_loader.disk_migrations[key])
    print(f"Migrations on {database}: {linter.nb_total}, of the baseline or excused {linter.nb_ignored}")
    return not linter.has_errors


def main():
    """Lint both databases' SQL; the exit code says whether all is well."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tools.lint_settings"
    import django  # which reads the settings named above
    from django.db import OperationalError, connections  # as above

    django.setup()
    fine = lint("default")
    try:
        connections["postgresql"].ensure_connection()
    except OperationalError:
        print("Migrations on postgresql: not looked at, nothing answers on 127.0.0.1:5432")
    else:
        fine = lint("postgresql") and fine
    sys.exit(not fine)


if __name__ == "__main__":
    main()

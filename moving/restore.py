"""Puts an exported newsroom into an empty one: all of it, or nothing."""

import json
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.core.management.color import no_style
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.loader import MigrationLoader

from articles.database.bulk_insert import bulk_insert
from articles.editorial.publishing import archive_counts
from articles.models.user import User
from articles.search import rebuild_index, tables
from media import renditions
from moving import originals, rows
from moving.bag_reader import BagReader
from moving.export import FORMAT, ORIGINALS, OURS, SCHEMA, rows_entry
from moving.ready import refuse_full_newsroom
from moving.refusals import DamagedBag, NewerFormat
from moving.what_moves import MADE_BY_MIGRATIONS, fields_that_move, models_that_move

SPARE = 64 * 1024 * 1024  # bytes that a disk must have left
AT_ONCE = 1000
# Who else would write waits: two restores at once would each find the newsroom empty. SQLite has one writer anyhow.
ALONE = {"sqlite": "SELECT 1", "postgresql": "LOCK TABLE articles_user IN SHARE ROW EXCLUSIVE MODE"}

Progress = Callable[[str, int], None]


class Restored(NamedTuple):
    """What came in, and what bag-info.txt says of the newsroom that it was."""

    rows: int
    pictures: int
    has_accounts: bool
    has_own_key: bool
    facts: dict[str, str]


def restore(path: Path, *, now: datetime, progress: Progress = lambda what, number: None) -> Restored:
    """Check the bag at `path` and put it into this newsroom, in one transaction; the search index is written after it.

    Pictures are written before the transaction ends: of a restore that is killed they may stay, known to no row, and
    the next writes them anew. Raises CannotMove with a sentence, and OSError.
    """
    bag = BagReader(path)
    try:
        _refuse_full_disk(bag)
        bag.verify()
        schema = _schema(bag)
        with transaction.atomic():
            _begin()
            counted = _insert_all(bag, schema, progress)
            archive_counts.recount(now=now)
            tables.set_rules_version(0)  # a kill from here on leaves an index that the next start writes anew
            pictures = _write_pictures(bag, progress)
            has_own_key = keep_key(schema["photos_key"])
        facts = bag.facts()
    finally:
        bag.close()
    rebuild_index.rebuild(lambda done, of: progress("search index", done))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Restored(counted, pictures, schema["accounts"], has_own_key, facts)


def _refuse_full_disk(bag: BagReader) -> None:
    if bag.size + SPARE > shutil.disk_usage(settings.NEWSROOM_DATA).free:
        raise DamagedBag(f"It holds {bag.size} bytes, for which the disk has no room.")


def _schema(bag: BagReader) -> dict[str, Any]:
    """What the bag says of itself. Raises NewerFormat for what only a newer program can read, and DamagedBag."""
    try:
        schema = json.loads(bag.read(SCHEMA))
        format, columns, applied = schema["format"], schema["columns"], set(schema["migrations"])
        bytes.fromhex(schema["photos_key"])
        if not isinstance(format, int) or not isinstance(schema["accounts"], bool):
            raise TypeError
        columns = {label.lower(): set(names) for label, names in columns.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedBag("data/schema.json is not that of an export.") from error
    if format > FORMAT:
        raise NewerFormat(f"The export has format {format}, and this program reads {FORMAT}. Update Newsroom first.")
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations if app in OURS}
    if newer := sorted(applied - known):
        raise NewerFormat(f"The export comes from a newer version, with the change {newer[-1]}. Update Newsroom first.")
    schema["columns"] = columns
    _refuse_unknown_rows(bag, schema)
    return schema


def _refuse_unknown_rows(bag: BagReader, schema: dict[str, Any]) -> None:
    """Raise DamagedBag for rows or columns of which this program knows nothing, and for rows that are not there."""
    expected = {rows_entry(model._meta.label) for model in models_that_move(with_accounts=schema["accounts"])}
    if strange := {f"rows/{name}" for name in bag.names("rows")} - expected:
        raise DamagedBag(f"data/{min(strange)} is of no table that an export has.")
    for model in models_that_move(with_accounts=schema["accounts"]):
        known = {field.name for field in fields_that_move(model, with_accounts=schema["accounts"])}
        if strange := schema["columns"].get(model._meta.label_lower, set()) - known:
            raise DamagedBag(f"{model._meta.label} has no column “{min(strange)}”.")


def _begin() -> None:
    """Lock the newsroom, see that it is empty, and take out what `migrate` has made. Raises NotEmpty."""
    with connection.cursor() as cursor:
        cursor.execute(ALONE[connection.vendor])
    refuse_full_newsroom()
    for label in sorted(MADE_BY_MIGRATIONS, key=lambda label: "_" not in label):
        model = apps.get_model(label)
        model._base_manager.all()._raw_delete(connection.alias)


def _insert_all(bag: BagReader, schema: dict[str, Any], progress: Progress) -> int:
    """Insert the rows of all tables, with the numbers they had; returns how many. Raises DamagedBag."""
    counted, moved = 0, models_that_move(with_accounts=schema["accounts"])
    for model in moved:
        name = rows_entry(model._meta.label)
        if not bag.has(name):
            if model._meta.label_lower in schema["columns"]:
                raise DamagedBag(f"The bag is incomplete: data/{name} is missing.")
            continue  # a table that is newer than the export
        number = _insert(bag, model, name, with_accounts=schema["accounts"])
        counted += number
        progress(model._meta.label, number)
    if not schema["accounts"]:
        _make_system_a_chief()
    try:
        connection.check_constraints()
    except DatabaseError as error:
        raise DamagedBag("A row of the export refers to one that is not in it.") from error
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), moved):
            cursor.execute(statement)
    return counted


def _insert(bag: BagReader, model: type[models.Model], name: str, *, with_accounts: bool) -> int:
    fields, number, batch = fields_that_move(model, with_accounts=with_accounts), 0, []
    try:
        for row in rows.instances(model, fields, bag.lines(name)):
            batch.append(_without_account(row) if isinstance(row, User) and not with_accounts else row)
            if len(batch) == AT_ONCE:
                number += len(bulk_insert(batch))
                batch = []
        number += len(bulk_insert(batch))
    except (DatabaseError, ValueError, OverflowError) as error:
        raise DamagedBag(f"A row of data/{name} is not taken by the database: {str(error).splitlines()[0]}") from error
    return number


def _without_account(user: User) -> User:
    """The person of whom the log and the histories speak, whom nobody can sign in as."""
    user.password = make_password(None)
    user.is_active = user.username == "system"
    return user


def _make_system_a_chief() -> None:
    """Give the user who imports the role that `migrate` gave them."""
    for user in User.objects.filter(username="system"):
        user.groups.set(Group.objects.filter(name="chief"))


def _write_pictures(bag: BagReader, progress: Progress) -> int:
    """Write the pictures to where the rows say that they lie; returns how many. Raises DamagedBag."""
    known, number = set(originals.stored_names()), 0
    for text in bag.lines(ORIGINALS):
        try:
            where = json.loads(text)
            name, entry = where["name"], originals.entry_of(where["name"], where["sha256"])
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedBag(f"data/{ORIGINALS} is not that of an export.") from error
        if name not in known:
            raise DamagedBag(f"data/{ORIGINALS} names a picture that no row knows: {name}.")
        with bag.opened(entry) as file:
            originals.put_back(name, file)
        number += 1
        progress("pictures", number)
    return number


def keep_key(key: str) -> bool:
    """Sign addresses of photos as they were signed where they come from; whether that needs a key of its own here."""
    if renditions.signing_key().hex() == key:
        return False
    path = settings.NEWSROOM_DATA / "photos_key"
    part = path.with_name(f"photos_key.{os.getpid()}")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(key)
    part.replace(path)
    settings.PHOTOS_KEY = key  # for what this very process writes from now on
    return True

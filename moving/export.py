"""Writes the whole newsroom into one file, as it stands at one moment, while everybody works on."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any, NamedTuple

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from articles.database.read_snapshot import read_in_pieces, read_snapshot
from media import renditions
from moving import originals, rows
from moving.bag_writer import BagWriter, in_larger_pieces, pieces_of
from moving.what_moves import fields_that_move, models_that_move

FORMAT = 1  # raise it when an older program could not read what this one writes
OURS = ("accounts", "articles", "media")  # whose migrations say how the tables look
SCHEMA, ORIGINALS = "schema.json", "originals.jsonl"

Progress = Callable[[str, int], None]


class Exported(NamedTuple):
    """What went out: how many rows of all tables, how many pictures, and the names of those that the storage lacks."""

    rows: int
    pictures: int
    missing: list[str]


def rows_entry(label: str) -> str:
    """The file of a model's rows, below data/."""
    return f"rows/{label.lower()}.jsonl"


def export(path: Path, *, day: date, with_accounts: bool, progress: Progress = lambda what, number: None) -> Exported:
    """Write everything into a zip file at `path`, which appears whole or not at all, readable by its owner only.

    `day` is written into the bag; nothing else of it depends on when it is made. Raises OSError.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as file:
            read_in_pieces()
            with read_snapshot():
                found = _write(file, day, with_accounts, progress)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return found


def _write(file: IO[bytes], day: date, with_accounts: bool, progress: Progress) -> Exported:
    bag, models, counted = BagWriter(file), models_that_move(with_accounts=with_accounts), 0
    fields = {model._meta.label: fields_that_move(model, with_accounts=with_accounts) for model in models}
    columns = {label: sorted(field.name for field in held) for label, held in fields.items()}
    bag.add(SCHEMA, [rows.line(_schema(columns, with_accounts))])
    for model in models:
        count = _Counted(rows.lines(model, fields[model._meta.label]))
        bag.add(rows_entry(model._meta.label), in_larger_pieces(count))
        counted += count.number
        progress(model._meta.label, count.number)
    names = originals.stored_names()
    held, missing = _add_originals(bag, names, progress)
    bag.finish(_facts(day))
    return Exported(counted, held, missing)


def _add_originals(bag: BagWriter, names: list[str], progress: Progress) -> tuple[int, list[str]]:
    """Write the pictures and where each belongs; returns how many, and the names of those that are missing."""
    where, seen, missing = [], set(), []
    for number, found in enumerate(originals.opened(names), 1):
        if isinstance(found, str):
            missing.append(found)
            continue
        where.append({"name": found.name, "sha256": found.sha256})
        if found.entry not in seen:
            seen.add(found.entry)
            bag.add(found.entry, pieces_of(found.file), is_packed=True)
        progress("pictures", number)
    bag.add(ORIGINALS, map(rows.line, where))
    return len(where), missing


class _Counted:
    """Counts what is iterated over."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self.number, self._lines = 0, lines

    def __iter__(self) -> Iterator[bytes]:
        for line in self._lines:
            self.number += 1
            yield line


def _schema(columns: dict[str, list[str]], with_accounts: bool) -> dict[str, Any]:
    """What a reader must know before the first row. The key signs the addresses of photos, and does nothing else."""
    return {
        "format": FORMAT,
        "accounts": with_accounts,
        "columns": columns,
        "migrations": sorted(
            f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations() if app in OURS
        ),
        "photos_key": renditions.signing_key().hex(),
    }


def _facts(day: date) -> dict[str, str]:
    """What bag-info.txt says for people: the settings on which pages depend, and which are the machine's."""
    return {
        "Bagging-Date": day.isoformat(),
        "Bag-Software-Agent": "Newsroom export_newsroom",
        "External-Description": "A whole newsroom, what is not public too. Restore it with restore_newsroom.",
        "Newsroom-Site-URL": settings.SITE_URL,
        "Newsroom-Site-Name": settings.SITE_NAME,
        "Newsroom-Time-Zone": settings.TIME_ZONE,
        "Newsroom-Language": settings.LANGUAGE_CODE,
    }

"""Backups in a folder: a copy of the database for each, and one store of pictures by their hash, written once.

    originals/<hash>.<ending>            shared by all
    <moment>/database.sqlite3 or .dump   as it stood
    <moment>/originals.jsonl             which picture lies where
    <moment>/backup.json                 what was seen of the newsroom, to compare a restored one with

A backup appears under its name when it is whole. Pictures that no backup names any more go with the last that did.
"""

import hashlib
import json
import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection

from media import renditions
from moving import database_copy, originals, rows
from moving.bag_writer import pieces_of
from moving.look import look, program
from moving.refusals import CannotMove

NAME = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z")
FACTS, WHERE, STORE = "backup.json", "originals.jsonl", "originals"
# On which pages depend, and which are the machine's: a restored newsroom is looked at with the same.
SETTINGS = ("SITE_URL", "SITE_NAME", "TIME_ZONE", "LANGUAGE_CODE")


class BackedUp(NamedTuple):
    """Where the backup lies, how many pictures are new in the store, which the storage lacks, and what was removed."""

    folder: Path
    new: int
    missing: list[str]
    removed: list[str]


def backups_in(folder: Path) -> list[Path]:
    """The whole backups of a folder, the oldest first."""
    return sorted(path for path in folder.iterdir() if NAME.fullmatch(path.name) and (path / FACTS).exists())


def newest_in(folder: Path) -> Path | None:
    """The newest whole backup of a folder; None where there is none."""
    return next(reversed(backups_in(folder)), None) if folder.is_dir() else None


def backup(folder: Path, *, now: datetime, keep: int | None = None) -> BackedUp:
    """Write a backup as of `now` into a folder, while everybody works on, and keep only the newest `keep`.

    Raises CannotMove and OSError; what was half written is removed by the next.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    if (folder / name).exists():
        raise CannotMove(f"{folder / name} is there already: wait a second.")
    for left in folder.glob(".part-*"):
        shutil.rmtree(left)
    part = folder / f".part-{name}"
    part.mkdir(mode=0o700)
    before = look(now)
    names, counted = database_copy.copy(part)
    new, missing = _store_pictures(folder, part, names)
    after = look(now, list(before))
    facts = {
        "at": now.astimezone(UTC).isoformat(),
        "database": {"vendor": connection.vendor, "sha256": digest_of(part / database_copy.FILES[connection.vendor])},
        "photos_key": renditions.signing_key().hex(),
        "program": program(),
        "settings": {name: getattr(settings, name) for name in SETTINGS},
        "rows": counted,
        # Of a page that somebody has changed meanwhile, as by another caption, nobody knows which the copy has.
        "pages": {path: digest for path, digest in before.items() if after[path] == digest},
    }
    _write(part / FACTS, rows.line(facts))
    os.replace(part, folder / name)  # noqa: PTH105  says what it does
    return BackedUp(folder / name, new, missing, _forget(folder, keep))


def read_facts(path: Path) -> dict[str, Any]:
    """What backup.json of a backup says. Raises CannotMove where it is none."""
    try:
        facts = json.loads((path / FACTS).read_bytes())
        return facts if isinstance(facts, dict) else {}
    except ValueError as error:
        raise CannotMove(f"{path / FACTS} cannot be read.") from error


def pictures_of(path: Path) -> dict[str, str]:
    """{name in the storage: hash} of a backup's pictures."""
    with (path / WHERE).open("rb") as file:
        return {where["name"]: where["sha256"] for where in map(json.loads, file)}


def stored(folder: Path, name: str, sha256: str) -> Path:
    """Where a picture lies in the store."""
    return folder / originals.entry_of(name, sha256)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for piece in pieces_of(file):
            digest.update(piece)
    return digest.hexdigest()


def _store_pictures(folder: Path, part: Path, names: list[str]) -> tuple[int, list[str]]:
    """Put what is new into the store and write where all belong; how many are new, and what the storage lacks.

    A name in the storage is never given twice, so what an earlier backup has under it is not read again.
    """
    (folder / STORE).mkdir(mode=0o700, exist_ok=True)
    known: dict[str, str] = {}
    for earlier in backups_in(folder):
        known |= {name: each for name, each in pictures_of(earlier).items() if stored(folder, name, each).exists()}
    found, new, missing = {name: known[name] for name in names if name in known}, 0, []
    for each in originals.opened([name for name in names if name not in known]):
        if isinstance(each, str):
            missing.append(each)
            continue
        found[each.name] = each.sha256
        path = stored(folder, each.name, each.sha256)
        if not path.exists():
            new += 1
            half = path.with_name(f".{path.name}.part")
            with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                for piece in pieces_of(each.file):
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            half.replace(path)
    _write(part / WHERE, b"".join(rows.line({"name": name, "sha256": found[name]}) for name in sorted(found)))
    return new, missing


def _forget(folder: Path, keep: int | None) -> list[str]:
    """Remove all but the newest `keep` backups, and pictures that no other names; the names of the removed."""
    there = backups_in(folder)
    going = there[:-keep] if keep else []
    for path in going:
        shutil.rmtree(path)
    if going:
        held = {stored(folder, *where) for path in backups_in(folder) for where in pictures_of(path).items()}
        for picture in (folder / STORE).iterdir():
            if picture not in held:
                picture.unlink()
    return [path.name for path in going]


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())

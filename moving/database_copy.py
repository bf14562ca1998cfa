"""Copies of the database while it is in use, and databases made of such copies, by what each engine has for it."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from django.db import connection

from articles.database.read_snapshot import read_snapshot
from moving.refusals import CannotMove
from moving.what_moves import models_that_move

FILES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
PAGES_AT_ONCE = 4096  # of SQLite's; between two helpings writers have their turn
NAMES = "SELECT original FROM media_photo UNION SELECT original FROM media_formeroriginal"


class NoClient(CannotMove):
    """The database's own programs are missing, or of another version than the server."""


class Copied(NamedTuple):
    """What the copy has: where the pictures lie that its rows name, and how many rows each table has."""

    pictures: list[str]
    rows: dict[str, int]


def copy(folder: Path) -> Copied:
    """Write the database as it stands at one moment into a folder."""
    write = {"sqlite": _copy_sqlite, "postgresql": _copy_postgresql}[connection.vendor]
    return write(folder / FILES[connection.vendor])


def counted(ask: Callable[[str], Any] | None = None) -> dict[str, int]:
    """{label: number of rows} of every table that moves, as `ask` finds it by a statement; else the database in use."""
    quoted, models = connection.ops.quote_name, models_that_move(with_accounts=True)
    with connection.cursor() as cursor:

        def ask_here(statement: str) -> Any:
            cursor.execute(statement)
            return cursor.fetchone()

        ask = ask or ask_here
        tables = {each._meta.label: quoted(each._meta.db_table) for each in models}
        return {label: ask(f"SELECT count(*) FROM {table}")[0] for label, table in tables.items()}  # noqa: S608  ours


def _copy_sqlite(path: Path) -> Copied:
    """By SQLite's online backup (sqlite.org/backup.html): nobody waits for it, and what it writes is whole."""
    connection.ensure_connection()
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    with closing(sqlite3.connect(path)) as target:
        connection.connection.backup(target, pages=PAGES_AT_ONCE)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, and nothing beside it
        names = sorted(name for (name,) in target.execute(NAMES))
        return Copied(names, counted(lambda statement: target.execute(statement).fetchone()))


def _copy_postgresql(path: Path) -> Copied:
    """By pg_dump in the snapshot of a transaction of ours, in which the rest is read."""
    with read_snapshot(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        [snapshot] = cursor.fetchone()
        _client("pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={path}", _name())
        cursor.execute(NAMES)
        return Copied(sorted(name for (name,) in cursor.fetchall()), counted())


def put_back(folder: Path) -> None:
    """Make the database in use that of a copy; it must have no tables, or only what `migrate` has made."""
    held = folder / FILES[connection.vendor]
    if not held.exists():
        raise CannotMove(
            f"The backup is of another database than {connection.vendor}; set DATABASE_URL to one like it."
        )
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(f"{held.resolve().as_uri()}?mode=ro", uri=True)) as source:
            source.backup(connection.connection)
    else:
        wanted = ("--no-owner", "--clean", "--if-exists", "--single-transaction", f"--dbname={_name()}")
        connection.close()
        _client("pg_restore", *wanted, str(held))


@contextmanager
def database_of(folder: Path, aside: Path) -> Iterator[str]:
    """The address (DATABASE_URL) of a database made of a copy, for as long as it is asked for; "" for the usual file.

    `aside` is the data folder of whoever asks. On PostgreSQL it is a new one on the same server.
    """
    if (folder / FILES["sqlite"]).exists():
        shutil.copyfile(folder / FILES["sqlite"], aside / "newsroom.sqlite3")
        yield ""
        return
    if connection.vendor != "postgresql":
        raise CannotMove("The backup is of a PostgreSQL database: set DATABASE_URL to a server where one may be made.")
    name = f"newsroom_backup_{os.getpid()}"
    _client("createdb", "--template=template0", "--encoding=UTF8", name)
    try:
        _client("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={name}", str(folder / FILES["postgresql"]))
        yield _address(name)
    finally:
        _client("dropdb", "--if-exists", "--force", name)


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _address(name: str) -> str:
    facts: dict[str, Any] = connection.settings_dict
    who = quote(facts["USER"] or "", safe="")
    secret = f":{quote(facts['PASSWORD'], safe='')}" if facts["PASSWORD"] else ""
    where = f"{facts['HOST'] or 'localhost'}:{facts['PORT'] or 5432}"
    return f"postgres://{who}{secret}{'@' if who else ''}{where}/{name}"


def _client(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs on the server that we use. Raises NoClient with what it says."""
    facts: dict[str, Any] = connection.settings_dict
    told = {"PGHOST": facts["HOST"], "PGPORT": facts["PORT"], "PGUSER": facts["USER"], "PGPASSWORD": facts["PASSWORD"]}
    environment = os.environ | {name: str(value) for name, value in told.items() if value}
    try:
        ran = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)  # noqa: S603  our own words
    except FileNotFoundError as error:
        raise NoClient(f"{program} is not here. Install PostgreSQL's client programs of its version.") from error
    if ran.returncode:
        said = (ran.stderr.strip().splitlines() or ["nothing"])[-1]
        raise NoClient(f"{program} could not do it, and says: {said}")

"""The table and the store of this newsroom, opened once in each process."""

import logging
import os
import time
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connections

from articles.freshness.reading import read_clock
from newsroom.page_store.generations import Generations, NotHere
from newsroom.page_store.release import release
from newsroom.page_store.store import PageStore

if TYPE_CHECKING:
    from newsroom.page_store.machines.redis_server import RedisServer
    from newsroom.page_store.machines.shared_table import SharedTable
    from newsroom.page_store.machines.word import DatabaseWord

logger = logging.getLogger(__name__)
SERVER_MAY_COMMIT = 10.0  # seconds after the process that asked for it died
CONNECTING, ANSWERING = 2, 1000  # seconds to reach the database, milliseconds for its word
LONGEST_WAIT = 2.0  # seconds that a commit waits for the database's clock to come up with this machine's


def folder() -> Path:
    """Where pages are kept."""
    return Path(settings.NEWSROOM_DATA) / "pages"


def is_shared() -> bool:
    """Whether several machines keep pages together: with PostgreSQL, and Redis as the cache."""
    cache_kind = settings.CACHES["default"]["BACKEND"]
    return settings.PAGE_STORE and on_postgresql() and cache_kind.endswith("RedisCache")


def on_postgresql() -> bool:
    """Whether the database is a server, with a clock of its own."""
    return settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


def table() -> "Generations | SharedTable | None":
    """The table of generations, None where no pages are stored. Raises OSError: then nothing may be committed."""
    if not settings.PAGE_STORE:
        return None
    kept = store() if "store" in _opened else None
    return kept.generations if kept else _table(os.getpid())


@cache
def _table(process: int) -> "Generations | SharedTable | None":
    if is_shared():
        from newsroom.page_store.machines.shared_table import SharedTable  # the driver is there where it is wanted

        return SharedTable(_redis(process), prefix(), _word(process))
    try:
        return Generations(folder(), lease=lease())
    except NotHere:
        return None


def store() -> PageStore | None:
    """The store, None where there is none: then each page is made anew, as it is where the disk takes no table."""
    if not settings.PAGE_STORE:
        return None
    if "store" not in _opened:
        try:
            _opened["store"] = _store()
        except (NotHere, OSError) as error:
            logger.error("Pages are not stored: %s", error)
            _opened["store"] = None
    return _opened["store"]


def _store() -> PageStore:
    said = word()
    if said is None:
        return PageStore(folder(), release(), lease=lease())
    read_clock(_moment, clock_fault)
    if not is_shared():
        return PageStore(folder(), release(), lease=lease(), clock=said.moment, word=said)
    from newsroom.page_store.machines.shared_store import SharedStore  # as above

    return SharedStore(_redis(os.getpid()), prefix(), release(), said)


def _moment() -> datetime | None:
    """The database's moment, None where it is not asked for it."""
    said = word()
    if said is None:
        return None
    said.refresh()
    now = said.now()
    return None if now is None else datetime.fromtimestamp(now, UTC)


def begin_anew() -> None:
    """Keep nothing of what was kept before the newsroom was started: what it was made of may be another by now."""
    try:
        generations = table()
    except OSError as error:
        logger.error("Pages are not stored: %s", error)
        return
    if generations:
        generations.begin_anew()


def lease() -> float:
    """Seconds for which a dead process's commit may still come about: SQLite commits in the process itself."""
    return SERVER_MAY_COMMIT if on_postgresql() else 0.0


def word() -> "DatabaseWord | None":
    """What the database says to this process; None without a store, and on SQLite, whose clock is the machine's."""
    return _word(os.getpid()) if settings.PAGE_STORE and on_postgresql() else None


@cache
def _word(_process: int) -> "DatabaseWord":
    from newsroom.page_store.machines.word import DatabaseWord  # as above

    return DatabaseWord(own_connection)


@cache
def _redis(_process: int) -> "RedisServer":
    from newsroom.page_store.machines.redis_server import RedisServer  # as above

    location = settings.CACHES["default"]["LOCATION"]
    return RedisServer(location if isinstance(location, str) else location[0])


def prefix() -> str:
    """What the names of our keys in Redis begin with."""
    return f"{settings.CACHES['default'].get('KEY_PREFIX', '')}newsroom"


def own_connection() -> Any:
    """A connection to the database beside those of requests, which commits by itself and waits for little."""
    import psycopg  # as above

    told = connections["default"].get_connection_params()
    told = {name: value for name, value in told.items() if name not in ("cursor_factory", "context")}
    connection = psycopg.connect(**told | {"autocommit": True, "connect_timeout": CONNECTING})
    connection.execute(f"SET statement_timeout = {ANSWERING}")
    return connection


def clock_fault() -> str:
    """The sentence that says how this machine's clock is wrong; "" where it is right, or nobody asks."""
    said = word()
    if said is None:
        return ""
    from newsroom.page_store.machines.word import MOST_APART  # as above

    said.refresh()
    ahead = said.ahead()
    if abs(ahead) <= MOST_APART:
        return ""
    way = "ahead of" if ahead > 0 else "behind"
    return f"This machine's clock is {abs(ahead):.1f} seconds {way} the database's. Set it by NTP."


def wait_for_clock() -> None:
    """Wait, after a commit, until every process takes the database's clock to have come to this machine's moment.

    By its own clock somebody has just said from when on something is public, and readers are shown the database's.
    """
    said = word()
    if said is not None:
        said.refresh()
        time.sleep(min(said.lead(), LONGEST_WAIT))


_opened: dict[str, PageStore | None] = {}

"""The table and the store of this newsroom, opened once in each process."""

import logging
import os
from functools import cache
from pathlib import Path

from django.conf import settings

from newsroom.page_store.generations import Generations, NotHere
from newsroom.page_store.release import release
from newsroom.page_store.store import PageStore

logger = logging.getLogger(__name__)
SERVER_MAY_COMMIT = 10.0  # seconds after the process that asked for it died


def folder() -> Path:
    """Where pages are kept."""
    return Path(settings.NEWSROOM_DATA) / "pages"


def table() -> Generations | None:
    """The table of generations, None where no pages are stored. Raises OSError: then nothing may be committed."""
    if not settings.PAGE_STORE:
        return None
    kept = store() if "store" in _opened else None
    return kept.generations if kept else _table(os.getpid())


@cache
def _table(_process: int) -> Generations | None:
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
            _opened["store"] = PageStore(folder(), release(), lease=lease())
        except (NotHere, OSError) as error:
            logger.error("Pages are not stored: %s", error)
            _opened["store"] = None
    return _opened["store"]


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
    return 0.0 if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") else SERVER_MAY_COMMIT


_opened: dict[str, PageStore | None] = {}

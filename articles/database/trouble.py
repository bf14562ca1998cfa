"""What keeps the newsroom from its database or its disk: told from our own failures, with a sentence for it."""

import errno
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import DatabaseError, InterfaceError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

UNAVAILABLE, NO_SPACE = 503, 507  # RFC 9110, 15.6.4, and RFC 4918, 11.5
FULL = NO_SPACE, gettext_noop("The server’s disk is full, or takes nothing for another reason.")
CLOSED = UNAVAILABLE, gettext_noop("The newsroom may not read or write its own files.")
BUSY = UNAVAILABLE, gettext_noop("The database is busy with something else.")
GONE = UNAVAILABLE, gettext_noop("The database does not answer.")
OLD = UNAVAILABLE, gettext_noop("The database lacks what this version needs. Run `manage.py migrate`.")
UNSAVED = gettext_lazy("Nothing was saved. What you typed is still on the page that you came from: go back to it.")
OF_FILES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO), FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), CLOSED),
}
# By the beginning of what SQLite (sqlite.org/rescode.html) and PostgreSQL (its appendix A) call a failure. A connection
# that was lost or never made has no SQLSTATE.
OF_DATABASES = {
    "SQLITE_FULL": FULL, "SQLITE_IOERR": FULL, "53100": FULL,
    "SQLITE_READONLY": CLOSED, "SQLITE_CANTOPEN": CLOSED, "SQLITE_PERM": CLOSED, "SQLITE_AUTH": CLOSED,
    "SQLITE_BUSY": BUSY, "SQLITE_LOCKED": BUSY, "55P03": BUSY, "40P01": BUSY,
    "08": GONE, "57P": GONE, "53": GONE, "None": GONE, "28": GONE, "3D000": GONE,
    "SQLITE_ERROR": OLD, "42P01": OLD, "42703": OLD,
}  # fmt: skip


class Trouble(NamedTuple):
    """What an answer's status is to be (RFC 9110), what to say, and whether the connection was lost on the way."""

    status: int
    sentence: str
    is_lost: bool = False


def trouble_of(error: BaseException) -> Trouble | None:
    """The Trouble that an exception tells of, or None for one that is a fault of ours."""
    for cause in _causes(error):
        if isinstance(cause, OSError) and cause.errno in OF_FILES:
            status, sentence = OF_FILES[cause.errno]
            where = f" ({cause.filename})" if cause.filename else ""
            return Trouble(status, _(sentence) + where)
        if isinstance(cause, DatabaseError | InterfaceError) and (found := _of_database(cause)):
            return Trouble(found[0], _(found[1]), found is GONE)
    return None


def _of_database(error: Exception) -> tuple[int, str] | None:
    """The row of OF_DATABASES that is about an error of Django's, whose cause is the driver's own."""
    driver: Any = error.__cause__
    kinds: tuple[str, ...]
    if hasattr(driver, "sqlite_errorname"):
        if driver.sqlite_errorname == "SQLITE_ERROR" and not str(driver).startswith("no such "):
            return None
        name, kinds = driver.sqlite_errorname, ("OperationalError",)
    elif hasattr(driver, "sqlstate"):
        name, kinds = str(driver.sqlstate), ("OperationalError", "InterfaceError", "ProgrammingError")
    else:
        return GONE if isinstance(error, InterfaceError) else None
    if type(error).__name__ not in kinds:
        return None
    return next((found for start, found in OF_DATABASES.items() if name.startswith(start)), None)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and those it was raised from."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__

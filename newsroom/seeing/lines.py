"""How a line of the log looks: for people, or as JSON for programs; with the id of the request that it is about.

No line has what opens something: secrets in addresses are left out wherever they come from, and no query is written.
"""

import json
import logging
from datetime import UTC, datetime
from typing import Any

from newsroom.seeing.current import current, without_secrets
from newsroom.seeing.tally import tally


class WithRequest(logging.Filter):
    """Notes the id of the request during which something was logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let everything through."""
        if not hasattr(record, "request_id"):
            seen = current.get()
            record.request_id = seen.id if seen else ""
        return True


class CountedErrors(logging.Handler):
    """Counts what is logged as an error, by the part of the program that says so."""

    def emit(self, record: logging.LogRecord) -> None:
        """Count."""
        tally.add("errors", ".".join(record.name.split(".")[:2]))


class Plain(logging.Formatter):
    """A line for people; the id of the request stands at its end."""

    def __init__(self, **_: Any) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """The line, and below it how an error came about."""
        line, newline, below = super().format(record).partition("\n")
        given = getattr(record, "request_id", "")
        return without_secrets(f"{line} [{given}]{newline}{below}" if given else f"{line}{newline}{below}")


class Json(logging.Formatter):
    """One object a line: `at`, `level`, `logger`, `message`, `id`, and what `facts` says besides; `traceback`."""

    def __init__(self, **_: Any) -> None:
        super().__init__()

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(getattr(record, "answered_at", record.created), UTC).isoformat(
            timespec="milliseconds"
        )
        said: dict[str, Any] = {"at": at, "level": record.levelname, "logger": record.name}
        said["message"] = without_secrets(record.getMessage())
        if given := getattr(record, "request_id", ""):
            said["id"] = given
        said |= getattr(record, "facts", {})
        if record.exc_info:
            said["traceback"] = without_secrets(self.formatException(record.exc_info))
        return json.dumps(said, ensure_ascii=False, default=str)

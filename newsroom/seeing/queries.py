"""Counts what is asked of the database, and writes down what took long: its shape, never what it was asked about."""

import logging
import re
from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.conf import settings

from newsroom.seeing.current import current
from newsroom.seeing.tally import tally

logger = logging.getLogger("newsroom.queries")
LONGEST_SHAPE = 2000  # characters
TEXTS = re.compile(r"'(?:[^']|'')*'")
NUMBERS = re.compile(r"(?<![\w\"$.])\d+(?:\.\d+)?(?![\w\"])")
MANY = re.compile(r"(?:%s|\?)(?:,\s*(?:%s|\?)){2,}")


def watch(connection: Any, **_: Any) -> None:
    """Watch a connection that was opened; outside of whatever else watches it, which takes itself away at the end."""
    if note not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, note)


def note(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Run a query, count it for the request that asks it, and write it down if it was slow."""
    began = perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        took = perf_counter() - began
        request = current.get()
        is_slow = bool(settings.SLOW_QUERY_MS) and took * 1000 >= settings.SLOW_QUERY_MS
        if request is None:
            tally.add("queries")
            tally.add("query_seconds", by=took)
        else:
            request.queries += 1
            request.database += took
            if is_slow:  # what a command asks for is meant to take long
                facts = {"ms": round(took * 1000, 1), "sql": shape(str(sql))}
                logger.warning("A query took %(ms)s ms: %(sql)s", facts, extra={"facts": facts})
        if is_slow:
            tally.add("slow_queries")


def shape(sql: str) -> str:
    """A query without any value in it, on one line."""
    bare = NUMBERS.sub("?", TEXTS.sub("?", " ".join(sql.split())))
    return MANY.sub("…", bare)[:LONGEST_SHAPE]

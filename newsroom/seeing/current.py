"""The request that a thread is at: what its lines in the log have in common, and what it has asked of the database."""

import re
import secrets
from contextvars import ContextVar
from dataclasses import dataclass
from time import perf_counter

IN_ENVIRON = "newsroom.seen"
WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{7,63}")
# What is behind these addresses is shown to whoever knows them, so what follows is a secret.
SECRETS = re.compile(r"((?:/preview|/calendar|/login/link|/login/password)/)[^/?\s'\"]+")


@dataclass(slots=True)
class Seen:
    """A request that is being answered; it begins when this is made."""

    id: str
    began: float
    user: int | None = None
    queries: int = 0
    database: float = 0.0  # seconds
    is_made: bool = False  # Django was asked, for this answer or for the page that is stored


current: ContextVar[Seen | None] = ContextVar("seen", default=None)


def new_id(given: str = "") -> str:
    """The id that was given by a proxy whose word counts, where it is well formed; else a new one."""
    return given if WELL_FORMED.fullmatch(given) else secrets.token_hex(8)


def begun(given: str = "") -> Seen:
    """A request that begins now."""
    return Seen(new_id(given), perf_counter())


def without_secrets(text: str) -> str:
    """A text without what stands in addresses that nobody is to know."""
    return SECRETS.sub(r"\1…", text)

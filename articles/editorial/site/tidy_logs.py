"""Tidying logs: what says who did what is kept for so long as the newsroom's settings say, and no longer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.apps import apps
from django.conf import settings
from django.db.models import Q
from django.utils import timezone

FOR_EVER = 0


@dataclass(frozen=True)
class Log:
    """A table of what happened: its model, the field that says when, and the setting of how many days it is kept.

    `still_used` is a field that holds a later moment while a row is in use, "" where there is none.
    """

    name: str
    model: str
    at: str
    kept: str
    still_used: str = ""


# Tables of other programs are named, not imported; one that is not installed is passed over.
LOGS = (
    Log("the log of who did what", "articles.LogEntry", "at", "KEEP_LOG_DAYS"),
    Log("Django's own log", "admin.LogEntry", "action_time", "KEEP_LOG_DAYS"),
    Log("who opened sealed stories", "articles.SealedOpening", "at", "KEEP_OPENINGS_DAYS"),
    Log("sign-ins that failed", "articles.FailedLogin", "at", "KEEP_SIGN_INS_DAYS"),
    Log("who signed in", "accounts.SignIn", "at", "KEEP_SIGN_INS_DAYS"),
    Log("where people were signed in", "usersessions.UserSession", "last_seen_at", "KEEP_SIGN_INS_DAYS"),
    Log("preview links that ended", "articles.PreviewLink", "ends_at", "KEEP_PREVIEW_LINKS_DAYS"),
    Log("open pages of writers", "articles.OpenSheet", "opened_at", "KEEP_OPEN_SHEETS_DAYS", still_used="seen_at"),
    Log("what browsers refused", "articles.CspReport", "date", "KEEP_REPORTS_DAYS"),
)


@dataclass(frozen=True)
class Tidied:
    """What was removed from a log: how many rows, older than so many days, FOR_EVER where it is not tidied."""

    name: str
    removed: int
    days: int


def tidy_logs(now: datetime) -> Iterator[Tidied]:
    """Remove from each log what is older at `now` than the settings say, and sessions that are over; yields Tidied."""
    for log in LOGS:
        if log.model.partition(".")[0] in apps.app_configs:
            days = getattr(settings, log.kept)
            yield Tidied(log.name, _remove(log, now, days) if days != FOR_EVER else 0, days)
    removed, _ = apps.get_model("sessions.Session").objects.filter(expire_date__lt=now).delete()
    yield Tidied("sessions that are over", removed, FOR_EVER)


def _remove(log: Log, now: datetime, days: int) -> int:
    """Delete the rows of a log that are older than so many days; how many they were."""
    model, limit = apps.get_model(log.model), now - timedelta(days=days)
    by_day = model._meta.get_field(log.at).get_internal_type() == "DateField"
    old = Q(**{f"{log.at}__lt": timezone.localdate(limit) if by_day else limit})
    if log.still_used:
        old &= Q(**{log.still_used: None}) | Q(**{f"{log.still_used}__lt": limit})
    rows = model._base_manager.filter(old)
    return rows.delete()[1].get(model._meta.label, 0)

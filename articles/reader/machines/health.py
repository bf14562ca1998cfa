"""Health checks: does the process live, and can it serve."""

import json
import logging
import os
from datetime import datetime

from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.freshness.reading import clock_fault
from articles.models import archive_count
from articles.models.desk import Desk
from articles.reader.machines.plain_text import plain_text
from articles.search import rebuild_index

log = logging.getLogger(__name__)


@csrf_exempt
@never_cache
@require_safe
def healthz(request):
    """Say that the process lives; asks nobody else."""
    return plain_text("The process lives.")


@csrf_exempt
@never_cache
@require_safe
def readyz(request):
    """Say that database, storage, search and archive answer, or with 503 which of them does not; the log says why."""
    for answers, sentence in CHECKS:
        try:
            answers()
        except Exception:  # whatever a driver raises, the answer is the same: not ready
            said = sentence if _is_connected() else DATABASE
            log.exception(said)
            return plain_text(said, status=503)
    return plain_text(f"Ready: database, storage, search and archive answer. {_backup()}")


def _backup():
    """How old the last backup is that was restored aside and found whole; no reason not to serve readers."""
    hours = hours_since_backup(timezone.now())
    if hours is None:
        return "No backup was verified here."
    return f"The last verified backup is {hours:.0f} hours old."


def hours_since_backup(now: datetime) -> float | None:
    """The age of the last backup that was verified, None where none ever was."""
    try:
        facts = json.loads((settings.NEWSROOM_DATA / "last_verified_backup.json").read_text())
        return (now - datetime.fromisoformat(facts["backup_at"])).total_seconds() / 3600
    except (OSError, ValueError, KeyError):
        return None


def _is_connected():
    """Whether the database was not lost while it was asked for something else, as when it is started anew."""
    return connection.connection is not None and connection.is_usable()


def _database():
    """Read a table; raises when there is no connection or no table."""
    Desk.objects.exists()


def _storage():
    """Ask each storage for a file, and the data folder whether it can be written. Raises OSError or what it raises."""
    for name in ("default", "renditions"):
        storages[name].exists("readyz")
    if not os.access(settings.NEWSROOM_DATA, os.W_OK | os.X_OK):
        raise PermissionError(f"{settings.NEWSROOM_DATA} cannot be written.")


def _search():
    """Raise LookupError when the search index is of an older version of the program, or lacks what came in last."""
    if rebuild_index.is_stale(timezone.now()):
        raise LookupError("An update or the newest story, working copy or photo is not in the search index.")


def _archive_counts():
    """Raise LookupError when the archive counts other stories of the newest month than readers see."""
    if not archive_count.is_right(timezone.now()):
        raise LookupError("The count of the newest month is not the number of its stories.")


def _clock():
    """Raise TimeoutError when this machine's clock is far off the database's, by which readers see what is public."""
    if fault := clock_fault():
        raise TimeoutError(fault)


DATABASE = "The database does not answer."
CHECKS = (
    (_database, DATABASE),
    (_clock, "This machine's clock is more than a second off the database's. Set it by NTP."),
    (_storage, "The storage does not answer."),
    (_search, "The search index is missing or behind. Run `manage.py index_search`."),
    (_archive_counts, "The archive counts wrong. Run `manage.py recount`."),
)

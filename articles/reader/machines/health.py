"""Health checks: does the process live, and can it serve."""

import logging
import os

from django.conf import settings
from django.core.files.storage import storages
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

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
            log.exception(sentence)
            return plain_text(sentence, status=503)
    return plain_text("Ready: database, storage, search and archive answer.")


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


CHECKS = (
    (_database, "The database does not answer."),
    (_storage, "The storage does not answer."),
    (_search, "The search index is missing or behind. Run `manage.py index_search`."),
    (_archive_counts, "The archive counts wrong. Run `manage.py recount`."),
)

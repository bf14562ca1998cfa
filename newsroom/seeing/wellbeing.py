"""How the newsroom is, in plain words: a line for each thing that can be well or not, and what to do."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import Max, Q
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.shared.user_time_zone import user_time
from articles.models import archive_count
from articles.models.edition import Edition
from articles.models.staff_message import StaffMessage
from articles.reader.machines.health import hours_since_backup
from articles.search import rebuild_index
from newsroom.seeing.line import Line
from newsroom.seeing.readings import readers

TOO_LATE = timedelta(minutes=10)  # for a message to wait
LOOKED_BACK = 5000  # messages in which given up ones are looked for
WEEK, DAY = timedelta(days=7), timedelta(days=1)
LEAST_FREE, LEAST_SHARE = 1 << 30, 0.05  # of the disk: bytes, and of all
OLDEST_BACKUP = 48  # hours


def lines(now: datetime) -> list[Line]:
    """All lines as of now."""
    return [readers(), _sent(now), _search(now), _backup(now), _disk(), _database(), _coming(now)]


def _sent(now: datetime) -> Line:
    """What waits in the outbox, and what was given up."""
    waiting = StaffMessage.objects.filter(sent_at=None, failed_at=None, due_at__lte=now).order_by("due_at")
    number, oldest = waiting.count(), waiting.values_list("due_at", flat=True).first()
    newest = StaffMessage.objects.aggregate(pk=Max("pk"))["pk"] or 0
    given_up = StaffMessage.objects.filter(pk__gt=newest - LOOKED_BACK, failed_at__gte=now - WEEK).count()
    said, advice = [_("Everything is sent.")], ""
    if oldest is not None:
        minutes = int((now - oldest).total_seconds() // 60)
        said = [ngettext("%(n)s message waits.", "%(n)s messages wait.", number) % {"n": number}]
        late = ngettext("The oldest is %(n)s minute late.", "The oldest is %(n)s minutes late.", minutes)
        said.append(late % {"n": minutes})
        if now - oldest > TOO_LATE:
            advice = _("Does the mail server answer? EMAIL_URL says which it is, and the log says what went wrong.")
    if given_up:
        words = ngettext(
            "%(n)s message of the last week was given up.", "%(n)s messages of the last week were given up.", given_up
        )
        said.append(words % {"n": given_up})
        advice = advice or _("Look whether mail addresses of staff and channels of desks are right.")
    return Line("sent", _("Mails and channels"), said, advice)


def _database() -> Line:
    """Which database, and how large."""
    if connection.vendor == "sqlite":
        path = Path(settings.DATABASES["default"]["NAME"])
        files = [path, path.with_name(f"{path.name}-wal")]
        size = sum(file.stat().st_size for file in files if file.exists())
    else:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            size = cursor.fetchone()[0]
    said = _("%(database)s, %(size)s.") % {"database": connection.display_name, "size": filesizeformat(size)}
    return Line("database", _("Database"), [said])


def _disk() -> Line:
    """How much is free where the newsroom writes."""
    disk = shutil.disk_usage(settings.NEWSROOM_DATA)
    said = _("%(free)s of %(all)s are free.") % {"free": filesizeformat(disk.free), "all": filesizeformat(disk.total)}
    advice = ""
    if disk.free < LEAST_FREE or disk.free < disk.total * LEAST_SHARE:
        advice = _("Make room: once the disk is full readers still get pages, but nothing can be saved.")
    return Line("disk", _("Disk"), [said], advice)


def _search(now: datetime) -> Line:
    """Whether search finds everything, and the archive counts it."""
    title = _("Search and archive")
    if rebuild_index.is_stale(now):
        advice = _("Run “manage.py index_search”; readers search on meanwhile.")
        return Line("search", title, [_("Search does not find what came in last.")], advice)
    if not archive_count.is_right(now):
        return Line("search", title, [_("The archive counts wrong.")], _("Run “manage.py recount”."))
    return Line("search", title, [_("Search finds everything, and the archive counts right.")])


def _backup(now: datetime) -> Line:
    """How old the last backup is that was tried."""
    title, hours = _("Backup"), hours_since_backup(now)
    advice = _("Have “manage.py backup” and “manage.py verify_backup” run each night; docs/operate.md says how.")
    if hours is None:
        return Line("backup", title, [_("No backup was ever tried here.")], advice)
    age = round(hours)
    said = ngettext(
        "The last one that was tried and found whole is %(n)s hour old.",
        "The last one that was tried and found whole is %(n)s hours old.",
        age,
    )
    return Line("backup", title, [said % {"n": number_format(age)}], advice if hours > OLDEST_BACKUP else "")


def _coming(now: datetime) -> Line:
    """What goes out or ends by itself within a day, of what everybody on staff may know."""
    soon = Edition.objects.shown_to_colleagues(now).filter(Q(goes_live_at__gt=now), goes_live_at__lte=now + DAY)
    number, first = soon.count(), soon.order_by("goes_live_at").values_list("goes_live_at", flat=True).first()
    title, link = _("Coming up"), reverse("admin:articles_article_planned")
    if first is None:
        return Line("coming", title, [_("Nothing is scheduled for the next 24 hours.")], link=link)
    said = ngettext(
        "%(n)s change for readers in the next 24 hours, at %(first)s.",
        "%(n)s changes for readers in the next 24 hours, the first at %(first)s.",
        number,
    )
    return Line("coming", title, [said % {"n": number, "first": user_time(first)}], link=link)

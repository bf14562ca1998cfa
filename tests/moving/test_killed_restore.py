"""A restore that is killed: the newsroom is as empty as before, or whole, and the same file can be restored then."""

import os
import signal
from datetime import date

import pytest
from django.db import connection, connections
from django.utils import timezone

from articles.search import rebuild_index
from moving.export import export
from moving.restore import restore
from tests.moving.everything import counted, empty, make_everything

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def alone(work):
    """Run `work` in a process of its own, with connections of its own; how it ended."""
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_killed_at_ten_moments_nothing_is_half_restored(settings, tmp_path):
    settings.NEWSROOM_DATA = tmp_path
    make_everything()
    export(tmp_path / "a.zip", day=date(2026, 5, 21), with_accounts=True)
    whole = counted()
    empty()
    nothing, told = counted(), []

    def killed(moment):
        def count(what, number):
            told.append((what, number))
            if len(told) == moment:
                os.kill(os.getpid(), signal.SIGKILL)

        restore(tmp_path / "a.zip", now=timezone.now(), progress=count)

    for moment in (1, 2, 5, 10, 20, 30, 40, 45, 50):
        assert alone(lambda at=moment: killed(at)) == -signal.SIGKILL, "more moments than there are steps"
        assert counted() == nothing
    # Once the rows are there, only the index is missing, and the server's start writes it.
    moment = 50
    while counted() == nothing:
        moment += 1
        assert alone(lambda at=moment: killed(at)) == -signal.SIGKILL
    assert counted() == whole and rebuild_index.is_stale(timezone.now())
    rebuild_index.rebuild_if_stale()
    export(tmp_path / "b.zip", day=date(2026, 5, 21), with_accounts=True)
    assert (tmp_path / "b.zip").read_bytes() == (tmp_path / "a.zip").read_bytes()

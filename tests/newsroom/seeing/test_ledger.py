"""Totals over processes: sums that never go down while their server runs, whoever is killed."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from newsroom.seeing import ledger as ledgers
from newsroom.seeing.ledger import Ledger
from newsroom.seeing.processes import named
from newsroom.seeing.tally import Minute

pytestmark = pytest.mark.once
NOW = 60_000.0
HITS = ("store_hits", "memory")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "counted"


def worker(folder, name, *, server=None, clock=lambda: NOW):
    return Ledger(folder, server=server or named(os.getpid()), worker=name, clock=clock)


def ended():
    """The name of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    name = named(child.pid)
    child.communicate()
    return name


@pytest.fixture
def living():
    """The name of another process, which runs."""
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield named(child.pid)
    child.communicate()


def test_two_processes_are_summed(folder, living):
    mine, other = worker(folder, named(os.getpid())), worker(folder, living)
    mine.publish({HITS: 3}, {("store_entries",): 5}, {1000: Minute(3, 1, 2, {"front": [1, 0.5, 0.5]})})
    other.publish({HITS: 4, ("verbs", "publish", "done"): 1}, {("store_entries",): 6}, {
        1000: Minute(4, 0, 4, {"front": [2, 0.5, 0.3]}),
        999: Minute(1),
        900: Minute(100),
    })  # fmt: skip
    totals = mine.totals()
    assert totals.counts == {HITS: 7, ("verbs", "publish", "done"): 1}
    assert (totals.now, totals.workers) == ({("store_entries",): 11}, 2)
    assert totals.minutes == {1000: Minute(7, 1, 6, {"front": [3, 1.0, 0.5]}), 999: Minute(1)}
    assert other.totals() == totals


def test_what_a_killed_worker_has_counted_stays_but_not_what_it_had_in_memory(folder):
    mine = worker(folder, named(os.getpid()))
    mine.publish({HITS: 3}, {("store_entries",): 5}, {})
    worker(folder, ended()).publish({HITS: 4}, {("store_entries",): 6}, {})
    mine.tidy()
    totals = mine.totals()
    assert (totals.counts, totals.now, totals.workers) == ({HITS: 7}, {("store_entries",): 5}, 1)


def test_what_a_server_left_that_is_gone_counts_no_more_and_goes(folder):
    mine, gone = worker(folder, named(os.getpid())), ended()
    worker(folder, ended(), server=gone).publish({HITS: 4}, {}, {})
    (folder / f".{gone}.half.written").touch()
    mine.publish({HITS: 3}, {}, {})
    assert mine.totals().counts == {HITS: 3}
    mine.tidy()
    assert sorted(path.name for path in folder.iterdir()) == [".alone", f"{mine.server}.{mine.worker}"]


def test_many_dead_workers_become_one_file_and_count_once_come_what_may(folder, monkeypatch):
    monkeypatch.setattr(ledgers, "MANY", 2)
    mine = worker(folder, named(os.getpid()), clock=lambda: 4e9)
    mine.publish({HITS: 1}, {}, {})
    for number in range(4):
        worker(folder, f"{2**22 + number}-1").publish({HITS: 10}, {}, {})
    kept = {path.name: path.read_bytes() for path in folder.iterdir()}
    mine.tidy()
    assert len(list(folder.iterdir())) == 3
    assert mine.totals().counts == {HITS: 41}
    for name, written in kept.items():  # as if whoever put them together had died before they were taken away
        (folder / name).write_bytes(written)
    assert mine.totals().counts == {HITS: 41}
    for number in range(4, 8):
        worker(folder, f"{2**22 + number}-1").publish({HITS: 10}, {}, {})
    mine.tidy()
    assert mine.totals().counts == {HITS: 81}


def test_workers_that_died_just_now_are_kept_apart_for_their_minutes(folder, monkeypatch):
    monkeypatch.setattr(ledgers, "MANY", 0)
    mine = worker(folder, named(os.getpid()), clock=lambda: folder.stat().st_mtime)
    worker(folder, ended()).publish({HITS: 4}, {}, {})
    mine.tidy()
    assert not [path for path in folder.iterdir() if path.name.endswith("ended")]


def test_files_are_ours_alone_and_say_nothing_but_numbers(folder):
    mine = worker(folder, named(os.getpid()))
    mine.publish({HITS: 3}, {}, {1: Minute()})
    [path] = [path for path in folder.iterdir() if not path.name.startswith(".")]
    assert path.stat().st_mode & 0o077 == folder.stat().st_mode & 0o077 == 0
    assert json.loads(path.read_text()) == {
        "counts": [["store_hits", "memory", 3]],
        "now": [],
        "minutes": {"1": {"asked": 0, "failed": 0, "stored": 0, "pages": {}}},
    }


def test_a_process_knows_its_own_name_and_its_servers(folder):
    mine = Ledger(folder)
    assert (mine.worker, mine.server) == (named(os.getpid()), named(os.getppid()))


def test_several_threads_publish_at_once(folder):
    mine = worker(folder, named(os.getpid()))
    with ThreadPoolExecutor(4) as threads:
        for done in [threads.submit(mine.publish, {HITS: 3}, {}, {}) for _ in range(200)]:
            done.result()
    assert mine.totals().counts == {HITS: 3}

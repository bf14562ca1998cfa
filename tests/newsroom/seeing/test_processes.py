"""Telling processes that run from those that have ended, and from others that have their number now."""

import os
import subprocess
import sys

import pytest

from newsroom.seeing import processes

pytestmark = pytest.mark.once


def test_a_process_runs_until_it_ends_buried_or_not():
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    name = processes.named(child.pid)
    assert processes.is_running(name)
    child.kill()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert not processes.is_running(name), "it has ended, though nobody has asked how"
    child.communicate()
    assert not processes.is_running(name)


def test_another_process_of_the_same_number_is_another():
    pid, _, start = processes.named(os.getpid()).partition("-")
    assert processes.is_running(f"{pid}-{start}")
    assert not processes.is_running(f"{pid}-{int(start) + 1}")


@pytest.mark.parametrize("name", ["", "alone", "ended", ".1-2", "x-1"])
def test_what_names_no_process_runs_not(name):
    assert not processes.is_running(name)


def test_where_the_machine_does_not_say_when_processes_began(monkeypatch):
    monkeypatch.setattr(processes, "_start", lambda pid: "0")
    name = processes.named(os.getpid())
    assert name == f"{os.getpid()}-0"
    assert processes.is_running(name)
    assert not processes.is_running(f"{2**22 + 1}-0")

    def forbidden(pid, signal):
        raise PermissionError

    monkeypatch.setattr(os, "kill", forbidden)
    assert processes.is_running(name), "somebody else's process runs too"

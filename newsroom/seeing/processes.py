"""Which process is which, and whether it still runs: by its number and when it began, which no other has."""

import os
from pathlib import Path


def named(pid: int) -> str:
    """The name of a process that runs, such as "4711-882233"; "4711-0" where the machine does not say when it began."""
    return f"{pid}-{_start(pid)}"


def is_running(name: str) -> bool:
    """Whether the process of this name runs still; one that ended and was not yet buried does not."""
    pid, _, start = name.partition("-")
    if not pid.isdecimal():
        return False
    if start != "0":
        return _start(int(pid)) == start
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _start(pid: int) -> str:
    """When a process began, as the kernel counts it; "0" where nobody says it, or where it has ended."""
    try:
        said = Path(f"/proc/{pid}/stat").read_text(errors="replace")
    except OSError:
        return "0"
    state, *others = said.rpartition(")")[2].split()  # its name, in brackets, may hold anything
    return "0" if state in "ZX" else others[18]

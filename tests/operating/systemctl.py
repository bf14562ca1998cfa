"""Plays systemd for the commands of docs/operate.md: starts, stops and restarts what unit files name, as they name it.

`systemctl.py FOLDER WORD UNIT…`, with the unit files in a folder. A service's process is remembered beside its file.
"""

import os
import shlex
import signal
import subprocess
import sys
import threading
from pathlib import Path

PATIENCE = 30  # seconds for ending, as TimeoutStopSec says


class Unit:
    """A unit file: what stands under its headings, a list for each name."""

    def __init__(self, folder, name):
        self.path = folder / (name if "." in name else f"{name}.service")
        self.told = {}
        for line in self.path.read_text().splitlines():
            name, is_set, value = line.partition("=")
            if is_set and not line.startswith("#"):
                self.told.setdefault(name, []).append(value)

    @property
    def environment(self):
        """The environment that it has: nothing of ours but where programs are."""
        environ = {"PATH": os.environ["PATH"]}
        for path in self.told.get("EnvironmentFile", []):
            environ |= dict(line.split("=", 1) for line in shlex.split(Path(path).read_text(), comments=True))
        return environ

    def start(self):
        """Start it, and wait for it where it is one that ends; 0, or what its first line gave that failed."""
        if self.path.suffix == ".timer":
            return Unit(self.path.parent, self.path.stem).path.exists() - 1
        how = {"cwd": self.told["WorkingDirectory"][0], "env": self.environment}
        if self.told.get("Type") == ["oneshot"]:
            return next(
                (code for line in self.told["ExecStart"] if (code := subprocess.call(shlex.split(line), **how))), 0
            )
        with self.path.with_suffix(".log").open("ab") as log:
            [line] = self.told["ExecStart"]
            begun = subprocess.Popen(shlex.split(line), stdout=log, stderr=log, start_new_session=True, **how)
        self.path.with_suffix(".pid").write_text(str(begun.pid))
        return 0

    def stop(self):
        """End it in good order; 1 where it does not end in time."""
        kept, pause = self.path.with_suffix(".pid"), threading.Event()
        if not kept.exists():
            return 0
        pid = int(kept.read_text())
        kept.unlink()
        if is_running(pid):
            os.kill(pid, signal.SIGTERM)
        for _ in range(PATIENCE * 20):
            if not is_running(pid):
                return 0
            pause.wait(0.05)
        os.kill(pid, signal.SIGKILL)
        return 1


def is_running(pid):
    """Whether a process has not ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def main(folder, word, *names):
    """Do what is told; the exit code."""
    units = [Unit(Path(folder), name) for name in names if name.startswith("newsroom")]  # nginx is not ours to start
    codes = [unit.stop() for unit in units] if word in ("stop", "restart") else []
    if any(codes) or word not in ("start", "restart", "enable"):
        return int(any(codes))
    codes = [unit.start() for unit in units]
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""The commands of docs/operate.md, and a machine to run them: a folder, with what stands in for the rest."""

import os
import re
import shutil
import subprocess
import sys

from tests.conventions.source import ROOT

PAGE = ROOT / "docs" / "operate.md"
BLOCK = re.compile(r"^## (?P<heading>[^\n]*)$|^```sh (?P<who>[\w-]+)\n(?P<lines>.*?)^```$", re.M | re.S)
LEFT_OUT = {".git", ".venv", "var", "node_modules", "test-results", "htmlcov", "screens", "staticfiles", "__pycache__"}
# What is not tried here, since it needs root, a network or another program: it says yes and does nothing.
NOT_TRIED = ("apt-get", "adduser", "git", "certbot", "nginx", "createuser", "createdb", "runuser", "podman")


def commands(heading=None):
    """(who runs them, the lines) of each block of the page in its order; of one part, where it is named."""
    part = ""
    for found in BLOCK.finditer(PAGE.read_text()):
        part = found["heading"] or part
        if found["who"] and heading in (None, part):
            yield found["who"], found["lines"]


def copy_of_project(target):
    """The project in a folder of its own, as `git clone` and `make install` leave it, with the packages of tests."""
    shutil.copytree(ROOT, target, ignore=lambda folder, names: LEFT_OUT.intersection(names), symlinks=True)
    here = target / ".venv"
    here.mkdir()
    for path in (ROOT / ".venv").resolve().iterdir():
        (here / path.name).symlink_to(path)
    for name in ("static-sources", "static-sources.new"):  # which say what was collected in this very folder
        (here / name).unlink(missing_ok=True)
    if (ROOT / "staticfiles" / "staticfiles.json").exists():
        shutil.copytree(ROOT / "staticfiles", target / "staticfiles")
        said = subprocess.run(["sh", "-c", SOURCES], cwd=target, capture_output=True, check=True).stdout
        (here / "static-sources").write_bytes(said)


# As tools/install.sh asks whether it has anything to collect.
SOURCES = """cksum requirements.lock newsroom/storage.py
find newsroom articles media -path '*/static/*' -type f -exec cksum {} + | sort"""


class Machine:
    """Where the page's commands are run: `changes` says all at once what is another word here than there."""

    def __init__(self, folder, app, port, **told):
        """A machine whose disk is a folder; `told` is what its environment file says otherwise, None for nothing."""
        self.folder, self.app, self.port, self.told = folder, app, port, told
        self.units = folder / "units"
        self.units.mkdir(parents=True)
        self.changes = {
            "/srv/newsroom/app/docs/deploy": str(folder / "deploy"),
            "/srv/newsroom/app": str(app),
            "/srv/newsroom/data": str(folder / "data"),
            "/mnt/backups": str(folder / "backups"),
            "/etc/newsroom.env": str(folder / "newsroom.env"),
            "/etc/systemd/system/": f"{self.units}/",
            "/etc/nginx/nginx.conf": str(folder / "nginx.conf"),
            "-o newsroom -g newsroom ": "",
            "-o root -g newsroom ": "",
            "--host 127.0.0.1/--host 0.0.0.0": "--host 127.0.0.1/--host 127.0.0.1",  # nobody else's business
            "createsuperuser": "createsuperuser --no-input",  # else it asks for a password
            "8000": str(port),
        }
        self._make_files_ours()
        self._stand_ins()

    def _make_files_ours(self):
        """Put into the files of docs/deploy what an operator is told to put there."""
        (self.folder / "deploy").mkdir()
        for path in (ROOT / "docs" / "deploy").iterdir():
            text = self.here(path.read_text())
            if path.suffix == ".env":
                kept = [line for line in text.splitlines() if line.partition("=")[0] not in self.told]
                text = "\n".join([*kept, *(f'{name}="{value}"' for name, value in self.told.items() if value), ""])
            (self.folder / "deploy" / path.name).write_text(text)

    def _stand_ins(self):
        programs = self.folder / "bin"
        programs.mkdir()
        lines = dict.fromkeys(NOT_TRIED, "exit 0")
        lines["systemctl"] = f'exec {sys.executable} -m tests.operating.systemctl {self.units} "$@"'
        if not shutil.which("curl"):
            ask = "import sys, urllib.request as u; print(u.urlopen(sys.argv[-1], timeout=60).read().decode())"
            lines["curl"] = f'exec {sys.executable} -c "{ask}" "$@"'
        for name, line in lines.items():
            (programs / name).write_text(f"#!/bin/sh\nexport PYTHONPATH={ROOT}\n{line}\n")
            (programs / name).chmod(0o700)

    def here(self, text):
        """The words as they are on this machine."""
        for old, new in self.changes.items():
            text = text.replace(old, new)
        return text

    def run(self, who, lines):
        """Run a block, from its first line to the first that fails; what it printed. Raises CalledProcessError."""
        lines = self.here("".join(line for line in lines.splitlines(keepends=True) if "-m pip install" not in line))
        clean = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
        clean["PATH"] = f"{self.folder / 'bin'}:{clean['PATH']}"
        if "root" not in who:
            lines = self.here(AS_NEWSROOM) + lines
            clean["DJANGO_SUPERUSER_PASSWORD"] = "a long password of nobody"
        command = ["bash", "-eu", "-o", "pipefail", "-c", lines]
        ran = subprocess.run(
            command,
            cwd="/",
            env=clean,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert ran.returncode == 0, f"{lines}\n{ran.stdout}\n{ran.stderr}\n{self.log()}"
        return ran.stdout

    def log(self):
        """What its services have said."""
        return "".join(path.read_text() for path in self.units.glob("*.log"))

    def stop(self):
        """Stop whatever runs on it."""
        for path in self.units.glob("*.pid"):
            self.run("root", f"systemctl stop {path.stem}\n")


[AS_NEWSROOM] = [lines for who, lines in commands() if "newsroom.env; set" in lines]

"""S12: what the newsroom writes is its own, wherever it lies; where it may not write, each command says so and ends."""

import ctypes
import os
import shutil
import stat
import subprocess
import sys

import pytest

from tests.builders import picture_bytes
from tests.conventions.source import ROOT

pytestmark = pytest.mark.once
OVERRIDES, DROP = (1, 2), 24  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH (capabilities(7)), PR_CAPBSET_DROP (prctl(2))
WORK = """
import django, sys; django.setup()
from django.db import connection
from articles.editorial.writing import drafts
from articles.models.user import User
from media import ingest, renditions
photo = ingest.ingest(open(sys.argv[1], "rb").read(), by=User.objects.get(username="system"), alt="A", credit="B")
renditions.content(photo, "original", renditions.widths(photo, "original")[0], "webp")
from articles.search import rebuild_index
rebuild_index.rebuild()
for path in sorted(__import__("pathlib").Path(sys.argv[2]).rglob("*")):
    print(path.name, oct(path.stat().st_mode & 0o777))
"""


def heed_rights():
    """Let even root be refused what a file's rights refuse, in the process that is about to begin."""
    if os.geteuid() == 0:
        for capability in OVERRIDES:
            ctypes.CDLL(None).prctl(DROP, capability, 0, 0, 0)


def run(data, *arguments, **environment):
    """A finished process of Python in the project's folder, with a data folder and under the rights of files."""
    clean = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CACHE_URL")}
    clean |= {"NEWSROOM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "newsroom.settings"} | environment
    line = [sys.executable, *arguments]
    return subprocess.run(line, cwd=ROOT, env=clean, capture_output=True, text=True, preexec_fn=heed_rights, timeout=60)


def modes(folder):
    """{path below a folder: its rights} of all that lies there."""
    return {str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


@pytest.fixture
def shared(tmp_path):
    """A folder that was there already, and that the whole machine may read."""
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def migrated(tmp_path_factory):
    """A folder with a new database."""
    folder = tmp_path_factory.mktemp("migrated")
    folder.chmod(0o755)
    run(folder, "manage.py", "migrate", "-v0").check_returncode()
    return folder


@pytest.fixture
def filled(shared, migrated):
    """A folder for all that has a copy of it."""
    return shutil.copytree(migrated, shared, dirs_exist_ok=True)


def test_s12_files_in_a_folder_for_all_are_read_by_nobody_else(migrated, tmp_path):
    shared, picture = migrated, tmp_path / "picture.jpg"
    picture.write_bytes(picture_bytes(800, 600))
    worked = run(shared, "-c", WORK, str(picture), str(shared))
    assert worked.returncode == 0, worked.stderr
    while_open = dict(line.split(" ") for line in worked.stdout.splitlines())
    assert {while_open[f"newsroom.sqlite3{end}"] for end in ("", "-wal", "-shm")} == {"0o600"}
    found = modes(shared)
    assert {"secret_key", "scratch/index.lock", "renditions", "uploads"} <= found.keys()
    assert {mode for path, mode in found.items() if (shared / path).is_file()} == {0o600}
    assert {mode for path, mode in found.items() if (shared / path).is_dir()} == {0o700}


def test_s12_what_an_older_version_left_open_is_closed(shared):
    (shared / "renditions").mkdir(mode=0o755)
    (shared / "newsroom.sqlite3").touch(0o644)
    run(shared, "-c", "from django.conf import settings; settings.DEBUG").check_returncode()
    found = modes(shared)
    assert (found["newsroom.sqlite3"], found["renditions"]) == (0o600, 0o700)


def assert_says(finished, *words):
    """The command ended with 1 and one sentence that has these words."""
    said = finished.stderr.strip()
    assert finished.returncode == 1 and "Traceback" not in said and len(said.splitlines()) == 1, said
    assert all(word in said for word in words), said


@pytest.mark.parametrize("command", ["migrate", "serve", "demo", "import_story x.txt"])
def test_s12_a_folder_that_cannot_be_written_is_said(filled, command):
    filled.chmod(0o500)
    assert_says(run(filled, "manage.py", *command.split()), "NEWSROOM_DATA can't be used", "Permission denied")


def test_s12_a_folder_that_cannot_be_read_is_said(shared):
    shared.chmod(0o000)
    assert_says(run(shared, "manage.py", "serve"), "NEWSROOM_DATA can't be used", "Permission denied")


@pytest.mark.parametrize("command", ["serve", "recount"])
def test_s12_a_database_that_cannot_be_written_is_said(filled, command):
    (filled / "newsroom.sqlite3").chmod(0o400)
    assert_says(run(filled, "manage.py", command), "may not")


@pytest.mark.parametrize("command", ["index_search", "recount"])
def test_s12_a_database_without_tables_is_said(shared, command):
    assert_says(run(shared, "manage.py", *command.split()), "Run `manage.py migrate`")


def test_a_fault_of_ours_is_shown_whole(shared):
    finished = run(shared, "manage.py", "recount", "--traceback")
    assert finished.returncode == 1 and "Traceback" in finished.stderr

"""Backups: made, restored aside and compared, and restored in earnest by the commands that docs name."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from articles.reader.machines import health
from moving.backup import backup, backups_in, pictures_of, stored
from moving.refusals import CannotMove, DamagedBag
from moving.verify_backup import LAST, check_files, verify
from tests import builders
from tests.conventions.source import ROOT

NOW = datetime(2026, 5, 21, 12, tzinfo=UTC)


def manage(data, *words):
    """What a command says in a newsroom of its own, on SQLite."""
    environ = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environ |= {"NEWSROOM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    command = [sys.executable, "manage.py", *map(str, words)]
    ran = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.once
def test_backup_is_verified_and_restored_by_the_commands_in_order(tmp_path):
    one, other, folder = tmp_path / "one", tmp_path / "other", tmp_path / "backups"
    manage(one, "migrate", "-v0")
    manage(one, "populate", "--articles", 25)
    assert "Wrote" in manage(one, "backup", folder, "--keep", 3)
    assert "20 pages as they were" in manage(one, "verify_backup", folder)
    assert json.loads((one / LAST).read_text())["verified_at"]
    manage(other, "restore_backup", folder)
    for data in (one, other):
        manage(data, "export_newsroom", "--with-accounts", tmp_path / f"{data.name}.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


@pytest.fixture
def newsroom(settings, tmp_path):
    """A newsroom with two photos, in a data folder of its own."""
    settings.NEWSROOM_DATA = tmp_path
    for _ in range(2):
        builders.live_article(lead_photo=builders.a_photo())


committed = pytest.mark.django_db(transaction=True, serialized_rollback=True)  # which pg_dump sees


@committed
def test_pictures_are_stored_once_and_go_with_the_last_backup_that_names_them(newsroom, tmp_path):
    folder = tmp_path / "backups"
    first = backup(folder, now=NOW)
    assert first.new == 2 and not first.missing
    photo = builders.a_photo()
    assert backup(folder, now=NOW + timedelta(hours=1)).new == 1
    photo.original.storage.delete(photo.original.name)
    photo.delete()
    done = backup(folder, now=NOW + timedelta(hours=2), keep=1)
    assert done.new == 0 and len(done.removed) == 2
    assert len(list((folder / "originals").iterdir())) == 2
    assert [path.name for path in backups_in(folder)] == ["2026-05-21T140000Z"]
    assert folder.stat().st_mode & 0o777 == 0o700
    with pytest.raises(CannotMove, match="wait a second"):
        backup(folder, now=NOW + timedelta(hours=2))


@committed
def test_changed_files_of_a_backup_are_named(newsroom, tmp_path):
    folder = tmp_path / "backups"
    path = backup(folder, now=NOW).folder
    facts = json.loads((path / "backup.json").read_text())
    assert check_files(folder, path, facts) == 2
    picture = stored(folder, *next(iter(pictures_of(path).items())))
    picture.write_bytes(picture.read_bytes() + b"x")
    with pytest.raises(DamagedBag, match=picture.name):
        verify(folder, now=NOW)
    with pytest.raises(CannotMove, match="no backup"):
        verify(tmp_path / "none", now=NOW)


def test_readiness_tells_how_old_the_last_verified_backup_is(settings, tmp_path, time_machine):
    settings.NEWSROOM_DATA = tmp_path
    assert health._backup() == "No backup was verified here."
    (tmp_path / LAST).write_text(json.dumps({"backup_at": NOW.isoformat()}))
    time_machine.move_to(NOW + timedelta(hours=7), tick=False)
    assert health._backup() == "The last verified backup is 7 hours old."

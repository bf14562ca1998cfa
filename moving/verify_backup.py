"""Restores the newest backup of a folder aside and compares it with what was seen when it was made."""

import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings

from moving import database_copy
from moving.backup import FACTS, SETTINGS, digest_of, newest_in, pictures_of, read_facts, stored
from moving.look import program
from moving.refusals import CannotMove, DamagedBag

ROOT = Path(__file__).resolve().parent.parent
LAST = "last_verified_backup.json"  # in NEWSROOM_DATA, for `/readyz`


class Verified(NamedTuple):
    """Which backup, how many rows and pictures it has, and how many pages were compared; 0 with another program."""

    folder: Path
    rows: int
    pictures: int
    pages: int


def verify(folder: Path, *, now: datetime) -> Verified:
    """Verify the newest backup in a folder, and write down that it was. Raises CannotMove with what is wrong."""
    path = newest_in(folder)
    if path is None:
        raise CannotMove(f"There is no backup in {folder}.")
    facts = read_facts(path)
    pictures = check_files(folder, path, facts)
    seen = _restored_aside(folder, path, facts)
    for table, number in facts["rows"].items():
        if seen["rows"].get(table) != number:
            raise DamagedBag(f"{path.name}: {table} had {number} rows, and restored it has {seen['rows'].get(table)}.")
    is_same_program = facts["program"] == program()
    for page, digest in facts["pages"].items():
        if seen["pages"][page] != digest if is_same_program else " answers " in seen["pages"][page]:
            raise DamagedBag(f"{path.name}: the page {page} is not what readers had.")
    line = {"backup_at": facts["at"], "verified_at": now.isoformat()}
    part = settings.NEWSROOM_DATA / f"{LAST}.{os.getpid()}"
    part.write_text(json.dumps(line))
    part.replace(settings.NEWSROOM_DATA / LAST)
    return Verified(path, sum(facts["rows"].values()), pictures, len(facts["pages"]) if is_same_program else 0)


def check_files(folder: Path, path: Path, facts: dict[str, Any]) -> int:
    """Read every file of the backup; how many pictures it has. Raises DamagedBag, which names the file."""
    database = path / database_copy.FILES[facts["database"]["vendor"]]
    if not database.exists() or digest_of(database) != facts["database"]["sha256"]:
        raise DamagedBag(f"{database} is not what was written.")
    pictures = pictures_of(path)
    for name, digest in pictures.items():
        picture = stored(folder, name, digest)
        if not picture.exists() or digest_of(picture) != digest:
            raise DamagedBag(f"{picture} is not what was written.")
    return len(pictures)


def _restored_aside(folder: Path, path: Path, facts: dict[str, Any]) -> dict[str, Any]:
    """What is seen of the newsroom that the backup gives; its pictures are lent, not copied."""
    with tempfile.TemporaryDirectory(prefix="newsroom-backup-") as name:
        aside = Path(name)
        for place, digest in pictures_of(path).items():
            lent = aside / "uploads" / place
            lent.parent.mkdir(parents=True, exist_ok=True)
            lent.symlink_to(stored(folder, place, digest).resolve())
        with database_copy.database_of(path, aside) as address:
            told = {name: str(facts["settings"][name]) for name in SETTINGS}
            told |= {"NEWSROOM_DATA": name, "DATABASE_URL": address, "STORAGE_URL": "", "CACHE_URL": ""}
            told |= {"SECRET_KEY": settings.SECRET_KEY, "PHOTOS_KEY": facts["photos_key"]}
            told |= {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}
            asked = json.dumps({"at": facts["at"], "paths": list(facts["pages"])})
            ran = subprocess.run(
                [sys.executable, "-m", "moving.look"],
                input=asked, env=os.environ | told, cwd=ROOT, capture_output=True, text=True, check=False,
            )  # fmt: skip
    if ran.returncode:
        said = (ran.stderr.strip().splitlines() or ["nothing"])[-1]
        raise DamagedBag(f"{path / FACTS}: the newsroom does not start from it: {said}")
    return dict(json.loads(ran.stdout))

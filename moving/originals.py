"""The pictures of the library as files of a bag: one for each that differs, called by its hash."""

import hashlib
import re
import tempfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, Any, NamedTuple

from django.core.files import File
from django.core.files.storage import default_storage

from media.models import FormerOriginal, Photo
from moving.bag_writer import pieces_of
from moving.refusals import DamagedBag

# As `media.models.private_name` makes them.
NAME = re.compile(r"originals/[0-9a-f]{32}(\.[a-z0-9]{1,8})?")
IN_MEMORY = 8 * 1024 * 1024


class Original(NamedTuple):
    """A picture's file as it came out of the storage: where it lies there, and where it is read from now."""

    name: str
    sha256: str
    file: IO[bytes]

    @property
    def entry(self) -> str:
        """Its name in a bag, below data/."""
        return entry_of(self.name, self.sha256)


def entry_of(name: str, sha256: str) -> str:
    """The name in a bag of a picture with this hash that lies in the storage under `name`."""
    return f"originals/{sha256}{PurePosixPath(name).suffix}"


def stored_names() -> list[str]:
    """Where the pictures lie to which rows refer, former ones too, in order."""
    former = FormerOriginal.objects.order_by().values_list("original", flat=True)
    return sorted({*Photo.objects.order_by().values_list("original", flat=True), *former})


def opened(names: list[str]) -> Iterator[Original | str]:
    """Each picture of the storage, open while it is asked for; or only its name where the storage has none."""
    for name in names:
        # A storage elsewhere is read once; the hash is the entry's name, so it has to be known first.
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as file:
            digest = hashlib.sha256()
            try:
                with default_storage.open(name) as stored:
                    for piece in pieces_of(stored):
                        digest.update(piece)
                        file.write(piece)
            except FileNotFoundError:
                yield name
                continue
            file.seek(0)
            yield Original(name, digest.hexdigest(), file)


def put_back(name: str, content: Any) -> None:
    """Write a picture into the storage under the name that rows call it by. Raises DamagedBag for a name not of ours.

    What lies there already is what a restore that was killed has left.
    """
    if not NAME.fullmatch(name):
        raise DamagedBag(f"“{name}” is no place for a picture.")
    default_storage.delete(name)
    stored = default_storage.save(name, File(content))
    if stored != name:
        default_storage.delete(stored)
        raise DamagedBag(f"The storage does not take a picture at “{name}”.")

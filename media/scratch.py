"""A folder of this machine for what is being made, and for locks: nobody else on the machine may look into it."""

import os
from pathlib import Path
from typing import IO

from django.conf import settings


def opened(name: str, mode: str) -> IO:
    """The file of this name in the scratch folder, opened in a mode that writes; made where it is missing."""
    return os.fdopen(os.open(path(name), os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), mode)


def path(name: str) -> Path:
    """Where the file of this name lies; its folder is there from now on."""
    folder = settings.NEWSROOM_DATA / "scratch"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / name

"""Deletes collected static files that the manifest does not name: former versions, which would still be served."""

import json
import sys
from pathlib import Path

COMPRESSED = (".gz", ".br")


def prune(folder: Path) -> int:
    """How many files were deleted below `folder`, which `collectstatic` has filled."""
    paths = json.loads((folder / "staticfiles.json").read_text())["paths"]
    named = {"staticfiles.json", *paths, *paths.values()}
    old = [file for file in folder.rglob("*") if file.is_file() and _bare(file.relative_to(folder)) not in named]
    for file in old:
        file.unlink()
    return len(old)


def _bare(path: Path) -> str:
    return (path.with_suffix("") if path.suffix in COMPRESSED else path).as_posix()


if __name__ == "__main__":
    prune(Path(sys.argv[1]))

"""Static files under hashed names, so that browsers may keep them for ever."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from newsroom.script_bundle import bundle

FILES, IMPORTS = CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns
# The modules that are served with all that they import.
BUNDLED = (
    "editors/stock/screen.js",
    "editors/story/sheet.js",
    "editors/site/page-sheet.js",
    "readers/js/reader.js",
)


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, with the imports between JavaScript modules rewritten to hashed names too."""

    support_js_module_import_aggregation = True
    # Django 5.2's patterns want a semicolon at the end of an import, and our modules have none there. Those of newer
    # Django want none, and have a third part.
    _js_module_import_aggregation_patterns = (
        FILES,
        tuple((pattern.replace(r"\s*;)", r"[ \t]*;?)"), *others) for pattern, *others in IMPORTS),
    )

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Iterator[Any]:
        """Hash and compress the collected files at `paths`, {name: (storage, path)}, after joining what is BUNDLED."""

        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return str(file.read().decode())

        made = {name: (Made(bundle(name, read)), name) for name in BUNDLED if name in paths}
        yield from super().post_process(paths | made, *args, **options)


class Made:
    """Stands for the storage of a file that was made here."""

    def __init__(self, text: str) -> None:
        """Hold its text."""
        self.text = text

    def open(self, _path: str) -> ContentFile:
        """The file."""
        return ContentFile(self.text.encode())

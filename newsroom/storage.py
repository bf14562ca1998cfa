"""Static files under hashed names, so that browsers may keep them for ever."""

import re
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
# Our own styles, which are served without what they say to developers.
OWN_STYLES = re.compile(r"(?:readers|editors)/.+\.css")
TEXT_OR_COMMENT = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/\s*""", re.DOTALL)


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
        """Hash and compress the collected files at `paths`, {name: (storage, path)}.

        Before that what is BUNDLED is joined, and OWN_STYLES lose their comments.
        """

        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return str(file.read().decode())

        texts = {name: bundle(name, read) for name in BUNDLED if name in paths}
        texts |= {name: without_comments(read(name)) for name in paths if OWN_STYLES.fullmatch(name)}
        made = {name: (Made(text), name) for name, text in texts.items()}
        yield from super().post_process(paths | made, *args, **options)


def without_comments(styles: str) -> str:
    """A style sheet with a space for each comment and the blank after it; texts in quotes stay as they are."""
    return TEXT_OR_COMMENT.sub(lambda found: found[1] or " ", styles)


class Made:
    """Stands for the storage of a file that was made here."""

    def __init__(self, text: str) -> None:
        """Hold its text."""
        self.text = text

    def open(self, _path: str) -> ContentFile:
        """The file."""
        return ContentFile(self.text.encode())

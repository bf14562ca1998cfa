"""A library of its own for each test, and photos to put in it."""

import pytest

from media import ingest
from tests.media import files


@pytest.fixture
def library(settings, tmp_path, db):
    """Return the folder of an empty library: originals in `uploads`, renditions in `renditions`."""
    kind = "django.core.files.storage.FileSystemStorage"
    settings.NEWSROOM_DATA = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": kind, "OPTIONS": {"location": tmp_path / "uploads"}},
        "renditions": {"BACKEND": kind, "OPTIONS": {"location": tmp_path / "renditions"}},
    }
    return tmp_path


@pytest.fixture
def landscape(library):
    return ingest.ingest(files.jpeg(1000, 600), by=None, caption="A field", credit="Photo by A", alt="A green field")


@pytest.fixture
def portrait(library):
    return ingest.ingest(files.jpeg(600, 1000), by=None, caption="A tower", credit="Photo by A", alt="A tower")


def files_in(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())

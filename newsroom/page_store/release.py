"""Which release of the newsroom made a page: a hash of the code, its templates and words, and what is set."""

import platform
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

import django
from django.conf import settings

MADE_WITH = ("articles", "media", "newsroom", "templates", "locale")
KINDS = {".py", ".html", ".txt", ".xml", ".mo", ".svg"}
# Settings that readers' pages show, or that addresses in them are signed with.
SHOWN = (
    "SITE_URL",
    "SITE_NAME",
    "SECRET_KEY",
    "TIME_ZONE",
    "LANGUAGE_CODE",
    "WEBSUB_HUB",
    "PURGE_URL",
    "PUBLIC_HISTORY",
    "SECURE_CSP",
    "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SECURE_REFERRER_POLICY",
    "STATIC_URL",
    "DEBUG",
)


@cache
def release() -> str:
    """The release, as 16 hex digits; pages of another one are not ours to serve."""
    mark = blake2b(digest_size=8)
    mark.update(f"{django.VERSION} {platform.python_version()}".encode())
    for name in SHOWN:
        mark.update(f"{name}={getattr(settings, name, None)!r}\n".encode())
    for path in _files(Path(settings.BASE_DIR)):
        mark.update(str(path).encode())
        mark.update(path.read_bytes())
    return mark.hexdigest()


def _files(base: Path) -> Iterator[Path]:
    """All that pages are made with, in one order."""
    for folder in MADE_WITH:
        yield from sorted(path for path in (base / folder).rglob("*") if path.suffix in KINDS)
    for path in (Path(settings.STATIC_ROOT) / "staticfiles.json", base / "requirements.lock"):
        if path.is_file():
            yield path

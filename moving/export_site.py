"""A copy of all that readers see at a moment, as files that any web server serves; again, it writes what changed."""

import json
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from html import escape
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static

from articles.database.read_snapshot import read_in_pieces, read_snapshot
from articles.models.edition import Edition
from moving import site_addresses
from moving.bag_writer import pieces_of
from moving.reader import Answer, ask, at_moment
from moving.refusals import CannotMove
from moving.site_addresses import Asked
from moving.site_links import HTML, JSON, NOT_FOUND, Copy, is_as_good, pictures_in

STATE = ".newsroom-site.json"  # which files are ours: others in the folder are left alone
STATIC = ("readers",)  # the editors' are not for readers
MOVED = (
    '<!doctype html>\n<html><head><meta charset="utf-8"><title>{path}</title><link rel="canonical" href="{whole}">'
    '<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={link}"></head>'
    '<body><p><a href="{link}">{path}</a></p></body></html>\n'
)

Progress = Callable[[str, int], None]


class SiteExported(NamedTuple):
    """How many files the copy has, how many of them were written now, and how many were removed."""

    files: int
    written: int
    removed: int


def export_site(
    folder: Path, *, at: datetime, address: str, progress: Progress = lambda what, number: None
) -> SiteExported:
    """Make the copy as of `at` in a folder, which is empty or has one already; all of one state of the database.

    Links are relative, or for an `address` such as "https://archive.example.org/paper". Raises CannotMove, OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    state = folder / STATE
    if not state.exists() and any(folder.iterdir()):
        raise CannotMove(f"{folder} has something in it that no copy of a site is. Name a new folder.")
    former = set(json.loads(state.read_bytes())["files"]) if state.exists() else set()
    files = _Files(folder)
    _write(state, json.dumps({"files": sorted(former)}).encode())  # a copy that is killed is known for one
    read_in_pieces()
    with read_snapshot(), at_moment(at):
        _write_everything(files, at, address, progress)
    gone = former - files.known
    for name in sorted(gone):
        (folder / name).unlink(missing_ok=True)
        _remove_empty(folder, (folder / name).parent)
    _write(state, json.dumps({"at": at.isoformat(), "files": sorted(files.known)}, indent=0).encode())
    return SiteExported(len(files.known), files.written, len(gone))


class _Files:
    """The files of the copy: each is written where it is other than what lies there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.written = folder, 0
        self.known: set[str] = set()

    def put(self, path: str, content: bytes, may_stay: Callable[[bytes], bool] = lambda old: False) -> None:
        """Put the content at a path of the site; what lies there stays where it is the same, or `may_stay`."""
        name = f"{path}index.html".lstrip("/") if path.endswith("/") else path.lstrip("/")
        self.known.add(name)
        target = self.folder / name
        try:
            old = target.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            target.parent.mkdir(parents=True, exist_ok=True)
        else:
            if old == content or may_stay(old):
                return
        _write(target, content)
        self.written += 1

    def has(self, path: str) -> bool:
        """Whether the file of a path that never changes what it holds is there; it stays."""
        name = path.lstrip("/")
        self.known.add(name)
        return (self.folder / name).exists()


def _write_everything(files: _Files, at: datetime, address: str, progress: Progress) -> None:
    turned = site_addresses.turned(at)
    copy = Copy(address, {(each.address, each.query): each for each in turned})
    named = Edition.objects.live(at).order_by().values_list("path", "headline")
    headlines = {path.strip("/"): headline for path, headline in named.iterator()}
    photos: set[str] = set()
    pages = (page for each in turned for page in each.pages())
    for number, asked in enumerate(_all(site_addresses.stories(at), site_addresses.lists(at), pages), 1):
        answer = ask(asked.address)
        if answer.status == 200:
            photos |= pictures_in(answer.content)
            _put(files, copy, asked, answer, headlines)
        if number % 1000 == 0:
            progress("pages", number)
    _write_former(files, copy, at)
    for number, photo in enumerate(sorted(photos), 1):
        if not files.has(photo) and (found := ask(photo)).status == 200:
            files.put(photo, found.content)
        progress("pictures", number)
    _write_static(files)
    files.put(NOT_FOUND, copy.content(NOT_FOUND, HTML, ask(NOT_FOUND).content))


def _all(*sources: Iterator[Asked]) -> Iterator[Asked]:
    for source in sources:
        yield from source


def _put(files: _Files, copy: Copy, asked: Asked, answer: Answer, headlines: dict[str, str]) -> None:
    content = copy.content(asked.path, answer.kind, answer.content)
    is_story = asked.path.strip("/").removesuffix("/article.html").removesuffix("/next.json") in headlines
    if is_story and answer.kind in (HTML, JSON):
        files.put(asked.path, content, lambda old: is_as_good(asked.path, old, content, answer.kind, headlines))
    else:
        files.put(asked.path, content)


def _write_former(files: _Files, copy: Copy, at: datetime) -> None:
    """Old addresses: pages that lead on, and those that say what is gone; and the lists of both for a server."""
    moved, gone = [], []
    for path in _all_former(at):
        answer = ask(path)
        if answer.status == 301:
            moved.append(f"{copy.prefix}{path} {copy.prefix}{answer.location} 301\n")
            files.put(path, _moved_page(copy, path, answer.location))
        elif answer.status == 410:
            gone.append(f"{copy.prefix}{path}\n")
            files.put(path, copy.content(path, HTML, answer.content))
    files.put("/_redirects", "".join(moved).encode())
    files.put("/_gone", "".join(gone).encode())


def _all_former(at: datetime) -> Iterator[str]:
    yield from site_addresses.former(at)
    yield from site_addresses.merged()


def _moved_page(copy: Copy, path: str, target: str) -> bytes:
    """A page that leads on, where a server knows nothing of redirects."""
    link, whole = copy.leading_from(path)(target), (copy.address or settings.SITE_URL) + target
    return MOVED.format(path=escape(target), link=escape(link), whole=escape(whole)).encode()


def _write_static(files: _Files) -> None:
    """Styles, scripts, fonts and icons of readers' pages, under the names by which pages call them."""
    for finder in finders.get_finders():
        for name, storage in finder.list([]):
            if name.startswith(STATIC):
                path = static(name)
                held = settings.STATIC_ROOT / path.removeprefix(settings.STATIC_URL)
                with held.open("rb") if held.exists() else storage.open(name) as file:
                    files.put(path, b"".join(pieces_of(file)))


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    os.replace(part, path)  # noqa: PTH105  says what it does


def _remove_empty(top: Path, folder: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent

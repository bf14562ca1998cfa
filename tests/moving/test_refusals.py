"""Files that are not restored: each is refused with a sentence that says why, and nothing of it stays."""

import hashlib
import io
import json
import stat
import zipfile
from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from moving.bag_reader import BagReader
from moving.export import FORMAT, export
from moving.refusals import DamagedBag, NewerFormat, NotEmpty
from moving.restore import restore
from tests import builders
from tests.moving.everything import counted, empty

pytestmark = pytest.mark.django_db
SCHEMA, ROWS = "data/schema.json", "data/rows/articles.article.jsonl"
MANIFESTS = ("manifest-sha256.txt", "tagmanifest-sha256.txt")


made = []  # the export of a small newsroom, once for all tests


@pytest.fixture
def bag(settings, tmp_path):
    """The files of an export of a small newsroom, by name, which lies in whole.zip; the newsroom is empty."""
    settings.NEWSROOM_DATA = tmp_path
    if not made:
        builders.live_article(lead_photo=builders.a_photo())
        export(tmp_path / "whole.zip", day=date(2026, 5, 21), with_accounts=False)
        empty()
        made.append((tmp_path / "whole.zip").read_bytes())
    (tmp_path / "whole.zip").write_bytes(made[0])
    with zipfile.ZipFile(tmp_path / "whole.zip") as file:
        return {name: file.read(name) for name in file.namelist()}


def sealed(files):
    """The same with manifests that are right for what the files hold by now."""

    def manifest(names):
        lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(names))
        return "".join(lines).encode()

    files = {name: content for name, content in files.items() if "Payload" not in name}
    files["bag-info.txt"] = b"Bagging-Date: 2026-05-21\n"
    files[MANIFESTS[0]] = manifest(name for name in files if name.startswith("data/"))
    files[MANIFESTS[1]] = manifest(n for n in files if not n.startswith("data/") and n != MANIFESTS[1])
    return files


def packed(tmp_path, files, *, more=()):
    """A zip file of these files and of more entries, (ZipInfo or name, content) each."""
    path = tmp_path / "bag.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in [*files.items(), *more]:
            file.writestr(name, content)
    return path


def refused(path):
    """The sentence with which a file is refused; the newsroom is as empty as before."""
    before = counted()
    with pytest.raises(DamagedBag) as refusal:
        restore(path, now=timezone.now())
    assert counted() == before
    return str(refusal.value)


def flipped(content):
    return bytes([content[0] ^ 1]) + content[1:] if content else b"!"


def test_flipped_byte_is_found_in_every_file_and_named(bag, tmp_path):
    for name in bag:
        said = refused(packed(tmp_path, bag | {name: flipped(bag[name])}))
        assert name in said or name in MANIFESTS, said


def test_flipped_bytes_of_the_archive_itself_are_refused(bag, tmp_path):
    whole = (tmp_path / "whole.zip").read_bytes()
    for place in range(0, len(whole), len(whole) // 60):
        (tmp_path / "bag.zip").write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            reader = BagReader(tmp_path / "bag.zip")
            reader.verify()
        except DamagedBag:
            continue
        # What says the time or the rights of an entry is no part of what it holds.
        assert {name: reader._read(name) for name in bag} == bag


def test_cut_off_and_foreign_files_are_refused(bag, tmp_path):
    whole = (tmp_path / "whole.zip").read_bytes()
    for content in (b"", b"PK", whole[: len(whole) // 2], whole[:-30], b"%PDF-1.7", whole[30:]):
        (tmp_path / "bag.zip").write_bytes(content)
        assert any(word in refused(tmp_path / "bag.zip") for word in ("cut off", "cannot be unpacked"))
    assert "no bagit.txt" in refused(packed(tmp_path, {"word/document.xml": b"<w/>"}))


@pytest.mark.parametrize("missing", ["bagit.txt", "bag-info.txt", *MANIFESTS, SCHEMA, ROWS, "data/originals.jsonl"])
def test_incomplete_bag_is_refused(bag, tmp_path, missing):
    del bag[missing]
    refused(packed(tmp_path, bag))
    if missing.startswith("data/"):  # and where the manifests know nothing of it either
        assert missing in refused(packed(tmp_path, sealed(bag)))


def test_file_that_is_in_no_manifest_is_refused(bag, tmp_path):
    for name in ("data/more.txt", "more.txt", "data/rows/articles.user.jsonl2"):
        assert name in refused(packed(tmp_path, bag | {name: b"more"}))
    assert "fetch.txt" in refused(packed(tmp_path, sealed(bag | {"fetch.txt": b"http://example.org/ 1 data/x\n"})))


@pytest.mark.parametrize(
    "path",
    [
        "../escaped",
        "data/../../escaped",
        "/escaped",
        "C:/escaped",
        "data\\..\\escaped",
        "~/escaped",
        "data/./x",
        "data//x",
    ],
)
def test_path_that_escapes_is_refused_in_the_archive_and_in_manifests(bag, tmp_path, path):
    assert "leads out" in refused(packed(tmp_path, bag, more=[(path, b"out")]))
    line = f"{'0' * 64}  {path}\n".encode()
    for name in MANIFESTS:
        assert refused(packed(tmp_path, bag | {name: bag[name] + line}))
    assert not (tmp_path.parent / "escaped").exists()


def test_duplicates_links_and_locked_entries_are_refused(bag, tmp_path):
    with pytest.warns(UserWarning):
        twice = packed(tmp_path, bag, more=[(ROWS, b"{}\n")])
    assert f"{ROWS} is in the archive twice" in refused(twice)
    link = zipfile.ZipInfo("data/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "is a link" in refused(packed(tmp_path, bag, more=[(link, b"/etc/passwd")]))
    content = bytearray((tmp_path / "whole.zip").read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "bag.zip").write_bytes(content)
    assert "locked with a password" in refused(tmp_path / "bag.zip")


def test_bomb_is_refused_before_it_is_unpacked(bag, tmp_path):
    assert "would unpack to" in refused(packed(tmp_path, bag | {"data/bomb": bytes(20 * 1024 * 1024)}))


def test_newer_format_and_newer_tables_are_refused(bag, tmp_path):
    schema = json.loads(bag[SCHEMA])
    for newer in ({"format": FORMAT + 1}, {"migrations": [*schema["migrations"], "articles.9999_more"]}):
        path = packed(tmp_path, sealed(bag | {SCHEMA: json.dumps(schema | newer).encode()}))
        with pytest.raises(NewerFormat, match="Update Newsroom first"):
            restore(path, now=timezone.now())
    for other in (
        b"",
        b"[]",
        b"{}",
        b'{"format":1}',
        b"[" * 100_000,
        json.dumps(schema | {"photos_key": "x"}).encode(),
    ):
        assert "schema.json" in refused(packed(tmp_path, sealed(bag | {SCHEMA: other})))


@pytest.mark.parametrize(
    "row",
    [b"{", b"[]", b"null", b"{}", b'{"id":null}', b'{"id":1,"nobody":2}', b'{"id":1,"created_at":"never"}',
     b'{"desk":999,"id":77}', b'{"id":1e400}', b'{"id":"one"}'],
)  # fmt: skip
def test_line_that_is_no_row_is_refused_and_nothing_is_half_restored(bag, tmp_path, row):
    said = refused(packed(tmp_path, sealed(bag | {ROWS: bag[ROWS] + row + b"\n"})))
    assert "articles.article" in said.lower() or "refers to one" in said


@pytest.mark.parametrize("place", ["../../escaped", "originals/../x.jpg", "originals/a.jpg", ""])
def test_picture_with_a_place_of_its_own_is_refused(bag, tmp_path, place):
    where = json.loads(bag["data/originals.jsonl"]) | {"name": place}
    assert refused(packed(tmp_path, sealed(bag | {"data/originals.jsonl": json.dumps(where).encode()})))


def test_bag_in_a_folder_of_its_own_is_taken(bag, tmp_path):
    path = packed(tmp_path, {f"newsroom/{name}": content for name, content in bag.items()})
    assert restore(path, now=timezone.now()).pictures == 1


def test_newsroom_that_is_not_empty_is_left_alone(bag, tmp_path):
    assert restore(tmp_path / "whole.zip", now=timezone.now()).rows
    before = counted()
    with pytest.raises(NotEmpty, match="not empty: it has 1 story"):
        restore(tmp_path / "whole.zip", now=timezone.now())
    assert counted() == before


def test_accounts_made_before_are_in_the_way(bag, tmp_path):
    builders.reporter()
    with pytest.raises(NotEmpty, match="1 user"):
        restore(tmp_path / "whole.zip", now=timezone.now())


def test_commands_refuse_places_that_are_not_there(tmp_path):
    out = io.StringIO()
    for name, path in (
        ("export_newsroom", tmp_path / "none" / "a.zip"),
        ("export_newsroom", tmp_path),
        ("restore_newsroom", tmp_path / "none.zip"),
    ):
        with pytest.raises(CommandError):
            call_command(name, str(path), stdout=out)
    assert not list(tmp_path.iterdir())

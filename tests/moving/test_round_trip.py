"""Out and back again: the same file, and the same bytes for readers."""

import io
import json
import zipfile
from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone

from articles.models import archive_count
from articles.models.article import Article
from articles.models.user import User
from articles.search import rebuild_index
from moving.export import export
from moving.restore import restore
from moving.what_moves import models_that_move
from tests.moving.everything import MAIL, SECRET, counted, empty, make_everything, public

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 21)


@pytest.fixture
def world(settings, tmp_path):
    """One of everything, in a data folder of its own."""
    settings.NEWSROOM_DATA = tmp_path
    return make_everything()


def exported(path, *, with_accounts):
    """The bytes of an export."""
    export(path, day=DAY, with_accounts=with_accounts)
    return path.read_bytes()


def test_export_restore_export_is_the_same_file_and_readers_get_the_same_bytes(world, tmp_path, settings):
    assert not {label for label, number in counted().items() if not number}, "tests/moving/everything.py lacks a row"
    there = public(world)
    first = exported(tmp_path / "a.zip", with_accounts=True)
    empty()
    settings.SECRET_KEY = "of another machine " * 3
    done = restore(tmp_path / "a.zip", now=timezone.now())
    assert done.has_accounts and done.has_own_key
    assert exported(tmp_path / "b.zip", with_accounts=True) == first
    assert public(world) == there
    assert sum(1 for address in there if address.startswith("/photos/")) > 5
    assert not rebuild_index.is_stale(timezone.now()) and archive_count.is_right(timezone.now())
    assert (tmp_path / "photos_key").stat().st_mode & 0o777 == 0o600
    # What is made from now on has a number that nobody had.
    assert Article.objects.create(headline="New").pk > max(story.pk for story in world.stories.values())


def test_without_accounts_people_are_names_and_nobody_gets_in(world, tmp_path):
    first = exported(tmp_path / "a.zip", with_accounts=False)
    with zipfile.ZipFile(io.BytesIO(first)) as bag:
        words = "".join(bag.read(name).decode("latin-1") for name in bag.namelist())
    assert MAIL not in words and "md5$" not in words and '"password"' not in words
    assert SECRET in words, "what is sealed moves too: the docs say so"
    empty()
    restore(tmp_path / "a.zip", now=timezone.now())
    assert exported(tmp_path / "b.zip", with_accounts=False) == first
    able = User.objects.filter(is_active=True)
    assert [user.username for user in able] == ["system"] and not able[0].has_usable_password()
    assert able[0].groups.get() == Group.objects.get(name="chief")


def test_bag_is_whole_and_its_rows_are_canonical(world, tmp_path):
    first = exported(tmp_path / "a.zip", with_accounts=True)
    assert (tmp_path / "a.zip").stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(io.BytesIO(first)) as bag:
        assert bag.read("bagit.txt") == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
        assert "Bagging-Date: 2026-05-21\n" in bag.read("bag-info.txt").decode()
        listed = {line.split("  ")[1] for line in bag.read("manifest-sha256.txt").decode().splitlines()}
        assert listed == {name for name in bag.namelist() if name.startswith("data/")}
        rows = bag.read("data/rows/articles.article.jsonl").decode().splitlines()
    for text in rows:
        row = json.loads(text)
        assert text == json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert row["created_at"].endswith("Z") and "." in row["created_at"]
    assert [json.loads(text)["id"] for text in rows] == sorted(Article.objects.values_list("pk", flat=True))
    assert {model._meta.label.lower() for model in models_that_move(with_accounts=True)} == {
        name.removeprefix("data/rows/").removesuffix(".jsonl") for name in listed if name.startswith("data/rows/")
    }


def test_missing_picture_is_said_and_the_rest_goes_out(world, tmp_path, capsys):
    photo = world.things["photo"]
    photo.original.storage.delete(photo.original.name)
    with pytest.raises(SystemExit) as end:
        call_command("export_newsroom", str(tmp_path / "a.zip"))
    assert end.value.code == 2
    assert f"The storage lacks the picture {photo.original.name}" in capsys.readouterr().err
    empty()
    restore(tmp_path / "a.zip", now=timezone.now())
    assert Article.objects.filter(headline=SECRET).exists()

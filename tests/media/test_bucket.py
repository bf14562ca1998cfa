"""Photos in a bucket: all that the library does with files, on S3 as moto plays it."""

import boto3
import pytest
from django.core.files.storage import storages
from django.urls import reverse
from moto import mock_aws

from media import ingest, renditions
from newsroom import environment
from tests.media import files


@pytest.fixture
def bucket(settings, tmp_path, monkeypatch, db):
    """The names in an empty bucket that holds the library, as a function."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    elsewhere = environment.storage("s3://photos/newsroom?region=eu-north-1")
    settings.NEWSROOM_DATA = tmp_path
    with mock_aws():
        client = boto3.client("s3", region_name="eu-north-1")
        client.create_bucket(Bucket="photos", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
        folders = {"default": elsewhere("uploads"), "renditions": elsewhere("renditions")}
        settings.STORAGES = {**settings.STORAGES, **folders}
        yield lambda: sorted(one["Key"] for one in client.list_objects_v2(Bucket="photos").get("Contents", []))


def test_photo_goes_into_the_bucket_and_readers_get_renditions(client, bucket):
    photo = ingest.ingest(files.jpeg(900, 600), by=None, credit="Photo by A")
    assert [name.rpartition("/")[0] for name in bucket()] == ["newsroom/uploads/originals"]
    address = renditions.url(photo, "16x9", 800, "webp")
    first, second = client.get(address), client.get(address)
    assert files.opened(first.content).size == (800, 450) and first.content == second.content
    assert len(bucket()) == 2, "made once"
    assert storages["renditions"].listdir(str(photo.pk))[0] == [renditions.version(photo)]


def test_replacing_and_removing_leave_nothing_over(client, bucket, django_capture_on_commit_callbacks):
    photo = ingest.ingest(files.jpeg(900, 600), by=None)
    client.get(renditions.url(photo, "original", 480, "jpeg"))
    with django_capture_on_commit_callbacks(execute=True):
        photo = ingest.replace(photo, files.jpeg(600, 900), by=None)
    assert len(bucket()) == 2, "the former file is kept"
    client.get(renditions.url(photo, "original", 480, "jpeg"))
    assert ingest.sweep() == 0
    with django_capture_on_commit_callbacks(execute=True):
        ingest.remove(photo)
    assert bucket() == []


def test_original_that_is_gone_is_not_found_and_no_failure(client, bucket):
    photo = ingest.ingest(files.jpeg(900, 600), by=None)
    storages["default"].delete(photo.original.name)
    assert client.get(renditions.url(photo, "original", 480, "avif")).status_code == 404


def test_photo_page_links_nothing_in_the_bucket(admin_client, bucket):
    photo = ingest.ingest(files.jpeg(900, 600), by=None)
    page = admin_client.get(reverse("admin:media_photo_change", args=[photo.pk]))
    assert page.status_code == 200 and "amazonaws" not in page.text and photo.original.name not in page.text


def test_address_of_a_bucket_says_where_and_holds_no_keys():
    options = environment.storage("s3://photos/a/b/?endpoint=https://s3.example&region=x")("uploads")["OPTIONS"]
    assert options == {
        "bucket_name": "photos",
        "location": "a/b/uploads",
        "endpoint_url": "https://s3.example",
        "region_name": "x",
        "file_overwrite": False,
    }
    assert environment.storage("s3://photos")("renditions")["OPTIONS"]["location"] == "renditions"
    assert environment.storage("") is None
    for wrong in ("https://photos", "s3://", "s3://key:secret@photos"):
        with pytest.raises(ValueError, match="bucket"):
            environment.storage(wrong)
    with pytest.raises(KeyError):
        environment.storage("s3://photos?colour=blue")

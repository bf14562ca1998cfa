"""Photos beside an export and from the net: the right one or none, and never from inside the network."""

import zipfile

import pytest

from articles.exchange.fetching import Fetcher, NotFetched
from articles.exchange.incoming import Picture, UnreadableExport
from articles.exchange.pictures import pictures_beside
from tests.articles.exchange.guarded import fetcher_to, serving

UPLOADS = "https://old.example/wp-content/uploads"


@pytest.fixture
def folder(tmp_path):
    for name in ("uploads/2019/05/a b.jpg", "uploads/2018/05/a b.jpg", "flat.JPG", "note.txt"):
        path = tmp_path / "media" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    (tmp_path / "outside.jpg").write_bytes(b"outside")
    (tmp_path / "media" / "link.jpg").symlink_to(tmp_path / "outside.jpg")
    return tmp_path / "media"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (f"{UPLOADS}/2019/05/a%20b.jpg", b"uploads/2019/05/a b.jpg"),
        (f"{UPLOADS}/2018/05/a b.jpg?x=1", b"uploads/2018/05/a b.jpg"),
        (f"{UPLOADS}/2017/05/a b.jpg", None),
        ("https://cdn.example/x/flat.jpg", b"flat.JPG"),
        ("https://cdn.example/link.jpg", None),
        ("note.txt", None),
        ("https://[x", None),
        ("", None),
    ],
)
def test_photo_is_found_where_name_and_folders_agree(folder, address, found):
    assert pictures_beside(folder).find(Picture(address)) == found


def test_zip_is_read_and_never_unpacked(tmp_path):
    path = tmp_path / "m.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../escape.jpg", b"inside")
        archive.writestr("bomb.jpg", b"\0" * 70_000_000)
    beside = pictures_beside(path)
    assert beside.find(Picture("escape.jpg")) == b"inside"
    assert beside.find(Picture("bomb.jpg")) is None
    assert not (tmp_path.parent / "escape.jpg").exists()


def test_what_is_neither_folder_nor_zip_is_refused(tmp_path):
    with pytest.raises(UnreadableExport):
        pictures_beside(tmp_path / "none.zip")


def test_host_that_is_not_known_is_a_sentence():
    def unknown(host, port):
        raise OSError("no such host")

    with pytest.raises(NotFetched, match="not known"):
        Fetcher(["old.example"], resolve=unknown).fetch("https://old.example/a.jpg")


def test_what_is_not_to_be_had_is_none_and_asked_once():
    with serving(lambda _: [b"HTTP/1.1 404 Not Found\r\n\r\n"]) as server:
        guarded = fetcher_to(server)
        for _ in range(2):
            assert guarded.find(Picture("https://old.example/a.jpg")) is None
        assert len(server.asked) == 1 and "answers 404" in guarded.failed["https://old.example/a.jpg"]


@pytest.mark.parametrize("kind", ["Content-Type: image/png\r\n", "Content-Type: application/octet-stream\r\n", ""])
def test_photo_is_fetched_from_the_first_place_that_has_it(kind):
    def says(path):
        if path == "/full.jpg":
            return [b"HTTP/1.1 410 Gone\r\n\r\n"]
        return [f"HTTP/1.1 200 OK\r\n{kind}\r\nphoto".encode()]

    with serving(says) as server:
        picture = Picture("http://cdn.example/small 2.jpg", others=("https://old.example/full.jpg",))
        assert fetcher_to(server).find(picture) == b"photo"
        assert "GET /small%202.jpg HTTP/1.1" in server.asked[1]

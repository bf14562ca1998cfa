"""Photos beside an export and from the net: the right one or none, and never from inside the network."""

import http.client
import io
import zipfile

import pytest

from articles.exchange.fetching import Fetcher, NotFetched, is_public
from articles.exchange.incoming import Picture, UnreadableExport
from articles.exchange.pictures import pictures_beside

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


INSIDE = [
    "127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
    "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "rubbish",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_network_address_inside_is_never_asked(address):
    assert not is_public(address)
    fetcher = Fetcher(["old.example"], resolve=lambda host, port: ["93.184.216.34", address])
    assert fetcher.find(Picture("https://old.example/a.jpg")) is None
    assert "private network" in fetcher.failed["https://old.example/a.jpg"]


@pytest.mark.parametrize(
    "address",
    ["https://other.example/a.jpg", "ftp://old.example/a.jpg", "https://old.example:8443/a.jpg", "file:///etc/passwd",
     "https://old.example@other.example/", "https://[x", "a.jpg"],
)  # fmt: skip
def test_host_that_was_not_named_is_never_asked(address):
    def never(host, port):
        raise AssertionError(host)

    with pytest.raises(NotFetched):
        Fetcher(["old.example"], resolve=never).fetch(address)


def test_host_that_is_not_known_is_a_sentence():
    def unknown(host, port):
        raise OSError("no such host")

    with pytest.raises(NotFetched, match="not known"):
        Fetcher(["old.example"], resolve=unknown).fetch("https://old.example/a.jpg")


class Socket:
    """A connection that answers what it is told to."""

    def __init__(self, answer):
        self.answer = answer

    def makefile(self, *_args, **_options):
        return io.BytesIO(self.answer)

    def sendall(self, data):
        pass

    def close(self):
        pass


@pytest.fixture
def net(monkeypatch):
    """What each address answers, by path; and which network addresses were connected to."""
    answers, asked = {}, []

    def connect(self):
        asked.append(self.address)

    def request(self, method, path, headers=None):
        self.connect()
        self.sock = Socket(answers[path])

    def getresponse(self):
        response = http.client.HTTPResponse(self.sock)
        response.begin()
        return response

    for name, fake in (("connect", connect), ("request", request), ("getresponse", getresponse)):
        monkeypatch.setattr(f"articles.exchange.fetching._Connection.{name}", fake)
    return answers, asked


def fetcher():
    return Fetcher(["old.example", "cdn.example"], resolve=lambda host, port: ["93.184.216.34"])


def test_photo_is_fetched_through_redirects_among_the_hosts(net):
    answers, asked = net
    answers["/a.jpg"] = b"HTTP/1.1 302 Found\r\nLocation: https://cdn.example/b.jpg\r\n\r\n"
    answers["/b.jpg"] = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nphot"
    assert fetcher().fetch("https://old.example/a.jpg") == b"phot"
    assert asked == ["93.184.216.34"] * 2


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: /a.jpg\r\n\r\n",
        b"HTTP/1.1 404 Not Found\r\n\r\n",
        b"rubbish",
        b"",
        b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 61_000_000,
    ],
    ids=["elsewhere", "circle", "missing", "rubbish", "nothing", "too large"],
)
def test_what_is_not_to_be_had_is_none_and_asked_once(net, answer):
    answers, asked = net
    answers["/a.jpg"] = answer
    guarded = fetcher()
    for _ in range(2):
        assert guarded.find(Picture("https://old.example/a.jpg")) is None
    assert len(asked) <= 4
    assert guarded.failed

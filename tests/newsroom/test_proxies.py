"""The proxies' configurations of docs/deploy, tried with the real programs in front of a real server.

A trial: the programs are Debian's packages nginx, haproxy and caddy, and openssl makes the certificate.
"""

import http.client
import os
import re
import socket
import ssl
import subprocess
import time
from contextlib import ExitStack, contextmanager
from urllib.parse import urlencode

import pytest

from tests.articles.management.test_serve import free_port, serving, until
from tests.conventions.source import ROOT
from tests.newsroom.test_full_disk import WRITE
from tests.newsroom.test_private_files import run

pytestmark = [pytest.mark.once, pytest.mark.trial]
HOST = "news.example.org"
COMMANDS = {
    "nginx.conf": ("nginx", "-p", "{folder}", "-e", "stderr", "-g", "daemon off; pid {folder}/pid;", "-c", "{file}"),
    "nginx-for-crowds.conf": (
        "nginx",
        "-p",
        "{folder}",
        "-e",
        "stderr",
        "-g",
        "daemon off; pid {folder}/pid;",
        "-c",
        "{file}",
    ),
    "haproxy.cfg": ("haproxy", "-f", "{file}"),
    "Caddyfile": ("caddy", "run", "--adapter", "caddyfile", "--config", "{file}"),
}
SOCKETS, ELSEWHERE = 100, "127.0.0.2"
SLOW = {
    "head": b"GET / HTTP/1.1\r\nHost: %b\r\nX-Slow: " % HOST.encode(),
    "body": b"POST /read HTTP/1.1\r\nHost: %b\r\nContent-Length: 18\r\n\r\n1" % HOST.encode(),
    "chunked": b"POST /admin/login/ HTTP/1.1\r\nHost: %b\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
    % HOST.encode(),
    "reading": b"GET /static/django_prose_editor/editor.js.map HTTP/1.1\r\nHost: %b\r\n\r\n" % HOST.encode() * 4,
}
SPOOFS = ("X-Forwarded-For", "X-Real-IP", "Forwarded", "X_Forwarded_For", "x-forwarded-for", "Client-IP")


@contextmanager
def proxy(name, folder, server_port, more=None):
    """The port for https of a proxy with a configuration of ours, in front of a server; `more` is what else changes."""
    key, both = folder / "key.pem", folder / "both.pem"
    subject = ["-subj", f"/CN={HOST}", "-days", "2"]
    openssl = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", both, *subject]
    subprocess.run(openssl, check=True, capture_output=True)
    both.write_text(both.read_text() + key.read_text())
    plain, https = free_port(), free_port()
    text = (ROOT / "docs" / "deploy" / name).read_text()
    changes = {
        "/etc/ssl/news.example.org.key": str(key),
        "/etc/ssl/news.example.org.pem": str(both),
        "worker_processes auto;": "worker_processes auto; user root;",  # the test's folder is open to nobody else
        "/var/cache/nginx/newsroom": f"{folder}/cache",
        "/srv/newsroom/app": str(ROOT),
        "127.0.0.1:8000": f"127.0.0.1:{server_port}",
        "10.0.0.11:8000": f"127.0.0.1:{server_port}",
        "listen 443": f"listen {https}",
        "listen 80": f"listen {plain}",
        "bind :443": f"bind :{https}",
        "bind :80": f"bind :{plain}",
        "\tadmin off": f"\tadmin off\n\tskip_install_trust\n\thttp_port {plain}\n\thttps_port {https}",
    }
    for old, new in (changes | (more or {})).items():
        text = text.replace(old, new)
    (folder / name).write_text(text)
    command = [part.format(folder=folder, file=folder / name) for part in COMMANDS[name]]
    process = subprocess.Popen(command)
    try:
        until(lambda: answers(https))
        yield https
    finally:
        process.terminate()
        process.wait()


def ask(port, method, path, body=None, source="127.0.0.1", **headers):
    """(status, headers, body) of an answer over https."""
    connection = http.client.HTTPSConnection(
        "127.0.0.1", port, timeout=60, context=ssl._create_unverified_context(), source_address=(source, 0)
    )
    named = {name if name in SPOOFS else name.replace("_", "-"): said for name, said in headers.items()}
    connection.sock = over_tls(port, source)
    connection.request(method, path, body, {"Host": HOST} | named)
    response = connection.getresponse()
    found = response.status, response.headers, response.read()
    connection.close()
    return found


def over_tls(port, source="127.0.0.1"):
    """A connection to the site by its name, which its certificate is chosen by."""
    plain = socket.create_connection(("127.0.0.1", port), timeout=60, source_address=(source, 0))
    return ssl._create_unverified_context().wrap_socket(plain, server_hostname=HOST)


def answers(port):
    try:
        return ask(port, "GET", "/readyz")[0] == 200
    except OSError:
        return False


@pytest.mark.parametrize("name", COMMANDS)
def test_the_proxies_of_the_docs(name, tmp_path, monkeypatch):
    for variable, value in {"SITE_URL": f"https://{HOST}", "TRUSTED_PROXIES": "127.0.0.1"}.items():
        monkeypatch.setitem(os.environ, variable, value)
    data = tmp_path / "data"
    with serving(data, page="/healthz") as (_, address):
        number, path, session = run(data, "-c", WRITE).stdout.split()
        with proxy(name, tmp_path, address.split(":")[2].split("/")[0]) as port:
            tried_by_readers(port, path, number)
            tried_by_editors(port, session)
            for kind in SLOW:
                tried_by_slow_ones(port, kind)
            tried_by_guessers(port)
            if "crowds" in name:
                kept_for_a_second(port, path, tmp_path / "cache")


def kept_for_a_second(port, path, folder):
    """Public pages lie in the proxy's cache, and of what is for one person not a byte; files come from the disk."""
    asked = ask(port, "GET", path)
    kept = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    keys = {re.search(rb"^KEY: (.*)$", each, re.M)[1].decode() for each in kept}
    assert f"GET{HOST}{path}" in keys
    assert not [key for key in keys if "/admin/" in key or "/read" in key]
    assert not [each for each in kept if b"csrf" in each or b"Set-Cookie" in each]
    assert ask(port, "GET", path)[2] == asked[2]
    photo = next(part.split()[0] for part in asked[2].decode().split('srcset="')[1:])
    whole = ask(port, "GET", photo)
    status, _, some = ask(port, "GET", photo, Range="bytes=10-29")
    assert (whole[0], status, some) == (200, 206, whole[2][10:30])
    kept = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert f"KEY: GET{HOST}{photo}\n".encode() in kept, "a crowd's photos are asked for once a second"
    for said, given in (("gzip, deflate, br", "br"), ("br;q=0, gzip", "gzip"), ("identity", None)):
        assert ask(port, "GET", path, Accept_Encoding=said)[1]["Content-Encoding"] == given, said
    style = re.search(rb'href="(/static/readers/css/[\w.-]+\.css)"', asked[2])[1].decode()
    status, headers, _ = ask(port, "GET", style, Accept_Encoding="gzip")
    assert (status, headers["Content-Encoding"], headers["Server"]) == (200, "gzip", "nginx")
    assert "immutable" in headers["Cache-Control"]


def tried_by_readers(port, path, number):
    status, headers, body = ask(port, "GET", path, Accept_Encoding="gzip")
    assert (status, headers["Content-Encoding"], body[:2]) == (200, "gzip", b"\x1f\x8b")
    assert "Strict-Transport-Security" in headers
    assert ask(port, "GET", path, If_None_Match=headers["ETag"])[0] == 304
    assert ask(port, "GET", "/static/readers/css/base.css", Range="bytes=0-9")[::2][0] == 206
    status, _, body = ask(port, "GET", "/", Host="evil.example")
    assert status in (301, 400) or not body, "Caddy says nothing to names that it does not know"
    assert ask(port, "POST", "/read", number, Origin=f"https://{HOST}")[0] == 204
    assert ask(port, "POST", "/read", "1" * 19)[0] == 400
    assert ask(port, "POST", "/admin/login/", b"x" * 100_000)[0] == 413


def tried_by_editors(port, session):
    cookie = f"sessionid={session}; csrftoken={'a' * 32}"
    said = {"Cookie": cookie, "X_CSRFToken": "a" * 32, "Referer": f"https://{HOST}/admin/"}
    status, headers, _ = ask(port, "GET", "/admin/", Accept_Encoding="gzip", **said)
    assert status == 200 and "Content-Encoding" not in headers
    picture = b"\xff\xd8" + b"x" * 60 * 1024 * 1024
    parts = (
        b'--B\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n' + picture + b"\r\n--B--\r\n"
    )
    kind = "multipart/form-data; boundary=B"
    status, _, answer = ask(port, "POST", "/admin/articles/article/ask/photos/", parts, Content_Type=kind, **said)
    assert status == 200 and b"a.jpg" in answer, answer


def tried_by_slow_ones(port, kind):
    """Others are answered while many connections begin and do not go on."""
    with ExitStack() as opened:
        for _ in range(SOCKETS):
            client = opened.enter_context(over_tls(port, ELSEWHERE))
            client.sendall(SLOW[kind])
        began = time.monotonic()
        assert [ask(port, "GET", "/healthz")[0] for _ in range(50)] == [200] * 50
        print(f"{kind}: 50 others in {time.monotonic() - began:.1f} s", flush=True)


def tried_by_guessers(port):
    """Five wrong passwords from an address, whatever it says of itself; other addresses are not meant."""
    locked = b"Too many wrong passwords"
    said = [guess(port, ELSEWHERE, {name: f"198.51.100.{at}"}) for at, name in enumerate(SPOOFS)]
    assert [locked in each for each in said] == [False] * 5 + [True]
    assert all(b"<form" in each for each in said)
    spoofed = dict.fromkeys(SPOOFS, "127.0.0.1")
    assert locked in guess(port, ELSEWHERE, spoofed)
    assert locked not in guess(port, "127.0.0.3", dict.fromkeys(SPOOFS, ELSEWHERE))


def guess(port, source, headers):
    """The page that a wrong password gets; the headers are what somebody says of their own address."""
    _, said, page = ask(port, "GET", "/admin/login/", source=source)
    cookie = said["Set-Cookie"].partition(";")[0]
    token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', page)[1].decode()
    form = urlencode({"username": "chief", "password": "a wrong one", "csrfmiddlewaretoken": token})
    sent = {"Cookie": cookie, "Referer": f"https://{HOST}/admin/login/"} | headers
    sent["Content_Type"] = "application/x-www-form-urlencoded"
    return ask(port, "POST", "/admin/login/", form, source=source, **sent)[2]

"""S6b: a disk that is full. Readers read on, editors are told so and lose nothing, and nothing is half written."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import urllib.error
import urllib.request
from threading import Thread
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from tests.articles.management.test_serve import serving, workers_of
from tests.newsroom.test_private_files import run

pytestmark = pytest.mark.once
WRITE = """
import django; django.setup()
from django.test import Client
from tests import builders
article, user = builders.live_article(lead_photo=builders.a_photo(800, 600)), builders.chief()
client = Client()
client.force_login(user)
print(article.pk, builders.live_edition(article).path, client.cookies["sessionid"].value)
"""


class TmpfsDisk:
    """A disk of its own in memory, which a file fills."""

    def __init__(self, folder, size="24m"):
        self.folder = folder
        line = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(folder)]
        subprocess.run(line, check=True, capture_output=True)

    def fill(self, process):
        with (self.folder / "ballast").open("wb", buffering=0) as file:
            for size in (65_536, 1):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    continue

    def free(self, process):
        (self.folder / "ballast").unlink()

    def close(self):
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)


class NoLongerFiles:
    """For who may mount nothing: no process of the server may make a file longer than it is allowed to be."""

    def __init__(self, folder, size=""):
        pass

    def fill(self, process):
        self._allow(process, 1)

    def free(self, process):
        self._allow(process, resource.RLIM_INFINITY)

    def _allow(self, process, size):
        for pid in workers_of(process):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def close(self):
        pass


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    disk = (TmpfsDisk if os.geteuid() == 0 else NoLongerFiles)(folder)
    yield folder, disk
    disk.close()


def fetch(address, session="", asked=None):
    """(status, text) of an answer; JSON is posted as the sheet does it."""
    headers = {"Cookie": f"sessionid={session}; csrftoken={'a' * 32}", "X-CSRFToken": "a" * 32}
    headers["Content-Type"] = "application/json"
    request = urllib.request.Request(address, headers=headers, data=asked and json.dumps(asked).encode())
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, response.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(errors="replace")


def test_s6b_readers_read_on_and_editors_lose_nothing(disk):
    folder, disk = disk
    with serving(folder) as (process, address):
        Thread(target=process.stdout.read, daemon=True).start()  # what it logs would fill the pipe
        host = f"http://{urlsplit(address).netloc}"
        made = run(folder, "-c", WRITE)
        number, path, session = made.stdout.split()
        readers = ("/", path, "/latest/", "/search/?q=bridge", f"{path}history/", "/feeds/rss.xml", "/sitemap.xml")
        picture = next(part.split()[0] for part in fetch(host + path)[1].split('srcset="')[1:])
        autosave, sheet = f"{host}/admin/articles/article/{number}/autosave/", str(uuid4())
        disk.fill(process)
        for _ in range(4):  # of each worker
            assert {page: fetch(host + page)[0] for page in readers} == dict.fromkeys(readers, 200)
            assert fetch(host + picture)[0] == 200
            typed = {"sheet": sheet, "version": 1, "fields": {"body": f"<p>{'The bridge is open. ' * 5000}</p>"}}
            status, said = fetch(autosave, session, typed)
            assert (status, "disk is full" in json.loads(said)["sentence"]) == (507, True)
            assert fetch(f"{host}/admin/articles/article/{number}/change/", session)[0] == 200
        disk.free(process)
        assert fetch(autosave, session, typed)[0] == 200
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
    database = sqlite3.connect(folder / "newsroom.sqlite3")
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    [(body, version)] = database.execute("SELECT body, version FROM articles_article WHERE id = ?", [number])
    assert (version, body.count("The bridge is open.")) == (2, 5000)
    database.close()

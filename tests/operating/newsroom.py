"""A newsroom with processes of its own: its commands, its servers, an office at work, readers who ask all the time."""

import os
import random
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException

from tests.articles.management.test_serve import answers, until
from tests.conventions.source import ROOT

NAME = {"Host": "127.0.0.1"}


class Newsroom:
    """A data folder and a database, None for SQLite's in the folder."""

    def __init__(self, data, address=None, **told):
        self.data = data
        clean = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CACHE_URL")}
        clean |= {"DATABASE_URL": address} if address else {}
        self.environ = clean | {"NEWSROOM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "newsroom.settings"} | told

    def python(self, *words):
        """What a program of Python says in this newsroom."""
        line = [sys.executable, *map(str, words)]
        ran = subprocess.run(line, cwd=ROOT, env=self.environ, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, f"{words}\n{ran.stdout}\n{ran.stderr}"
        return ran.stdout

    def manage(self, *words):
        """What a command says."""
        return self.python("manage.py", *words)

    def begin(self, port, workers=2):
        """The process of a server, which answers from now on."""
        line = [sys.executable, "manage.py", "serve", "--port", str(port), "--workers", str(workers)]
        process = subprocess.Popen(
            line, cwd=ROOT, env=self.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until(lambda: answers(f"http://127.0.0.1:{port}/readyz"), seconds=120)
        return process

    @contextmanager
    def office(self, threads):
        """An office of this newsroom, told what to do by a function that gives its answer."""
        line = [sys.executable, "-m", "tests.operating.office", str(threads)]
        pipe = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        process = subprocess.Popen(line, cwd=ROOT, env=self.environ, text=True, **pipe)

        def tell(word):
            process.stdin.write(f"{word}\n")
            process.stdin.flush()
            return int(process.stdout.readline())

        try:
            yield tell
        finally:
            process.kill()
            process.communicate()


def ask(port, path):
    """(status, where it leads, the bytes) of an answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers=NAME)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location", ""), answer.read()
    finally:
        connection.close()


@contextmanager
def readers(ports, paths, count):
    """Threads that ask meanwhile, each over a connection of its own; gives a list of (path, status or what broke)."""
    is_over, seen = threading.Event(), []

    def read(number):
        chance = random.Random(number)
        connection = HTTPConnection("127.0.0.1", chance.choice(ports), timeout=60)
        while not is_over.is_set():
            path = chance.choice(paths)
            try:
                connection.request("GET", path, headers=NAME)
                answer = connection.getresponse()
                answer.read()
                seen.append((path, answer.status))
            except (OSError, HTTPException) as broken:
                connection.close()
                seen.append((path, repr(broken)))

    threads = [threading.Thread(target=read, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        is_over.set()
        for thread in threads:
            thread.join()

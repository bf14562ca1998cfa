"""Mixed requests over many connections: readers, search, files, pictures, the reading counter, editors who type."""

import http.client
import json
import random
import re
import threading
from contextlib import contextmanager
from uuid import uuid4

SEEN = re.compile(rb"Number (\d+) on the Bridge")
JSON = {"Content-Type": "application/json", "X-CSRFToken": "a" * 32}
# Of what is asked, how often, and which answers are right. 507: the disk is full, as the writer hears; 409: somebody
# else has written.
WEIGHTS = {"watched": 50, "plain": 25, "missing": 5, "counter": 5, "editor": 7, "autosave": 8}
RIGHT = {"missing": {404}, "counter": {204, 429}, "autosave": {200, 409, 507}}


class Mixed:
    """So many requests over so many connections, each after a pause of so many seconds."""

    def __init__(self, port, site, *, requests, connections, pause):
        self.port, self.site, self.left, self.pause = port, site, requests, pause
        self.confirmed, self.done = 0, 0
        self.broken, self.wrong, self.stale, self.statuses = [], [], [], {}
        self._lock, self.is_over = threading.Lock(), threading.Event()
        self.threads = [threading.Thread(target=self._ask, args=(number,)) for number in range(connections)]

    def _ask(self, number):
        chance, sheet = random.Random(number), str(uuid4())
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while self._take():
            self.is_over.wait(self.pause * chance.random() * 2)
            [kind] = chance.choices([*WEIGHTS], [*WEIGHTS.values()])
            asked, least = self._request(kind, chance, sheet), self.confirmed
            try:
                connection.request(*asked)
                answer = connection.getresponse()
                body = answer.read()
            except (OSError, http.client.HTTPException) as broken:
                connection.close()
                self.broken.append((asked[1], repr(broken)))
            else:
                self._judge(kind, asked[1], answer.status, body, least)
            with self._lock:
                self.done += 1
        connection.close()

    def _take(self):
        with self._lock:
            self.left -= 1
            return self.left >= 0

    def _request(self, kind, chance, sheet):
        """The method, the path, the body and the headers."""
        site, cookie = self.site, {"Cookie": f"sessionid={self.site.session}; csrftoken={'a' * 32}"}
        if kind == "counter":
            return "POST", "/read", str(site.number), {"Origin": f"http://127.0.0.1:{self.port}"}
        if kind == "autosave":
            typed = {"sheet": sheet, "version": 1, "fields": {"body": f"<p>{'Typed. ' * chance.randrange(500)}</p>"}}
            return "POST", f"/admin/articles/article/{site.draft}/autosave/", json.dumps(typed), cookie | JSON
        if kind == "editor":
            pages = ("/admin/", "/admin/articles/article/", f"/admin/articles/article/{site.number}/change/")
            return "GET", chance.choice(pages), None, cookie
        if kind == "missing":
            return "GET", f"/no-such-page-{chance.randrange(10**6)}/", None, {}
        paths = site.watched if kind == "watched" else site.plain
        return "GET", chance.choice(paths), None, {"Accept-Encoding": "identity"}

    def _judge(self, kind, path, status, body, least):
        self.statuses[kind, status] = self.statuses.get((kind, status), 0) + 1
        if status not in RIGHT.get(kind, {200}):
            self.wrong.append((path, status, body[:200]))
        elif kind == "watched":
            numbers = [int(found) for found in SEEN.findall(body)]
            if not numbers or min(numbers) < least:
                self.stale.append((path, least, numbers[:3]))

    @contextmanager
    def meanwhile(self):
        """Ask meanwhile; what is left is asked before it is over."""
        for thread in self.threads:
            thread.start()
        try:
            yield
        finally:
            for thread in self.threads:
                thread.join()

"""Walks every page that a reader of the demo newsroom can reach and checks all HTML against the standard with vnu.

The demo runs in a data folder of its own. `--site http://…` checks a server that already runs instead.
"""

import argparse
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html

ROOT = Path(__file__).resolve().parent.parent
VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
MOST_PAGES = 300
SECONDS_TO_START = 120
LAST_WORDS = 25

# The kinds of page that must be among those found, each by its address; the first that matches is the kind.
KINDS = {
    "front": r"/",
    "story": r"/\d{4}/\d\d/[^/]+/",
    "history": r"/\d{4}/\d\d/[^/]+/history/",
    "latest": r"/latest/",
    "topics": r"/topics/",
    "topic": r"/topics/[^/]+/",
    "people": r"/people/",
    "person": r"/people/[^/]+/",
    "archive": r"/archive/(\d{4}/(\d\d/)?)?",
    "day": r"/archive/\d{4}/\d\d/\d\d/",
    "corrections": r"/corrections/",
    "static page": r"/(about|contact|corrections-policy)/",
    "desk": r"/(?!latest|topics|people|search|admin)[^/]+/",
}
NOT_FOUND = "/no-such-page-anywhere/"
NOT_FOR_READERS = ("/admin/", "/static/", "/photos/", "/feeds/")
WITHDRAW = (
    "from articles.editorial.publishing.withdraw import withdraw; from articles.models.article import Article; "
    "from articles.models.user import User; "
    "withdraw(Article.objects.get(pk={story}), by=User.objects.get(username='chief'))"
)


def fetch(address):
    """(status, content type, body) of the address; error pages are pages too."""
    try:
        response = urllib.request.urlopen(address, timeout=30)
    except urllib.error.HTTPError as error:
        response = error
    with response:
        return response.status, response.headers.get_content_type(), response.read()


def links(address, body):
    """The addresses on the same site that the page links to, without fragments, in order.

    A story read on in another's list (`?after=`) is the same page: each would come once for every entry.
    """
    here = urlsplit(address)
    for href in html.fromstring(body).xpath("//a/@href | //link[@rel='next']/@href"):
        there = urlsplit(urldefrag(urljoin(address, href)).url.split("?after=")[0])
        if (there.scheme, there.netloc) == (here.scheme, here.netloc) and not there.path.startswith(NOT_FOR_READERS):
            yield there.geturl()


def walk(site):
    """{address: body} of each HTML page reachable from the front page; a dead link on the way ends the audit."""
    pages: dict[str, bytes] = {}
    dead, waiting = [], [urljoin(site, "/")]
    seen = set(waiting)
    while waiting and len(pages) < MOST_PAGES:
        address = waiting.pop(0)
        status, kind, body = fetch(address)
        if status != 200:
            dead.append(f"{address} answers {status}")
        elif kind == "text/html":
            pages[address] = body
            new = [link for link in dict.fromkeys(links(address, body)) if link not in seen]
            seen.update(new)
            waiting.extend(new)
    if dead:
        sys.exit("\n".join(["The site links to addresses that do not answer:", *dead]))
    return pages


def kind_of(address):
    """The kind of page that the address is, or None."""
    path = urlsplit(address).path
    return next((kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, path)), None)


def error_page(site, path, status):
    """{address: body} of a page that must answer with this status."""
    address = urljoin(site, path)
    answered, _, body = fetch(address)
    if answered != status:
        sys.exit(f"{address} must answer {status} and answers {answered}.")
    return {f"{address} ({status})": body}


def withdraw_story(pages, data):
    """Withdraw one of the stories found, and return its path."""
    address, body = next((address, body) for address, body in pages.items() if kind_of(address) == "story")
    story: Any = html.fromstring(body).xpath("string(//article/@data-story)")
    manage = [sys.executable, "manage.py", "shell", "-v0", "-c", WITHDRAW.format(story=int(story))]
    subprocess.run(manage, cwd=ROOT, env=os.environ | {"NEWSROOM_DATA": data}, check=True)
    return urlsplit(address).path


def validate(pages):
    """Run vnu once over all pages; return how many errors it named, each printed with the page's address."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (address, body) in enumerate(pages.items()):
            file = Path(folder) / f"{number:04}.html"
            file.write_bytes(body)
            names[file.name] = address
        command = ["java", "-jar", str(VNU), "--errors-only", "--format", "gnu", "--exit-zero-always", folder]
        checked = subprocess.run(command, capture_output=True, text=True, check=True)
    errors = [line for line in (checked.stdout + checked.stderr).splitlines() if line.strip()]
    for line in errors:
        print(re.sub(r'"?file:[^"]*?(\d{4}\.html)"?', lambda found: names[found[1]], line))
    return len(errors)


@contextmanager
def demo():
    """The demo newsroom, served: its address and its data folder; both gone afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    site = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as data, open(Path(data) / "server.log", "w+") as log:  # noqa: PTH123  lives on
        environment = os.environ | {"NEWSROOM_DATA": data, "SITE_URL": site}
        command = [sys.executable, "manage.py", "demo", "--port", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            wait_until_ready(site, server)
            yield site, data
        except SystemExit:
            log.seek(0)
            print("The server said:", *log.read().splitlines()[-LAST_WORDS:], sep="\n", file=sys.stderr)
            raise
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_until_ready(site, server):
    """Return once the site says that it is ready; end the audit when it cannot start."""
    pause = threading.Event()
    for _ in range(SECONDS_TO_START * 5):
        try:
            if fetch(f"{site}/readyz")[0] == 200:
                return
        except (urllib.error.URLError, ConnectionError):
            pass  # not listening yet
        if server.poll() is not None:
            break
        pause.wait(0.2)
    sys.exit("The demo newsroom did not get ready.")


def audit(site, data=None):
    """Check the site's pages; return the number of HTML errors. With its data folder the 410 page is checked too."""
    pages = walk(site)
    missing = sorted(set(KINDS) - {kind_of(address) for address in pages})
    if missing:
        sys.exit(f"No page of these kinds can be reached from the front page: {', '.join(missing)}.")
    pages |= error_page(site, NOT_FOUND, 404)
    if data:
        pages |= error_page(site, withdraw_story(pages, data), 410)
    errors = validate(pages)
    print(f"HTML: {len(pages)} pages of every kind checked, {errors} errors.")
    return errors


def main():
    """Audit the demo newsroom, or the server named by --site; exit 1 when a page has an error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", help="check this running server instead of a demo newsroom")
    site = parser.parse_args().site
    if site:
        sys.exit(audit(site) > 0)
    with demo() as (address, data):
        errors = audit(address, data)
    sys.exit(errors > 0)


if __name__ == "__main__":
    main()

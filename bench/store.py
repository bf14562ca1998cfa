"""Stored pages against nginx, which serves the same bytes from a file.

One worker of each is on one core, the client on the other. Taken in turn, since a machine's pace changes. Needs Linux
with two cores, nginx, wrk and taskset.
"""

import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.conf import settings

ROUNDS, SECONDS, CONNECTIONS = 5, 4, 32
SERVER_CORE, CLIENT_CORE = "0", "1"
NEEDED = ("nginx", "wrk", "taskset")
# What wrk prints when it is done: requests a second, and the 99th percentile in microseconds.
REPORT = """
done = function(summary, latency)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format('{"requests": %d, "micros": %d, "p99": %d, "failed": %d}\\n',
    summary.requests, summary.duration, latency:percentile(99), failed))
end
"""
FILES = """worker_processes 1; pid {folder}/pid; error_log stderr crit; daemon off;
events {{ worker_connections 1024; }}
http {{
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
    default_type text/html;
    open_file_cache max=1000 inactive=60s;
    proxy_cache_path {folder}/cache levels=1:2 keys_zone=pages:10m inactive=2s use_temp_path=off;
    proxy_temp_path {folder}/proxy; client_body_temp_path {folder}/body;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    upstream newsroom {{ server 127.0.0.1:{behind}; keepalive 16; }}
    server {{ listen 127.0.0.1:{files}; root {folder}/files; location / {{ try_files /page.html =404; }} }}
    server {{
        listen 127.0.0.1:{front};
        location / {{
            proxy_pass http://newsroom; proxy_http_version 1.1;
            proxy_set_header Connection ""; proxy_set_header Host $http_host;
            proxy_cache pages; proxy_cache_valid 200 1s; proxy_ignore_headers Cache-Control;
            proxy_cache_lock on; proxy_cache_use_stale updating;
        }}
    }}
}}
"""


def measure_store(path):
    """Lines that say how many stored pages a second come, and how long the slowest hundredth takes, beside nginx."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing or len(os.sched_getaffinity(0)) < 2:
        yield f"not run: needs two cores and {', '.join(missing) or 'nothing else'}"
        return
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.chmod(0o755)
        behind, files, front = (free_port() for _ in range(3))
        stack.enter_context(newsroom(behind))
        page = until(lambda: read(f"http://127.0.0.1:{behind}{path}"))
        (folder / "files").mkdir()
        (folder / "files" / "page.html").write_bytes(page)
        (folder / "report.lua").write_text(REPORT)
        stack.enter_context(nginx(folder, behind=behind, files=files, front=front))
        if until(lambda: read(f"http://127.0.0.1:{files}{path}")) != page:
            sys.exit("nginx serves other bytes.")
        urls = {
            name: f"http://127.0.0.1:{port}{path}"
            for name, port in (("ours", behind), ("file", files), ("cached", front))
        }
        yield f"{path} of {len(page):,} bytes, {CONNECTIONS} connections, {ROUNDS} rounds in turn"
        yield from compared(folder, urls)


def compared(folder, urls):
    """Lines with the ratios to the file."""
    taken = {name: [] for name in urls}
    for _ in range(ROUNDS):
        for name, url in urls.items():
            taken[name].append(asked(folder, url))
    for name, goal in (("ours", "0.5, and 3"), ("cached", "0.9")):
        pairs = list(zip(taken[name], taken["file"], strict=True))
        share = statistics.median(one["rate"] / other["rate"] for one, other in pairs)
        slower = statistics.median(one["p99"] / other["p99"] for one, other in pairs)
        rate, p99 = (statistics.median(each[what] for each in taken[name]) for what in ("rate", "p99"))
        failed = sum(each["failed"] for each in taken[name])
        words = "the store" if name == "ours" else "the store behind nginx's second"
        yield (
            f"{words:<34} {share:6.2f} x nginx's file ({rate:,.0f} a second), p99 {slower:.1f} x ({p99 / 1000:.2f} ms),"
            f" {failed} failed; goal {goal}"
        )


def asked(folder, url):
    """What one run of requests gave: requests a second, the 99th percentile in microseconds, how many failed."""
    command = ["taskset", "-c", CLIENT_CORE, "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", "report.lua", url]
    said = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    found = json.loads(re.search(r"^{.*}$", said, re.M)[0])
    return found | {"rate": found["requests"] / found["micros"] * 1_000_000}


@contextmanager
def newsroom(port):
    """One worker on the server's core, with this benchmark's stories."""
    environ = os.environ | {
        "PAGE_STORE": "on",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "ALLOWED_HOSTS": "127.0.0.1",
    }
    serve = [sys.executable, "manage.py", "serve", "--port", str(port), "--workers", "1"]
    with running(serve, cwd=settings.BASE_DIR, env=environ):
        yield


@contextmanager
def nginx(folder, **ports):
    """One worker of nginx on the server's core."""
    (folder / "nginx.conf").write_text(FILES.format(folder=folder, **ports))
    with running(["nginx", "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")], cwd=folder):
        yield


@contextmanager
def running(command, **options):
    """A server on its core."""
    server = subprocess.Popen(["taskset", "-c", SERVER_CORE, *command], stdout=subprocess.DEVNULL, **options)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def read(url):
    """The bytes of an answer, not compressed."""
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read()


def until(ask, seconds=30):
    """What `ask` gives as soon as somebody answers."""
    for _ in range(seconds * 10):
        try:
            return ask()
        except OSError:
            time.sleep(0.1)
    sys.exit("Nobody answers.")

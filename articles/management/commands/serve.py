"""Serves the newsroom: one process manager with the application, its static files and its photo renditions."""

import errno
import os
import resource
import socket
import sys
from pathlib import Path
from typing import NoReturn

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.management.index_after_migrating import progress, waiting_migrations
from articles.search import rebuild_index
from newsroom.page_store.here import begin_anew, clock_fault
from newsroom.server.limits import CONNECTIONS, HEAD, HEAD_PATIENCE, OTHER_FILES

APPLICATION = "newsroom.server.rsgi:application"


class Command(BaseCommand):
    help = "Serve the newsroom, ready for production: application, static files and photo renditions. Ctrl-C stops it."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000, help="default 8000")
        parser.add_argument("--host", default="127.0.0.1", help="default 127.0.0.1: this machine only")
        parser.add_argument("--workers", type=int, default=max(2, os.cpu_count() or 2), help="default: one a core")

    def handle(self, *, host, port, workers, **options):
        if workers < 1:
            raise CommandError("--workers must be at least 1.")
        refuse_missing_static_files()
        refuse_closed_files()
        refuse_old_database()
        refuse_wrong_clock()
        refuse_closed_port(host, port)
        rebuild_index.rebuild_if_stale(progress(self.stdout))
        begin_anew()
        shown = f"[{host}]" if ":" in host else host
        self.stdout.write(f"Serving at http://{shown}:{port}/ with {workers} workers. Ctrl-C stops it.")
        self.stdout.flush()
        become(server_command(host, port, workers))


def refuse_missing_static_files() -> None:
    """Raise CommandError unless static files were collected: every page would fail on its stylesheet's name."""
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        raise CommandError("The static files are not collected yet. Run `make install` or `manage.py collectstatic`.")


def refuse_closed_files() -> None:
    """Raise CommandError when this user may not write what the newsroom writes: its server would start all the same."""
    database = settings.DATABASES["default"]
    of_database = [Path(database["NAME"])] if database["ENGINE"].endswith("sqlite3") else []
    folders = [settings.NEWSROOM_DATA / name for name in ("uploads", "renditions", "scratch")]
    for path in (*of_database, *folders):
        if path.exists() and not os.access(path, os.R_OK | os.W_OK):
            raise CommandError(f"This user may not write to {path}. Give it the right, or run as the user who has it.")


def refuse_old_database() -> None:
    """Raise CommandError while migrations wait to be applied."""
    waiting = waiting_migrations()
    if waiting:
        raise CommandError(f"The database lacks {waiting} migrations. Run `manage.py migrate` first.")


def refuse_wrong_clock() -> None:
    """Raise CommandError while this machine's clock is far off the database's: what it publishes would be dated so."""
    if fault := clock_fault():
        raise CommandError(fault)


def refuse_closed_port(host: str, port: int) -> None:
    """Raise CommandError when the address cannot be listened on, saying which of the usual reasons it is.

    The server itself shares ports between processes (SO_REUSEPORT) and would start beside another one unnoticed.
    """
    if not 1 <= port <= 65535:
        raise CommandError(f"{port} is no port: choose one from 1 to 65535 with --port.")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        reasons = {
            errno.EADDRINUSE: f"Port {port} is taken by another program. Choose another with --port.",
            errno.EACCES: f"Port {port} needs more rights than this user has. Choose one above 1023 with --port.",
        }
        raise CommandError(reasons.get(error.errno or 0, f"Cannot listen on {host}: {error.strerror}.")) from error


def server_command(host: str, port: int, workers: int) -> list[str]:
    """The argument list that starts the server in a process of its own."""
    return [
        *(sys.executable, "-m", "granian", APPLICATION),
        *("--interface", "rsgi", "--no-ws", "--http", "1"),  # browsers and proxies speak HTTP/2 over TLS only
        *("--host", host, "--port", str(port)),
        *("--workers", str(workers), "--backpressure", str(connections())),
        *("--http1-header-read-timeout", str(HEAD_PATIENCE * 1000), "--http1-buffer-size", str(HEAD)),
        *("--respawn-failed-workers", "--respawn-interval", "0.5", "--workers-kill-timeout", "10"),
        *("--working-dir", str(settings.BASE_DIR), "--log-level", "error"),
    ]


def connections() -> int:
    """How many connections a worker takes at a time; as many files are allowed to it as this user may have."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return CONNECTIONS if most == resource.RLIM_INFINITY else min(CONNECTIONS, max(1, most - OTHER_FILES))


def become(command: list[str]) -> NoReturn:
    """Replace this process by the command, so that signals reach the server itself and nothing of ours is forked."""
    sys.stderr.flush()
    os.execv(command[0], command)  # noqa: S606  no shell: the list above is all that runs

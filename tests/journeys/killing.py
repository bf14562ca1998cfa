"""A browser and a server that can be killed like by a power cut to the process: SIGKILL, no goodbye."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager

from tests.articles.management.test_serve import free_port
from tests.conventions.source import ROOT
from tests.journeys.conftest import CHROMIUM, FLAGS

PATIENCE = 60  # seconds for a program to start


def wait_for(what, ready):
    """Ask `ready` again and again until it gives something true; returns that."""
    pause = threading.Event()
    for _ in range(PATIENCE * 20):
        found = ready()
        if found:
            return found
        pause.wait(0.05)
    raise AssertionError(f"waited {PATIENCE} s in vain for {what}")


class Program:
    """A program in a process group of its own, so that nothing of it survives."""

    def __init__(self, command, **options):
        self.process = subprocess.Popen(
            command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options
        )

    def kill(self):
        """End it and its children at once."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self.process.wait()


@contextmanager
def chromium(browser, profile):
    """(program, page) of a Chromium with this profile folder, until it is killed or no longer needed."""
    port_file = profile / "DevToolsActivePort"
    port_file.unlink(missing_ok=True)
    path = next(filter(None, map(shutil.which, CHROMIUM)))
    command = [path, *FLAGS, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"]
    program = Program(command)
    try:
        port = wait_for("Chromium", lambda: port_file.exists() and port_file.read_text().partition("\n")[0])
        connected = browser.browser_type.connect_over_cdp(f"http://127.0.0.1:{port}")
        context = connected.contexts[0]
        context.set_default_timeout(PATIENCE * 1000)
        yield program, context.pages[0]
    finally:
        program.kill()


class Server:
    """A newsroom of its own on the production server, with a data folder of its own."""

    def __init__(self, data):
        self.port = free_port()
        self.site = f"http://127.0.0.1:{self.port}"
        self.environment = os.environ | {
            "NEWSROOM_DATA": str(data),
            "SITE_URL": self.site,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        }
        for name in ("DATABASE_URL", "CACHE_URL"):
            self.environment.pop(name, None)
        self.manage("migrate", "--verbosity", "0")

    def manage(self, *arguments):
        """Run a command of the project; returns what it printed."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def start(self):
        """Serve until killed; returns once it answers."""
        command = [sys.executable, "manage.py", "serve", "--port", str(self.port), "--workers", "1"]
        self.program = Program(command, cwd=ROOT, env=self.environment)
        wait_for("the server", self.answers)

    def answers(self):
        """Whether the server is ready."""
        try:
            return urllib.request.urlopen(f"{self.site}/readyz", timeout=5).status == 200
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

"""Other processes of the newsroom, on the test's database and folder: each runs functions of the tests, as told.

A worker has its own caches, connections and clock, as the processes of a server have; the clock stands still at the
test's own time unless the test lets it run. It is told what to do in lines of JSON, and answers each with one.
"""

import importlib
import json
import os
import subprocess
import sys
import traceback
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

import django
import time_machine
from django.conf import settings
from django.db import connection
from django.test.utils import setup_test_environment

from articles.editorial.refusals import Refusal

ROOT = Path(__file__).resolve().parents[2]


class Failed(Exception):
    """What was run in the worker raised something that is no Refusal; the traceback is the message."""


class Worker:
    """One process. `run` waits for the answer; `begin` and `finish` let others run meanwhile."""

    def __init__(self, clock=None):
        """Start it; `clock` gives the time of each call, and without one its clock runs by itself."""
        facts, url = connection.settings_dict, "sqlite:///{}"
        if connection.vendor == "postgresql":
            host = f"{facts['USER']}:{facts['PASSWORD']}@{facts['HOST']}:{facts['PORT'] or 5432}"
            url = f"postgres://{host.replace(':@', '@')}/{{}}"
        env = os.environ | {
            "NEWSROOM_DATA": str(settings.NEWSROOM_DATA),
            "DATABASE_URL": url.format(facts["NAME"]),
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        }
        self.clock = clock or (lambda: None)
        line = [sys.executable, "-m", "tests.newsroom.workers"]
        self.process = subprocess.Popen(
            line, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def begin(self, action, *arguments):
        """Let it run a function, named by module, with arguments that JSON can hold."""
        at = self.clock()
        order = {"action": [action.__module__, action.__name__], "arguments": arguments, "at": at and at.isoformat()}
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()

    def finish(self):
        """What the function gave: (its result, "") or (None, why it was refused). None when the worker was killed."""
        line = self.process.stdout.readline()
        if not line:
            self.process.wait()
            return None
        answer = json.loads(line)
        if "failed" in answer:
            raise Failed(answer["failed"])
        return answer["result"], answer["refused"]

    def run(self, action, *arguments):
        """The result of a function that must not be refused."""
        self.begin(action, *arguments)
        result, refused = self.finish()
        assert not refused, refused
        return result

    def end(self):
        """Stop it."""
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


def main():
    """Run what each line of the standard input says, and say what came of it."""
    django.setup()
    setup_test_environment(debug=False)
    out, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        order = json.loads(line)
        module, name = order["action"]
        action = getattr(importlib.import_module(module), name)
        at = order["at"] and datetime.fromisoformat(order["at"])
        answer = {"result": None, "refused": ""}
        with time_machine.travel(at, tick=False) if at else nullcontext():
            try:
                answer["result"] = action(*order["arguments"])
            except Refusal as refusal:
                answer["refused"] = str(refusal)
            except Exception:
                answer["failed"] = traceback.format_exc()
        out.write(json.dumps(answer) + "\n")
        out.flush()


if __name__ == "__main__":
    main()

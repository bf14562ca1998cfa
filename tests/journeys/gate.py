"""The gate before the newsroom that journeys visit, closed between two: no page saves into the next test."""

import threading

PATIENCE = 60  # seconds that a request may take


class Gate:
    """A WSGI application before another. Pages that are closed may still be saving; whoever comes too late gets 503."""

    def __init__(self, app):
        self.app = app.app if isinstance(app, Gate) else app
        self.inside, self.is_open, self.changed = 0, True, threading.Condition()

    def __call__(self, environ, start_response):
        """Let a request in, if the gate is open."""
        with self.changed:
            if not self.is_open:
                start_response("503 Service Unavailable", [("Content-Length", "0")])
                return []
            self.inside += 1
        try:
            return Answer(self.app(environ, start_response), self.leave)
        except BaseException:
            self.leave()
            raise

    def leave(self):
        """One request less is being answered."""
        with self.changed:
            self.inside -= 1
            self.changed.notify_all()

    def close(self):
        """Let nobody in any more, and wait until everybody is out."""
        with self.changed:
            self.is_open = False
            assert self.changed.wait_for(lambda: not self.inside, PATIENCE), "a request never ended"


class Answer:
    """The answer of an application, which says when it has been given."""

    def __init__(self, answer, given):
        self.answer, self.given = answer, given

    def __iter__(self):
        return iter(self.answer)

    def close(self):
        """End the answer, as WSGI servers do after the last byte or a broken line."""
        try:
            self.answer.close()
        finally:
            self.given()

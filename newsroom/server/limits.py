"""What one request, one client and one connection may take of the server, in bytes, seconds and places."""

from dataclasses import dataclass

from media.pixels import MAX_BYTES

VIEW_COUNTER = "/read"
CSP_REPORTS = "/csp-reports"
CSP_REPORT = 16 * 1024  # bytes: some twenty reports
VIEW_COUNTED = 18  # bytes: a story's number
FROM_ANYBODY = 64 * 1024  # bytes: a form to sign in, a report of a browser
FORM = 6 * 1024 * 1024  # bytes: a story, which Django takes up to DATA_UPLOAD_MAX_MEMORY_SIZE
UPLOAD = 20 * MAX_BYTES  # bytes: photos, many at once

PATIENCE = 10  # seconds for each piece of a body
GRACE, SLOWEST = 20, 8 * 1024  # seconds, then bytes a second on average
HEARD_OUT, HEARING = 1024 * 1024, 0.5  # bytes and seconds of a body that is refused and still on its way
READING_WINDOW, SLOWEST_READING = 60, 1024  # seconds over which it is measured, bytes a second

# Each thread holds one database connection while it answers; settings.DATABASES lets a worker's pool have as many.
THREADS = 8
FOR_ONE = 4  # threads that one client may have at a time; the others are for others
MOST_WAITING = 200  # requests of one client that wait for a thread

HEAD_PATIENCE = 10  # seconds for a whole head, and without a new request on a connection
HEAD = 64 * 1024  # bytes, more or less: as many as come with one reading may be more
CONNECTIONS = 4096  # of a worker; beyond them the kernel lets others wait
OTHER_FILES = 256  # that a worker holds open beside its connections


class RefusedRequest(Exception):
    """A request that is not read: its HTTP status, and a sentence for whoever sent it."""

    def __init__(self, status: int, sentence: str):
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True)
class Head:
    """What the head of a request says of its body: its path, its length in bytes (None when chunked), what it is."""

    path: str
    length: int | None
    content_type: str
    session: str  # the key in its cookie, "" without one

    @property
    def has_body(self) -> bool:
        return self.length != 0


def most_from_anybody(head: Head) -> int:
    """Bytes that a body may have whoever sends it."""
    return {VIEW_COUNTER: VIEW_COUNTED, CSP_REPORTS: CSP_REPORT}.get(head.path, FROM_ANYBODY)


def most_from_staff(head: Head) -> int:
    """Bytes that a body may have when somebody sends it who is signed in; no page for readers takes more for that."""
    if not head.path.startswith("/admin/"):
        return most_from_anybody(head)
    return UPLOAD if head.content_type.startswith("multipart/form-data") else FORM


def too_large(head: Head, most: int) -> RefusedRequest:
    """The refusal of a body of more than `most` bytes."""
    if head.path == VIEW_COUNTER:
        return RefusedRequest(400, "A view is counted by the number of a story alone.")
    return RefusedRequest(413, f"This is more than may be sent here: at most {most:,} bytes.")


def is_too_slow(received: int, seconds: float) -> bool:
    """Whether a body of which so many bytes came in so many seconds comes too slowly to be waited for."""
    return received < SLOWEST * (seconds - GRACE)


def is_read_too_slowly(taken: int, seconds: float) -> bool:
    """Whether a reader who took so many bytes of an answer in a window of so many seconds is not waited for."""
    return taken < SLOWEST_READING * seconds

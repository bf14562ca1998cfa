"""How large the body of a request may be, and how slowly it may come, by its head and before a byte is read."""

from dataclasses import dataclass

from media.pixels import MAX_BYTES

VIEW_COUNTER = "/read"
VIEW_COUNTED = 18  # bytes: a story's number
FROM_ANYBODY = 64 * 1024  # bytes: a form to sign in, a report of a browser
FORM = 6 * 1024 * 1024  # bytes: a story, which Django takes up to DATA_UPLOAD_MAX_MEMORY_SIZE
UPLOAD = 20 * MAX_BYTES  # bytes: photos, many at once

PATIENCE = 10  # seconds for each piece of a body
GRACE, SLOWEST = 20, 8 * 1024  # seconds, then bytes a second on average


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
    return VIEW_COUNTED if head.path == VIEW_COUNTER else FROM_ANYBODY


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

"""A finished answer as it is kept: its bytes in each encoding, and what has to be so that it is still right."""

import json
import zlib
from array import array
from dataclasses import dataclass, field

Headers = tuple[tuple[str, str], ...]
VERSION = 1
FAR = 32_503_680_000.0  # the year 3000, for what no moment ends


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer that anybody may have from `since` up to, not including, `until`, seconds since 1970.

    `bodies` holds the bytes by content coding, "" being the plain ones; `places` and `noted` say of what it was made
    (see `generations.py`).
    """

    status: int
    headers: Headers
    bodies: dict[str, bytes]
    places: "array[int]"
    noted: int
    since: float
    until: float
    etag: str = ""
    size: int = field(init=False)

    def __post_init__(self) -> None:
        """Weigh it: bodies, headers, places, and what Python needs around them."""
        words = sum(len(name) + len(value) for name, value in self.headers)
        weight = sum(map(len, self.bodies.values())) + words + 4 * len(self.places) + 1500
        object.__setattr__(self, "size", weight)

    def is_of(self, moment: float) -> bool:
        """Whether it is an answer for this moment: none from before it was made, should the clock be put back."""
        return self.since <= moment < self.until

    def to_bytes(self, address: str = "") -> bytes:
        """The entry as a file holds it, with the address that it answers."""
        head = {
            "version": VERSION,
            "address": address,
            "status": self.status,
            "headers": self.headers,
            "bodies": [(coding, len(body)) for coding, body in self.bodies.items()],
            "places": self.places.tolist(),
            "noted": self.noted,
            "since": self.since,
            "until": self.until,
            "etag": self.etag,
        }
        written = json.dumps(head).encode() + b"\n" + b"".join(self.bodies.values())
        return zlib.crc32(written).to_bytes(4, "little") + written


def from_bytes(data: bytes) -> Entry | None:
    """The Entry that a file holds; None for a file that was not written to its end, or by another version."""
    found = addressed_from(data)
    return found[1] if found else None


def addressed_from(data: bytes) -> tuple[str, Entry] | None:
    """The same with the address that it answers."""
    if len(data) < 5 or zlib.crc32(memoryview(data)[4:]) != int.from_bytes(data[:4], "little"):
        return None
    line, _, rest = data[4:].partition(b"\n")
    head = json.loads(line)
    if head["version"] != VERSION:
        return None
    bodies, at = {}, 0
    for coding, length in head["bodies"]:
        bodies[coding] = rest[at : at + length]
        at += length
    entry = Entry(
        status=head["status"],
        headers=tuple((name, value) for name, value in head["headers"]),
        bodies=bodies,
        places=array("I", head["places"]),
        noted=head["noted"],
        since=head["since"],
        until=head["until"],
        etag=head["etag"],
    )
    return head["address"], entry

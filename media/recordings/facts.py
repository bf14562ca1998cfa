"""What is known of a file of sound or film, and the bounded reading of it that all its readers share."""

from typing import IO, NamedTuple

from django.utils.translation import gettext as _

from media.refusals import RefusedRecording

MOST_PARTS = 2_000_000  # boxes, elements or frames: four hours of film at 60 pictures a second have 1.6 million
LONGEST_TABLE = 16_000_000  # bytes of one table of samples: four million samples
# Only there is a position looked for, to say that there was one. It goes whether it was found or not.
LOOKED_THROUGH = 1_000_000  # bytes of a part that is removed
POSITIONS = (b"\xa9xyz", b"loci", b"iso6709", b"gpslatitude", b"gpsl", b"location")


class Patch(NamedTuple):
    """Bytes from `start` up to, but not including, `stop` that are not carried over.

    In their place come `head` and zeros to the same length, so that all offsets hold; or nothing where `is_cut`.
    """

    start: int
    stop: int
    head: bytes = b""
    is_cut: bool = False


class Facts(NamedTuple):
    """What a file is, and what of it must not reach readers; `patches` are in order and lie apart."""

    content_type: str
    ending: str
    seconds: float
    width: int | None
    height: int | None
    codecs: tuple[str, ...]
    had_location: bool
    patches: tuple[Patch, ...]

    @property
    def is_film(self) -> bool:
        """Whether there is something to see; else it is sound alone."""
        return self.width is not None


def damaged() -> RefusedRecording:
    """The refusal of what cannot be read to its end."""
    return RefusedRecording(_("This file is damaged or was cut off on its way. Export it again, and upload that."))


def not_played(what: str) -> RefusedRecording:
    """The refusal of a coding that not all browsers know."""
    return RefusedRecording(
        _(
            "This file is coded with “%(what)s”, which readers’ browsers don’t play. "
            "Export it as MP4 with H.264 and AAC, or as MP3."
        )
        % {"what": what}
    )


class Source:
    """A file that is read in small pieces at offsets; it counts its parts, so that no file keeps us for ever."""

    def __init__(self, file: IO[bytes], length: int):
        self._file, self.length, self._parts = file, length, 0

    def at(self, offset: int, count: int) -> bytes:
        """Exactly `count` bytes from `offset`. Raises RefusedRecording where there are fewer."""
        if not 0 <= offset <= self.length - count:
            raise damaged()
        self._file.seek(offset)
        data = self._file.read(count)
        if len(data) != count:
            raise damaged()
        return data

    def some(self, offset: int, count: int) -> bytes:
        """At most `count` bytes from `offset`: fewer at the end of the file."""
        return self.at(offset, max(0, min(count, self.length - offset)))

    def table(self, start: int, stop: int) -> bytes:
        """All bytes of a table. Raises RefusedRecording for one that no recording needs."""
        if stop - start > LONGEST_TABLE:
            raise too_many()
        return self.at(start, stop - start)

    def count(self, parts: int = 1) -> None:
        """Note that there are so many parts more. Raises RefusedRecording when they are too many."""
        self._parts += parts
        if self._parts > MOST_PARTS:
            raise too_many()

    def names_a_position(self, start: int, stop: int) -> bool:
        """Whether a part that is removed has the marks of a position on Earth."""
        data = self.some(start, min(stop - start, LOOKED_THROUGH)).lower()
        return any(mark in data for mark in POSITIONS)


def too_many() -> RefusedRecording:
    """The refusal of a file in more parts than any recording needs."""
    return RefusedRecording(_("This file is in so many parts that it can’t be read. Export it again, and upload that."))


def printable(code: bytes) -> str:
    """The four letters of a coding for a sentence, whatever they are."""
    return "".join(letter if letter.isprintable() else "?" for letter in code.decode("latin-1")).strip()

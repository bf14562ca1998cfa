"""What a file of sound or film is, by what is in it and never by its name."""

from typing import IO

from django.utils.translation import gettext as _

from media.recordings import iso, mp3, webm
from media.recordings.facts import Facts, Source
from media.refusals import RefusedRecording

WEBM = b"\x1a\x45\xdf\xa3"
KINDS_IN_WORDS = "MP3, M4A, MP4, WebM"
# Others that people have, by how they begin: (offset, letters, what it is).
OTHERS = (
    (0, b"RIFF", "WAVE or AVI"), (0, b"OggS", "Ogg"), (0, b"fLaC", "FLAC"), (0, b"FORM", "AIFF"),
    (0, b"\x30\x26\xb2\x75", "WMA or WMV"),
    (0, b"#!AMR", "AMR"), (4, b"moov", "QuickTime"), (4, b"wide", "QuickTime"), (4, b"mdat", "QuickTime"),
)  # fmt: skip


def read(file: IO[bytes], length: int) -> Facts:
    """What a file of `length` bytes is, read in pieces. Raises RefusedRecording with a sentence for people."""
    source = Source(file, length)
    start = source.some(0, 16)
    if start[4:8] == b"ftyp":
        return iso.read(source)
    if start.startswith(WEBM):
        return webm.read(source)
    for offset, letters, name in OTHERS:
        if start[offset:].startswith(letters):
            raise RefusedRecording(
                _("This is a file of the kind %(kind)s. Export it as %(taken)s, and upload that.")
                % {"kind": name, "taken": KINDS_IN_WORDS}
            )
    if start.startswith(b"ID3") or start[:1] == b"\xff":
        return mp3.read(source)
    raise RefusedRecording(
        _("This is no recording that we take, whatever its name says: it must be %(taken)s.")
        % {"taken": KINDS_IN_WORDS}
    )

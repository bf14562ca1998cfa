"""Takes a picture apart as an upload does, in a process of its own, and prints its peak of memory in MB."""

import re
import sys
from pathlib import Path

import django

django.setup()

from media import duplicates, metadata, pixels  # noqa: E402  needs the set-up above
from media.refusals import RefusedPicture  # noqa: E402  as above

data = Path(sys.argv[1]).read_bytes()
try:
    decoded = pixels.decode(data)
    duplicates.fingerprint_of(decoded.image), metadata.read(pixels.open_within_limits(data))
    said = "taken"
except RefusedPicture:
    said = "refused"
# Not getrusage: its peak also counts what the process that started this one had in memory.
print(said, int(re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[1]) // 1024)

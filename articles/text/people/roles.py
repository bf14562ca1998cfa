"""What somebody was and did over time, as a directory keeps it: a line each, "2019–2023 ferry pilot, Harbour Board"."""

import re
from typing import NamedTuple

_LINE = re.compile(r"(?P<since>[0-9]{4})(?:\s*(?P<dash>[-–—])\s*(?P<until>[0-9]{4})?)?\s*[:,]?\s+(?P<words>\S.*)")


class Role(NamedTuple):
    """When, in years ("2019–2023", "2019", or "2019–" where it goes on), and what."""

    when: str
    words: str


def roles_of(lines: str) -> list[Role]:
    """The Roles that lines say, in their order; of a line that begins with no year, none."""
    found = map(_LINE.fullmatch, _lines(lines))
    return [
        Role(f"{line['since']}{'–' if line['dash'] else ''}{line['until'] or ''}", line["words"])
        for line in found
        if line
    ]


def unclear_roles(lines: str) -> list[str]:
    """The lines that say no role, as they were typed."""
    return [line for line in _lines(lines) if not _LINE.fullmatch(line)]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]

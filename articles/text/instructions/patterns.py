"""Tables of phrases as patterns: a line an alternative, so that a list in many languages can be read."""

import re

_CONTINUED = re.compile(r"\\\n\s*")


def one_of(table: str) -> str:
    """The alternatives of a table, a line each, as one group; "…" stands for at most sixty characters of any kind.

    A line is a pattern in small letters, may end with a backslash and go on in the next, and what stands behind "# " in
    it is a remark.
    """
    lines = (line.partition("# ")[0].strip() for line in _CONTINUED.sub("", table).split("\n"))
    return "(?:" + "|".join(line.replace("…", r".{0,60}?") for line in lines if line) + ")"

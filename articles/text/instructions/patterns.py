"""Tables of phrases as patterns: a line an alternative, so that a list in many languages can be read."""

import re

_ONE_SPELLING = str.maketrans({"’": "'", "ı": "i", "\u0307": None})
_CONTINUED = re.compile(r"\\\n\s*")


def one_of(table: str) -> str:
    """The alternatives of a table, a line each, as one group; "…" stands for at most sixty characters of any kind.

    A line is a pattern in small letters, may end with a backslash and go on in the next, and what stands behind "# " in
    it is a remark.
    """
    lines = (line.partition("# ")[0].strip() for line in _CONTINUED.sub("", table).split("\n"))
    return "(?:" + "|".join(line.translate(_ONE_SPELLING).replace("…", r".{0,60}?") for line in lines if line) + ")"


def small(text: str) -> str:
    """A text in small letters as the tables have it: straight apostrophes, and one i, since capitals hide Turkish ı."""
    return text.lower().translate(_ONE_SPELLING)

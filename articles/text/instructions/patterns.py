"""Tables of phrases as patterns: a line an alternative, so that a list in many languages can be read."""


def one_of(table: str) -> str:
    """The alternatives of a table, a line each, as one group; "…" stands for at most sixty characters of any kind.

    A line is a pattern in small letters; what stands behind "# " is a remark.
    """
    lines = (line.partition("# ")[0].strip() for line in table.split("\n"))
    return "(?:" + "|".join(line.replace("…", r".{0,60}?") for line in lines if line) + ")"

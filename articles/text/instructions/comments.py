"""Comments of a word processor in plain text: marks such as [a] in it, and the comments at its end."""

import re

_COMMENT = re.compile(r"\s*\[(?P<mark>[a-z]{1,2}|\d{1,3})\]\s*(?P<words>\S.*)?$")


def take_comments(text: str) -> tuple[str, list[str]]:
    """(the text without marks of comments, the comments): lines "[a]…" at the end whose marks stand in the text.

    Footnotes are set the same way, with figures; their marks go as well.
    """
    lines = text.rstrip().split("\n")
    end = len(lines)
    marks: list[str] = []
    while end and (not lines[end - 1].strip() or _COMMENT.match(lines[end - 1]) or _goes_on(lines, end)):
        end -= 1
    tail = [line for line in lines[end:] if line.strip()]
    body = "\n".join(lines[:end])
    marks = [match["mark"] for line in tail if (match := _COMMENT.match(line))]
    if not marks or not all(f"[{mark}]" in body for mark in marks):
        return text, []
    pattern = "|".join(re.escape(f"[{mark}]") for mark in marks)
    return re.sub(pattern, "", body), [" ".join(line.split()) for line in tail]


def _goes_on(lines: list[str], end: int) -> bool:
    """Whether the last line goes on with a comment that begins in the line before it."""
    return end > 1 and bool(_COMMENT.match(lines[end - 2]) or False) and bool(lines[end - 1].strip())

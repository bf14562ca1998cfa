"""What a text comes in: an agency's head and foot, mails around it, front matter, comments of a word processor."""

import re
from dataclasses import dataclass

from articles.text.instructions.agencies import unwrap
from articles.text.instructions.mail import open_mail
from articles.text.instructions.markdown import take_front_matter

_COMMENT = re.compile(r"\s*\[(?P<mark>[a-z]{1,2}|\d{1,3})\]\s*(?P<words>\S.*)?$")  # of a word processor
_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Envelope:
    """A text and what stands around it, word for word: lines for editors above and below, `front` with labels."""

    text: str
    head: tuple[str, ...]
    foot: tuple[str, ...]
    front: tuple[str, ...]
    subject: str


def open_envelope(text: str) -> Envelope:
    """Takes a text out of what it came in; line ends become line feeds."""
    head, text, foot = unwrap(_BREAKS.sub("\n", text).lstrip("\ufeff"))
    mail = open_mail(text)
    front, text = take_front_matter(mail.text)
    text, comments = take_comments(text)
    return Envelope(text, (*head, *mail.head), (*comments, *mail.foot, *foot), tuple(front), mail.subject)


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

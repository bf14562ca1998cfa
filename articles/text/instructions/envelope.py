"""What a text comes in: an agency's head and foot, mails around it, front matter, comments of a word processor."""

import re
from dataclasses import dataclass

from articles.text.instructions.agencies import unwrap
from articles.text.instructions.comments import take_comments
from articles.text.instructions.mail import open_mail
from articles.text.instructions.markdown import take_front_matter

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

"""Telephone numbers and mail addresses in a text: somebody's, unless readers are meant to use them."""

import re

from articles.text.checks.passage import Passage, apart
from articles.text.instructions.mail import MAIL, PHONE

_COMMA = re.compile(r",(?!\d)")


def find_mail_addresses(text: str) -> list[Passage]:
    """The mail addresses of a text, in order."""
    return [Passage(match.start(), match.end(), match[0]) for match in MAIL.finditer(text)]


def find_telephone_numbers(text: str) -> list[Passage]:
    """The telephone numbers of a text, in order."""
    # Lists of figures have commas, and so has a sentence that goes on behind a number.
    plain = _COMMA.sub(";", text)
    return apart(
        Passage(match.start(), match.end(), text[match.start() : match.end()]) for match in PHONE.finditer(plain)
    )

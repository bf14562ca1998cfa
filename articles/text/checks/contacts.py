"""Telephone numbers and mail addresses in a text: somebody's, unless readers are meant to use them."""

import re

from articles.text.checks.passage import Passage, apart
from articles.text.instructions.mail import MAIL, PHONE

_COMMA = re.compile(r",(?!\d)")
# An address as it is written to be read by people only: desk [at] example [dot] org.
_VEILED_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+\s?[\[(](?:at|ät|arroba|chez|@)[\])]\s?[\w-]+(?:(?:\.|\s?[\[(](?:dot|punkt|point|punto|\.)[\])]\s?)"
    r"[\w-]+)+",
    re.IGNORECASE,
)
# Numbers that only those who are to ring them tell from others: "Call 600 000 117".
_TO_RING = re.compile(
    r"(?<![^\W_])(?:call|ring|dial|text|llam[ea](?:r|n)?|marque|(?:za)?dzwo(?:ń|nić)(?:cie)?|appelez|composez|"
    r"rufen sie|anrufen|(?:за)?телефонуйте|дзвоніть|звоните|arayın|اتصلوا?|התקשרו?)"
    r"(?:[ :]+(?:al?|on|us|at|pod|le|på|unter|за|на|numer|número|numéro)){0,2}"
    r"[ :]+(?P<number>\d(?:[ \u00a0.-]?\d){6,12})(?![\d ]*\d)",
    re.IGNORECASE,
)
_FREE = re.compile(r"(?<![\w.,/-])1-8\d\d-\d{3}-\d{4}(?!\w)")
# What stands before the numbers of cases, companies, parcels and lots.
_NUMBERED = re.compile(
    r"(?<![^\W_])(?:lot|case|ref\w*|file|iban|isbn|issn|krs|nip|regon|pesel|code|kod|код|єдрпоу|parcel|account|konto|"
    r"tender|ticket|serial|id|orgnr|siret|siren|cif|nif|dni|az|aktenzeichen|sygn|paket|colis|paquete|рахунок|справа|№|#)\W{0,3}$",
    re.IGNORECASE,
)
_BEFORE = 20  # characters in which that stands
_DATE = re.compile(r"(?:[0-3]?\d[ ./-]){2}(?:19|20)\d\d")
_DIGITS_AT_MOST = 15  # of a telephone number anywhere in the world (ITU-T E.164)


def find_mail_addresses(text: str) -> list[Passage]:
    """The mail addresses of a text, in order."""
    return apart(
        Passage(match.start(), match.end(), match[0])
        for shape in (MAIL, _VEILED_MAIL)
        for match in shape.finditer(text)
    )


def find_telephone_numbers(text: str) -> list[Passage]:
    """The telephone numbers of a text, in order."""
    # Lists of figures have commas, and so has a sentence that goes on behind a number.
    plain = _COMMA.sub(";", text)
    spans = [match.span() for match in PHONE.finditer(plain) if _may_be_rung(plain, *match.span())]
    spans += [match.span("number") for match in _TO_RING.finditer(plain)]
    spans += [match.span() for match in _FREE.finditer(plain)]
    return apart(Passage(start, end, text[start:end]) for start, end in spans)


def _may_be_rung(text: str, start: int, end: int) -> bool:
    """Whether what looks like a telephone number is not the number of a case, a date, or part of a longer one."""
    words = text[start:end]
    if words.startswith("+"):
        return True
    if words.startswith("0000") or _DATE.fullmatch(words) or _NUMBERED.search(text, max(0, start - _BEFORE), start):
        return False
    more = re.match(r"[ \u00a0]?\d[\d \u00a0]*", text[end : end + 10])
    return sum(map(str.isdigit, words + (more[0] if more else ""))) <= _DIGITS_AT_MOST

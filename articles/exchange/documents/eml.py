"""Mails with a story in them: the HTML part, or the plain one read as a wire's text; photos that are attached."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from html import escape
from pathlib import Path

from articles.exchange.archives import files_in
from articles.exchange.carried_html import Unreadable, carry
from articles.exchange.incoming import Author, Broken, Incoming, Item, Note, Picture, Reading, Status
from articles.text.body.limits import why_too_large
from articles.text.characters import valid_characters
from articles.text.paste.clipboard_html import Unreadable as UnreadablePaste
from articles.text.paste.clipboard_html import read_clipboard_html
from articles.text.paste.left_out import sentences

SYSTEM = "mail"


def read_eml(paths: Iterable[Path], *, zone: tzinfo) -> Reading:
    """The stories of mails, in files, folders or zips. Raises UnreadableExport."""
    paths = list(paths)
    total = sum(1 for _ in files_in(paths, (".eml",)))
    return Reading(_stories(paths, zone), total=total)


def _stories(paths: list[Path], zone: tzinfo) -> Iterator[Item]:
    for name, data in files_in(paths, (".eml",)):
        try:
            yield _story(data, zone)
        except (Unreadable, UnreadablePaste, LookupError, ValueError, TypeError, AttributeError) as error:
            yield Broken(name, f"{name} is no mail that can be read: {error}")


def _story(data: bytes, zone: tzinfo) -> Incoming:
    """The story of a mail. The mail's own parser raises many kinds of errors for faulty ones."""
    mail = BytesParser(policy=policy.default).parsebytes(data)
    if not isinstance(mail, EmailMessage) or not (mail["subject"] or mail["from"]):
        raise ValueError("it has no head.")
    pictures = list(_pictures(mail))
    body, notes = _body(mail)
    number = str(mail["message-id"] or "").strip("<> ") or hashlib.sha256(data).hexdigest()
    figure = '<figure data-photo="{}"><figcaption></figcaption></figure>'
    others = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments() if _is_other(part)]
    notes += [Note("attachment", f"An attachment was not carried: {name}") for name in others]
    sender = next(iter(mail["from"].addresses), None) if mail["from"] else None
    return Incoming(
        system=SYSTEM,
        source_id=number[:300],
        source=data,
        headline=valid_characters(" ".join(str(mail["subject"] or "").split())),
        body=body + "".join(figure.format(place) for place in range(1, len(pictures) + 1)),
        status=Status.DRAFT,
        published_at=_date(mail, zone),
        authors=_authors(sender),
        pictures=tuple(pictures),
        notes=tuple(notes),
    )


def _body(mail: EmailMessage) -> tuple[str, list[Note]]:
    """(the words as our HTML, what is to be said). Photos follow the words; those on the net are never fetched."""
    part = mail.get_body(preferencelist=("html", "plain"))
    if part is None:
        return "", [Note("body missing", "The mail has no text.")]
    words = valid_characters(str(part.get_content()))
    if why := why_too_large(words):
        raise Unreadable(why)
    if part.get_content_type() != "text/html":
        parts = words.replace("\r\n", "\n").split("\n\n")
        return carry("".join(f"<p>{escape(each, quote=False)}</p>" for each in parts)).html, []
    clipping = read_clipboard_html(words)  # which knows what mail programs put around words
    return clipping.html, [Note(kind, said) for kind, _, said in sentences(clipping.left_out)]


def _pictures(mail: EmailMessage) -> Iterator[Picture]:
    """The photos in the mail, attached or between its words."""
    for part in mail.walk():
        if part.get_content_maintype() == "image":
            data = part.get_payload(decode=True)
            name = part.get_filename() or str(part["content-id"] or "").strip("<> ") or "photo"
            if isinstance(data, bytes) and data:
                yield Picture(valid_characters(name), data=data)


def _is_other(part: EmailMessage) -> bool:
    return part.get_content_maintype() not in ("image", "text") or part.get_filename() not in (None, "")


def _authors(sender: Address | None) -> tuple[Author, ...]:
    """The sender's name; an address alone is no name."""
    name = sender.display_name if sender else ""
    return (Author(name, name),) if name else ()


def _date(mail: EmailMessage, zone: tzinfo) -> datetime | None:
    try:
        at = parsedate_to_datetime(str(mail["date"]))
    except (TypeError, ValueError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=zone)

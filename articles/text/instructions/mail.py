"""Mails around a story: their heads, forwarded messages, quoted replies, greetings and signatures."""

import re
from dataclasses import dataclass, field

from articles.text.instructions.agencies import is_agency_line
from articles.text.instructions.mail_words import (
    COVER,
    FAREWELLS,
    FORWARDED,
    GREETINGS,
    HEADERS,
    REPLY,
    SENT_FROM,
    SUBJECT,
    WROTE,
)
from articles.text.instructions.patterns import small

A_STORY = 60  # words above an older mail: so many are the story itself
MOST_FORWARDED = 30  # mails, each in the one before it, that are opened; below them all is the story's
A_BRIEF = 25  # so many are it where what stands below is quoted or shorter
_IN_HEAD = 5  # lines of a mail's head under its sender
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_HEADER = re.compile(rf"[>\s*_]*({HEADERS})[\s*_]*[:：]", re.IGNORECASE)
_SENDER = re.compile(
    r"from|von|de|från|fra|od|kimden|gönderen|від|от|від кого|من|المرسل|מאת|发件人|差出人|para", re.IGNORECASE
)
_QUOTED = re.compile(r"[ \t]*>[> ]*")
_GREETING = re.compile(rf"{GREETINGS}(?![^\W_])(?P<rest>.*)", re.DOTALL)
# "Anna, hello,": a greeting by its shape, wherever the word for it stands.
_ADDRESSED = re.compile(rf"[^\W\d_]+,? {GREETINGS}\s?[,،!]")
_CHATS = re.compile(r"(?: [^\W\d_]+){0,2}\s?[,!.،;–-]")  # "Salut Léo, voilà le papier"
_CALLED = re.compile(rf"[^\W\d_]+,? {GREETINGS}\s?[,!.،]")  # "Левку, привіт! Ось текст"
_COVER = re.compile(COVER)
_FAREWELL = re.compile(rf"{FAREWELLS}(?![^\W_])(?P<rest>.*)", re.DOTALL)
_SENT_FROM = re.compile(SENT_FROM)
# From the first sign of a word on, or right behind another address.
MAIL = re.compile(r"(?:(?<![\w.+-])[\w.+-]++|(?<=[\w-])[.+][\w.+-]{0,63}+)@[\w-]++(?:\.[\w-]++)++")
PHONE = re.compile(
    r"(?<![\w.,/-])(?:(?:\+\s?\(?\d|\(?0)[\d\u00a0 ()./–-]{6,20}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?![\w,])"
    r"|(?<![^\W\d_])(?:tel|phone|mob|cell|fax|handy|móvil|tél|тел|моб|هاتف|جوال|טל|נייד|电话|電話|komórk)[^\W\d_]*\.?\s*[:：]?\s*"
    r"[+(]{0,2}\d[\d\u00a0 ()./–-]{4,20}\d",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)\S+")


@dataclass
class Mail:
    """What stands around the text of a mail, word for word, and the text; `subject` is without "Re:" and "Fwd:"."""

    text: str
    head: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    subject: str = ""


def open_mail(text: str) -> Mail:
    """The text of a mail without heads, without what was forwarded with it and without the mails it answers."""
    mail = Mail("")
    lines = _take_headers(text.split("\n"), mail)
    opened = 0
    while opened < MOST_FORWARDED and (at := _older_mail(lines)) is not None:
        opened += 1
        above = lines[:at]
        if _count(above) >= A_STORY or (_count(above) >= A_BRIEF and _is_answered(lines[at], lines[at + 1 :], above)):
            mail.foot = _said(lines[at:])
            lines = above
            break
        mail.head += _said(lines[: at + 1])
        lines = _take_headers(_unquoted(lines[at + 1 :]), mail)
    else:
        if mail.head:
            lines = _without_quotes_below(lines, mail)
    mail.text = "\n".join(lines)
    return mail


def _unquoted(lines: list[str]) -> list[str]:
    """The lines of a forwarded mail without the marks before them, if its first has one."""
    first = next((line for line in lines if line.strip()), "")
    return [_QUOTED.sub("", line, count=1) for line in lines] if _QUOTED.match(first) else lines


def _count(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines if not _HEADER.match(line[:60]))


def _is_answered(mark: str, below: list[str], above: list[str]) -> bool:
    """Whether an older mail is what the text above it answers: it is quoted line by line, or shorter."""
    return bool(WROTE.fullmatch(small(mark.strip(" >*_\t")))) or _count(below) < _count(above)


def _said(lines: list[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines if line.strip()]


def _take_headers(lines: list[str], mail: Mail) -> list[str]:
    """The lines below a mail's head, if there is one; the head goes to `mail`."""
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    at, names = start, []
    while at < len(lines) and (match := _HEADER.match(lines[at][:60])):
        names.append(match.group(1))
        at += 1
        while at < len(lines) and lines[at][:1] in (" ", "\t") and lines[at].strip() and not _HEADER.match(lines[at]):
            at += 1
    told = [line.strip(" >*_") for line in lines[start:at]]
    subject = next((line[match.end() :] for line in told if (match := SUBJECT.match(line))), "")
    is_head = len(names) > 1 and (subject or any(_SENDER.fullmatch(name) for name in names))
    is_reply = len(names) == 1 and bool(subject) and bool(REPLY.match(subject))
    if not (is_head or is_reply) and not (names and MAIL.search(told[0]) and _SENDER.fullmatch(names[0])):
        return lines
    mail.head += _said(lines[start:at])
    mail.subject = REPLY.sub("", subject, count=1).strip()
    return lines[at:]


def _older_mail(lines: list[str]) -> int | None:
    """The line at which an older mail begins: the words for it, or who wrote when over lines that are quoted."""
    last_quoted = max((at for at, line in enumerate(lines) if _QUOTED.match(line)), default=-1)
    for at, line in enumerate(lines):
        bare = small(line.strip(" >*_\t"))
        if len(bare) > 200 or not bare:
            continue
        is_sure = last_quoted > at or MAIL.search(bare) or _HOUR.search(bare)
        if FORWARDED.fullmatch(bare) or (is_sure and WROTE.fullmatch(bare)) or (at and _is_head(lines, at)):
            return at
    return None


def _is_head(lines: list[str], at: int) -> bool:
    """Whether an older mail's head begins in a line, with its sender first and its subject soon."""
    sender = _HEADER.match(lines[at][:60])
    if not sender or not _SENDER.fullmatch(sender.group(1)):
        return False
    named = [_HEADER.match(line[:60]) for line in lines[at + 1 : at + 1 + _IN_HEAD]]
    return (
        all(named[:2])
        and len(named) > 1
        and any(SUBJECT.match(line.strip(" >*_")) for line in lines[at + 1 : at + 1 + _IN_HEAD])
    )


def _without_quotes_below(lines: list[str], mail: Mail) -> list[str]:
    end = len(lines)
    while end and (not lines[end - 1].strip() or _QUOTED.match(lines[end - 1])):
        end -= 1
    mail.foot = _said(lines[end:])
    return lines[:end]


def is_greeting(text: str) -> bool:
    """Whether a paragraph only greets somebody, or greets and says what comes: "Hi desk, here is the copy."."""
    bare = small(text.strip(" *_"))
    if _ADDRESSED.fullmatch(bare):
        return True
    match = _GREETING.match(bare)
    if match is None or len(text) > 240:
        return False
    rest = match["rest"].strip()
    return (
        not rest
        or rest.isalpha()
        or (len(rest.split()) <= 4 and rest[-1] in ",!،，:.;–-")
        or (rest[0] in ",!،，" and len(rest.split()) <= 2)
        or ("," in bare[:60] and is_cover_note(text))
    )


def begins_with_greeting(text: str) -> bool:
    """Whether a paragraph greets and goes on: "Hi, sending the piece on the bakery. Thanks, Noa"."""
    bare = small(text.strip(" *_"))
    match = _GREETING.match(bare)
    return bool((match and _CHATS.match(match["rest"])) or _CALLED.match(bare))


def is_cover_note(text: str) -> bool:
    """Whether a paragraph says what a mail brings: "Please find the story below."."""
    return len(text) <= 300 and bool(_COVER.match(small(text)))


def is_farewell(text: str) -> bool:
    """Whether a line closes a mail: "Best wishes", "Thanks, Priya", "-- "."""
    bare = small(text.strip(" *_"))
    if bare in ("--", "—", "___", "__") or is_sent_from(text):
        return True
    match = _FAREWELL.match(bare)
    rest = match["rest"].strip(" ,.!،，–-") if match else ""
    if match and rest and match["rest"][0] == " " and len(rest.split()) <= 2 and text.rstrip()[-1].isalpha():
        return all(word.istitle() for word in text.split()[-len(rest.split()) :])  # "Mvh Kajsa"
    return match is not None and (not rest or (len(rest.split()) <= 3 and match["rest"].strip()[0] in ",.!،，–-"))


def is_sent_from(text: str) -> bool:
    """Whether a line was added by a program: "Sent from my iPhone"."""
    return len(text) <= 90 and bool(_SENT_FROM.match(small(text.strip(" *_-—"))))


def is_contact(text: str) -> bool:
    """Whether a line holds a telephone number or a mail address and few words besides."""
    if len(text) > 200 or is_agency_line(text) or not (MAIL.search(text) or PHONE.search(text)):
        return False
    left = _URL.sub(" ", PHONE.sub(" ", MAIL.sub(" ", text)))
    words = re.findall(r"[^\W\d_]{2,}", left)
    return len(words) <= 8 and not re.search(r"[^\W\d_]{4,}[.!?…]\s*$", left)

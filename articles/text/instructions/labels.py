"""Labels before the parts of a story ("HEADLINE: …", "**Vorspann:** …"): which line is which part."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from articles.text.instructions.label_words import (
    CREDIT_OR_CAPTION,
    FIELDS,
    HEADLINE_OR_DESK,
    SURE,
)
from articles.text.instructions.patterns import small

HEAD = 8  # lines from the top, among which one label must be where labels are read at all
SEVERAL = 3  # labels with a dash instead of a colon that are needed for one to be believed
_LABEL = re.compile(
    r"[\s*_#>•-]*(?P<word>[^\W\d_][^:：\n|*]{0,34}?)(?:\s?\([^()]{0,24}\))?(?:[\s*_]*[:：]|(?<=[Ff][Oo][Tt])\.(?=\s)|(?P<dash>\s[-–—|]\s))"
    r"[\s*_]*(?P<value>.*)",
    re.DOTALL,
)
_CAPITALS = re.compile(
    r"[\s*_#]*(?P<word>[A-ZÀ-ÞА-ЯІЇЄҐŁŚŻŹĆŃÓĄĘİŞĞ][^\W\d_a-z][^:\n|*]{0,30}?)[\s*_]*(?:\s[-–—|=]+\s(?P<value>.+))?$"
)
_STRONG = frozenset({"headline", "dek", "byline", "body", "desk", "caption", "credit", "topics"})
_UNKNOWN = re.compile(r"[^\W\d_][\w/ -]{1,24}[:：]\s*\S.{0,120}")
_PROSE = 14  # words of a paragraph that is no value of a label
# Spaces are looked over once, from the first of them on.
_SPLIT = re.compile(r"(?:(?<!\s)\s+)?[,;،、，|\n]\s*|(?<!\s)\s+(?=#)|(?<!\s)\s+[•·]\s+")


@dataclass(frozen=True)
class Label:
    """A label at the head of a line: the field it names, what stands behind it, and whether it shouts."""

    word: str
    field: str
    value: str
    certain: bool
    dashed: bool = False


@dataclass(frozen=True)
class Part:
    """What labels say of a line: its field ("" if none), and the text that is left of it."""

    field: str
    text: str


def label_of(line: str) -> Label | None:
    """The label that a line begins with, or None."""
    match = _LABEL.match(line[:4000]) or (_CAPITALS.match(line) if len(line) <= 300 else None)
    if match is None:
        return None
    word = _folded(match["word"])
    field = FIELDS.get(word, "")
    value = (match["value"] or "").strip()
    value = (
        value + line[4000:]
        if len(line) > 4000
        else value.removesuffix("**").strip()
        if "**" not in value[:-2]
        else value
    )
    if field == "body" and value and len(value.split()) <= 5 and value[-1] not in ".!?。؟":
        field = "byline"
    if field == "credit" and word in CREDIT_OR_CAPTION and len(value.split()) > 8:
        field = "caption"
    if field == "credit" and re.search(r"\.(?:jpe?g|png|webp|gif)\b", value.casefold()):
        field = "note"
    if word in ("words", "text", "tekst") and is_name(value):
        field = "byline"
    if field == "topics" and value.endswith("/"):  # an agency's
        field = "note"
    shouts = word in SURE or (match["word"].isupper() and len(match["word"]) > 2)
    dashed = bool(match.groupdict().get("dash"))
    return Label(word, field, value, (shouts or "**" in line[:4]) and not dashed, dashed) if field else None


def is_name(value: str) -> bool:
    """Whether a value can be a person's name: two to four words with capitals."""
    return 1 < len(value.split()) < 5 and all(word[0].isupper() for word in value.split()) and value[-1] not in ".!?"


def _folded(word: str) -> str:
    return " ".join(small(word).split())


def read_labels(lines: Sequence[str], taken: Sequence[bool], always: bool = False) -> list[Part]:
    """What each line is by the labels of a text; lines that are `taken` are nobody's.

    Labels are believed where the text has several, or a headline's near the top, or where they shout (`always`: they
    come from a file's front matter). A label alone on its line names the line under it.
    """
    labels = {at: label for at, line in enumerate(lines) if not taken[at] and (label := label_of(line))}
    if len({label.field for label in labels.values() if label.dashed} & _STRONG) < SEVERAL:
        labels = {at: label for at, label in labels.items() if not label.dashed}
    labels = _settled(labels)
    fields = {label.field for label in labels.values()} & _STRONG
    near = [at for at, label in labels.items() if label.field in _STRONG and at < HEAD]
    believed = (
        always or (len(fields) > 1 and bool(near)) or any(labels[at].field == "headline" for at in near[:1] if at < 4)
    )
    parts = [Part("", line) for line in lines]
    last_prose = max(
        (at for at, line in enumerate(lines) if at not in labels and len(line.split()) >= _PROSE), default=-1
    )
    if believed:
        labels |= {
            at: Label("", "note", line, False) for at, line in enumerate(lines) if _is_unknown(lines, labels, at)
        }
    seen: set[str] = set()
    below_text = False
    for at, line in enumerate(lines):
        if parts[at].field or taken[at]:
            continue
        label = labels.get(at) or _tags_alone(line, at > last_prose)
        if label is None:
            below_text = below_text or len(line.split()) >= _PROSE
            continue
        if not (believed or label.certain or (label.field == "topics" and at > last_prose)):
            continue
        if below_text and not label.certain and at < last_prose and label.field not in _STRONG:
            continue  # "Place: the town hall": the story's own
        field = "heading" if label.field == "dek" and (label.field in seen or below_text) else label.field
        seen.add(field)
        below_text = below_text or field == "body"
        if field == "body":
            parts[at] = Part("" if label.value else "body", label.value)
            continue
        parts[at] = Part(field, label.value)
        under = at + 1
        if not label.value and under < len(lines) and not taken[under] and under not in labels:
            parts[at], parts[under] = Part("label", ""), Part(field, lines[under])
    return parts


def _is_unknown(lines: Sequence[str], labels: Mapping[int, Label], at: int) -> bool:
    """Whether a line among labels begins with a label that nobody knows: "Edition: Wed"."""
    match = _UNKNOWN.fullmatch(lines[at][:200]) if at not in labels else None
    return match is not None and (at - 1 in labels or at + 1 in labels) and lines[at].rstrip()[-1:] not in (*".!?",)


def named_lines(lines: Sequence[str]) -> list[int]:
    """The lines that labels make parts of a story, where one of them names its headline."""
    parts = read_labels(lines, [False] * len(lines))
    if all(part.field != "headline" for part in parts):
        return []
    return [at for at, part in enumerate(parts) if part.field in _STRONG]


def _tags_alone(line: str, is_below_text: bool) -> Label | None:
    """The label of "Tags" on a line of its own below a story, as pages have it, without a colon."""
    word = _folded(line[:30].strip(" #:"))
    return Label(word, "topics", "", certain=True) if is_below_text and FIELDS.get(word) == "topics" else None


def _settled(labels: dict[int, Label]) -> dict[int, Label]:
    """The labels, "Rubrik" among them read as a headline where no other label is one."""
    has_headline = any(label.field == "headline" for label in labels.values())
    return {
        at: replace(label, field="desk" if has_headline else "headline") if label.word == HEADLINE_OR_DESK else label
        for at, label in labels.items()
    }


def listed(value: str) -> list[str]:
    """The names in a list such as "ferries, ports; islands" or "#ferries #ports", each once."""
    names = (name.strip(" #.\"'[]") for name in _SPLIT.split(value))
    return list(dict.fromkeys(name for name in names if name))

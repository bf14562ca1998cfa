"""From lines to paragraphs: blank lines, indents, lines broken at a column, bullets and marks of headings."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from articles.text.body.nodes import Line, line_text
from articles.text.instructions.labels import label_of
from articles.text.instructions.lines import starts_anew
from articles.text.instructions.markdown import line_of
from articles.text.wire.line_shapes import is_title_like, last_mark
from articles.text.wire.wordlists import SUSPENDING

NARROWEST, WIDEST = 40, 100  # columns at which agencies and mail programs break lines

_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(r"[\ufeff\u200b\u2060]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Signs of scripts that part words by no spaces: a line may be broken before any of them.
_UNSPACED = re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_NOT_IN_WORD = re.compile(r"[^\w-]")
_SPACES = re.compile(r"[^\S\n]{2,}|\t")
_BULLET = re.compile(r"([•‣◦▪●·∙*\-])\s+(?=\S)")
_CERTAIN_BULLETS = "•‣◦▪●∙"
_CREDIT_END = re.compile(r"[^\[]\]$|(?:Photo|Getty|/)[^()]{2,60}\)$")
_HEADING = re.compile(r"(#{1,6})\s+(?=[^\s#])")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_QUOTED = re.compile(r"(?:>\s?)+(?=\s|\S)")


@dataclass
class Para:
    """A paragraph on its way to a part of the story.

    `close` says that no blank line stands before it, `level` is the number of heading marks (#) before it, `quoted`
    that it stands behind ">", and `role` is the part that a rule has found it to be ("" until one has). `written` is
    the
    paragraph as it came, `line` is it with Markdown's links and emphasis, if it has any.
    """

    text: str
    close: bool = False
    bullet: str = ""
    level: int = 0
    role: str = ""
    quoted: bool = False
    written: str = ""
    line: Line = ()


@dataclass
class _Line:
    text: str
    indent: int
    after_blank: bool
    quoted: bool = False

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


def paragraphs(text: str) -> tuple[list[Para], list[str]]:
    """The paragraphs of a text, and notes on words whose hyphen at a line's end could not be judged."""
    lines = _lines(text)
    groups = _grouped(lines, _wrap_width(lines))
    hyphens = _Hyphens(text if any(len(group) > 1 for group in groups) else "")
    found = _without_lone_bullets(_underlined([_paragraph(group, hyphens) for group in groups]))
    for para in found:
        para.written = para.text
        line = line_of(para.text)
        if not line:  # a picture without words
            para.role = "furniture"
        else:
            para.text, para.line = line_text(line), line if any(run.marks for run in line) else ()
    return found, hyphens.notes


def _lines(text: str) -> list[_Line]:
    """Lines that hold something, cleaned; what cannot be seen or stored is taken out."""
    text = _BREAKS.sub("\n", text)
    text = _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", _INVISIBLE.sub("", text)))
    lines, blank = [], True
    for raw in text.split("\n"):
        line = raw.expandtabs(4)
        bare = _SPACES.sub(" ", line.strip())
        quoted = _QUOTED.match(bare)
        bare = bare[quoted.end() :] if quoted else bare
        if not bare or (all(unicodedata.category(c) == "Cf" or c.isspace() for c in bare[:20]) and len(bare) < 20):
            blank = True
            continue
        lines.append(_Line(bare, len(line) - len(line.lstrip()), blank, bool(quoted)))
        blank = False
    return lines


def _wrap_width(lines: list[_Line]) -> int:
    """The column at which the file's lines were broken, or 0 where one line is one paragraph.

    Lines were broken when sentences run on from a full line into the next, and do so more often than there are lines
    too long to be broken ones. Running on shows by a small letter; scripts without case, and stories in capitals,
    need two lines that end without a full stop.
    """
    short = [line for line in lines if line.width <= WIDEST]
    width = max((line.width for line in short), default=0)
    if width < NARROWEST:
        return 0
    sure = likely = 0
    for line, following in pairwise(lines):
        if following.after_blank or not _is_full(line, following.text, width) or _stops(line.text):
            continue
        sure += following.text[0].islower()
        likely += following.text in (following.text.lower(), following.text.upper())
    long = sum(len(line.text) > WIDEST and " " in line.text for line in lines)
    return width if sure > long or likely > long + 1 else 0


def _is_full(line: _Line, following: str, width: int) -> bool:
    """Whether the next line's first word had no more room in a line; some programs break two columns early."""
    first_word = following[:1] if _UNSPACED.match(following) else following.split(" ")[0]
    return NARROWEST // 2 < line.width <= WIDEST and line.width + 1 + len(first_word) > width - 2


def _stops(line: str) -> bool:
    return last_mark(line) in ".!?…؟:。！？："


def _grouped(lines: list[_Line], width: int) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and width and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(group: list[_Line], line: _Line, width: int) -> bool:
    """Whether a line runs on from the one before it, in a file whose lines were broken at a column.

    It does when that line is full, or breaks off before a small letter or inside a word. A blank line, a bullet, a
    heading's mark and a deeper indent begin something new, and a photo credit in brackets ends what it stands in; under
    a bullet a deeper indent goes on with the item.
    """
    last = group[-1]
    if line.quoted != last.quoted or starts_anew(line.text) or starts_anew(last.text) or label_of(line.text):
        return False
    if line.after_blank or _BULLET.match(line.text) or _HEADING.match(line.text) or not _has_words(last.text):
        return False
    if not _has_words(line.text) or _CREDIT_END.search(last.text):
        return False
    if _BULLET.match(group[0].text) and line.indent > group[0].indent:
        return True
    if line.indent > last.indent or (line.indent and _stops(last.text) and line.indent == group[0].indent):
        return False
    if _is_full(last, line.text, width):
        return True
    runs_on = line.text[0].islower() or re.search(r"[^\W\d_]-$", last.text)
    return bool(runs_on) and not _stops(last.text) and len(last.text) <= WIDEST


def _has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)


class _Hyphens:
    """Joins lines, deciding on hyphens at their ends by the other words of the same story."""

    def __init__(self, text: str):
        self.known = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))
        self.notes: list[str] = []

    def joint(self, first: str, second: str) -> tuple[str, str]:
        """The first line as it stands before the second, and what goes between them.

        A hyphen stays, unless the story has the same word without it elsewhere. Between Chinese or Japanese signs goes
        nothing.
        """
        if first.endswith("\u00ad"):
            return first[:-1], ""
        if _UNSPACED.match(first[-1]) and _UNSPACED.match(second):
            return first, ""
        left, right = first.split()[-1], second.split()[0]
        if not left.endswith("-") or not left[-2:-1].isalpha() or right.casefold() in SUSPENDING:
            return first, " "
        left, right = _NOT_IN_WORD.split(left)[-1], _NOT_IN_WORD.split(right)[0]
        if not right[:1].islower() or (left + right).casefold() in self.known:
            return first, ""
        if (left[:-1] + right).casefold() in self.known:
            return first[:-1], ""
        self.notes.append(f"The hyphen in “{left}{right}” stood at the end of a line; check whether it belongs there.")
        return first, ""


def _joined(group: list[_Line], hyphens: _Hyphens) -> str:
    pieces: list[str] = []
    for line, following in pairwise(group):
        pieces += hyphens.joint(line.text, following.text)
    return "".join(pieces) + group[-1].text


def _paragraph(group: list[_Line], hyphens: _Hyphens) -> Para:
    text = _joined(group, hyphens)
    close = not group[0].after_blank
    if heading := _HEADING.match(text):
        return Para(text[heading.end() :].rstrip("# ") or text, close, level=len(heading.group(1)))
    if bullet := _BULLET.match(text):
        return Para(text, close, bullet=bullet.group(1))
    return Para(text, close, quoted=group[0].quoted)


def _underlined(paras: list[Para]) -> list[Para]:
    """The paragraphs, those over a line of = or as many - as they have letters as headings."""
    for para, under in pairwise(paras):
        if under.close and not para.level and _UNDERLINE.fullmatch(under.text) and is_title_like(para.text):
            is_first = under.text[0] == "="
            if is_first or abs(len(under.text) - len(para.text)) <= 2:
                para.level, under.role = (1 if is_first else 2), "rule"
    return [para for para in paras if para.role != "rule"]


def _without_lone_bullets(paras: list[Para]) -> list[Para]:
    """Takes bullets off list items; a dash or a star before a single line may be anything, so there it stays."""
    for index, para in enumerate(paras):
        neighbours = {other.bullet for other in paras[max(index - 1, 0) : index] + paras[index + 1 : index + 2]}
        if para.bullet and para.bullet not in _CERTAIN_BULLETS and para.bullet not in neighbours:
            para.bullet = ""
    for para in paras:
        if para.bullet:
            para.text = _BULLET.sub("", para.text, count=1)
    return paras

"""Which lines of a text are for editors alone: single ones, and parts that run up to the end."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from articles.text.instructions import agencies, agency_words
from articles.text.instructions import line_words as said
from articles.text.instructions.agencies import is_agency_line, is_bracketed, is_catchline, is_head_line, is_take_mark
from articles.text.instructions.embargo import is_embargo
from articles.text.instructions.furniture.reader_words import speaks_to_readers
from articles.text.instructions.mail import (
    begins_with_greeting,
    is_contact,
    is_cover_note,
    is_farewell,
    is_greeting,
    is_sent_from,
)
from articles.text.instructions.patterns import small
from articles.text.moments.read_moment import names_a_day

EMBARGO, INSTRUCTION, NAMED = "embargo", "instruction", "named"
HEAD = 7  # lines from the top in which an agency's head is looked for
_LONGEST = 320  # characters; a longer line is a paragraph, whatever it begins with
_LARGER = 30  # words of a story, below which contacts are its end though as much may follow
_PROSE = 18  # words of a paragraph that is no note
A_STORY = 15  # words above a line from which on everything may be for editors
LONGEST_NOTE = 25  # words of what a mail says of its text without the usual words for it
_SENTENCE = 8  # words of a sentence that is the story's where it follows a farewell or a contact
_SIGNATURE = 15  # lines below a farewell, at most
_ENDS = ("ends", "ende", "end")  # which mean nothing else
_STEM = 5  # letters by which two words may be of one kind
_NAME = 4  # words of a name below a farewell
_DECORATION = re.compile(r"[^\w©(\[]*(?:[(\[](?!c\)))?[^\w©(]*")
_NO_LETTERS = re.compile(r"[\W_]*")

_CREDITS = re.compile(said.CREDITS)
_RIGHTS = re.compile(said.RIGHTS)
_ADVISORIES = re.compile(agency_words.ADVISORIES)
_BRACKETED = re.compile(agency_words.BRACKETED)
_IN_CAPITALS = re.compile(agency_words.IN_CAPITALS)
_CONTACTS = re.compile(said.CONTACTS)
_RELEASE = re.compile(said.RELEASE_HEADS + r"(?![^\W_])(?P<rest>.*)", re.DOTALL)
_NOTE = re.compile(said.NOTE_TO_EDITORS + r"(?P<rest>.*)", re.DOTALL)
_NOT_PUBLIC = re.compile(
    rf"(?:{said.WHAT_FOLLOWS}(?: [^\W\d_]+){{0,4}}? )?{said.NOT_FOR_PUBLICATION}(?P<rest>.*)", re.DOTALL
)
_ABOUT = re.compile(said.ABOUT)
_TO = re.compile(said.TO_LINE)
_DISCLAIMERS = re.compile(said.DISCLAIMERS)
_BYLINE = re.compile(r"(?:by|byline|von|par|por|di|av|af|door|przez|autor\w*|author|автор\w*|מאת|بقلم)\s*[:：]?\s")
_COUNT = re.compile(agency_words.WORD_COUNT)
_NUMBERED = re.compile(r"(?:nr|no|n°|nº|№|num|numer|núm|sayı|вип|رقم|מס)\b\.?'?|№|•")
_TOP = 4  # lines among which an agency's catchline stands
# Two labels with names in one line.
_TWO_LABELS = re.compile(r"(?:[^\W\d_]{2,14}\s?[:：]\s?[^\W\d_.]+(?: [^\W\d_.]+){0,3}\s*[.;,|/·]?\s*){2,4}")
_GOES_ON = re.compile(r"\W*\w+(?: [\w:.]+){0,6}(?:,| [–—-]) \w+(?: \w+){3,}[^:]*")
_REACHED = re.compile(r"[:：@]|www\.|https?:|\d[\d ()/-]{4,}\d")


@dataclass
class _Read:
    """A line in the forms that rules look at: as written, in small letters without decoration, and what it is."""

    text: str
    close: bool
    bare: str
    words: int
    kind: str = ""

    @property
    def is_prose(self) -> bool:
        return self.words >= _PROSE and self.ends_sentence

    @property
    def is_sentence(self) -> bool:
        return self.words >= _SENTENCE and self.ends_sentence

    @property
    def ends_sentence(self) -> bool:
        return self.text.rstrip("\"'”’»)]")[-1:] in (*".!?…。؟",)


def kinds_of(texts: Sequence[str], close: Sequence[bool], named: Collection[int] = ()) -> list[str]:
    """What each paragraph of a text is: "embargo", "instruction", or "" where it may be the story.

    `close` says which paragraphs follow the one before them without a blank line, `named` are those that a label makes
    a part of the story.
    """
    lines = [_read(text, near) for text, near in zip(texts, close, strict=True)]
    for at in named:
        lines[at].kind = NAMED
    for at, line in enumerate(lines):
        line.kind = line.kind or _alone(lines, at)
    for before, line in pairwise(lines):
        if (
            before.kind == EMBARGO
            and not names_a_day(before.text)
            and line.close
            and line.words <= 12
            and names_a_day(line.text)
        ):
            line.kind = EMBARGO  # "EMBARGO:", and the moment on a line of its own
    free = [line for line in lines[:HEAD] if not line.kind][:2]
    if len(free) > 1 and agencies.is_slug_above(free[0].text, free[1].text):
        free[0].kind = INSTRUCTION
    _mark_top(lines)
    _mark_blocks(lines)
    _mark_rest(lines)
    _mark_signature(lines)
    return [line.kind.removeprefix(NAMED) for line in lines]


@lru_cache(maxsize=8192)
def starts_anew(line: str) -> bool:
    """Whether a line belongs to no line before it: an instruction of one line."""
    read = _read(line, True)
    return bool(_alone([read], 0)) or is_greeting(line) or is_farewell(line)


def _read(text: str, close: bool) -> _Read:
    bare = small(_DECORATION.sub("", text[:_LONGEST], count=1))
    return _Read(text, close, bare, len(text[:5000].split()))


def _alone(lines: Sequence[_Read], at: int) -> str:
    """What a line is for its own words, and for an embargo by the sentences above it."""
    line = lines[at]
    if _DISCLAIMERS.match(line.bare):
        return INSTRUCTION
    if len(line.text) > _LONGEST or not line.bare:
        return ""
    if is_embargo(line.text) and not (line.is_sentence and _is_told_of_embargo(lines, at)):
        return EMBARGO
    return _in_place(line.text, min(at, HEAD))


@lru_cache(maxsize=8192)
def _in_place(text: str, at: int) -> str:
    """What a short line is for its own words so far from the top; a page has the same lines many times."""
    line = _read(text, False)
    bare = line.bare
    if (at and is_take_mark(text)) or _COUNT.fullmatch(bare.strip(" .()[]*")) or is_agency_line(text):
        return INSTRUCTION
    if text.startswith("((") and text.endswith("))"):
        return INSTRUCTION
    if (at == 0 and said.OVER_ALL.fullmatch(bare)) or (at < _TOP and is_catchline(text)):
        return INSTRUCTION
    if line.words <= 14 and _TWO_LABELS.fullmatch(text):
        return INSTRUCTION
    if at < HEAD and _TO.match(bare):
        return INSTRUCTION
    if (is_bracketed(text) and _BRACKETED.match(bare)) or (text.isupper() and _IN_CAPITALS.match(bare)):
        return INSTRUCTION
    if _RIGHTS.match(bare) or _ADVISORIES.match(bare) or _is_credit(text, bare):
        return INSTRUCTION
    if is_sent_from(text) or (_CONTACTS.match(bare) and not line.is_prose and not _is_told_of(line)):
        return INSTRUCTION
    if is_contact(text) and not _BYLINE.match(bare):
        return INSTRUCTION
    if (match := _NOTE.match(bare)) and (match["rest"].strip()[:1] in (*":-–—)]*.=＝", "")):
        return INSTRUCTION
    return INSTRUCTION if _is_release_head(bare) or _opens_private_part(line) else ""


def _is_told_of(line: _Read) -> bool:
    """Whether words for contacts begin a sentence of a story: "For more information, she says, look outside."."""
    return (
        line.text.rstrip()[-1:] == "."
        and line.words >= 4
        and not (speaks_to_readers(line.text) or _REACHED.search(line.text))
    )


def _is_told_of_embargo(lines: Sequence[_Read], at: int) -> bool:
    """Whether a sentence that begins like an embargo is a story's: it stands among others, or names no moment."""
    text = lines[at].text
    return _goes_on(text) or any(line.is_sentence and not line.kind for line in lines[max(at - 3, 0) : at])


def _is_credit(text: str, bare: str) -> bool:
    """Whether a line says who reported or edited: in brackets, or with a name behind "by", so with a capital."""
    match = _CREDITS.match(bare)
    if match is None:
        return False
    if match.group()[-2:-1] != " ":  # whole words, and no name whose capital could tell
        return True
    at = len(text) - len(_DECORATION.sub("", text, count=1)) + match.end() - 1
    return is_bracketed(text) or not text[at : at + 1].islower()


def _is_release_head(bare: str) -> bool:
    """Whether a line says what is sent and when: "PRESS RELEASE", "FOR IMMEDIATE RELEASE – 22 May 2026"."""
    match = _RELEASE.match(bare)
    rest = match["rest"].strip(" *_)]") if match else ""
    return match is not None and (
        not rest
        or (" " in bare[: match.start("rest")] and len(rest.split()) == 1)
        or (rest[0] in ":–—-|,/(•·" and len(rest.split()) <= 7)
        or ((rest[0].isdecimal() or bool(_NUMBERED.match(rest))) and len(rest.split()) <= 5)
    )


def _goes_on(text: str) -> bool:
    """Whether words of an instruction are cited in a sentence: "Not for sharing – so it says on the door."."""
    return text[-1:] == "." and not re.search(r"\d", text) and bool(_GOES_ON.fullmatch(text))


def _opens_private_part(line: _Read) -> bool:
    """Whether a line says that it, and what follows, is not for publication: no sentence of a story about that."""
    match = _NOT_PUBLIC.match(line.bare)
    rest = match["rest"].strip() if match else ""
    if match is None or _goes_on(line.text):
        return False
    return line.words <= 30 and (not re.search(r"\w", rest) or rest[0] in ":–—-.(")


def _mark_top(lines: list[_Read]) -> None:
    """Greetings and what a mail says of the text it brings; lines of an agency's head under its first."""
    if lines and not lines[0].kind and lines[0].words <= 3 and lines[0].text[-1:] in (*",،!",) and len(lines) > 3:
        lines[0].kind = INSTRUCTION  # a greeting by its shape: "Evening, all!"
        _mark_cover(lines, 1)
    for at, line in enumerate(lines[:4]):
        if not line.kind and (is_greeting(line.text) or (at == 0 and len(lines) > 3 and _is_cover(lines))):
            line.kind = INSTRUCTION
            _mark_cover(lines, at + 1)
            break
    for before, line in pairwise(lines[:HEAD]):
        if not line.kind and (is_agency_line(before.text) or before.kind == "head") and is_head_line(line.text):
            line.kind = "head"
    for line in lines[:HEAD]:
        line.kind = INSTRUCTION if line.kind == "head" else line.kind


def _is_cover(lines: Sequence[_Read]) -> bool:
    """Whether the first line says what a mail brings: a title comes soon."""
    line = lines[0]
    if all(under.ends_sentence for under in lines[1:3]):
        return False
    if line.words <= 40 and line.words > 3 and begins_with_greeting(line.text):
        return True
    return line.words <= 60 and line.text.rstrip()[-1:] in (*".!?…:。؟",) and is_cover_note(line.text)


def _mark_cover(lines: list[_Read], at: int) -> None:
    """The note under a greeting, up to a title, and the farewell that closes it, with a name."""
    for line in lines[at : at + 4]:
        if line.kind:
            continue
        if is_farewell(line.text):
            line.kind = INSTRUCTION
            name = lines[lines.index(line) + 1 :][:1]
            if name and not name[0].kind and name[0].close and name[0].words <= 4:
                name[0].kind = INSTRUCTION
            return
        ends = line.text.rstrip()[-1:] in (*".!?…:。؟",)
        if not ends or line.words > 60 or not (is_cover_note(line.text) or _title_follows(lines, line)):
            return
        line.kind = INSTRUCTION


def _title_follows(lines: list[_Read], note: _Read) -> bool:
    """Whether a title over sentences comes after a short paragraph, which then is no story's first.

    A farewell and a name may stand between the two.
    """
    at = next(at for at, line in enumerate(lines) if line is note)
    below = [line for line in lines[at + 1 : at + 9] if line.words > 2 and not is_farewell(line.text)]
    if note.words > LONGEST_NOTE or len(below) < 2 or below[0].kind:
        return bool(below) and below[0].kind == NAMED
    title = below[0].text.rstrip()[-1:] not in (*".!?…:,;。؟",) and below[0].words <= 20
    return title and any(line.is_sentence for line in below[1:])


def _mark_blocks(lines: list[_Read]) -> None:
    """What stands under a contact without a blank line: names, numbers, addresses."""
    in_block = False
    for at, line in enumerate(lines):
        is_start = line.kind == INSTRUCTION and bool(_CONTACTS.match(line.bare) or is_contact(line.text))
        in_block = is_start or (in_block and line.close)
        if in_block and not line.kind:
            is_headline = line.words > 3 and any(under.is_sentence for under in lines[at + 1 : at + 2])
            in_block = line.words <= 8 and _is_short(line) and not is_headline
            line.kind = INSTRUCTION if in_block else ""


def _mark_rest(lines: list[_Read]) -> None:
    """From the first line that opens a part for editors up to the end."""
    words = sum(line.words for line in lines)
    above = 0
    is_release = any(line.kind for line in lines)
    last_prose = max((at for at, line in enumerate(lines) if line.is_sentence and not line.kind), default=-1)
    before = ""
    for at, line in enumerate(lines):
        below = words - above - line.words
        if above >= A_STORY and line.words <= 6 and line.bare.startswith(("(c)", "©")):
            line.kind = line.kind or INSTRUCTION
        if _opens_rest(line, above, below, at >= last_prose) or (
            above >= A_STORY
            and below <= above
            and is_release
            and (_is_about(line, bool(before)) or _heads_boilerplate(lines, at))
        ):
            for each in lines[at:]:
                each.kind = each.kind or INSTRUCTION
            return
        above += 0 if line.kind else line.words
        before = line.kind


def _opens_rest(line: _Read, above: int, below: int, is_below_prose: bool) -> bool:
    """Whether everything from this line on is for editors: never the larger part of a text, never before any story."""
    if above < A_STORY:
        return False
    if line.kind == INSTRUCTION and _opens_private_part(line):
        return True
    note = _NOTE.match(line.bare) if line.kind == INSTRUCTION else None
    if note and (len(note["rest"].split()) <= 2 or above > below):
        return True
    if is_take_mark(line.text):
        is_end = _is_release_end(line) and (below <= above or not line.text[0].isalpha() or line.bare in _ENDS)
        return not agency_words.GOES_ON.match(line.bare) and (below <= above / 2 or is_end)
    is_tail = is_below_prose or below <= above / 3 or (above >= _LARGER and below * 4 <= above * 3)
    return line.kind == INSTRUCTION and bool(_CONTACTS.match(line.bare)) and is_tail


def _is_release_end(line: _Read) -> bool:
    return bool(agency_words.ENDS.fullmatch(small(line.text.strip(" -–—/*()[]#（）【】"))))


def _is_about(line: _Read, is_below_instructions: bool) -> bool:
    """Whether a line heads what a press office says of itself: "About the Ministry of Transport".

    In the middle of a text the name has a capital: "Om bron öppnar i tid" is a subhead.
    """
    if (background := said.BACKGROUND.fullmatch(line.bare)) and (is_below_instructions or not background["rest"]):
        return True
    if is_below_instructions and ":" in line.text[2:60] and _ABOUT.match(line.bare):
        return True
    if not 2 <= line.words <= 10 or line.text.rstrip()[-1:] in (*".!?",):
        return False
    if said.ABOUT_LAST.match(line.bare):
        return True
    match = _ABOUT.match(line.bare)
    at = len(line.text) - len(_DECORATION.sub("", line.text, count=1)) + match.end() if match else 0
    return match is not None and (is_below_instructions or not line.text[at:].lstrip(" :")[:1].islower())


def _heads_boilerplate(lines: Sequence[_Read], at: int) -> bool:
    """Whether a line with a small letter heads it too: a paragraph or two on the same follow, without quotations."""
    if not said.ABOUT_SURELY.match(lines[at].bare) or lines[at].words > _SENTENCE or lines[at].ends_sentence:
        return False
    below = list(takewhile(lambda line: not line.kind, lines[at + 1 : at + 4]))
    if not 1 <= len(below) <= 2 or any(set(line.text) & set('“”„«»"') for line in below):
        return False
    named = {word[:_STEM] for word in lines[at].bare.split() if len(word) >= _STEM}
    return any(word[:_STEM] in named for word in re.findall(r"[^\W\d_]{5,}", below[0].bare))


def _mark_signature(lines: list[_Read]) -> None:
    """A farewell and what stands below it; names and titles over the telephone number that ends a text."""
    for at in range(max(2, len(lines) - _SIGNATURE), len(lines)):
        if is_farewell(lines[at].text) and _ends_mail(lines, at):
            for line in lines[at:]:
                line.kind = line.kind or INSTRUCTION
            break
    end = len(lines)
    while end and (lines[end - 1].kind or _is_short(lines[end - 1])):
        end -= 1
    first = next((at for at in range(end, len(lines)) if is_contact(lines[at].text)), end)
    for under, line in pairwise(reversed(lines[end : first + 1])):
        if line.kind or not _may_be_title(line, under):
            break
        line.kind = INSTRUCTION


def _ends_mail(lines: Sequence[_Read], at: int) -> bool:
    """Whether a farewell closes a text: no sentence of a story follows, or a name does, and less than stands above."""
    below = lines[at + 1 :]
    if not any(line.is_sentence and not line.kind for line in below):
        return True
    above, rest = (sum(line.words for line in part if not line.kind) for part in (lines[:at], below))
    return below[0].words <= _NAME and _is_short(below[0]) and rest * 2 <= above


def _is_short(line: _Read) -> bool:
    return line.words <= 8 and not line.ends_sentence


def _may_be_title(line: _Read, under: _Read) -> bool:
    """Whether a short line over a contact is a name or a title: the contact touches it, or its words have capitals."""
    capitals = [word for word in line.text.split() if word[:1].isalpha() and len(word) > 3]
    return under.close or all(not word[0].islower() for word in capitals)

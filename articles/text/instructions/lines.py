"""Which lines of a text are for editors alone: single ones, and parts that run up to the end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.text.instructions import line_words as said
from articles.text.instructions.agencies import is_agency_line, is_head_line
from articles.text.instructions.embargo import is_embargo
from articles.text.instructions.mail import is_contact, is_cover_note, is_farewell, is_greeting, is_sent_from
from articles.text.instructions.patterns import small
from articles.text.moments.read_moment import names_a_day

EMBARGO, INSTRUCTION = "embargo", "instruction"
HEAD = 7  # lines from the top in which an agency's head is looked for
_LONGEST = 320  # characters; a longer line is a paragraph, whatever it begins with
_PROSE = 18  # words of a paragraph that is no note
A_STORY = 15  # words above a line from which on everything may be for editors
LONGEST_NOTE = 25  # words of what a mail says of its text without the usual words for it
_SENTENCE = 8  # words of a sentence that is the story's where it follows a farewell or a contact
_SIGNATURE = 15  # lines below a farewell, at most
_DECORATION = re.compile(r"[^\w©(\[]*(?:[(\[](?!c\)))?[^\w©(]*")
_NO_LETTERS = re.compile(r"[\W_]*")

_CREDITS = re.compile(said.CREDITS)
_RIGHTS = re.compile(said.RIGHTS)
_ADVISORIES = re.compile(said.ADVISORIES)
_BRACKETED = re.compile(said.BRACKETED)
_CONTACTS = re.compile(said.CONTACTS)
_RELEASE = re.compile(said.RELEASE_HEADS + r"(?![^\W_])(?P<rest>.*)", re.DOTALL)
_NOTE = re.compile(said.NOTE_TO_EDITORS + r"(?P<rest>.*)", re.DOTALL)
_NOT_PUBLIC = re.compile(
    rf"(?:{said.WHAT_FOLLOWS}(?: [^\W\d_]+){{0,4}}? )?{said.NOT_FOR_PUBLICATION}(?P<rest>.*)", re.DOTALL
)
_ABOUT = re.compile(said.ABOUT)
_TO = re.compile(said.TO_LINE)
_DISCLAIMERS = re.compile(said.DISCLAIMERS)
_TAKE = re.compile(said.TAKE_MARKS)
_BYLINE = re.compile(r"(?:by|byline|von|par|por|di|av|af|door|przez|autor\w*|author|автор\w*|מאת|بقلم)\s*[:：]?\s")
_COUNT = re.compile(said.WORD_COUNT)


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


def kinds_of(texts: Sequence[str], close: Sequence[bool]) -> list[str]:
    """What each paragraph of a text is: "embargo", "instruction", or "" where it may be the story.

    `close` says which paragraphs follow the one before them without a blank line.
    """
    lines = [_read(text, near) for text, near in zip(texts, close, strict=True)]
    for at, line in enumerate(lines):
        line.kind = _alone(lines, at)
    for before, line in pairwise(lines):
        if (
            before.kind == EMBARGO
            and not names_a_day(before.text)
            and line.close
            and line.words <= 12
            and names_a_day(line.text)
        ):
            line.kind = EMBARGO  # "EMBARGO:", and the moment on a line of its own
    _mark_top(lines)
    _mark_blocks(lines)
    _mark_rest(lines)
    _mark_signature(lines)
    return [line.kind for line in lines]


def starts_anew(line: str) -> bool:
    """Whether a line belongs to no line before it: an instruction of one line."""
    read = _read(line, True)
    return bool(_alone([read], 0)) or is_greeting(line) or is_farewell(line)


def _read(text: str, close: bool) -> _Read:
    bare = small(_DECORATION.sub("", text[:_LONGEST], count=1))
    return _Read(text, close, bare, len(text[:5000].split()))


def _alone(lines: Sequence[_Read], at: int) -> str:
    """What a line is for its own words."""
    line = lines[at]
    text, bare = line.text, line.bare
    if _DISCLAIMERS.match(bare):
        return INSTRUCTION
    if len(text) > _LONGEST or not bare:
        return ""
    if is_embargo(text):
        return EMBARGO
    if (at and is_take_mark(text)) or _COUNT.fullmatch(bare.strip(" .()[]*")) or is_agency_line(text):
        return INSTRUCTION
    if at < HEAD and _TO.match(bare):
        return INSTRUCTION
    if is_bracketed(text) and _BRACKETED.match(bare):
        return INSTRUCTION
    if _RIGHTS.match(bare) or _ADVISORIES.match(bare) or _is_credit(text, bare):
        return INSTRUCTION
    if is_sent_from(text) or (_CONTACTS.match(bare) and not line.is_prose):
        return INSTRUCTION
    if is_contact(text) and not _BYLINE.match(bare):
        return INSTRUCTION
    if (match := _NOTE.match(bare)) and (match["rest"].strip()[:1] in ("", ":", "-", "–", "—", ")", "]", "*", ".")):
        return INSTRUCTION
    return INSTRUCTION if _is_release_head(bare) or _opens_private_part(line) else ""


def is_bracketed(text: str) -> bool:
    """Whether a line stands in brackets."""
    return text.strip(" *_")[:1] in ("(", "[") and text.strip(" *_.")[-1:] in (")", "]")


def is_take_mark(text: str) -> bool:
    """Whether a line says where a text ends or that it goes on: "-30-", "ENDS", "(more)", "###"."""
    bare = text.strip()
    if len(bare) > 60:
        return False
    if re.fullmatch(r"(?:# ?){3,}|-+ ?30 ?-+|\(?-{0,2}30-{0,2}\)?", bare):
        return True
    return bool(_TAKE.fullmatch(small(bare.strip(" .,:;!()[]<>/\\|*#=_~–—-")))) and not bare.endswith(("?", "!"))


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
        or (rest[0] in ":–—-|,/(" and len(rest.split()) <= 7)
        or (rest[0].isdecimal() and len(rest.split()) <= 5)
    )


def _opens_private_part(line: _Read) -> bool:
    """Whether a line says that it, and what follows, is not for publication: no sentence of a story about that."""
    match = _NOT_PUBLIC.match(line.bare)
    rest = match["rest"].strip() if match else ""
    return match is not None and line.words <= 30 and (not re.search(r"\w", rest) or rest[0] in ":–—-.(")


def _mark_top(lines: list[_Read]) -> None:
    """Greetings and what a mail says of the text it brings; lines of an agency's head under its first."""
    for at, line in enumerate(lines[:4]):
        if not line.kind and (is_greeting(line.text) or (at == 0 and len(lines) > 3 and _is_cover(line))):
            line.kind = INSTRUCTION
            _mark_cover(lines, at + 1)
            break
    for before, line in pairwise(lines[:HEAD]):
        if not line.kind and (is_agency_line(before.text) or before.kind == "head") and is_head_line(line.text):
            line.kind = "head"
    for line in lines[:HEAD]:
        line.kind = INSTRUCTION if line.kind == "head" else line.kind


def _is_cover(line: _Read) -> bool:
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
        return False
    title = below[0].text.rstrip()[-1:] not in (*".!?…:,;。؟",) and below[0].words <= 20
    return title and any(line.is_sentence for line in below[1:])


def _mark_blocks(lines: list[_Read]) -> None:
    """What stands under a contact without a blank line: names, numbers, addresses."""
    in_block = False
    for line in lines:
        is_start = line.kind == INSTRUCTION and bool(_CONTACTS.match(line.bare) or is_contact(line.text))
        in_block = is_start or (in_block and line.close)
        if in_block and not line.kind:
            in_block = line.words <= 8 and _is_short(line)
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
        if above >= 40 and line.words <= 6 and line.bare.startswith(("(c)", "©")):
            line.kind = line.kind or INSTRUCTION
        if _opens_rest(line, above, below, at >= last_prose) or (
            above >= A_STORY and below <= above and is_release and _is_about(line, bool(before))
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
        return not said.GOES_ON.match(line.bare) and (below <= above / 2 or _is_release_end(line))
    return line.kind == INSTRUCTION and bool(_CONTACTS.match(line.bare)) and is_below_prose


def _is_release_end(line: _Read) -> bool:
    return small(line.text.strip(" -–—/*()[]")) in ("ends", "ende", "30", "end")


def _is_about(line: _Read, is_below_instructions: bool) -> bool:
    """Whether a line heads what a press office says of itself: "About the Ministry of Transport".

    In the middle of a text the name has a capital: "Om bron öppnar i tid" is a subhead.
    """
    if not 2 <= line.words <= 10 or line.text.rstrip()[-1:] in (*".!?",):
        return False
    if said.ABOUT_LAST.match(line.bare):
        return True
    match = _ABOUT.match(line.bare)
    at = len(line.text) - len(_DECORATION.sub("", line.text, count=1)) + match.end() if match else 0
    return match is not None and (is_below_instructions or not line.text[at:].lstrip(" :")[:1].islower())


def _mark_signature(lines: list[_Read]) -> None:
    """A farewell and what stands below it; names and titles over the telephone number that ends a text."""
    for at in range(max(2, len(lines) - _SIGNATURE), len(lines)):
        if is_farewell(lines[at].text) and not any(line.is_sentence and not line.kind for line in lines[at + 1 :]):
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


def _is_short(line: _Read) -> bool:
    return line.words <= 8 and line.text.rstrip()[-1:] not in (*".!?…。؟",)


def _may_be_title(line: _Read, under: _Read) -> bool:
    """Whether a short line over a contact is a name or a title: the contact touches it, or its words have capitals."""
    capitals = [word for word in line.text.split() if word[:1].isalpha() and len(word) > 3]
    return under.close or all(not word[0].islower() for word in capitals)

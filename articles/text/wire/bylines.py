"""Bylines: "By A, B and C in Kyiv", in several languages, and a name that stands alone."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.translation import gettext as _

from articles.text.wire.datelines import first_date, is_agency, is_date_line
from articles.text.wire.line_shapes import (
    ends_sentence,
    is_name_like,
    is_title_like,
    nice_capitals,
    opens_with_quote,
    words,
)
from articles.text.wire.paragraphs import Para
from articles.text.wire.wordlists import NO_REPORTERS

HOUSE_LINE = "house"  # the role of a line that says what those of the byline are
HEAD = 24  # paragraphs from the top in which a byline is looked for, before the very last paragraph

_PREFIX = re.compile(
    r"(?:(?:written |reported |story |text |words |analysis |reporting )?by|par|von|por|di|door|av|af|przez|oprac\.)"
    r"(?:\s*:\s*|\s+)(?=\S)"
    r"|from\s+(?=(?-i:[A-Z])\w+ (?-i:[A-Z])\w+ in\s)"
    r"|(?:автори?|автор(?:ка)?|текст|author|auteure?|autor(?:[ai]|in|ka)?|autorzy|byline|tekst|text och foto|text|yazan"
    r"|(?:haber|kamera|foto(?:ğraf)?)(?: ?[-/] ?(?:haber|kamera|foto(?:ğraf)?))?|muhabir"
    r"|imza|كتبه?|كتبت|بقلم|כתב|כתבת|כתבו|מאת|记者|作者|記者)\s*[:：]\s*(?=\S)"
    r"|(?:بقلم|מאת)\s*[:：]?\s+(?=\S)",
    re.IGNORECASE,
)
# Who wrote, and behind that who took the pictures: "Words: Ann Lee. Pictures: Tom Roe", "Text och bild: Tova Hage".
_WROTE = re.compile(
    r"(?:words|text|texte|texto|tekst|текст|report|reportage|reportaje"
    r"|crónica|reportaż|репортаж|story|تقرير|نص"
    r"|כתבה|טקסט)"
    r"(?: ?(?:&|\+|,|/|and|und|et|y|och|i|та|і|و)? ?(?:pictures?|photos?|fotos?|bild|bilder|zdjęcia"
    r"|фото|תמונות))?\s*[:：]\s*"
    r"(?P<name>[^\d:：,;|/.]{3,40}?)(?:\s*[.,;|/]\s*[^\W\d_]{3,14}\s*[:：]\s*[^\d:：]{3,40})?\.?",
    re.IGNORECASE,
)
_WROTE_IN_ARABIC = re.compile(r"كتبت?(?:ها)?\s+(?P<name>[^\s\d]+ [^\s\d]+(?: [^\s\d]+)?)")
_UNSPACED_NAME = re.compile(
    r"[【(（]?(?:本[报報])?(?:记者|記者|作者|撰文|取材|文)?[\s・/／:：]*"
    r"(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,3} [\u4e00-\u9fff]{1,3})"
    r"(?:\s*(?:报道|報道))?[】)）]?"
)
_UNSPACED_BODIES = tuple("部社科课課报報网室院学市県省区局会了完")
_WRITTEN = (_WROTE, _WROTE_IN_ARABIC, _UNSPACED_NAME)
_TELLS = 40  # bytes of a sentence
_LONGEST = 160
_JOINED_NAMES = re.compile(r"(?<![,،])\s(?:و|ו)\w")
_AGENCY = re.compile("סוכנות|وكالة")
_BRACKETED = re.compile(r"\s\(([^()]{2,60})\)$")
_BARS = re.compile(r"\s+[|•·–—]\s+")
_DATED = re.compile(r"(?P<name>[^\d—–|•·,]{3,50}?)\s*[—–|•·,-]\s*(?P<date>[^\W_].{5,60})")
_INSIDE_NAMES = frozenset(["بن", "ابن", "أبو", "أم", "عبد", "آل", "בן", "בת", "בר", "אבו", "אל"])
_SPLIT = re.compile(
    r"\s*[,،、;|•·]\s*(?:(?:and|et|und|y|та|і|и|och|og|oraz|ve|&)\s+)?|\s+[-–—/]\s+"
    r"|\s+(?:and|et|und|y|e|och|og|oraz|i|ve|та|і|й|и|و|&|with)\s+|\s+ו(?=\w)",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\s+(?:in|à|en|i|w|we|у|в|aus|из|із|з|في)\s+(?=\S)", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:for|of|pour|für)\s+(?=[^\W\d_])", re.IGNORECASE)
_STROKE = re.compile(r"(?<=[^\W\d_]{3})/(?=[A-Z]{2,6}$)")  # Bo Frisk/NBX
_EMAIL = re.compile(r"[<(\[]?(?:mailto:)?[^\s<>()\[\],;|@]+@[^\s<>()\[\],;|@]+\.[^\s<>()\[\],;|@]+[>)\]]?")
_ROLE = re.compile(
    r"\b(?:correspondent|editor|staff|reporter|writer|analyst|bureau|chief|columnist|producer|contributor|redakteur(?:in)?"
    r"|korrespondent(?:in)?|journaliste?|correspondante?|кореспондент(?:ка)?)\b",
    re.IGNORECASE,
)
# What a house is called, last: "Norland Press".
_HOUSE = re.compile(r"\S (?:press|news(?: agency| service)?|agency|wire|network|agentur|ajansı)$", re.IGNORECASE)


@dataclass
class ParsedByline:
    """What a byline says: names, and what may stand beside them; `extra` is what is none of these."""

    names: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    agency: str = ""
    date_words: str = ""
    extra: list[str] = field(default_factory=list)
    eased: list[str] = field(default_factory=list)  # names that stood in capitals

    def add(self, other: "ParsedByline") -> None:
        """Takes in what another byline of the same story says."""
        self.names += [name for name in other.names if name not in self.names]
        self.eased += [name for name in other.eased if name not in self.eased]
        self.places += other.places
        self.agency = self.agency or other.agency
        self.date_words = self.date_words or other.date_words


def mark_bylines(paras: list[Para]) -> tuple[ParsedByline, list[str]]:
    """Gives lines that say "By …" their role; returns what they say together, and notes.

    They are looked for near the top and in the last paragraph. A line that holds more than names, places, agency and
    date keeps its words in the furniture, and a note says so.
    """
    whole, notes = ParsedByline(), []
    _mark_signed(paras, whole)
    _mark_titled(paras[1:HEAD], whole)
    _mark_written(paras[1:HEAD], whole)
    for above, para in pairwise(paras[:HEAD]):
        if not para.role and _is_role(para.text) and not above.role and is_name_like(above.text):
            para.role = HOUSE_LINE
    _mark_dated(paras[:HEAD], whole)
    candidates = [para for para in [*paras[:HEAD], *_last(paras)] if not para.role and not para.level]
    for para in candidates:
        said = parse_byline(para.text)
        if said is None or (para is paras[0] and not _headline_follows(paras)):
            continue
        para.role = "byline"
        _mark_house_line(paras, paras.index(para))
        whole.add(said)
        if said.extra:
            para.role = "byline with more"
            notes.append(f"The byline says more than names: “{para.text}”.")
    return whole, notes


def _last(paras: list[Para]) -> list[Para]:
    """The last paragraphs below the head that no rule has claimed, where agencies sign."""
    return [para for para in paras[HEAD:] if not para.role][-1:]


def _mark_signed(paras: list[Para], whole: ParsedByline) -> None:
    """A name and its agency, over a story or below it: "Sven Aker/TT", "(Dora Lind/PAP)"."""
    for para in [*paras[1:4], *[para for para in paras[2:] if not para.role][-3:]]:
        name, slash, agency = para.text.strip("() .").rpartition("/")
        if not para.role and slash and is_agency(agency) and is_name_like(name.strip()):
            para.role = "byline"
            whole.add(ParsedByline([_person(name.strip())], agency=agency.strip()))


def _mark_written(paras: list[Para], whole: ParsedByline) -> None:
    """Who wrote what stands below, by the word for it, or a Chinese or Japanese name right above the first sentence."""
    told = next((at for at, para in enumerate(paras) if _tells(para.text)), len(paras))
    for at, para in enumerate(paras):
        shapes = _WRITTEN if at < told else _WRITTEN[:1]
        match = next((found for shape in shapes if (found := shape.fullmatch(para.text[:_LONGEST]))), None)
        name = match["name"].strip() if match else ""
        is_free = para.role in ("", "instruction") and not para.level and (name != para.text or at + 1 == told)
        is_name = is_name_like(name) and len(name) > 1 and name[-1] not in _UNSPACED_BODIES
        if is_free and is_name and (" " in name or not name.isascii()):
            para.role = "byline"
            whole.add(ParsedByline([_person(name)]))


def _tells(text: str) -> bool:
    return ends_sentence(text) and len(text.encode()) > _TELLS


def _mark_titled(paras: list[Para], whole: ParsedByline) -> None:
    """A name and what its bearer is, on one line: "Pat Grady, News Reporter"."""
    for para in paras:
        name, comma, role = para.text[:_LONGEST].partition(", ")
        is_name = comma and 1 < len(name.split()) <= 4 and is_name_like(name)
        if is_name and not (para.role or para.level or parse_byline(para.text)) and _is_role(role):
            para.role = "byline"
            whole.add(ParsedByline([_person(name)]))


def _mark_dated(paras: list[Para], whole: ParsedByline) -> None:
    """A name and a date on one line: "Olena Koval — Tuesday, 9 June 2026, 12:14"."""
    for para in paras[1:]:
        if para.role or len(para.text) > 100 or is_date_line(para.text) or parse_byline(para.text):
            continue
        parts = _BARS.split(para.text)
        signed = [said for part in parts if (said := parse_byline(part))]
        if len(parts) > 1 and signed and sum(map(is_date_line, parts)) == len(parts) - 1:
            para.role = "byline"
            whole.add(signed[0])
            whole.date_words = whole.date_words or next(part for part in parts if is_date_line(part))
            continue
        match = _DATED.fullmatch(para.text)
        if match and is_date_line(match["date"]) and is_name_like(match["name"]) and " " in match["name"]:
            para.role = "byline"
            whole.add(ParsedByline([_person(match["name"])], date_words=match["date"]))


def _is_role(text: str) -> bool:
    return len(text.split()) <= 4 and not ends_sentence(text) and bool(_ROLE.search(text))


def _mark_house_line(paras: list[Para], at: int) -> None:
    """The line under a byline that says what its people are: "Norland Press Writer", "Staff Reporter"."""
    if at + 1 < len(paras) and not paras[at + 1].role and paras[at + 1].close:
        text = paras[at + 1].text
        if len(text.split()) <= 6 and not ends_sentence(text) and (_ROLE.search(text) or _HOUSE.search(text)):
            paras[at + 1].role = HOUSE_LINE


def _headline_follows(paras: list[Para]) -> bool:
    """Whether anything after the first line can be a headline; if not, a first line "By …" may be the headline."""
    return any(not para.role and is_title_like(para.text) for para in paras[1:4])


def parse_byline(text: str) -> ParsedByline | None:
    """What a line beginning with "By" (or its like in other languages) says, or None if it is no byline.

    One that names only a role, as "By our correspondent" does, says nothing but `extra`.
    """
    prefix = _PREFIX.match(text[:40])
    if not prefix or len(text) > _LONGEST or (text[-1] == "." and len(text.split()) > 4 and ":" not in prefix.group()):
        return None
    said = _read_names(text[prefix.end() :])
    only_role = bool(said.extra) and all(_ROLE.search(part) and len(part.split()) <= 4 for part in said.extra)
    return None if not (said.names or said.agency or only_role) or (said.extra and ends_sentence(text)) else said


def _read_names(text: str) -> ParsedByline:
    said = ParsedByline()
    if bracketed := _BRACKETED.search(text):
        said.extra.append(bracketed[1])
        text = text[: bracketed.start()]
    said.date_words = first_date(text)
    if said.date_words:
        text = text.replace(said.date_words, "|")
    if text[:1].isalpha() and not text[0].isupper() and text[0] == text[0].upper() and not _JOINED_NAMES.search(text):
        text, _, house = text.partition(",")  # where no case shows names, the agency stands behind a comma
        if _AGENCY.search(house) or is_agency(house):
            said.agency = house.strip(" .")
        elif house:
            said.extra.append(house.strip())
    text = _STROKE.sub(", ", text)
    said.extra += _EMAIL.findall(text)
    first, *others = _SPLIT.split(_EMAIL.sub("|", text))
    _read_part(first.strip(" .|"), said)
    for part in others if said.names else []:
        _read_part(part.strip(" .|"), said)
    return said


def _read_part(part: str, said: ParsedByline) -> None:
    """Sorts one part of a byline: an agency, a name (with a place or an agency behind it), or something else."""
    tokens = [] if _FOR.search(part) else part.split()
    for at in range(len(tokens) - 1, 1, -1):
        if is_agency(" ".join(tokens[at:])):
            said.agency, part = said.agency or " ".join(tokens[at:]), " ".join(tokens[:at])
            break
    name, *place = _WHERE.split(part, maxsplit=1)
    name, *agency = _FOR.split(name, maxsplit=1)
    if not part or is_date_line(part):
        return
    acronym = bool(said.names) and " " not in part and part.isupper() and 2 <= len(part) <= 5
    if acronym or is_agency(part) or _HOUSE.search(part):
        said.agency = said.agency or part
    elif not is_name_like(name) or _ROLE.search(name) or (place and not is_name_like(place[0])):
        said.extra.append(part)
    elif said.names and " " not in name and all(" " in other for other in said.names) and name[:1].isupper():
        said.places.append(nice_capitals(name))
    else:
        said.names.append(_person(name))
        said.eased += [_person(name)] if _person(name) != name else []
        said.places += [nice_capitals(where) for where in place]
        said.agency = said.agency or "".join(agency)


def eased_note(byline: ParsedByline) -> list[str]:
    """What an editor is told of names that stood in capitals: nothing, or one sentence."""
    if not byline.eased:
        return []
    return [_("Names stood in capitals; see whether these are right: %(names)s.") % {"names": ", ".join(byline.eased)}]


def _person(name: str) -> str:
    """A name in the capitals that people write, also where only the surname shouts: "Hélène MARTIN"."""
    first, _space, last = name.rpartition(" ")
    surname_shouts = first and len(last) > 3 and last.isupper() and not first.isupper()
    return f"{first} {nice_capitals(last)}" if surname_shouts else nice_capitals(name)


def bare_byline(text: str, elsewhere: str) -> ParsedByline | None:
    """What a line says that holds nothing but names (with a place or an agency), or None if it may be something else.

    `elsewhere` is the rest of the story: a reporter is not named in it, whereas the words of a subhead usually are.
    """
    if len(text) > 80 or opens_with_quote(text) or not is_title_like(text) or text[:1].islower():
        return None
    count = len(words(text))
    if not text[0].isupper() and count != 2 and not (count == 3 and _INSIDE_NAMES & set(text.split())):
        return None  # of a script without case
    said = _read_names(text)
    own = {word.casefold() for name in said.names for word in words(name)}
    if not said.names or said.extra or any(len(name.split()) > 4 for name in said.names):
        return None
    if len(said.names) > 1 and any(" " not in name for name in said.names):
        return None
    if own & NO_REPORTERS or own & {word.casefold() for word in words(elsewhere)}:
        return None
    return said

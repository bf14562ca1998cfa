"""Dates, places and agencies: datelines before a paragraph, and lines that hold nothing but a date."""

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.text.languages.name_capitals import eased_name
from articles.text.wire.line_shapes import OPENERS, ends_sentence, is_all_caps, words
from articles.text.wire.paragraphs import Para
from articles.text.wire.wordlists import AGENCIES, AROUND_DATES, DAYS_AND_MONTHS, MONTHS, NO_PLACES, WEEKDAYS

HEAD = 24  # paragraphs from the top in which a date on a line of its own is looked for

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)).replace("\u00a0", r"\s") + r")\b\.?"
_DAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:,?\s+(?:de\s+)?\d{4}\b)?"
_DATE = (
    rf"(?:{_DAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b{_YEAR}"
    rf"|\d{{1,2}}(?:er|st|nd|rd|th|\.)?\s+(?:de\s+|of\s+|ב)?{_MONTH}{_YEAR}"
    rf"|\d{{4}}-\d\d-\d\d\b|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b)"
)
_TIME = r"\b\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?h?\b\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?"
_HOUR = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}\.?(?:\s?\w{1,3})?")
_AGO = r"\b\d{1,2} (?:minutes?|mins?|hours?|hrs?|days?) ago\b"
_ANY_DATE = re.compile(f"{_DATE}|{_TIME}|{_AGO}", re.IGNORECASE)
_FIRST_DATE = re.compile(_DATE, re.IGNORECASE)


_DASH = r"(?:\s*\.?\s*(?:[-–—―]{1,2}|:)\s+|\s*\.?—\s*|\s*\.[-–]\s*)"
_PLACE = r"[^\W\d_a-zа-яіїєґß-öø-ÿ][^\d()\[\]:;!?\"“”«»–—]{1,50}?"
_AGENCY = r"[(/\[](?P<agency>[^()/\[\]\d]{2,40}(?:/[^()/\[\]\d]{1,12})?)[)/\]]"
_DATELINE = re.compile(
    rf"(?:(?P<first>\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}})?)\s+)?(?:(?P<place>{_PLACE})(?:\s\([^()\d]{{2,30}}\)(?=,))?(?:[,.،]?(?:\s[-–—]{{1,2}})?\s+(?P<date>(?i:{_DATE})))?)?"
    rf"(?:\s*(?:[-–—]\s*)?{_AGENCY})?(?:{_DASH})(?=\S)"
)
# Without a dash: "VÄSTHAMN (TT) Talmannen …", "КИЇВ. 20 травня. УКРІНФОРМ. Пором …".
_NO_DASH = re.compile(
    rf"(?P<place>{_PLACE})(?:,?\s+(?P<date>(?i:{_DATE})))?\s+{_AGENCY}\.?\s+(?=[“\"«„]?[^\W\d_])"
    rf"|(?P<place3>[^\W\d_]{{2,20}})\s?[-–/]\s?(?P<date3>(?i:{_DATE}))\s?[-–/]\s?\(?(?P<agency3>[^\W\d_]{{2,20}})\)?\s?[:–-]\s*(?=\S)"
    rf"|(?P<place2>{_PLACE})[.,]\s+(?P<date2>(?i:{_DATE}))[.,]?\s*/?(?P<agency2>[^\W\d_]{{2,20}}(?:-[^\W\d_]{{2,12}})?)/?\.\s*[-–—]?\s*(?=\S)"
)
# With a full stop: "LILLBY. En målning …", "Puerto Almena (AGN). Una tortuga …", "Lauen, 30. November 2026. Der …".
_STOPPED = re.compile(
    rf"(?P<place>{_PLACE})(?:[,،]\s+(?P<date>(?i:{_DATE})))?(?:\s+{_AGENCY})?\.\s+(?=[“\"«„]?[^\W\d_a-zа-яіїєґß-öø-ÿ])"
)
_BEHIND_STROKE = re.compile(r"/([BCDFGHJKLMNPQRSTVWXZ]{2,5})$")  # an acronym that nobody can say is no place
_IN_PLACES = frozenset(
    [
        "de",
        "la",
        "le",
        "del",
        "du",
        "des",
        "el",
        "los",
        "las",
        "da",
        "do",
        "sur",
        "of",
        "am",
        "an",
        "der",
        "in",
        "bei",
        "upon",
        "na",
        "nad",
        "on",
    ]
)
_CJK = re.compile(
    r"(?P<agency>[\u4e00-\u9fff]{1,4}[社电網网])?(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<date>\d{1,2}月\d{1,2}日)电\s*"
    r"(?:[（(][^()（）]{2,30}[)）])?\s*(?=\S)|【(?P<place2>[^】＝=]{1,12}?)(?:[＝=・](?P<agency3>[^】]{1,14})|(?P<agency2>共同|時事))?】\s*(?=\S)"
)
_PLACE_AND_AGENCY = re.compile(rf"(?P<place>{_PLACE})\s+{_AGENCY}")
_DATE_IN_BRACKETS = re.compile(rf"({_PLACE})\s\(((?i:{_DATE}))\)(?=\s*[-–—])")  # "LAKESIDE, Ohio (Sept. 16, 2026) —"
_SHORT_REGION = re.compile(r", [A-Z][a-z]{1,4}$")  # "Dry Creek, Mont." has its stop before a dash as well
_BEFORE_DATE = re.compile(r", (?:le|den|el|dnia|on)$")  # "Merlieu, le 26 mai 2026"
_TURKISH = re.compile("[ığ]")
_BARE_AGENCY = re.compile(r"[(（]([^()（）]{2,40})[)）]\s*(?:\.?\s*[-–—―]{1,2}\s*)?(?=\S)")
_PLACE_AND_DATE = re.compile(
    rf"(?P<place>[^\W\d_][^\d()\[\]:;!?\"“”«»–—]{{1,50}}?)[,،]\s*"
    rf"(?:(?:le|den|el|dnia|on|am) )?(?P<date>(?i:{_DATE}))\.?(?:\s?(?:r|р|г)\.|\s?року)?$"
)


@dataclass(frozen=True)
class Dateline:
    """The parts of a dateline as they are shown, and the text after it."""

    place: str = ""
    date_words: str = ""
    agency: str = ""
    as_written: str = ""
    rest: str = ""


def is_agency(text: str) -> bool:
    """Whether a text is the name of a news agency and nothing else."""
    return text.strip(" .()").casefold() in AGENCIES


def split_dateline(text: str) -> Dateline | None:
    """The dateline before a paragraph's first words, or None where there is none for certain.

    "KYIV, Feb. 5 (Reuters) - …" is certain by its agency or its date. "BERLIN — …" is certain when the place is all in
    capitals and the sentence after the dash begins again; "NATO — the alliance —" and "Kyiv — …" are not.
    """
    if bare := _BARE_AGENCY.match(text[:80]):
        behind = _behind_agency(text, bare)
        if is_agency(bare.group(1)) or (bare.group(1).isupper() and behind.place and behind.date_words):
            return behind
    if cjk := _CJK.match(text[:80]):
        agency = cjk["agency"] or cjk["agency2"] or cjk["agency3"] or ""
        return Dateline(
            cjk["place"] or cjk["place2"], cjk["date"] or "", agency, cjk.group().strip(), text[cjk.end() :]
        )
    if dated := _DATE_IN_BRACKETS.match(text[:120]):
        text = f"{dated[1]}, {dated[2]}{text[dated.end(2) + 1 :]}"
    return _with_dash(text) or _without_dash(text) or _with_stop(text)


def _behind_agency(text: str, bare: re.Match[str]) -> Dateline:
    """The dateline of "(ANSA) - ROMA, 20 MAG - …": place and date may stand behind the agency."""
    rest = text[bare.end() :]
    more = _with_dash(rest) or Dateline(rest=rest)
    written = text[: len(text) - len(more.rest)].strip()
    return Dateline(more.place, more.date_words, more.agency or bare.group(1), written, more.rest)


def _with_dash(text: str) -> Dateline | None:
    match = _DATELINE.match(text[:160])
    if not match:
        return None
    place, date, agency = (match.group(name) or "" for name in ("place", "date", "agency"))
    date = date or match["first"] or ""
    following = text[match.end() : match.end() + 2].lstrip(OPENERS + "(")
    if not place or not _is_place(place):
        certain = False
    elif date or agency:
        certain = bool(date) or not following[:1].islower()
    else:
        certain = is_all_caps(place.partition(",")[0]) and ":" not in match.group()[-3:] and not following[:1].islower()
    if not certain:
        return None
    stop = "." if _SHORT_REGION.search(place) and text[match.end("place")] == "." else ""
    return Dateline(_nice_place(place, text) + stop, date, agency.strip(), match.group().strip(), text[match.end() :])


def _without_dash(text: str) -> Dateline | None:
    """The dateline of "VÄSTHAMN (TT) Talmannen …": a place in capitals, and an agency that is known or an acronym."""
    match = _NO_DASH.match(text[:160])
    if not match:
        return None
    place, date, agency = (
        match[name] or match[f"{name}2"] or match[f"{name}3"] or "" for name in ("place", "date", "agency")
    )
    sure = bool(match["agency3"]) or is_agency(agency) or (len(agency) <= 6 and is_all_caps(agency))
    sure = sure or (bool(match["agency2"]) and is_all_caps(place))
    begins = len(agency) > 1 and not text[match.end()].islower()  # "Lillby (NNY) En målning", no "Holm (S) säger"
    if not _is_place(place) or not sure or not (is_all_caps(place) or date or begins):
        return None
    return Dateline(
        _nice_place(place, text), date.rstrip("."), agency.strip(), match.group().strip(), text[match.end() :]
    )


def _with_stop(text: str) -> Dateline | None:
    """The dateline that a full stop closes: a place with a date or an agency, or in capitals."""
    match = _STOPPED.match(text[:160])
    if not match or not _is_place(match["place"]):
        return None
    place, date, agency = (match[name] or "" for name in ("place", "date", "agency"))
    if not agency and (behind := _BEHIND_STROKE.search(place)) and is_all_caps(place):  # YTTRE HOLMEN/NBX.
        place, agency = place[: behind.start()], behind[1]
    if not (date or agency or (is_all_caps(place) and len(place) > 3)):
        return None
    return Dateline(_nice_place(place, text), date, agency.strip(), match.group().strip(), text[match.end() :])


def bare_agency(name: str) -> str:
    """An agency's name without the regional service behind it: "dpa/lno" is "dpa"."""
    first, _, service = name.partition("/")
    return first if is_agency(first) and service.islower() else name


def may_be_dateline(text: str) -> bool:
    """Whether a paragraph begins like "Kyiv — The talks": a place or anything else before a dash."""
    return bool(re.match(r"[^\W\d_]\w+(?: [^\W\d_]\w+)?(?:, [^\W\d_]\w+)?\s+[–—]\s+[^\W\d_]", text[:80])) and (
        text[0].isupper()
    )


def mark_dates(paras: list[Para]) -> Dateline:
    """Gives lines near the top that hold only a date, a place and a date, or an agency the role "date".

    Returns what they say; several dates are joined by a semicolon, as written.
    """
    place, agency, dates = "", "", []
    is_below_prose = False
    for para in paras[:HEAD]:
        is_below_prose = is_below_prose or (not para.role and len(para.text.split()) > 7 and ends_sentence(para.text))
        if para.role or para.level or para.bullet or len(para.text) > 120:
            continue
        if is_below_prose and _HOUR.fullmatch(para.text):  # over a part of a chronicle
            continue
        if is_date_line(para.text):
            dates.append(para.text)
        elif match := _place_and_date(para.text):
            place = place or _nice_place(match.group("place"))
            dates.append(match.group("date"))
        elif (alone := _alone(para.text)) is not None:
            place, agency = place or alone.place, agency or alone.agency
            dates += [alone.date_words] if alone.date_words else []
        elif is_agency(para.text) and not agency and paras[0] is not para is not paras[-1]:
            agency = para.text.strip(" .()")
        else:
            continue
        para.role = "date"
    return Dateline(place, "; ".join(dates), agency)


@lru_cache(maxsize=4096)  # a page has the same lines many times
def is_date_line(text: str) -> bool:
    """Whether a line holds a date or a time and nothing but the words that go with it ("Published", "GMT")."""
    if len(text) > 120:
        return False
    left, found = _ANY_DATE.subn(" ", text)
    return found > 0 and all(_goes_with_date(word) for word in words(left))


def _alone(text: str) -> Dateline | None:
    """What a line says that is a dateline and nothing else: "VALMAR, 16 Sep. (EUROPA PRESS) -", "Hohenried (ots)"."""
    if len(text) > 80 or (ends_sentence(text) and text.count(".") < 2):
        return None
    if match := _PLACE_AND_AGENCY.fullmatch(text):
        is_sure = is_agency(match["agency"]) and _is_place(match["place"])
        return Dateline(_nice_place(match["place"]), "", match["agency"]) if is_sure else None
    whole = split_dateline(f"{text} Xx")
    return whole if whole and whole.rest == "Xx" else None


def is_place_and_date(text: str) -> bool:
    """Whether a line holds a place and a date and nothing else: "Carlow, 9 June 2026"."""
    return _place_and_date(text) is not None


def first_date(text: str) -> str:
    """The first date in a short text, as written, or ""."""
    match = _FIRST_DATE.search(text[:200])
    return match.group() if match else ""


def _goes_with_date(word: str) -> bool:
    return word.casefold() in AROUND_DATES or word.casefold() in DAYS_AND_MONTHS or word.isdigit()


def _place_and_date(text: str) -> re.Match[str] | None:
    match = _PLACE_AND_DATE.match(text)
    return match if match and _is_place(match.group("place")) else None


def _is_place(place: str) -> bool:
    """Whether the words can name a place: few, each with a capital, none of the slugs that agencies use."""
    tokens = [token for token in re.split(r"[\s/,]+", place) if token]
    return (
        0 < len(tokens) <= 6
        and not any(token.casefold() in NO_PLACES for token in tokens)
        and all(not token[0].islower() or token.casefold() in _IN_PLACES for token in tokens)
    )


def _nice_place(place: str, text: str = "") -> str:
    """The place in the capitals that people write; `text` tells by its letters whether it is Turkish."""
    place = _BEFORE_DATE.sub("", place.strip(" ,")).removesuffix(" في")  # "in"
    language = "tr" if _TURKISH.search(text) else ""
    return "/".join(", ".join(_nice_parts(part, language)) for part in place.strip(" ,").split("/"))


def _nice_parts(place: str, language: str) -> list[str]:
    """Place and region, capitals eased; a short region such as "UAE" stays."""
    first, *regions = [part.strip() for part in place.split(",")]
    return [
        eased_name(first, language),
        *(region if len(region) <= 4 else eased_name(region, language) for region in regions),
    ]

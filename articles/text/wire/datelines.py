"""Dates, places and agencies: datelines before a paragraph, and lines that hold nothing but a date."""

import re
from dataclasses import dataclass

from articles.text.wire.line_shapes import OPENERS, is_all_caps, nice_capitals, words
from articles.text.wire.paragraphs import Para
from articles.text.wire.wordlists import AGENCIES, AROUND_DATES, DAYS_AND_MONTHS, MONTHS, NO_PLACES, WEEKDAYS

HEAD = 12  # paragraphs from the top in which a date on a line of its own is looked for

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:,?\s+(?:de\s+)?\d{4}\b)?"
_DATE = (
    rf"(?:{_DAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b{_YEAR}"
    rf"|\d{{1,2}}(?:er|st|nd|rd|th|\.)?\s+(?:de\s+|of\s+|ב)?{_MONTH}{_YEAR}"
    rf"|\d{{4}}-\d\d-\d\d\b|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b)"
)
_TIME = r"\b\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?h?\b\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?"
_AGO = r"\b\d{1,2} (?:minutes?|mins?|hours?|hrs?|days?) ago\b"
_ANY_DATE = re.compile(f"{_DATE}|{_TIME}|{_AGO}", re.IGNORECASE)
_FIRST_DATE = re.compile(_DATE, re.IGNORECASE)


_DASH = r"(?:\s*\.?\s*(?:[-–—―]{1,2}|:)\s+|\s*\.?—\s*|\s*\.[-–]\s*)"
_PLACE = r"[^\W\d_a-zа-яіїєґß-öø-ÿ][^\d()\[\]:;!?\"“”«»–—]{1,50}?"
_AGENCY = r"[(/\[](?P<agency>[^()/\[\]\d]{2,40}(?:/[^()/\[\]\d]{1,12})?)[)/\]]"
_DATELINE = re.compile(
    rf"(?:(?P<first>\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}})?)\s+)?(?:(?P<place>{_PLACE})(?:\s\([^()\d]{{2,30}}\)(?=,))?(?:[,.،]?\s+(?P<date>(?i:{_DATE})))?)?"
    rf"(?:\s*(?:[-–—]\s*)?{_AGENCY})?(?:{_DASH})(?=\S)"
)
# Without a dash: "VÄSTHAMN (TT) Talmannen …", "КИЇВ. 20 травня. УКРІНФОРМ. Пором …".
_NO_DASH = re.compile(
    rf"(?P<place>{_PLACE})(?:,?\s+(?P<date>(?i:{_DATE})))?\s+{_AGENCY}\.?\s+(?=[“\"«„]?[^\W\d_])"
    rf"|(?P<place2>{_PLACE})[.,]\s+(?P<date2>(?i:{_DATE}))[.,]?\s*/?(?P<agency2>[^\W\d_]{{2,20}})/?\.\s*[-–—]?\s*(?=\S)"
)
_CJK = re.compile(
    r"(?P<agency>[\u4e00-\u9fff]{1,4}[社电網网])?(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<date>\d{1,2}月\d{1,2}日)电\s*"
    r"(?:[（(][^()（）]{2,30}[)）])?\s*(?=\S)|【(?P<place2>[^】＝=]{1,12}?)(?:[＝=・][^】]{1,14}|(?P<agency2>共同|時事))?】\s*(?=\S)"
)
_BARE_AGENCY = re.compile(r"[(（]([^()（）]{2,40})[)）]\s*(?:\.?\s*[-–—―]{1,2}\s*)?(?=\S)")
_PLACE_AND_DATE = re.compile(rf"(?P<place>[^\W\d_][^\d()\[\]:;!?\"“”«»–—]{{1,50}}?)[,،]\s*(?P<date>(?i:{_DATE}))\.?$")


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
    if (bare := _BARE_AGENCY.match(text[:80])) and is_agency(bare.group(1)):
        return _behind_agency(text, bare)
    if cjk := _CJK.match(text[:80]):
        named = {name: cjk[name] or cjk[f"{name}2"] or "" for name in ("place", "agency")}
        return Dateline(named["place"], cjk["date"] or "", named["agency"], cjk.group().strip(), text[cjk.end() :])
    return _with_dash(text) or _without_dash(text)


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
        certain = True
    else:
        certain = is_all_caps(place.partition(",")[0]) and ":" not in match.group()[-3:] and not following[:1].islower()
    if not certain:
        return None
    return Dateline(_nice_place(place), date, agency.strip(), match.group().strip(), text[match.end() :])


def _without_dash(text: str) -> Dateline | None:
    """The dateline of "VÄSTHAMN (TT) Talmannen …": a place in capitals, and an agency that is known or an acronym."""
    match = _NO_DASH.match(text[:160])
    if not match:
        return None
    place, date, agency = ((match.group(name) or match.group(f"{name}2") or "") for name in ("place", "date", "agency"))
    sure = is_agency(agency) or (len(agency) <= 6 and is_all_caps(agency))
    if not _is_place(place) or not sure or not (is_all_caps(place) or date):
        return None
    return Dateline(_nice_place(place), date.rstrip("."), agency.strip(), match.group().strip(), text[match.end() :])


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
    for para in paras[:HEAD]:
        if para.role or para.level or para.bullet or len(para.text) > 120:
            continue
        if is_date_line(para.text):
            dates.append(para.text)
        elif match := _place_and_date(para.text):
            place = place or _nice_place(match.group("place"))
            dates.append(match.group("date"))
        elif is_agency(para.text) and not agency and para is not paras[0]:
            agency = para.text.strip(" .()")
        else:
            continue
        para.role = "date"
    return Dateline(place, "; ".join(dates), agency)


def is_date_line(text: str) -> bool:
    """Whether a line holds a date or a time and nothing but the words that go with it ("Published", "GMT")."""
    left, found = _ANY_DATE.subn(" ", text[:200])
    return found > 0 and len(text) <= 120 and all(_goes_with_date(word) for word in words(left))


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
        and all(
            not token[0].islower() or token.casefold() in ("de", "la", "le", "of", "am", "an", "der")
            for token in tokens
        )
    )


def _nice_place(place: str) -> str:
    return "/".join(", ".join(_nice_parts(part)) for part in place.strip(" ,").split("/"))


def _nice_parts(place: str) -> list[str]:
    """Place and region, capitals eased; a short region such as "UAE" stays."""
    first, *regions = [part.strip() for part in place.split(",")]
    return [nice_capitals(first), *(region if len(region) <= 4 else nice_capitals(region) for region in regions)]

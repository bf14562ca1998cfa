"""The moment that a line names, in many languages: a date, an hour, a time zone; or nothing in a doubt."""

import re
import unicodedata
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from articles.text.moments.calendar_words import (
    AFTER_NOON,
    BEFORE_NOON,
    DAYS_AHEAD,
    HOUR_WORDS,
    MONTH_NUMBERS,
    NOON,
    PAST_THE_HOUR,
    WEEKDAY_NUMBERS,
)
from articles.text.moments.time_zones import named_zone

_LONGEST = 400  # characters that are looked at


def _any_of(names: Collection[str]) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"


# Where a word begins and ends; Chinese and Japanese set no spaces.
_BEGINS, _ENDS = r"(?<![^\W_\u3040-\u9fff])", r"(?![^\W\d_\u3040-\u9fff])"
_MONTH = _any_of(MONTH_NUMBERS)
_YEAR = r"(?:,?\s*(?:(?:de|del|of|roku)\s+)?(?P<y>20\d\d)(?!\d|[:.]\d|\s*(?:h|hrs|hours|uhr|gmt|utc|bst|cet)\b))?"
# The ways to write a day; m is a month by name, n by number, a and b are numbers of which either may be the month.
_DATES = [
    re.compile(r"(?<!\d)(?P<y>20\d\d)\s?[-/.年]\s?(?P<n>\d{1,2})\s?[-/.月]\s?(?P<d>\d{1,2})(?:日|(?!\d))"),
    re.compile(r"(?<!\d)(?P<n>\d{1,2})月(?P<d>\d{1,2})日"),
    re.compile(
        r"(?<![\d.:])(?P<d>\d{1,2})(?:\s?(?:st|nd|rd|th|er|º|-?го|\.))?,?\s*(?:(?:de|of|i)\s+|ב-?)?"
        rf"(?P<m>{_MONTH})(?![^\W_])\.?(?:/{_MONTH})?{_YEAR}"
    ),
    re.compile(rf"(?<![^\W_])(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d|\d){_YEAR}"),
    re.compile(r"(?<![\d.:])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>(?:20)?\d\d))?(?![\d/])"),
    re.compile(r"(?<![\d.:])(?P<d>\d{1,2})(?P<mark>[.-])\s?(?P<n>\d{1,2})(?P=mark)\s?(?P<y>(?:20)?\d\d)(?!\d)"),
    re.compile(r"(?<![\d.:])(?P<d>\d{1,2})\.(?P<n>\d{1,2})\.(?!\d)"),
]
# The ways to write an hour; x is a half of the day.
_HOURS = [
    re.compile(r"(?<![\d.:])(?P<h>\d{1,2})(?:[:.]?(?P<min>[0-5]\d))?(?::[0-5]\d)?\s?(?P<x>[ap])\.?\s?m\b\.?"),
    re.compile(r"(?<![\d.:+])(?P<h>\d{1,2})\s?[:.٫]\s?(?P<min>[0-5]\d)(?::[0-5]\d)?(?![\d.]\d|\d)"),
    re.compile(
        r"(?<![\d.:])(?P<h>\d{1,2})\s?(?:h|heures?|hrs?|hours|horas?|uhr|(?:-?[йоія]{1,2}\s)?год(?:ин\w*)?)"
        r"(?:\s?(?P<min>[0-5]\d)(?!\d))?(?![^\W\d_])"
    ),
    re.compile(r"(?<![\d.:])(?P<h>\d{1,2})\s?(?:時|时|點|点)(?:\s?(?P<min>[0-5]\d)\s?分)?"),
    re.compile(
        r"(?:\bkl\.?|\bklockan|\bgodz\.?|\bgodzin\w+|\bsaat|\blas|\bat|الساعة|בשעה|שעה|\bklo)\s?(?P<h>\d{1,2})"
        r"(?![\d:.h]\d|\d)"
    ),
    re.compile(r"(?<![\d.:/+-])(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d)(?![\d.:/-])"),
    re.compile(rf"الساعة\s(?P<word>{_any_of(HOUR_WORDS)})(?:\s(?P<past>{_any_of(PAST_THE_HOUR)}))?{_ENDS}"),
    re.compile(rf"{_BEGINS}(?P<noon>(?:12 )?{_any_of(NOON)}){_ENDS}"),
]
_HALVES = re.compile(rf"{_BEGINS}(?:(?P<before>{_any_of(BEFORE_NOON)})|(?P<after>{_any_of(AFTER_NOON)})){_ENDS}")
_AHEAD = re.compile(rf"(?<!la ){_BEGINS}[ולבמה]?(?P<ahead>{_any_of(DAYS_AHEAD)}){_ENDS}")
_WEEKDAYS = re.compile(rf"{_BEGINS}{_any_of(WEEKDAY_NUMBERS)}{_ENDS}")
# Short names such as "sun" and "mar" may be other words where no date stands beside them.
_SURE_WEEKDAYS = re.compile(
    rf"{_BEGINS}{_any_of([w for w in WEEKDAY_NUMBERS if len(w) > 3 or not w.isascii()])}{_ENDS}"
)
# Signs that an hour is named, be it in words.
_AN_HOUR = re.compile(
    rf"{_BEGINS}(?:at|o'clock|midnight|minuit|medianoche|mitternacht|midnatt|północ\w*|gece yarısı|північ|опівночі|uhr"
    rf"|heures?|godz\w*|saat|klockan|kl|las|{_any_of(BEFORE_NOON | AFTER_NOON)}){_ENDS}|الساعة|שעה|בחצות|منتصف الليل"
    r"|годин|(?<!\d)[时時點点]"
)
_OTHER_CLOCKS = re.compile(r"\((?=[^()]*\d)(?!(?:utc|gmt)\s?[+−–-])[^()]*\)", re.IGNORECASE)

_Day = tuple[int, int, int | None]  # day, month, year if one is named


def read_moment(text: str, *, now: datetime | None, zone: tzinfo) -> datetime | None:
    """The one moment that a text names, aware, or None where there is none, several, or a doubt.

    A date without a year is the next such date after `now` (None: it can't be told), and a day of the week must agree
    with it. A date without an hour means its first minute.
    """
    text = _folded(text[:_LONGEST])
    bare = _OTHER_CLOCKS.sub(" ", text)
    return _moment(bare, text, now, zone) or _moment(text, text, now, zone)


def names_a_day(text: str) -> bool:
    """Whether a text holds a date, or an hour of a day told from today on or by its weekday."""
    small, days = _take_days(_small(_folded(text[:_LONGEST])))
    return bool(days or (re.search(r"\d", small) and (_AHEAD.search(small) or _weekdays(small, _SURE_WEEKDAYS))))


def names_an_hour(text: str) -> bool:
    """Whether a text holds an hour of a day, beside whatever dates it has."""
    return bool(_hours(_take_days(_small(_folded(text[:_LONGEST])))[0]))


def _folded(text: str) -> str:
    """Digits of all scripts as ASCII, spaces and apostrophes of all kinds as one; capitals stay."""
    text = "".join(str(unicodedata.digit(c)) if c.isdecimal() and not c.isascii() else c for c in text)
    return re.sub(r"\s", " ", re.sub(r"[\u200e\u200f]", "", text).replace("’", "'"))


def _small(text: str) -> str:
    """The text in small letters, each where it was."""
    return "".join(c.lower()[0] for c in text)


def _moment(text: str, whole: str, now: datetime | None, zone: tzinfo) -> datetime | None:
    small, days = _take_days(_small(text))
    if not days and now is not None and (day := _day_ahead(small, now.astimezone(zone).date())):
        days = [day]
        small = _AHEAD.sub(lambda match: "\n" * len(match.group()), small)
    if len(set(days)) != 1 or days[0] is None:
        return None
    hours = _hours(small)
    if (
        len({hour for hour, _ in hours}) > 1
        or (hours and hours[0][0] is None)
        or (not hours and _AN_HOUR.search(small))
    ):
        return None
    hour, end = hours[0] if hours else (time(), len(text))
    place = named_zone(text[end:], whole, zone)
    if place is None or hour is None:
        return None
    return _settled(days[0], hour, place, now, _weekdays(small))


def _take_days(small: str) -> tuple[str, list[_Day | None]]:
    """(the text with line feeds in place of its dates, those dates; None for one that may be two)."""
    days: list[_Day | None] = []
    for pattern in _DATES:
        while match := pattern.search(small):
            days.append(_day(match.groupdict()))
            small = small[: match.start()] + "\n" * len(match.group()) + small[match.end() :]
    return small, days


def _day_ahead(small: str, today: date) -> _Day | None:
    """The day that is named from today on ("tomorrow"), or by its weekday alone; None where that may be today."""
    ahead = {DAYS_AHEAD[match["ahead"]] for match in _AHEAD.finditer(small)}
    weekdays = _weekdays(small, _SURE_WEEKDAYS)
    if not ahead and len(weekdays) == 1:
        ahead = {(min(weekdays) - today.weekday()) % 7} - {0}
    if len(ahead) != 1:
        return None
    day = today + timedelta(days=min(ahead))
    return day.day, day.month, day.year


def _day(parts: dict[str, str | None]) -> _Day | None:
    year = 2000 + int(parts["y"] or 0) % 100 if parts.get("y") else None
    if parts.get("m"):
        return int(parts["d"] or 0), MONTH_NUMBERS[parts["m"] or ""], year
    if parts.get("n"):
        return int(parts["d"] or 0), int(parts["n"] or 0), year
    first, second = int(parts["a"] or 0), int(parts["b"] or 0)
    if first <= 12 and second <= 12 and first != second:
        return None
    return (first, second, year) if second <= 12 else (second, first, year)


def _hours(small: str) -> list[tuple[time | None, int]]:
    """(hour, where its words end) for each hour of the text; None for one that no clock shows."""
    found: list[tuple[time | None, int]] = []
    half = _HALVES.search(small)
    for pattern in _HOURS:
        while match := pattern.search(small):
            parts = match.groupdict()
            found.append((_hour(parts, half), match.end()))
            small = small[: match.start()] + "\n" * len(match.group()) + small[match.end() :]
    return found


def _hour(parts: dict[str, str | None], half: re.Match[str] | None) -> time | None:
    if parts.get("noon"):
        return time(12)
    if word := parts.get("word"):
        hour, minute = HOUR_WORDS[word], PAST_THE_HOUR.get(parts["past"] or "", 0)
    else:
        hour, minute = int(parts["h"] or 0), int(parts.get("min") or 0)
    is_after = parts.get("x") == "p" or bool(half and half["after"])
    is_before = parts.get("x") == "a" or bool(half and half["before"])
    if is_after and hour < 12:
        hour += 12
    if is_before and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 else None


def _weekdays(small: str, pattern: re.Pattern[str] | None = None) -> set[int]:
    return {WEEKDAY_NUMBERS[match.group()] for match in (pattern or _WEEKDAYS).finditer(small)}


def _settled(day: _Day, hour: time, zone: tzinfo, now: datetime | None, weekdays: set[int]) -> datetime | None:
    """The moment of a day and an hour, or None: no such day, another day of the week, an hour that clocks skip."""
    number, month, year = day
    years = [year] if year else [now.astimezone(zone).year + more for more in (0, 1)] if now else []
    for each in years:
        try:
            on = date(each, month, number)
        except ValueError:
            continue
        at = datetime.combine(on, hour, zone).replace(fold=1)  # of an hour that clocks show twice, the later
        if year or (now is not None and at > now):
            exists = at.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == at.replace(tzinfo=None, fold=0)
            return at if exists and weekdays <= {on.weekday()} else None
    return None

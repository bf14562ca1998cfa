"""Dates and times as pages write them: in the site's time zone and language, exact for machines, plain for people.

How a language orders the parts of a date is a message of its catalogue, in Django's signs for dates; `E` is the month
as it stands beside a day, which many languages inflect. Digits are Latin in every language.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache, wraps
from typing import Any, cast

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

from articles.site_time_zone import site_date, site_time

NO_BREAK = "\N{NO-BREAK SPACE}"


Formatter = Callable[[Any], str]


def _cached(part: Callable[[Any], Any]) -> Callable[[Formatter], Formatter]:
    """Cache what a formatter makes of a `part` of a moment in each language: a list has a hundred of them."""

    def decorate(formatter: Formatter) -> Formatter:
        cached = lru_cache(maxsize=4_096)(lambda moment, language: formatter(moment))

        @wraps(formatter)
        def answer(at: Any) -> str:
            return cached(part(at), get_language())

        return answer

    return decorate


def _date(at: date) -> date:
    """The day of an aware datetime in the site's time zone; a date as it is."""
    return site_date(at) if isinstance(at, datetime) else at


def _minute(at: datetime) -> time:
    """The time of an aware datetime in the site's time zone, in whole minutes."""
    return site_time(at).time().replace(second=0, microsecond=0)


def iso(at: datetime) -> str:
    """An aware datetime as ISO 8601 to the second, with the offset of the site's time zone."""
    return site_time(at).isoformat(timespec="seconds")


@_cached(_date)
def iso_day(at: date) -> str:
    """The day of an aware datetime, or a date, in ISO 8601: "2026-05-21"."""
    return at.isoformat()


@_cached(_date)
def year(at: date) -> str:
    """The year of an aware datetime, or a date: "2026"."""
    return f"{at.year}"


@_cached(_date)
def day(at: date) -> str:
    """The day of an aware datetime, or a date: "21 May 2026", all on one line."""
    return _formatted(at, pgettext("form of a date", "j E Y"))


@_cached(_date)
def day_of_year(at: date) -> str:
    """The day and month: "21 May"."""
    return _formatted(at, pgettext("form of a date", "j E"))


@_cached(_date)
def weekday(at: date) -> str:
    """The day with the day of the week: "Thursday, 21 May 2026"; a line may end after the first."""
    return f"{_formatted(at, 'l')}{pgettext('list', ', ')}{day(at)}"


@_cached(_date)
def month(at: date) -> str:
    """The month of an aware datetime, or a date: "May 2026"."""
    return _formatted(at, pgettext("form of a date", "F Y"))


@_cached(_date)
def month_since(at: date) -> str:
    """The month as it stands behind "since": "May 2026", inflected where the language does so."""
    return _formatted(at, pgettext("form of a date", "E Y"))


@_cached(_minute)
def clock(at: time) -> str:
    """The time of an aware datetime: "18:40"."""
    return _formatted(at, pgettext("form of a date", "H:i"))


def parted(phrase: str) -> SafeString:
    """A date as a heading says it: what is never parted in text stays together where the line has room for it."""
    pieces = ((piece.replace(NO_BREAK, " "),) for piece in phrase.split(" "))
    return format_html_join(" ", '<span class="whole">{}</span>', pieces)


def time_html(at: datetime) -> SafeString:
    """A <time> element saying "21 May 2026, 18:40"."""
    return format_html('<time datetime="{}">{}{}{}</time>', iso(at), day(at), pgettext("list", ", "), clock(at))


def _formatted(date_or_time: date | time, form: str) -> str:
    formatted: str = date_format(cast(date, date_or_time), form)  # Django's types forget that it takes times
    return formatted.replace(" ", NO_BREAK)

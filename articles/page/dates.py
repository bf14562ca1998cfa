"""Times as pages say them: in the site's time zone and language, exact for machines, plain for people.

How a language orders the parts of a date is a message of its catalogue, in Django's signs for dates; `E` is the month
as it stands beside a day, which many languages inflect. Digits are Latin in every language.
"""

from datetime import datetime
from functools import lru_cache, wraps

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, pgettext

from articles.site_time_zone import site_date, site_time

NO_BREAK = "\N{NO-BREAK SPACE}"


def _kept(part):
    """Make a function that says a `part` of a moment remember what it said, in each language: a list says a hundred."""

    def decorate(say):
        kept = lru_cache(maxsize=4_096)(lambda moment, language: say(moment))

        @wraps(say)
        def answer(at):
            return kept(part(at), get_language())

        return answer

    return decorate


def _date(at):
    """The day of an aware datetime in the site's time zone; a date as it is."""
    return site_date(at) if isinstance(at, datetime) else at


def _minute(at):
    """The time of an aware datetime in the site's time zone, in whole minutes."""
    return site_time(at).time().replace(second=0, microsecond=0)


def iso(at):
    """An aware datetime as ISO 8601 to the second, with the offset of the site's time zone."""
    return site_time(at).isoformat(timespec="seconds")


@_kept(_date)
def iso_day(at):
    """The day of an aware datetime, or a date, in ISO 8601: "2026-05-21"."""
    return at.isoformat()


@_kept(_date)
def year(at):
    """The year of an aware datetime, or a date: "2026"."""
    return f"{at.year}"


@_kept(_date)
def day(at):
    """The day of an aware datetime, or a date: "21 May 2026", never parted."""
    return _said(at, pgettext("form of a date", "j E Y"))


@_kept(_date)
def day_of_year(at):
    """The same without the year: "21 May"."""
    return _said(at, pgettext("form of a date", "j E"))


@_kept(_date)
def weekday(at):
    """The same with the day of the week: "Thursday, 21 May 2026"; may be parted behind that."""
    return f"{_said(at, 'l')}{pgettext('list', ', ')}{day(at)}"


@_kept(_date)
def month(at):
    """The month of an aware datetime, or a date: "May 2026"."""
    return _said(at, pgettext("form of a date", "F Y"))


@_kept(_date)
def month_since(at):
    """The month as it stands behind "since": "May 2026", inflected where the language does so."""
    return _said(at, pgettext("form of a date", "E Y"))


@_kept(_minute)
def clock(at):
    """The time of an aware datetime: "18:40"."""
    return _said(at, pgettext("form of a date", "H:i"))


def parted(phrase):
    """A date as a heading says it: what is never parted in text stays together where the line has room for it."""
    pieces = ((piece.replace(NO_BREAK, " "),) for piece in phrase.split(" "))
    return format_html_join(" ", '<span class="whole">{}</span>', pieces)


def time_html(at):
    """A <time> element saying "21 May 2026, 18:40"."""
    return format_html('<time datetime="{}">{}{}{}</time>', iso(at), day(at), pgettext("list", ", "), clock(at))


def _said(date_or_time, form):
    return date_format(date_or_time, form).replace(" ", NO_BREAK)

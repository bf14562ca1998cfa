"""Fields for a date and time on the clock of whoever looks; each page says on which clock its digits stand.

Somebody may change their time zone while a page is open: what they post is read on the clock that the page showed.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

LOCAL_TIME = "%Y-%m-%dT%H:%M:%S"
CLOCK = "clock"
NEVER = _("%(time)s in %(place)s is a time that no clock shows: then the clocks go forward. Choose another.")
TWICE = _("%(time)s in %(place)s comes twice: then the clocks go back. Choose a time before or after that hour.")


class LocalDateTimeInput(forms.DateTimeInput):
    """One field with the browser's own calendar, and a hidden one, the same for the page, that names its clock."""

    input_type = "datetime-local"
    supports_microseconds = True  # what nobody touches keeps them, though no one sees them

    def __init__(self, attrs=None):
        super().__init__(attrs={"step": 1, **(attrs or {})}, format=LOCAL_TIME)

    def render(self, name, value, attrs=None, renderer=None):
        # Firefox puts former values of fields back when a page is loaded again, unless told off.
        clock = format_html(
            '<input type="hidden" name="{}" value="{}" autocomplete="off">', CLOCK, timezone.get_current_timezone_name()
        )
        return super().render(name, value, attrs, renderer) + clock


class LocalDateTimeBoundField(forms.BoundField):
    """A field for a time on a form, where it is known what the page showed and on which clock."""

    @property
    def data(self):
        """The text as posted; but the moment itself that nobody touched, or that was typed on another clock."""
        posted = super().data
        typed = _digits(posted)
        if typed is None:
            return posted
        clock = clock_of(self.form.data)
        shown = self.initial
        if isinstance(shown, datetime) and shown.astimezone(clock).replace(tzinfo=None, microsecond=0) == typed:
            return shown
        return posted if clock == timezone.get_current_timezone() else typed.replace(tzinfo=clock)


class LocalDateTimeField(forms.DateTimeField):
    """A date and time on the person's own clock; an hour that the clock skips or strikes twice is refused."""

    widget = LocalDateTimeInput
    bound_field_class = LocalDateTimeBoundField

    def to_python(self, value):
        """The aware datetime, or None for nothing. Raises ValidationError with a sentence."""
        with timezone.override(UTC):  # reads the digits; on which clock they stand is said below
            read = super().to_python(value)
        if read is None:
            return None
        if not is_within_reach(read):
            raise ValidationError(
                _("The year %(year)s is out of reach. Choose one from 2 to 9998.") % {"year": read.year}
            )
        if not _says_its_clock(value):
            read = read.replace(tzinfo=timezone.get_current_timezone())
        return shown_once(read)


def is_within_reach(day):
    """Whether a day or moment is of a year whose every moment can be told in any time zone."""
    return 1 < day.year < 9999


def clock_of(posted):
    """The time zone on whose clock a page was made that posts these values; the active one where it doesn't say."""
    try:
        return ZoneInfo(str(posted.get(CLOCK, "")))
    except (KeyError, ValueError, OSError):  # unknown; no name at all; the name of a folder
        return timezone.get_current_timezone()


def shown_once(moment):
    """The moment, unless its clock shows that time never or twice. Raises ValidationError for these."""
    zone = moment.tzinfo
    first, second = (moment.replace(fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return moment
    told = {"time": date_format(moment.replace(tzinfo=None), "DATETIME_FORMAT"), "place": city(zone)}
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise ValidationError(NEVER % told)
    raise ValidationError(TWICE % told)


def city(zone):
    """A zone as people call it: "Buenos Aires" for America/Argentina/Buenos_Aires."""
    return str(zone).rpartition("/")[2].replace("_", " ")


def _digits(text):
    """The date and time that a text shows on some clock; None for anything else."""
    try:
        typed = parse_datetime((text or "").strip())
    except ValueError:
        return None
    return typed if typed and timezone.is_naive(typed) and is_within_reach(typed) else None


def _says_its_clock(value):
    """Whether a value is a moment already, or its text says how far it is from UTC, as programs write it."""
    moment = value if isinstance(value, datetime) else parse_datetime(value.strip())
    return moment is not None and timezone.is_aware(moment)

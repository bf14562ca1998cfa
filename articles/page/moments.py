"""Times as pages say them: in the site's time zone, exact for machines, plain for people."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

NO_BREAK = "\N{NO-BREAK SPACE}"


def iso(at):
    """An aware datetime as ISO 8601 to the second, with the offset of the site's time zone."""
    return timezone.localtime(at).isoformat(timespec="seconds")


def day(at):
    """The day of an aware datetime: "21 May 2026", never parted."""
    return date_format(timezone.localtime(at), f"j{NO_BREAK}F{NO_BREAK}Y")


def time_html(at):
    """A <time> element saying "21 May 2026, 18:40"."""
    return format_html(
        '<time datetime="{}">{}, {}</time>', iso(at), day(at), date_format(timezone.localtime(at), "H:i")
    )

"""Each user's time zone: screens show and take times in it, and say the site's time beside it.

The middleware makes a person's zone Django's active one while an admin page is made; readers' pages never are.
"""

from datetime import datetime
from functools import cache
from zoneinfo import available_timezones

from django import forms, template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from articles.site_time_zone import site_time
from media.date_time_field import city

register = template.Library()


class UserTimeZoneMiddleware:
    """Lets admin pages be made on the clock of the person who is signed in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer as ever, with the person's time zone active where this is a page of the admin."""
        if not request.path_info.startswith(reverse("admin:index")):
            return self.get_response(request)
        with timezone.override(getattr(request.user, "zone", None)):
            return self.get_response(request)


@register.filter
def user_time(at: datetime | None) -> str:
    """A moment on the clock of the person at work: "21 May 2026, 18:40"; "" for None.

    One to come says its weekday, by which people plan: "Thu 21 May 2026, 18:40".
    """
    return _said(timezone.localtime(at), at > timezone.now()) if at else ""


def both_times(at: datetime) -> str:
    """A moment on the person's clock and the site's: "26 November 2026, 09:00 in Kyiv, 08:00 in Paris (site)".

    One to come says its weekday.
    """
    mine, sites = timezone.localtime(at), site_time(at)
    said = f"{user_time(at)} in {city(mine.tzinfo)}"
    if city(mine.tzinfo) == city(sites.tzinfo):
        return said
    theirs = date_format(sites, "TIME_FORMAT") if mine.date() == sites.date() else _said(sites, at > timezone.now())
    return f"{said}, {theirs} in {city(sites.tzinfo)} (site)"


def _said(local: datetime, has_weekday: bool) -> str:
    day_and_time = date_format(local, "DATETIME_FORMAT")
    return f"{date_format(local, 'D')} {day_and_time}" if has_weekday else day_and_time


@register.simple_tag
def which_clock() -> str:
    """What is said beside a field for a time and at the foot of a screen.

    On whose clock times are, and what that one and the site's show now.
    """
    mine, sites = timezone.localtime(), site_time(timezone.now())
    name = f"{city(mine.tzinfo)} time"
    if city(mine.tzinfo) == city(sites.tzinfo):
        return name
    return f"{name}, now {mine:%H:%M}; site {sites:%H:%M}"


def zone_choices() -> list[tuple[str, str | list[tuple[str, str]]]]:
    """(name, words) of each time zone, by continent; first that of the site, which is ""."""
    return [("", f"The site’s ({settings.TIME_ZONE})"), *_zones_by_continent()]


@cache
def _zones_by_continent():
    """Those named after a place, and UTC."""
    groups = {"UTC": [("UTC", "UTC")]}
    for name in sorted(available_timezones()):
        continent, _, place = name.partition("/")
        if place and continent not in ("Etc", "SystemV"):
            groups.setdefault(continent, []).append((name, place.replace("_", " ")))
    return list(groups.items())


def zone_field() -> forms.ChoiceField:
    """A form field for a person's time zone."""
    return forms.ChoiceField(
        choices=zone_choices,
        required=False,
        label=gettext("Time zone"),
        help_text=gettext("Times are shown and entered on this clock, the site’s beside it. Readers see the site’s."),
    )

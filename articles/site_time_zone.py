"""The site's own clock: the addresses, days and hours that all readers are shown, wherever the person at work is.

Django's active time zone is that of the person who looks (`admin/shared/user_time_zone.py`); what is the same
for everybody is said by these instead.
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def site_time(at: datetime) -> datetime:
    """An aware datetime on the site's clock."""
    return timezone.localtime(at, timezone.get_default_timezone())


def site_date(at: datetime) -> date:
    """The date on the site's clock at an aware datetime."""
    return site_time(at).date()


def site_midnight(day: date) -> datetime:
    """The moment at which a date begins on the site's clock."""
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())


def day_after(at: datetime) -> datetime:
    """The moment at which the next day begins on the site's clock."""
    return site_midnight(site_date(at) + timedelta(days=1))

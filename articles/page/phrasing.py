"""How pages write dates, numbers and several names in the site's language; also the template library `phrasing`."""

from collections.abc import Iterable

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from articles.page import dates

register = template.Library()
for formatter in (
    dates.iso,
    dates.iso_day,
    dates.year,
    dates.day,
    dates.day_of_year,
    dates.weekday,
    dates.month,
    dates.month_since,
    dates.clock,
    dates.parted,
):
    register.filter(formatter.__name__, formatter)


@register.filter
def meta_attribute(name: str) -> str:
    """The attribute that names a property of Open Graph, or of the cards that took its form."""
    return "name" if name.startswith("twitter:") else "property"


@register.filter
def number(count: int) -> str:
    """A whole number with its thousands parted: "12,480" in English."""
    return number_format(count, decimal_pos=0, force_grouping=True)


@register.filter
def listed(parts: Iterable[str]) -> SafeString:
    """One or more names, text or safe HTML, as one phrase of safe HTML: "Ada", "Ada and Bo", "Ada, Bo and Cy"."""
    *first, last = parts
    if not first:
        return format_html("{}", last)
    return format_html(gettext("{first} and {last}"), first=_joined(first), last=last)


@register.filter
def isolated(names: str | list[str]) -> SafeString | list[SafeString]:
    """A name, or each of several, as safe HTML that keeps its direction whatever stands around it."""
    if isinstance(names, str):
        return format_html("<bdi>{}</bdi>", names)
    return [format_html("<bdi>{}</bdi>", name) for name in names]


def _joined(parts: Iterable[str]) -> SafeString:
    return format_html_join(pgettext("list", ", "), "{}", ((part,) for part in parts))

"""Filters that give Django's own screens the words and signs of ours."""

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def one_breadcrumb(html: SafeString) -> SafeString:
    """The way to a page with the sign that all our screens part it by; Django's own part it by another."""
    return mark_safe(str(html).replace("&rsaquo;", "/").replace("›", "/"))  # noqa: S308  only a sign is another

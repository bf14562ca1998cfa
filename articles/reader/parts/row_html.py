"""The template library `rows`: empty, for rows are templates; it goes with its line in the settings."""

from django import template

register = template.Library()

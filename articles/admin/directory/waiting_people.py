"""A tag for the admin's templates: how many suggested people wait to be accepted or dropped."""

from django import template

from articles.models.person_suggestion import PersonSuggestion

register = template.Library()


@register.simple_tag
def waiting_people():
    """How many suggested people wait; one query."""
    return PersonSuggestion.objects.count()

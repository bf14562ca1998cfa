"""A tag for the admin's templates: how many suggested people wait to be accepted or dropped."""

from django import template
from django.db.models import QuerySet

from articles.models.person_suggestion import PersonSuggestion

register = template.Library()


@register.simple_tag
def waiting_people():
    """How many suggested people wait; one query."""
    return waiting().count()


def waiting() -> QuerySet[PersonSuggestion]:
    """The suggestions that everybody may see: those of a sealed story wait on its own screen."""
    return PersonSuggestion.objects.filter(article__is_sealed=False)

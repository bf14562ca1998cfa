"""What tests have other processes do to a story, named by its id."""

from datetime import timedelta

from django.utils import timezone

from articles.editorial import publishing
from articles.models.article import Article
from tests import builders


def publish(pk):
    """Put the working copy out now."""
    publishing.publish(Article.objects.get(pk=pk), by=builders.system())


def schedule(pk, minutes=60):
    """Let the working copy come out so many minutes from now."""
    at = timezone.now() + timedelta(minutes=minutes)
    publishing.publish(Article.objects.get(pk=pk), by=builders.system(), at=at)


def withdraw(pk):
    """Take the story down."""
    publishing.withdraw(Article.objects.get(pk=pk), by=builders.system(), notice="It was wrong.")

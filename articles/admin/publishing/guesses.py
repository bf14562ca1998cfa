"""What the screen guesses of a story, and takes over without a script: its desk, and topics that its text names."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest

from articles.admin.shared.params import number_in
from articles.editorial.directory.guess import guess_desk, topics_named
from articles.editorial.permissions import may_write
from articles.editorial.publishing.readiness import body_of
from articles.models.article import Article
from articles.models.topic import Topic
from articles.models.user import User
from articles.text.body.body import Body

OFFERED = "_topic"  # the name of the buttons that take an offered topic
TO_THE_SHEET = ("publish-sheet", "schedule-sheet")


def guesses_for(article: Article, body: Body, by: User, now: datetime) -> dict[str, Any]:
    """The template variables on what is guessed of a saved article whose Body is given, for those who may write it."""
    if not may_write(by, article):
        return {"desk_guess": None, "topic_offers": []}
    topics = topics_named(article, body)
    desk = guess_desk(article, body, topics, by=by, now=now) if article.desk_id is None else None
    return {"desk_guess": desk, "topic_offers": topics}


def taken_topics(request: HttpRequest, had: list[Topic]) -> dict[str, Any]:
    """The working fields with the offered topics that were pressed, where a page without a script posts them."""
    numbers = [number for value in request.POST.getlist(OFFERED) if (number := number_in(value)) is not None]
    taken = [topic for topic in Topic.objects.filter(pk__in=numbers) if topic not in had]
    return {"topics": [*had, *taken]} if taken else {}


def desk_for_the_sheet(verb: str, article: Article, by: User, now: datetime) -> dict[str, Any]:
    """The working field of a guessed desk, where somebody goes on to publish a saved story that has none."""
    if verb not in TO_THE_SHEET or article.desk_id is not None:
        return {}
    body = body_of(article)
    guess = guess_desk(article, body, topics_named(article, body), by=by, now=now)
    return {"desk": guess.desk} if guess is not None else {}

"""Publishing a story's words again because the photo library has other captions or credits by now."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_publish, require
from articles.editorial.publishing.edition_builder import compose, photo_words, revision_of
from articles.editorial.publishing.prepared_text import PreparedText, ReadBody
from articles.editorial.publishing.steps import NothingNew, add_edition, finish, lock_for_decision, next_instant
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.user import User
from articles.text.body.body import Body


@noted
def republish(article: Article, *, by: User, expected_version: int | None = None) -> int:
    """Publish the words that are out or due again, with the photos' captions and credits of today.

    What the story says itself stays, and so does the working copy with what was changed in it; what is due stays due.
    Returns how many editions were renewed.
    Raises Forbidden, TimelineMoved, or NothingNew when all are as the library says.
    """
    require(may_publish(by, article), gettext("publish this story again"))
    text = PreparedText()
    list(outdated_editions([article.pk], timezone.now(), text.read))
    with transaction.atomic():
        article, now = lock_for_decision(article, by, expected_version)
        instant = next_instant(article, now)
        outdated = list(outdated_editions([article.pk], instant, text.read))
        if not outdated:
            raise NothingNew
        for edition, _ in outdated:
            drop = [edition] if edition.goes_live_at > now else []
            start = edition.goes_live_at if drop else instant
            composition = compose(revision_of(edition), dated_at=edition.dated_at, read=text.read)
            add_edition(article, composition, drop=drop, by=by, now=now, start=start)
        log_action(article, "republish", by, "With the captions and credits of the photo library")
        finish(article, now)
    return len(outdated)


def outdated_editions(
    articles: Iterable[int], now: datetime, read: ReadBody = Body
) -> Iterator[tuple[Edition, list[tuple[int, str, str]]]]:
    """The editions of these articles (ids), out or due at `now`, whose photos have other words in the library by now.

    Pairs (Edition, [(photo id, caption, credit)] as they would be today), earliest first. Redacted ones are left out.
    """
    ahead = Edition.objects.filter(article__in=articles, kind=Kind.PUBLISHED, ends_at__gt=now)
    ahead = ahead.filter(revision__redacted_at=None)
    for edition in ahead.select_related("revision").prefetch_related("placements").order_by("goes_live_at", "pk"):
        words = photo_words(revision_of(edition), read=read)
        if words != [placement.words for placement in edition.placements.all()]:
            yield edition, words

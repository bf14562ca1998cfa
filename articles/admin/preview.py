"""Preview: the reader's page of a working copy, made by the same code from rows that are never written."""

from django.conf import settings
from django.utils import timezone

from articles.editorial.composing import compose, readers_date
from articles.editorial.drafts import snapshot
from articles.models.article import direction_of
from articles.models.revision import Revision
from articles.page.html import story_html
from articles.page.story import story_of


def preview_context(article):
    """The template variables of the reader's page for the article's working copy as it is now."""
    now = timezone.now()
    revision = Revision(article=article, snapshot=snapshot(article))
    composition = compose(revision, dated_at=readers_date(revision, now=now, start=now))
    story = story_of(
        composition.edition,
        at=now,
        sections=composition.sections,
        quotes=composition.quotes,
        placements=composition.placements,
        bylines=composition.bylines,
        mentions=composition.mentions,
        topics=composition.topics,
        corrections=article.corrections.filter(goes_live_at__lte=now),
    )
    return {
        "original": article,
        "story": story,
        "article": story_html(story, first=True),
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "language": settings.LANGUAGE_CODE,
        "direction": direction_of(settings.LANGUAGE_CODE),
        "desks": [],
    }

"""Says which pages a verb changes, by the tags of what they are made of: the one place through which verbs do.

A verb says it in the transaction in which it writes. Of what a verb leaves unsaid the database's own connection says
that everything has changed (`articles/freshness/changing.py`), so a slip here costs speed and never a stale page.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from articles.freshness import tags
from articles.freshness.changing import changed, is_noted
from articles.models.desk import Desk
from articles.models.topic import Topic
from articles.story_tags import tags_of_stories

MOST_STORIES = 50  # of more at once everything is said to change


def stories_change(articles: Collection[int], now: datetime) -> None:
    """Say that the timelines of stories with these ids change: called before and after, for lists they leave and join.

    Three queries, where pages are stored.
    """
    if len(articles) > MOST_STORIES:
        changed(tags.EVERYTHING)
    elif is_noted() and articles:
        changed(*tags_of_stories(articles, now).values(), tags.CALENDAR)


def story_changes(article: int) -> None:
    """Say that a story's own page changes, and no list: what comes next, whether its history is public."""
    changed(tags.story(article), tags.CALENDAR)


def order_changes(desk: Any) -> None:
    """Say that orders of a desk's page, or of the front page for None, change: what is on top, or what will be."""
    changed(tags.stories("desk", desk.pk) if desk else tags.stories(), tags.CALENDAR)


def site_changes() -> None:
    """Say that the frame of all pages changes: desks, static pages, who publishes."""
    changed(tags.SITE, tags.DIRECTORY)


def entry_changes(row: Any, *, is_new: bool = False) -> None:
    """Say that a person, topic or desk changes; nobody has seen a new person or topic, and no page can show them."""
    if isinstance(row, Desk):
        site_changes()
        return
    own, all_of_kind = (tags.topic, tags.TOPICS) if isinstance(row, Topic) else (tags.person, tags.PEOPLE)
    changed(own(row.pk))
    if not is_new:
        changed(all_of_kind, tags.DIRECTORY)


def everything_changes() -> None:
    """Say so, where a verb moves what stories point to: it is done rarely, and touches pages of every kind."""
    changed(tags.EVERYTHING)


def photo_changes(photo: int) -> None:
    """Say that a photo's words, rights, focus or file change, or that it goes."""
    changed(tags.photo(photo), tags.PHOTOS)

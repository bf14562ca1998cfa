"""Which stories are on top of the front page and of desks' pages, and in which order."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.editorial.changed_pages import order_changes
from articles.editorial.directory.entries import lock_directory
from articles.editorial.log import log_action
from articles.editorial.permissions import may_order_front, require
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.top_story import MOST_ON_TOP, TopStory
from articles.models.user import User
from articles.signals import timeline_changed


class TooManyOnTop(Refusal):
    """The top of a page has only so many places."""

    sentence = _("Only {most} stories fit on top. Take one away first.")


class OrderChanged(Refusal):
    """Somebody else has set another order since the page was looked at."""

    sentence = _("Somebody else has changed this order meanwhile. Here is how it stands now.")


def set_front_order(ids: Iterable[int], *, by: User, expected: Iterable[int], desk: Desk | None = None) -> list[int]:
    """Put the articles of these ids on top of a desk's page, or of the front page, in this order, and no others.

    `expected` is the order that the person saw. Ids of no article are left out. Returns the order as a list of ids.
    Raises Forbidden, TooManyOnTop or OrderChanged.
    """
    require(may_order_front(by, desk), _("arrange {page}").format(page=desk.name if desk else _("the front page")))
    wanted = list(dict.fromkeys(ids))
    with transaction.atomic():
        lock_directory()
        places, before = TopStory.objects.filter(desk=desk), list(expected)
        if front_order(desk) != before:
            raise OrderChanged
        found = set(Article.objects.open_to(by).filter(pk__in=wanted).values_list("pk", flat=True))
        wanted = [pk for pk in wanted if pk in found]
        if len(wanted) > MOST_ON_TOP:
            raise TooManyOnTop(most=MOST_ON_TOP)
        places.delete()
        order_changes(desk)
        TopStory.objects.bulk_create(
            TopStory(article_id=pk, desk=desk, position=place) for place, pk in enumerate(wanted)
        )
        # By number: a headline may have to be removed by law, and the log is of no story that it would be found by.
        stories = ", ".join(f"story {pk}" for pk in wanted)
        log_action(None, "arrange", by, f"{desk.name if desk else 'Front page'}: {stories or 'newest first'}")
        for pk in {*wanted, *before}:
            transaction.on_commit(partial(timeline_changed.send, sender=None, article_id=pk))
    return wanted


def front_order(desk: Desk | None) -> list[int]:
    """The ids of the articles on top of a desk's page, or of the front page for None, in order."""
    return list(TopStory.objects.filter(desk=desk).values_list("article_id", flat=True))

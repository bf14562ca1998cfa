"""What is on top of the front page and of desks' pages, in which order, and whose history is public."""

from django.db import transaction

from articles.editorial.directory.entries import lock_directory
from articles.editorial.log import log_action
from articles.editorial.permissions import may_choose_next_story, may_order_front, require
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.private_history import PrivateHistory
from articles.models.top_story import MOST_ON_TOP, TopStory
from articles.signals import timeline_changed


class TooMany(Refusal):
    """The top of a page has only so many places."""

    def __init__(self):
        """Say how many."""
        super().__init__(f"Only {MOST_ON_TOP} stories fit on top. Take one away first.")


class MovedMeanwhile(Refusal):
    """Somebody else arranged the page since it was looked at."""

    def __init__(self):
        """Say so."""
        super().__init__("Somebody else has changed this order meanwhile. Here is how it stands now.")


def arrange(ids, *, by, seen, desk=None):
    """Put the articles of these ids on top of a desk's page, or of the front page, in this order, and no others.

    `seen` is the order that the person saw. Ids of no article are left out. Returns the order as a list of ids.
    Raises Forbidden, TooMany or MovedMeanwhile.
    """
    require(may_order_front(by, desk), f"arrange {desk.name if desk else 'the front page'}")
    wanted = list(dict.fromkeys(ids))
    with transaction.atomic():
        lock_directory()
        places = TopStory.objects.filter(desk=desk)
        if order_of(desk) != list(seen):
            raise MovedMeanwhile
        known = set(Article.objects.filter(pk__in=wanted).values_list("pk", flat=True))
        wanted = [pk for pk in wanted if pk in known]
        if len(wanted) > MOST_ON_TOP:
            raise TooMany
        places.delete()
        TopStory.objects.bulk_create(
            TopStory(article_id=pk, desk=desk, position=place) for place, pk in enumerate(wanted)
        )
        # By number: a headline may have to be removed by law, and the log is of no story that it would be found by.
        said = ", ".join(f"story {pk}" for pk in wanted)
        log_action(None, "arrange", by, f"{desk.name if desk else 'Front page'}: {said or 'newest first'}")
        for pk in {*wanted, *seen}:
            transaction.on_commit(lambda pk=pk: timeline_changed.send(sender=None, article_id=pk))
    return wanted


def order_of(desk):
    """The ids of the articles on top of a desk's page, or of the front page for None, in order."""
    return list(TopStory.objects.filter(desk=desk).values_list("article_id", flat=True))


def set_history_private(article, is_private, *, by):
    """Let readers see what changed in a story, or not; says whether that is new. Raises Forbidden."""
    require(may_choose_next_story(by, article), "decide on this story's public record")
    with transaction.atomic():
        if is_private:
            _, is_new = PrivateHistory.objects.get_or_create(article=article)
        else:
            is_new = PrivateHistory.objects.filter(article=article).delete()[0] > 0
        if is_new:
            log_action(article, "close record" if is_private else "open record", by)
            transaction.on_commit(lambda: timeline_changed.send(sender=None, article_id=article.pk))
    return is_new

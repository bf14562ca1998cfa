"""The next story: which one editors choose for the readers of a story, before those that are found by themselves."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from articles.editorial.changed_pages import story_changes
from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_choose_next_story, require
from articles.editorial.refusals import Refusal
from articles.embargo import current
from articles.models.article import Article
from articles.models.pin import Pin
from articles.models.user import User
from articles.signals import timeline_changed


class NextIsItself(Refusal):
    """A story can't be its own next story."""

    sentence = gettext_lazy("A story can't lead readers to itself. Choose another one.")


def past_pins(article: Article, at: datetime) -> QuerySet[Pin]:
    """What readers of a story were led to before `at`, what ended last first, with the stories and who chose them."""
    pins = Pin.objects.filter(article=article, ends_at__lte=at).filter(goes_live_at__lt=F("ends_at"))
    return pins.select_related("next", "made_by").order_by("-ends_at", "-pk")


@noted
def pin_next(article: Article, following: Article | None, *, by: User) -> Pin | None:
    """Make `following` the first story after `article`; None takes the pin away. Returns the Pin or None. What was
    chosen before is known further: it ends now.

    Raises Forbidden or NextIsItself.
    """
    require(may_choose_next_story(by, article), gettext("choose the next story"))
    if following == article:
        raise NextIsItself
    with transaction.atomic():
        Article.objects.select_for_update().only("pk").get(pk=article.pk)
        story_changes(article.pk)
        now = timezone.now()
        # The clock may have been put back since it was chosen: what has not begun by now never does.
        Pin.objects.filter(article=article, goes_live_at__gt=now).delete()
        Pin.objects.filter(current(now), article=article).update(ends_at=now)
        pin = None
        if following:
            pin = Pin.objects.create(article=article, next=following, goes_live_at=now, made_by=by)
        log_action(article, "pin", by, f"story {following.pk}" if following else "")
        transaction.on_commit(lambda: timeline_changed.send(sender=None, article_id=article.pk))
    return pin

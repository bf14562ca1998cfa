"""Whether readers see what changed in a story: its public history, which editors may make private."""

from django.db import transaction
from django.utils.translation import gettext

from articles.editorial.changed_pages import story_changes
from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_choose_next_story, require
from articles.models.article import Article
from articles.models.private_history import PrivateHistory
from articles.models.user import User
from articles.signals import timeline_changed


@noted
def set_history_private(article: Article, is_private: bool, *, by: User) -> bool:
    """Let readers see what changed in a story, or not; returns whether that is new. Raises Forbidden."""
    require(may_choose_next_story(by, article), gettext("decide on this story's public record"))
    with transaction.atomic():
        if is_private:
            _, is_new = PrivateHistory.objects.get_or_create(article=article)
        else:
            is_new = PrivateHistory.objects.filter(article=article).delete()[0] > 0
        story_changes(article.pk)
        if is_new:
            log_action(article, "close record" if is_private else "open record", by)
            transaction.on_commit(lambda: timeline_changed.send(sender=None, article_id=article.pk))
    return is_new

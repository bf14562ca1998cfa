"""Who may do what: predicates over a user and an article, used by verbs, screens and importers alike.

The groups reporter, editor, photo editor and chief are made by a migration and hold Django permissions; nothing here
names a group, so a newsroom can cut its own. Somebody with desks has these rights on those desks only; own stories are
one's own wherever they are.
"""

from django.conf import settings

from articles.editorial.refusals import Refusal
from articles.models.article import Article, Stage
from articles.models.desk import Desk
from articles.models.user import User


class Forbidden(Refusal):
    """The person may not do this."""


def may_write(user: User, article: Article | None = None) -> bool:
    """Whether `user` may begin a story, or change this one: their own, or those of their desks with the right to."""
    if article is None:
        return user.has_perm("articles.add_article")
    if not user.has_perm("articles.change_article"):
        return False
    return is_own(user, article) or (user.has_perm("articles.change_others_article") and is_on_desk(user, article))


def may_delete(user: User, article: Article) -> bool:
    """Whether `user` may delete this story; the verb itself wants it never to have been public."""
    return user.has_perm("articles.delete_article") and may_write(user, article)


def may_submit(user: User, article: Article) -> bool:
    """Whether `user` may hand this story to the editors."""
    return user.has_perm("articles.submit_article") and may_write(user, article)


def may_approve(user: User, article: Article) -> bool:
    """Whether `user` may approve this story or send it back; with FOUR_EYES nobody does so with their own."""
    return (
        user.has_perm("articles.approve_article")
        and may_write(user, article)
        and is_on_desk(user, article)
        and not _needs_other_eyes(user, article)
    )


def may_publish(user: User, article: Article) -> bool:
    """Whether `user` decides when this story is out: schedule, cancel, withdraw, restore, correct, expire."""
    return user.has_perm("articles.publish_article") and may_write(user, article) and is_on_desk(user, article)


def may_publish_working_copy(user: User, article: Article) -> bool:
    """Whether `user` may give readers the working copy: with FOUR_EYES somebody else has approved one's own first."""
    return may_publish(user, article) and (article.stage == Stage.APPROVED or not _needs_other_eyes(user, article))


def may_share_preview(user: User, article: Article) -> bool:
    """Whether `user` shows this story to people without an account, and takes such links back."""
    return may_write(user, article)


def may_redact(user: User, article: Article) -> bool:
    """Whether `user` removes a story's words for good, by order of law."""
    return user.has_perm("articles.redact_article") and may_publish(user, article)


def may_order_front(user: User, desk: Desk | None) -> bool:
    """Whether `user` decides what is on top of a desk's page, or of the front page where `desk` is None.

    The front page is every desk's, so somebody who works for some of them only leaves it alone.
    """
    if not user.has_perm("articles.publish_article"):
        return False
    return not user.desk_ids() or (desk is not None and desk.pk in user.desk_ids())


def may_choose_next_story(user: User, article: Article) -> bool:
    """Whether `user` chooses the story that comes after this one, and whether its history is public."""
    return user.has_perm("articles.add_pin") and user.has_perm("articles.change_pin") and may_publish(user, article)


def is_own(user: User, article: Article) -> bool:
    """Whether `user` began this story."""
    return user.pk is not None and article.created_by_id == user.pk


def is_on_desk(user: User, article: Article) -> bool:
    """Whether the story belongs to a desk that `user` works for; one without a desk is anybody's."""
    desks = user.desk_ids()
    return not desks or article.desk_id is None or article.desk_id in desks


def _needs_other_eyes(user: User, article: Article) -> bool:
    """Whether the rule of four eyes holds: the setting is on, and a person, not an import, acts on their own story."""
    return settings.FOUR_EYES and user.is_staff and is_own(user, article)


def may_edit_directory(user: User, kind: str) -> bool:
    """Whether `user` may add or change people, topics or desks; `kind` is the model's name in lower case."""
    return user.has_perm(f"articles.add_{kind}") and user.has_perm(f"articles.change_{kind}")


def may_choose_explainer(user: User) -> bool:
    """Whether `user` decides which story is at the head of a topic's page."""
    return user.has_perm("articles.publish_article")


def may_change_publisher(user: User) -> bool:
    """Whether `user` changes the publisher and its static pages."""
    return user.has_perm("articles.change_publisher") and user.has_perm("articles.change_staticpage")


def may_change_house_words(user: User) -> bool:
    """Whether `user` keeps the list of the house's own words and spellings."""
    return all(user.has_perm(f"articles.{action}_houseword") for action in ("add", "change", "delete"))


def may_change_directory(user: User, kind: str) -> bool:
    """Whether `user` may rename, merge and split people, topics or desks, which changes pages that are out."""
    return may_edit_directory(user, kind) and user.has_perm("articles.add_directorychange")


def require(allowed: bool, action: str) -> None:
    """Raise Forbidden, naming the `action` ("publish this story"), unless `allowed`."""
    if not allowed:
        raise Forbidden(f"You may not {action}. Ask an editor or a chief for it.")

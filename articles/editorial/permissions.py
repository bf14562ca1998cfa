"""Who may do what: predicates over a user and an article, used by verbs, screens and importers alike.

The groups reporter, editor, photo editor and chief are made by a migration and hold Django permissions; nothing here
names a group, so a newsroom can cut its own.
"""

from articles.editorial.refusals import Refusal


class Forbidden(Refusal):
    """The person may not do this."""


def may_write(user, article=None):
    """Whether `user` may begin a story, or change this one: their own, or anybody's with the right to."""
    if article is None:
        return user.has_perm("articles.add_article")
    own = article.created_by_id == user.pk
    return user.has_perm("articles.change_article") and (own or user.has_perm("articles.change_others_article"))


def may_submit(user, article):
    """Whether `user` may hand this story to the editors."""
    return user.has_perm("articles.submit_article") and may_write(user, article)


def may_approve(user, article):
    """Whether `user` may approve this story or send it back."""
    return user.has_perm("articles.approve_article") and may_write(user, article)


def may_publish(user, article):
    """Whether `user` decides when this story is out: publish, schedule, cancel, withdraw, restore, correct, expire."""
    return user.has_perm("articles.publish_article") and may_write(user, article)


def may_keep_directory(user, kind):
    """Whether `user` may add or change people, topics or desks; `kind` is the model's name in lower case."""
    return user.has_perm(f"articles.add_{kind}") and user.has_perm(f"articles.change_{kind}")


def may_keep_house(user):
    """Whether `user` decides what the newsroom says of itself."""
    return user.has_perm("articles.change_house") and user.has_perm("articles.change_housepage")


def require(allowed, deed):
    """Raise Forbidden, naming the `deed` ("publish this story"), unless `allowed`."""
    if not allowed:
        raise Forbidden(f"You may not {deed}. Ask an editor or a chief for it.")

"""Who may do what: predicates over a user and an article, used by verbs, screens and importers alike.

The groups reporter, editor, photo editor and chief are made by a migration and hold Django permissions; nothing here
names a group, so a newsroom can cut its own. Somebody with desks has these rights on those desks only; own stories are
one's own wherever they are. A sealed story is for those whom its seal names, who may all write it, whatever rights
others have; superusers too.
"""

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial.refusals import Refusal
from articles.models.article import Article, Stage
from articles.models.comment import Comment
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.named import Listed
from articles.models.user import User


class Forbidden(Refusal):
    """The person may not do this."""


def may_write(user: User, article: Article | None = None) -> bool:
    """Whether `user` may begin a story, or change this one: their own, or those of their desks with the right to."""
    if article is None:
        return user.has_perm("articles.add_article")
    if not user.has_perm("articles.change_article"):
        return False
    if article.is_sealed:
        return is_sealed_to(user, article)
    if article.is_template:
        return may_make_templates(user) and is_on_desk(user, article)
    return is_own(user, article) or (user.has_perm("articles.change_others_article") and is_on_desk(user, article))


def may_place_photos(user: User, article: Article | None = None) -> bool:
    """Whether `user` places and changes the photos of stories, or of this one, with their captions and credits.

    Whoever may write it may; and the picture desk in any story, its own or not, of whose words it changes none.
    """
    if may_write(user, article):
        return True
    if not user.has_perm("articles.place_photos") or article is None:
        return user.has_perm("articles.place_photos")
    if article.is_template:
        return False
    return is_sealed_to(user, article) if article.is_sealed else is_on_desk(user, article)


def may_make_templates(user: User) -> bool:
    """Whether `user` makes templates, which whoever may write begins stories from, and changes them."""
    return user.has_perm("articles.make_templates") and may_write(user)


def may_look(user: User) -> bool:
    """Whether `user` may look at stories at all: whoever may change them may."""
    return user.has_perm("articles.view_article") or user.has_perm("articles.change_article")


def may_open(user: User, article: Article) -> bool:
    """Whether `user`, who may look at stories, may look at this one: whoever has what right, a seal holds."""
    return not article.is_sealed or is_sealed_to(user, article)


def may_comment(user: User, article: Article) -> bool:
    """Whether `user` reads what colleagues say about this story, and says something: whoever may read the story."""
    return may_look(user) and may_open(user, article)


def may_end_comment(user: User, thread: Comment) -> bool:
    """Whether `user` ends a conversation, or opens it again: who began it, and who writes the story."""
    if not may_comment(user, thread.article):
        return False
    return thread.by_id == user.pk or may_write(user, thread.article)


def may_assign(user: User, article: Article) -> bool:
    """Whether `user` says who is to write this story, and until when."""
    may = user.has_perm("articles.approve_article") and not article.is_template
    return may and may_write(user, article) and is_on_desk(user, article)


def may_seal(user: User, article: Article) -> bool:
    """Whether `user` closes this story to everybody but people whom they name."""
    return not article.is_sealed and not article.is_template and user.is_active and may_write(user, article)


def may_name_people(user: User, article: Article) -> bool:
    """Whether `user` says to whom this sealed story is open, and takes the seal away: its owner.

    Where the owner has left, or the story is shut to their account, anybody does to whom it is open.
    """
    if not article.is_sealed or not is_sealed_to(user, article):
        return False
    owner = article.sealed_to.filter(is_owner=True, user__is_active=True).open_at(timezone.now()).first()
    return owner is None or owner.user_id == user.pk


def may_break_seal(user: User, article: Article) -> bool:
    """Whether `user` opens a sealed story from the command line, which everybody to whom it is sealed is told of."""
    return article.is_sealed and user.is_active and user.is_superuser


def may_delete(user: User, article: Article) -> bool:
    """Whether `user` may delete this story; the verb itself wants it never to have been public."""
    return user.has_perm("articles.delete_article") and may_write(user, article)


def may_submit(user: User, article: Article) -> bool:
    """Whether `user` may hand this story to the editors."""
    return user.has_perm("articles.submit_article") and not article.is_template and may_write(user, article)


def may_take_back(user: User, article: Article) -> bool:
    """Whether `user` takes this story out of review again: its writer."""
    return may_submit(user, article) and is_own(user, article)


def may_approve(user: User, article: Article) -> bool:
    """Whether `user` may approve this story or send it back; with FOUR_EYES nobody does so with their own."""
    return (
        user.has_perm("articles.approve_article")
        and not article.is_template
        and may_write(user, article)
        and is_on_desk(user, article)
        and not _needs_other_eyes(user, article)
    )


def may_publish(user: User, article: Article) -> bool:
    """Whether `user` decides when this story is out: schedule, cancel, withdraw, restore, correct, expire.

    A template never is.
    """
    may = user.has_perm("articles.publish_article") and not article.is_template
    return may and may_write(user, article) and is_on_desk(user, article)


def may_publish_working_copy(user: User, article: Article) -> bool:
    """Whether `user` may give readers the working copy: with FOUR_EYES somebody else has approved one's own first."""
    return may_publish(user, article) and (article.stage == Stage.APPROVED or not _needs_other_eyes(user, article))


def beyond(user: User, editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Those of these editions whose pictures `user` may not change: `may_publish` of every story, as one query.

    Both the desk that readers find it on and the one it is written for count. With FOUR_EYES one's own stories are
    among them: a picture that nobody else has seen is as new to readers as words are.
    """
    if not (user.has_perm("articles.publish_article") and user.has_perm("articles.change_article")):
        return editions
    own, desks = Q(article__created_by=user) | Q(article__assigned_to=user), user.desk_ids()
    refused = Q(pk__in=()) if user.has_perm("articles.change_others_article") else ~own
    if desks:
        refused |= ~Q(desk__in=desks) | (Q(article__desk__isnull=False) & ~Q(article__desk__in=desks))
    if settings.FOUR_EYES and user.is_staff:
        refused |= own
    return editions.filter(refused)


def beyond_picture_desk(user: User, editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Those of these editions whose pictures `user` does not describe: `may_place_photos` of every story, as one query.

    Both desks count, and with FOUR_EYES one's own stories are among them, as in `beyond`.
    """
    if not user.has_perm("articles.place_photos"):
        return editions
    desks = user.desk_ids()
    refused = Q(article__is_sealed=True)  # what is said of it beside the sheet is for those who publish it
    if desks:
        refused |= ~Q(desk__in=desks) | (Q(article__desk__isnull=False) & ~Q(article__desk__in=desks))
    if settings.FOUR_EYES and user.is_staff:
        refused |= Q(article__created_by=user) | Q(article__assigned_to=user)
    return editions.filter(refused)


def may_share_preview(user: User, article: Article) -> bool:
    """Whether `user` shows this story to people without an account, and takes such links back; never a sealed one."""
    return may_write(user, article) and not article.is_sealed


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
    """Whether `user` began this story, or it was given to them to write."""
    return user.pk is not None and user.pk in (article.created_by_id, article.assigned_to_id)


def is_sealed_to(user: User, article: Article) -> bool:
    """Whether the seal of this story names `user`, and is not shut to their account for a while."""
    return user.pk is not None and article.sealed_to.filter(user=user.pk).open_at(timezone.now()).exists()


def is_on_desk(user: User, article: Article) -> bool:
    """Whether the story belongs to a desk that `user` works for; one without a desk is anybody's."""
    desks = user.desk_ids()
    return not desks or article.desk_id is None or article.desk_id in desks


def _needs_other_eyes(user: User, article: Article) -> bool:
    """Whether the rule of four eyes holds: the setting is on, and a person, not an import, acts on their own story."""
    return settings.FOUR_EYES and user.is_staff and is_own(user, article)


def may_edit_directory(user: User, kind: str, row: Listed | None = None) -> bool:
    """Whether `user` adds and changes people, topics or desks (`kind` is the model's name in lower case), or this one.

    That is what readers have of them besides the name: bio, roles, portrait, other names; description, picture, related
    topics; a desk's description and place. People and topics are nobody's own: who may change one may change all, and
    each change can be undone for a week. A desk is for those who work for it, and a new one, not saved yet, would be
    none of theirs.
    """
    if not (user.has_perm(f"articles.add_{kind}") and user.has_perm(f"articles.change_{kind}")):
        return False
    return not isinstance(row, Desk) or not user.desk_ids() or row.pk in user.desk_ids()


def may_choose_explainer(user: User, *stories: Article) -> bool:
    """Whether `user` decides which story is at the head of a topic's page; `stories` are the former and the new one."""
    return user.has_perm("articles.publish_article") and all(is_on_desk(user, story) for story in stories)


def may_change_publisher(user: User) -> bool:
    """Whether `user` changes the publisher and its static pages."""
    return user.has_perm("articles.change_publisher") and user.has_perm("articles.change_staticpage")


def may_change_house_words(user: User) -> bool:
    """Whether `user` keeps the list of the house's own words and spellings."""
    return all(user.has_perm(f"articles.{action}_houseword") for action in ("add", "change", "delete"))


def may_change_directory(user: User, *rows: Listed) -> bool:
    """Whether `user` may rename, merge and split these people, topics or desks, which changes pages that are out."""
    if not user.has_perm("articles.add_directorychange"):
        return False
    return all(may_edit_directory(user, row._meta.model_name or "", row) for row in rows)


def require(allowed: bool, action: str) -> None:
    """Raise Forbidden, naming the `action` ("publish this story"), unless `allowed`."""
    if not allowed:
        raise Forbidden(_("You may not {action}. Ask an editor or a chief for it.").format(action=action))

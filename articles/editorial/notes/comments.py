"""Comments: said, answered, resolved and opened again by whoever may read the story.

They are rows of their own. No text of the story holds a trace of them, so that nothing has to be taken out of it
before readers get it. A suggested wording is decided on by who may write the story.
"""

from typing import NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import noted
from articles.editorial.notes.anchors import set_anchor, texts_of_story
from articles.editorial.notifications.notify import notify, writers_of
from articles.editorial.permissions import may_comment, may_end_comment, may_open, may_write, require
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.comment import Comment, Decision, Field
from articles.models.staff_message import Told
from articles.models.user import User
from articles.text.characters import drop_controls
from articles.text.compare.anchors import CONTEXT, Anchor, place_of

MOST_SIGNS = 4000


class NothingSaid(Refusal):
    """A comment says something, or suggests a wording."""

    sentence = gettext_lazy("Write what you want to say, or the words that you suggest.")


class TooLong(Refusal):
    """A comment is no story."""

    sentence = gettext_lazy("A comment has at most {most} characters.")


class NotOneLine(Refusal):
    """A wording takes the place of words in one paragraph."""

    sentence = gettext_lazy("Suggest a wording for words of one paragraph.")


class NothingSuggested(Refusal):
    """There is no suggestion to decide on, or somebody has decided."""

    sentence = gettext_lazy("There is no open suggestion here; somebody may have decided on it.")


class Words(NamedTuple):
    """The words of a field that a comment is about, and what stands around them on the page where they were chosen."""

    field: str
    anchor: Anchor


@noted
def comment(
    article: Article, *, by: User, text: str, about: Words | None = None, wording: str | None = None
) -> Comment:
    """Say something about the story, or about words of it; `wording` suggests what is to stand there instead.

    Who writes the story and whoever is named by `@` are told. Raises Forbidden, NothingSaid, TooLong or NotOneLine.
    """
    text, wording = _checked(text, wording)
    if not text and wording is None:
        raise NothingSaid
    with transaction.atomic():
        article = _lock(article)
        require(may_comment(by, article), _("comment on this story"))
        said = Comment(article=article, by=by, at=timezone.now(), text=text)
        if about is not None and about.anchor.exact and about.field in (Field.BODY, Field.HEADLINE, Field.DEK):
            _anchor(said, article, about)
        if wording is not None and (not said.exact or "\n" in said.exact + wording):
            raise NotOneLine
        said.wording = wording
        said.save()
        _count(article)
        _tell(said, article, by)
    return said


@noted
def reply(to: Comment, *, by: User, text: str) -> Comment:
    """Answer a comment; everybody in its conversation is told. Raises Forbidden, NothingSaid or TooLong."""
    text, _wording = _checked(text, None)
    if not text:
        raise NothingSaid
    with transaction.atomic():
        article = _lock(to.article)
        require(may_comment(by, article), _("comment on this story"))
        thread = to.answers or to
        said = Comment.objects.create(article=article, answers=thread, by=by, at=timezone.now(), text=text)
        _tell(said, article, by)
    return said


@noted
def resolve(thread: Comment, *, by: User) -> None:
    """End a conversation. Raises Forbidden."""
    _end(thread, by=by, is_over=True)


@noted
def reopen(thread: Comment, *, by: User) -> None:
    """Go on with a conversation that was ended. Raises Forbidden."""
    _end(thread, by=by, is_over=False)


@noted
def decide(thread: Comment, *, by: User, accept: bool) -> None:
    """Note that a suggested wording was taken into the text, or is not wanted; that ends the conversation.

    Raises Forbidden or NothingSuggested.
    """
    with transaction.atomic():
        article = _lock(thread.article)
        require(may_write(by, article), _("decide on a suggestion for this story"))
        thread = Comment.objects.get(pk=thread.pk)
        if thread.wording is None or thread.decision != Decision.OPEN:
            raise NothingSuggested
        thread.decision = Decision.ACCEPTED if accept else Decision.REFUSED
        thread.resolved_at, thread.resolved_by = timezone.now(), by
        thread.save(update_fields=["decision", "resolved_at", "resolved_by"])
        _count(article)


def _end(thread: Comment, *, by: User, is_over: bool) -> None:
    with transaction.atomic():
        article = _lock(thread.article)
        require(may_end_comment(by, thread), _("end or open this conversation"))
        thread.resolved_at, thread.resolved_by = (timezone.now(), by) if is_over else (None, None)
        thread.save(update_fields=["resolved_at", "resolved_by"])
        _count(article)


def _checked(text: str, wording: str | None) -> tuple[str, str | None]:
    """What was typed, as it is stored. Raises TooLong."""
    if max(len(text), len(wording or "")) > MOST_SIGNS:
        raise TooLong(most=MOST_SIGNS)
    return drop_controls(text).strip(), None if wording is None else drop_controls(wording)


def _lock(article: Article) -> Article:
    return Article.objects.select_for_update().get(pk=article.pk)


def _anchor(said: Comment, article: Article, about: Words) -> None:
    """Let it be about these words: where they stand in the text as it is saved, else as they were on the page."""
    said.field = about.field
    text = texts_of_story(article)[about.field]
    place = place_of(text, about.anchor)
    if place is not None:
        set_anchor(said, text, place)
    else:
        said.is_lost = True  # until the words are saved
        said.exact, said.prefix, said.suffix = (
            about.anchor.exact[:MOST_SIGNS],
            about.anchor.prefix[-CONTEXT:],
            about.anchor.suffix[:CONTEXT],
        )


def _count(article: Article) -> None:
    """Keep the number of open conversations on the story."""
    article.open_comments = article.comments.unresolved().count()
    article.save(update_fields=["open_comments"])


def _tell(said: Comment, article: Article, by: User) -> None:
    """Tell who is named, and then whoever else the conversation is with."""
    named = named_in(said.text, article)
    note = said.text
    notify(named, Told.MENTIONED, article, by=by, note=note)
    others = writers_of(article)
    if said.answers is not None:
        others += [each.by for each in (said.answers, *said.answers.replies.select_related("by")) if each.by]
    notify([person for person in others if person not in named], Told.COMMENTED, article, by=by, note=note)


def named_in(text: str, article: Article) -> list[User]:
    """The colleagues whom a text names by `@` and their account or full name, and to whom the story is open."""
    if "@" not in text:
        return []
    folded = text.casefold()
    staff = User.objects.filter(is_active=True, is_staff=True).order_by("pk")
    return [user for user in staff if _is_named(user, folded) and may_open(user, article)]


def _is_named(user: User, text: str) -> bool:
    names = (f"@{name}".casefold() for name in (user.get_username(), user.get_full_name()) if name)
    return any(_stands_alone(name, text) for name in names)


def _stands_alone(name: str, text: str) -> bool:
    """Whether a name is in a text and no part of a longer one."""
    at = text.find(name)
    while at >= 0:
        if not text[at + len(name) : at + len(name) + 1].isalnum():
            return True
        at = text.find(name, at + 1)
    return False

"""Comments on the story's screen: what was said, as HTML with the words each is about, and what is said anew."""

from datetime import datetime
from typing import Any

from django.contrib.admin import ModelAdmin
from django.template.loader import render_to_string
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.shared import json_api
from articles.admin.shared.json_api import Asked, NotUnderstood
from articles.admin.shared.screens import require_open
from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.notes import comments
from articles.editorial.notes.anchors import places, texts_of_story
from articles.editorial.notifications.inbox import mark_read
from articles.editorial.permissions import may_assign, may_comment, may_end_comment, may_write, require
from articles.editorial.writing.assignment import assign, writers
from articles.models.article import Article
from articles.models.comment import Comment, Field
from articles.models.user import User
from articles.text.compare.anchors import Anchor
from media.date_time_field import LocalDateTimeField


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address under the stories' screens, for the ModelAdmin `admin`."""
    return [json_api.at(admin, "<int:pk>/comments/", "comments", get=shown, post=act)]


def shown(admin: ModelAdmin, request: StaffRequest, asked: Asked, pk: int) -> dict[str, Any]:
    """The story's conversations: their HTML, and of each that is open the words that it is about."""
    return _conversations(_story(request, pk), request.user)


def act(admin: ModelAdmin, request: StaffRequest, asked: Asked, pk: int) -> dict[str, Any]:
    """Do what is asked with a comment, and answer with the conversations as they are then."""
    article, by = _story(request, pk), request.user
    do, text = asked.text("do"), asked.text("text")
    if do == "comment":
        about = comments.Words(
            asked.text("field"), Anchor(asked.text("exact"), asked.text("prefix"), asked.text("suffix"))
        )
        wording = asked.text("wording") if asked.switch("suggests") else None
        comments.comment(article, by=by, text=text, about=about, wording=wording)
    elif do == "seen":
        mark_read(by, timezone.now(), story=pk)
    elif do == "assign":
        to = asked.number("to")
        assign(
            article,
            User.objects.filter(pk=to).first() if to else None,
            by=by,
            due_at=_moment(asked, "due"),
            slot_at=_moment(asked, "slot"),
        )
    else:
        _answer(do, Comment.objects.filter(article=article, pk=asked.number("comment") or 0).first(), text, by)
    article.refresh_from_db()
    return _conversations(article, by)


def _answer(do: str, said: Comment | None, text: str, by: User) -> None:
    """Do something with a comment that is there. Raises NotUnderstood and what the verbs raise."""
    if said is None:
        raise NotUnderstood(_("That comment is not there any more."))
    if do == "reply":
        comments.reply(said, by=by, text=text)
    elif do == "resolve":
        comments.resolve(said, by=by)
    elif do == "reopen":
        comments.reopen(said, by=by)
    elif do in ("accept", "refuse"):
        comments.decide(said, by=by, accept=do == "accept")
    else:
        raise NotUnderstood(_("Nothing of that name can be done with a comment."))


def _story(request: StaffRequest, pk: int) -> Article:
    """The story, for who may read it. Raises Forbidden and Article.DoesNotExist."""
    article = Article.objects.select_related("created_by", "assigned_to").get(pk=pk)
    require(may_comment(request.user, article), _("read what is said about this story"))
    require_open(request, article, "comments")
    return article


def _moment(asked: Asked, name: str) -> datetime | None:
    typed = asked.text(name)
    return LocalDateTimeField(label="", required=False).clean(typed) if typed else None


def _conversations(article: Article, user: User) -> dict[str, Any]:
    said = list(article.comments.select_related("by", "resolved_by"))
    for each in said:
        each.article = article
    threads = [each for each in said if each.answers_id is None]
    where = places(threads, texts_of_story(article)) if threads else {}
    for thread in threads:
        place = where.get(thread.pk)
        vars(thread).update(
            is_lost=place is not None and place.is_lost,
            said_since=[each for each in said if each.answers_id == thread.pk],
            may_end=may_end_comment(user, thread),
            start=place.start if place else -1,
            paragraph=thread.line + 1,
        )
    # What lost its words first, then what is about the whole story, then in the order of the text.
    opened = sorted((each for each in threads if each.resolved_at is None), key=_order)
    context = {
        "open": opened,
        "ended": [each for each in threads if each.resolved_at is not None],
        "may_write": may_write(user, article),
        "article": article,
        "assigning": writers() if may_assign(user, article) else None,
    }
    anchors = [
        {"id": each.pk, "field": each.field, "exact": each.exact, "prefix": each.prefix, "suffix": each.suffix}
        for each in opened
        if each.exact and not each.is_lost
    ]
    html = render_to_string("admin/articles/notes/comments.html", context)
    return {"html": html, "anchors": anchors, "open": len(opened)}


def _order(thread: Any) -> tuple[bool, bool, bool, int, int]:
    is_in_body = thread.field == Field.BODY
    return (not thread.is_lost, bool(thread.exact), is_in_body, thread.start, thread.pk)

"""Mail to the people concerned: editors when a story is handed in, its writer when it was decided on or is out."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from articles.editorial.permissions import may_approve
from articles.models.article import Article
from articles.models.user import User
from articles.site_identity import identity

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"
# What the writer reads, by verb; {by} is who did it.
TO_WRITER = {
    "approve": "“{story}” was approved by {by}.",
    "send-back": "“{story}” was sent back by {by}.",
    "publish": "“{story}” was published by {by}.",
    "schedule": "“{story}” was scheduled by {by}.",
    "correct": "“{story}” was corrected by {by}.",
}


def mail_editors(article: Article, *, by: User) -> None:
    """Tell those who may approve the story, after the commit, that `by` has handed it in."""
    editors = User.objects.with_perm("articles.approve_article", backend=MODEL_BACKEND, include_superusers=False)
    to = [user.email for user in editors.exclude(email="").exclude(pk=by.pk) if may_approve(user, article)]
    _send(f"“{article}” was handed in by {_name(by)}.", "", article, to)


def mail_writer(article: Article, verb: str, *, by: User, note: str = "") -> None:
    """Tell the person who began the story, after the commit, what somebody else has done with it."""
    writer = article.created_by
    if writer is not None and writer.is_active and writer.email and writer.pk != by.pk:
        _send(TO_WRITER[verb].format(story=article, by=_name(by)), note, article, [writer.email])


def _send(sentence: str, note: str, article: Article, to: Iterable[str]) -> None:
    """One mail to each address, so that nobody sees the others; a mail server that is down breaks no verb."""
    screen = f"{settings.SITE_URL}/admin/articles/article/{article.pk}/change/"
    words = "\n\n".join(part for part in (sentence, note, screen) if part)
    subject = f"[{identity().name}] {sentence}"
    for address in to:
        transaction.on_commit(_sending(subject, words, address), robust=True)


def _sending(subject: str, words: str, address: str) -> Callable[[], int]:
    """A function that sends the mail to one address."""
    return lambda: send_mail(subject, words, settings.DEFAULT_FROM_EMAIL, [address])


def _name(user: User) -> str:
    return user.get_full_name() or user.username

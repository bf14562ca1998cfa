"""Mail to people whom a seal concerns, at once; what staff is told of its daily work is in `telling`."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from articles.models.article import Article
from articles.models.user import User
from articles.site_identity import identity


def mail_people(people: Iterable[User], sentence: str, note: str, article: Article) -> None:
    """Tell these people, after the commit, something about the story; those too who have left."""
    _send(sentence, note, article, [person.email for person in people if person.email])


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

"""Sealing: a story's drafts and notes are open to people whom its owner names, and to nobody else, whatever others may.

What was found by its words is found no more, links to it end, and the log says that a story was sealed and not by whom.
What readers have had stays public; see docs/decisions/0020-sealed-stories.md.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import log_action, noted
from articles.editorial.mail import mail_people
from articles.editorial.notifications.notify import forget
from articles.editorial.permissions import may_break_seal, may_name_people, may_seal, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing.preview_links import revoke_all
from articles.editorial.writing.working_copy import lock
from articles.models.article import Article
from articles.models.open_sheet import OpenSheet
from articles.models.seal import SealedOpening, SealedTo
from articles.models.user import User
from articles.search import working_copies
from articles.signals import story_sealed

# What the log says of a sealed story to those whom its seal does not name; what else it knows waits until it is open.
SHOWN_IN_LOG = ("seal", "break-seal")
# Somebody who goes from page to page of a story has opened it once.
SAME_VISIT = timedelta(minutes=10)
SHUT_FOR = timedelta(days=3)


class NotStaff(Refusal):
    """A seal names people who can sign in here."""

    sentence = gettext_lazy("“{name}” cannot sign in here, so a story cannot be sealed to them.")


class OwnerStays(Refusal):
    """A sealed story has an owner."""

    sentence = gettext_lazy("Who sealed the story stays in. Unseal it instead.")


class ReasonMissing(Refusal):
    """Who breaks a seal says why."""

    sentence = gettext_lazy("Say, for the log and for those to whom the story is sealed, why it has to be opened.")


class NotSealed(Refusal):
    """There is no seal to break."""

    sentence = gettext_lazy("This story is not sealed.")


@noted
def seal(article: Article, *, by: User, to: Iterable[User] = ()) -> Article:
    """Close the story to everybody but `by`, who owns the seal, the person who began it, and those in `to`.

    Open preview links end, and pages on which others have the story open save nothing any more. Raises Forbidden or
    NotStaff.
    """
    require(may_seal(by, article), _("seal this story"))
    with transaction.atomic():
        article, now = lock(article), timezone.now()
        require(may_seal(by, article), _("seal this story"))
        writer = article.created_by
        is_here = writer is not None and writer.is_active and writer.is_staff
        named = dict.fromkeys([by, *([writer] if writer is not None and is_here else []), *to])
        for person in named:
            _require_staff(person, unless=by)
        article.is_sealed = True
        article.save(update_fields=["is_sealed"])
        SealedTo.objects.bulk_create(
            SealedTo(article=article, user=person, is_owner=person == by, added_at=now) for person in named
        )
        revoke_all(article, now)
        _forget_elsewhere(article, list(named))
        log_action(article, "seal", None)
    return article


@noted
def unseal(article: Article, *, by: User) -> Article:
    """Open the story to everybody on staff, with what was written and noted meanwhile. Raises Forbidden."""
    with transaction.atomic():
        article = lock(article)
        require(may_name_people(by, article), _("unseal this story"))
        article.is_sealed = False
        article.save(update_fields=["is_sealed"])
        article.sealed_to.all().delete()
        working_copies.sync_working_copies([article.pk])
        log_action(article, "unseal", by)
    return article


@noted
def add_person(article: Article, person: User, *, by: User) -> None:
    """Open the sealed story to one more person, who may read and write it. Raises Forbidden or NotStaff."""
    with transaction.atomic():
        article = lock(article)
        require(may_name_people(by, article), _("say to whom this story is open"))
        _require_staff(person)
        if _let_in(article, person):
            log_action(article, "seal-add", by, person.get_username())


@noted
def remove_person(article: Article, person: User, *, by: User) -> None:
    """Close the sealed story to somebody; everybody may take themselves out. Raises Forbidden or OwnerStays."""
    with transaction.atomic():
        article = lock(article)
        row = article.sealed_to.filter(user=person).first()
        require(may_name_people(by, article) or (row is not None and person == by), _("say to whom this story is open"))
        if row is None:
            return
        if row.is_owner and person.is_active:
            raise OwnerStays
        row.delete()
        OpenSheet.objects.filter(article=article, user=person).delete()
        log_action(article, "seal-remove", by, person.get_username())


def note_opening(article: Article, *, by: User, what: str) -> None:
    """Note, for the owner of the sealed story, that `by` has opened it, on the page called `what`."""
    now = timezone.now()
    newest = article.openings.filter(user=by, what=what, at__gt=now - SAME_VISIT)
    if not newest.exists():
        SealedOpening.objects.create(article=article, user=by, what=what, at=now)


def shut_after_change(person: User, *, by: User) -> None:
    """Shut all sealed stories for three days to an account of which somebody else has changed how it is signed in to.

    Else whoever manages accounts could come in as somebody who is named. All others who are in are told by mail, and
    may let the person in at once, when they know that it is they.
    """
    if person == by:
        return
    with transaction.atomic():
        rows = SealedTo.objects.filter(user=person).select_related("article")
        for row in rows:
            others = [each.user for each in row.article.sealed_to.exclude(user=person).select_related("user")]
            said = _("How {person} signs in was changed by {by}. “{story}” stays shut to that account for three days.")
            note = _("If you know that it is {person}, you can let them in at once. If not, ask them, but not by mail.")
            names = {"person": person, "by": by, "story": row.article}
            mail_people(others, said.format(**names), note.format(**names), row.article)
            OpenSheet.objects.filter(article=row.article, user=person).delete()
        rows.update(shut_until=timezone.now() + SHUT_FOR)


@noted
def break_seal(article: Article, *, by: User, reason: str) -> Article:
    """Open a sealed story to a superuser, where nobody whom it is open to can do so; never from a screen.

    The log says so to everybody, with the reason, and everybody to whom the story is sealed gets a mail. Raises
    NotSealed, Forbidden or ReasonMissing.
    """
    if not article.is_sealed:
        raise NotSealed
    require(may_break_seal(by, article), _("break the seal of this story"))
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        article = lock(article)
        told = [row.user for row in article.sealed_to.select_related("user")]
        _let_in(article, by)
        log_action(article, "break-seal", by, reason)
        mail_people(told, _("The seal of “{story}” was broken by {by}.").format(story=article, by=by), reason, article)
    return article


def _let_in(article: Article, person: User) -> bool:
    """Open the story to somebody, or open it again; whether that changed anything."""
    row, is_new = SealedTo.objects.get_or_create(article=article, user=person, defaults={"added_at": timezone.now()})
    if row.is_shut:
        SealedTo.objects.filter(pk=row.pk).update(shut_until=None)
    return is_new or row.is_shut


def openings(article: Article) -> QuerySet[SealedOpening]:
    """Who has opened the sealed story, the newest first."""
    return article.openings.select_related("user")


def _require_staff(person: User, unless: User | None = None) -> None:
    """Raise NotStaff for somebody who can't sign in to the editors' screens."""
    if person != unless and not (person.is_active and person.is_staff):
        raise NotStaff(name=person.get_full_name() or person.get_username())


def _forget_elsewhere(article: Article, named: list[User]) -> None:
    """Take the story's words out of whatever repeats them: the editors' index, others' open pages, other programs."""
    working_copies.remove_working_copy(article.pk)
    OpenSheet.objects.filter(article=article).exclude(user__in=named).delete()
    forget(article, named)
    story_sealed.send(sender=None, article=article)

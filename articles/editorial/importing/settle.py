"""The second step of an import: links between its stories are rewritten, and what was public is made public here."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial.importing.addresses import WERE_PUBLIC, rewritten, site_of
from articles.editorial.importing.outcome import Became, Outcome, Wishes
from articles.editorial.importing.take_in import is_untouched
from articles.editorial.permissions import may_publish, require
from articles.editorial.publishing.correction_prompt import CorrectionUndecided
from articles.editorial.publishing.prepared_text import PreparedText
from articles.editorial.publishing.readiness import blockers
from articles.editorial.publishing.steps import NothingNew, publish_or_schedule
from articles.editorial.writing.revisions import save_revision
from articles.editorial.writing.working_copy import change_article, lock
from articles.exchange.incoming import Note, Status
from articles.models.imported_story import ImportedStory
from articles.models.revision import Reason
from articles.text.body.body import Body

MISSED = "Its moment had passed and it was not out where it comes from, so it stays a draft."
FACTS = "Its facts have changed, so an editor decides whether readers are told: {why}"


def unsettled(system: str) -> list[int]:
    """The numbers of this system's stories that are still to be settled, in the order in which they came in."""
    return list(
        ImportedStory.objects.filter(system=system, is_settled=False).order_by("pk").values_list("pk", flat=True)
    )


def settle(number: int, wishes: Wishes) -> Outcome:
    """Rewrite the links of an imported story, and publish or schedule it if that is wished and it was so.

    No mail, and no edition at a moment that has passed: readers are shown its date. Blockers hold. One that somebody
    has worked on stays theirs. Raises Forbidden.
    """
    row = ImportedStory.objects.select_related("article").get(pk=number)
    body = Body(row.article.body)
    links = rewritten(body, site_of(row), timezone.now())
    if links != body.html:
        body = Body(links)
    text = PreparedText(body)
    text.read(body.html)
    with transaction.atomic():
        article = row.article = lock(row.article)
        if not is_untouched(row):
            _done(row)
            return Outcome(Became.UNCHANGED, article)
        if article.body != body.html:
            change_article(article, {"body": body.html}, by=wishes.by, tidy=lambda html, language: html)
            save_revision(article, by=wishes.by, reason=Reason.IMPORTED)
            row.version = article.version
        outcome = Outcome(Became.UNCHANGED, article)
        if wishes.publish and row.status in WERE_PUBLIC:
            require(may_publish(wishes.by, article), gettext("publish this story"))
            outcome = _published(row, body, text, wishes)
        _done(row)
    return outcome


def _done(row: ImportedStory) -> None:
    row.is_settled = True
    row.save(update_fields=["is_settled", "version"])


def _published(row: ImportedStory, body: Body, text: PreparedText, wishes: Wishes) -> Outcome:
    """The story out at its date, or due at its moment, or what keeps it a draft."""
    article, now = row.article, timezone.now()
    at = row.goes_live_at if row.goes_live_at and row.goes_live_at > now else None
    if row.status == Status.SCHEDULED and at is None:
        return Outcome(Became.UNCHANGED, article, notes=[Note("not public", MISSED)])
    if found := blockers(article, at=at, body=body):
        return Outcome(Became.UNCHANGED, article, blockers=found)
    try:
        edition = publish_or_schedule(article, by=wishes.by, at=at, text=text, tells=False)
    except NothingNew:
        return Outcome(Became.UNCHANGED, article)
    except CorrectionUndecided as undecided:
        return Outcome(Became.UNCHANGED, article, notes=[Note("correction", FACTS.format(why=undecided))])
    return Outcome(Became.CHANGED, article, edition=edition)

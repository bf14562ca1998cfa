"""A whole import: every story of an export taken in, then all settled; it can be stopped at any point and goes on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.db import DataError
from django.utils.translation import gettext

from articles.editorial.importing.outcome import Became, Outcome, Wishes
from articles.editorial.importing.settle import settle, unsettled
from articles.editorial.importing.take_in import take_in
from articles.editorial.permissions import require
from articles.editorial.refusals import Refusal
from articles.exchange.incoming import Broken, Incoming, Item, Note, Reading, Skipped
from articles.models.imported_story import ImportedStory


@dataclass(frozen=True)
class Step:
    """One story, or what is none, and what became of it. `is_last` says that nothing more becomes of it in this run."""

    source_id: str
    title: str
    outcome: Outcome
    is_last: bool = True


def run(reading: Reading, wishes: Wishes) -> Iterator[Step]:
    """Take in what an export holds; yields a Step as each is done: first of all stories, then of those to be settled.

    Each story is a transaction of its own. Raises Forbidden where `wishes.by` publishes nothing at all.
    """
    allowed = not wishes.publish or wishes.by.has_perm("articles.publish_article")
    require(allowed, gettext("publish what you import"))
    systems: dict[str, None] = {}
    waiting: dict[int, Step] = {}
    for item in reading.stories:
        step = _taken(item, wishes)
        if isinstance(item, Incoming):
            systems[item.system] = None
        article = step.outcome.article
        if step.outcome.waits and article is not None:
            step = replace(step, is_last=False)
            waiting[article.pk] = replace(step, outcome=replace(step.outcome, article=None))  # which is large
        yield step
    for system in systems:
        yield from _settled(system, waiting, wishes)


def _settled(system: str, waiting: dict[int, Step], wishes: Wishes) -> Iterator[Step]:
    for number in unsettled(system):
        row = ImportedStory.objects.select_related("article").get(pk=number)
        before = waiting.pop(row.article_id, None) or Step(
            row.source_id, str(row.article), Outcome(Became.UNCHANGED, row.article)
        )
        yield replace(
            before, is_last=True, outcome=_combined(before.outcome, _safely_settled(number, before.outcome, wishes))
        )


def _safely_settled(number: int, before: Outcome, wishes: Wishes) -> Outcome:
    try:
        return settle(number, wishes)
    except Refusal as refusal:
        return replace(before, became=Became.UNCHANGED, notes=[Note("not published", str(refusal))])


def _combined(first: Outcome, then: Outcome) -> Outcome:
    """What became of a story in both steps."""
    became = then.became if first.became == Became.UNCHANGED else first.became
    return replace(then, became=became, notes=[*first.notes, *then.notes])


def no_story(item: Skipped | Broken) -> Step:
    """The Step of what is in the file and is no story, or can't be read."""
    if isinstance(item, Skipped):
        return Step(item.source_id, "", Outcome(Became.SKIPPED, notes=[Note(item.kind, item.why)]))
    return Step(item.source_id, "", _failed(item.why))


def _taken(item: Item, wishes: Wishes) -> Step:
    """One item taken in; what goes wrong with one is said and stops no other."""
    if not isinstance(item, Incoming):
        return no_story(item)
    try:
        outcome = take_in(item, wishes)
    except ValidationError as error:
        outcome = _failed(" ".join(error.messages))
    except (Refusal, DataError) as error:
        outcome = _failed(str(error))
    return Step(item.source_id, item.headline, outcome)


def _failed(why: str) -> Outcome:
    return Outcome(Became.FAILED, notes=[Note("failed", why)])

"""What an import would do, asked without writing anything."""

from collections.abc import Iterator

from articles.editorial.importing.outcome import Became, Outcome
from articles.editorial.importing.run import Step, no_story
from articles.editorial.importing.take_in import is_untouched
from articles.exchange.incoming import KEPT_PRIVATE, Incoming, Item, Note, Reading, Status
from articles.models.imported_story import ImportedStory


def foresee(reading: Reading) -> Iterator[tuple[Item, Step]]:
    """Each item of an export with the Step that an import would yield for it, as far as it is known beforehand."""
    for item in reading.stories:
        yield item, _step(item)


def _step(item: Item) -> Step:
    if not isinstance(item, Incoming):
        return no_story(item)
    notes = [*item.notes, *([Note("not public", KEPT_PRIVATE[item.status])] if item.status in KEPT_PRIVATE else [])]
    return Step(item.source_id, item.headline, Outcome(_would_become(item), notes=notes))


def _would_become(story: Incoming) -> Became:
    held = ImportedStory.objects.filter(system=story.system, source_id=story.source_id)
    row = held.select_related("article").first()
    if row is None:
        return Became.SKIPPED if story.status == Status.CANCELED else Became.IMPORTED
    if row.digest == story.digest:
        return Became.UNCHANGED
    return Became.CHANGED if is_untouched(row) else Became.SKIPPED

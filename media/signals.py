"""Signals between the photo library and those who show photos, of whom it knows nothing. A leaf.

What happened:
`photo_saved(photo)`, `photo_removed(photo_id)`: sent in the transaction that writes a photo or removes it.
`photo_changed(photo_id)`: sent after a commit that changed a photo's words, rights, focus or file.

What the library asks; the receivers' results are the answer:
`search_photos(text, among)`: the ids of the photos of a queryset that match what somebody typed, as a list.
`where_used(photos)`: {photo id: [Use, …]} for a set of photo ids.
`used_photos()`: a list of conditions (Q); a photo that fulfils one of them is or was shown by the receiver.
`outdated_words(photos)`: an Offer where something that readers see, or will, has former words of these photos (a set
of ids), else None.
`pages_of_people(names)`: {name: address of their screen} for the names of people shown.
`readers_see(photo, at)`: whether readers find the photo of that id on a page at a moment.
`refused_changes(photos, by)`: {photo id: Refused} of those of a set of ids in which that user may not change all that
readers see, or will.

What it has written down: `photo_handled(photo_id, verb, by, note)`, sent in the transaction of a person's deed.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.dispatch import Signal
from django.utils.translation import gettext as _

photo_saved = Signal()
photo_removed = Signal()
search_photos = Signal()
photo_changed = Signal()
where_used = Signal()
used_photos = Signal()
outdated_words = Signal()
pages_of_people = Signal()
readers_see = Signal()
refused_changes = Signal()
photo_handled = Signal()


class Use(NamedTuple):
    """A place that shows a photo: its title, its screen's address, its state in words, and whether readers see it.

    `needs` is the right without which nobody is told more than the state, "" for none.
    """

    title: str
    url: str
    state: str
    is_live: bool
    needs: str = ""


class Offer(NamedTuple):
    """What could be done about former words: a sentence on it, a screen, the words of its link, the right to it."""

    sentence: str
    url: str
    link_text: str
    needs: str = ""


class Refused(NamedTuple):
    """What somebody may not change of a photo, as names of fields, and the sentence that says why."""

    fields: frozenset[str]
    sentence: str


def _answers(signal: Signal, **question: Any) -> list[Any]:
    """The answers of a signal's receivers."""
    responses: Any = signal.send(sender=None, **question)
    return [answer for _, answer in responses]


def uses_of(photo_ids: Iterable[int], by: Any = None) -> dict[int, list[Use]]:
    """{photo id: [Use, …]} with an entry for each of `photo_ids`; what readers see comes first.

    Of a place that `by`, a user, may not look at it has no more than the state.
    """
    found: dict[int, list[Use]] = {pk: [] for pk in photo_ids}
    for answer in _answers(where_used, photos=set(found)):
        for pk, uses in answer.items():
            found[pk] += [
                use if _may_have(by, use) else use._replace(title=_("a page of others"), url="") for use in uses
            ]
    return {pk: sorted(uses, key=lambda use: not use.is_live) for pk, uses in found.items()}


def conditions_of_use() -> list[Q]:
    """Conditions on photos, as a list: what is in use fulfils one or more, what is unused none."""
    return [condition for answer in _answers(used_photos) for condition in answer]


def offers_for(photo_ids: Iterable[int], by: Any = None) -> list[Offer]:
    """The Offers about former words of any of these photos, for `by`, a user."""
    return [offer for offer in _answers(outdated_words, photos=set(photo_ids)) if offer and _may_have(by, offer)]


def _may_have(by: Any, told: Use | Offer) -> bool:
    """Whether a user, or None for a program, may have what is told."""
    return (
        by is None or not told.needs or by.has_perm(told.needs) or by.has_perm(told.needs.replace("view_", "change_"))
    )


def links_to_people(names: Iterable[str]) -> dict[str, str]:
    """{name: address} of those among `names` that have a screen."""
    found: dict[str, str] = {}
    for answer in _answers(pages_of_people, names=set(names)):
        found |= answer
    return found


def is_out(photo_id: int, at: datetime) -> bool:
    """Whether readers find the photo on some page at `at`."""
    return any(_answers(readers_see, photo=photo_id, at=at))


def refused_to(by: Any, photo_ids: Iterable[int]) -> dict[int, Refused]:
    """{photo id: Refused} of those photos that `by`, a user, may not change as they like; a program (None) may."""
    found: dict[int, Refused] = {}
    for answer in _answers(refused_changes, photos=set(photo_ids), by=by) if by is not None else ():
        for pk, refused in answer.items():
            held = found.get(pk)
            found[pk] = Refused(held.fields | refused.fields, held.sentence) if held else refused
    return found


def searched_photos(text: str, among: QuerySet[Any]) -> list[int] | None:
    """The ids of those photos of a queryset that match `text`; None where there is no index of photos."""
    answers = _answers(search_photos, text=text, among=among)
    return answers[0] if answers else None

"""What the photo library tells and asks those who show photos, whom it doesn't know. A leaf: imports nothing of ours.

`photo_kept(photo)` and `photo_removed(photo_id)`: told in the very transaction that writes a photo or removes it.
`photos_about(text, among)`: asked with what somebody typed and a queryset; a receiver answers the ids of those of its
photos that it finds, as a list.
`photo_changed(photo_id)`: told after a commit that changed a photo's words, rights, focus or file.
`where_used(photos)`: asked with a set of photo ids; a receiver answers {photo id: [Use, …]}.
`used_photos()`: asked when photos are sorted by use; a receiver answers conditions (Q) on photos, as a list, of which
those that anything of its shows or has shown fulfil one or more.
`said_otherwise(photos)`: asked with a set of photo ids; a receiver answers an Offer where something that readers see,
or will, keeps former words of these photos, else None.
`who_are(names)`: asked with the names of people shown; a receiver answers {name: address of their screen}.
"""

from typing import NamedTuple

from django.dispatch import Signal

photo_kept = Signal()
photo_removed = Signal()
photos_about = Signal()
photo_changed = Signal()
where_used = Signal()
used_photos = Signal()
said_otherwise = Signal()
who_are = Signal()


class Use(NamedTuple):
    """A place that shows a photo: its title, its screen's address, its state in words, and whether readers see it."""

    title: str
    url: str
    state: str
    is_live: bool


class Offer(NamedTuple):
    """What could be done about former words: a sentence that says what is there, a screen, and what it is for."""

    sentence: str
    url: str
    deed: str


def uses_of(photo_ids):
    """Return {photo id: [Use, …]} with an entry for each of `photo_ids`; what readers see comes first."""
    found = {pk: [] for pk in photo_ids}
    for _, answer in where_used.send(sender=None, photos=set(found)):
        for pk, uses in answer.items():
            found[pk] += uses
    return {pk: sorted(uses, key=lambda use: not use.is_live) for pk, uses in found.items()}


def conditions_of_use():
    """Return conditions on photos, as a list: what is in use fulfils one or more, what is unused none."""
    return [condition for _, answer in used_photos.send(sender=None) for condition in answer]


def offers_for(photo_ids):
    """Return the Offers of those who still show former words of any of these photos, as a list."""
    answers = said_otherwise.send(sender=None, photos=set(photo_ids))
    return [offer for _, offer in answers if offer]


def known_people(names):
    """Return {name: address} of those among `names` (strings) whom somebody knows."""
    found = {}
    for _, answer in who_are.send(sender=None, names=set(names)):
        found |= answer
    return found


def found_photos(text, among):
    """Return the ids of those photos of a queryset that `text` finds, as a list; None when nobody keeps an index."""
    answers = [answer for _, answer in photos_about.send(sender=None, text=text, among=among)]
    return answers[0] if answers else None

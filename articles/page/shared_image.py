"""The picture that machines are given, with a shared link and in structured data: a photo's rendition, or a drawn card.

A card's address is `/cards/<kind>-<number>-<version>.png`; the version changes with every word on it.
"""

import hashlib
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext

from articles.models.person import Person
from articles.models.topic import Topic
from articles.page.canonical_url import absolute_url
from articles.page.story import Story
from articles.site_identity import identity
from media import renditions
from media.cards import draw
from media.cards.draw import CardWords
from media.cards.faces import runs_from_right
from media.models import Photo

SHARED_IMAGE = ("16x9", 1200)


def image_object(photo: Photo, shape: str, width: int) -> dict[str, Any]:
    """A rendition of a photo, at most `width` pixels wide, as an ImageObject."""
    shape = renditions.shape_for(photo, shape)
    width = renditions.nearest_width(photo, shape, width)
    return {
        "@type": "ImageObject",
        "url": absolute_url(renditions.url(photo, shape, width, "jpeg")),
        "width": width,
        "height": renditions.height(photo, shape, width),
    }


class Card(NamedTuple):
    """A card that can be drawn: what it is about, as its address says it, and its words."""

    kind: str
    number: int
    words: CardWords

    @property
    def version(self) -> str:
        """12 hexadecimal digits that change with everything the card is drawn from."""
        return hashlib.sha256(repr((draw.RECIPE, *self.words)).encode()).hexdigest()[:12]

    @property
    def path(self) -> str:
        """Its address on the site."""
        return reverse("card", args=[self.kind, self.number, self.version])

    @property
    def alt(self) -> str:
        """Its words, for those who do not see it."""
        return draw.largest(self.words)


def story_card(story: Story) -> Card | None:
    """The card of a Story without a photo that is shown; None where one is shown, or no letters of it can be set."""
    if story.lead is not None and story.lead.photo is not None:
        return None
    kicker, desk = (link.name if link else "" for link in (story.kicker, story.desk))
    signed = ", ".join(signer.name for signer in story.bylines)
    return of_words("story", story.id, story.search_headline, kicker, desk, byline=signed)


def topic_card(topic: Topic) -> Card | None:
    """The card of a topic."""
    return of_words("topic", topic.pk, topic.name, gettext("Topics"))


def person_card(person: Person) -> Card | None:
    """The card of a person, with their role."""
    return of_words("person", person.pk, person.name, person.standing)


def of_words(kind: str, number: int, headline: str, kicker: str, desk: str = "", *, byline: str = "") -> Card | None:
    """The Card with these words and the site's name, or None where it can't be drawn; it runs as its headline does."""
    words = CardWords(headline, kicker, desk, identity().name, runs_from_right(headline), byline)
    return Card(kind, number, words) if draw.can_draw(words) else None


def card_object(card: Card) -> dict[str, Any]:
    """A card as an ImageObject."""
    return {"@type": "ImageObject", "url": absolute_url(card.path), "width": draw.WIDTH, "height": draw.HEIGHT}

"""Awkward stories for the demo newsroom, to be looked at: they lack what most stories have, or have too much of it.

Run inside a newsroom that holds the demo: `manage.py shell -c "from tools.awkward import publish; publish()"`.
"""

import json
from typing import Any

from articles.editorial.directory import entries
from articles.editorial.publishing import publish as publishing
from articles.editorial.publishing import withdraw
from articles.editorial.publishing.redact import redact
from articles.editorial.site.next_story import pin_next
from articles.editorial.writing import drafts
from articles.models.edition import Edition
from articles.models.person import Person
from articles.models.user import User
from bench.invented import bank
from media.models import Photo

LONG_HEADLINE = "Nine Hundred Metres of Harbour Wall to Be Counted, Stone by Stone, Before the Winter’s Ice"  # 90 signs
PARAGRAPHS, TO_A_SECTION = 420, 14  # some 10,000 words
SHORT = "<p>The ferry did not sail.</p><p>Its master blamed the fog.</p><p>It is to sail tomorrow.</p>"
ARABIC = (
    "<p>افتُتح الجسر الجديد فوق النهر صباح الاثنين بعد عامين من العمل.</p><h2>ما الذي تغيّر</h2>"
    "<p>صار الطريق أقصر بنصف ساعة، وتعبره 3 حافلات كل ساعة. قالت البلدية: «لن نغلقه في الشتاء».</p>"
)


class Shelf:
    """What the stories are made from, in a newsroom that holds the demo."""

    def __init__(self):
        """Look it up, or make it."""
        self.chief = User.objects.get(username="chief")
        photos = Photo.objects.order_by("pk")
        self.tall = next(photo for photo in photos if photo.is_portrait)
        self.wide = [photo for photo in photos if not photo.is_portrait][:5]
        self.blocks = [paragraph.html for paragraph in bank(list(Person.objects.order_by("pk")[:20]))]
        self.nobody = entries.get_or_create_person("Oona Marsh", role="harbour clerk", by=self.chief)

    def story(self, headline, body, *, desk="Culture", **fields: Any):
        """Publish a story now; returns its Article."""
        fields = {"desk": entries.get_or_create_desk(desk, by=self.chief), "language": "en"} | fields
        article = drafts.begin(by=self.chief, headline=headline, body=body, **fields)
        publishing.publish(article, by=self.chief)
        return article


def five_photos(shelf):
    """A lead photo, and four more with hardly a word between them."""
    figures = [f'<figure data-photo="{photo.pk}" data-credit=""></figure>' for photo in shelf.wide[1:]]
    body = "".join(words + figure for words, figure in zip(shelf.blocks, figures, strict=False))
    return shelf.story("Five Pictures and Hardly a Word", body, lead_photo=shelf.wide[0], dek="In the order they came.")


def portrait(shelf):
    """A photo taller than wide, a headline of ninety characters, no dek, a person without a portrait."""
    said = "A wall is a promise. You count it so that nobody can say it was never made."
    quote = f'<blockquote data-person="{shelf.nobody.pk}" data-attribution=""><p>{said}</p></blockquote>'
    body = f"<p>The clerk would not be drawn.</p>{quote}<p>She went back to her list.</p>"
    return shelf.story(LONG_HEADLINE, body, lead_photo=shelf.tall)


def ten_thousand_words(shelf):
    """A story nobody cut, in thirty sections."""
    blocks = shelf.blocks[:PARAGRAPHS]
    parts = [blocks[at : at + TO_A_SECTION] for at in range(0, len(blocks), TO_A_SECTION)]
    body = "".join(f"<h2>Part {n} of the Record</h2>{''.join(part)}" for n, part in enumerate(parts, start=1))
    return shelf.story("The Whole Record", body, dek="Nothing was left out.", lead_photo=shelf.wide[2])


def three_lines(shelf):
    """The least that can be published, on a desk that has nothing else."""
    return shelf.story("No Ferry", SHORT, desk="Weather")


def arabic_after_english(shelf):
    """A story that reads from the right, pinned behind one that reads from the left."""
    then = shelf.story("جسر جديد فوق النهر", ARABIC, dek="عامان من العمل، ويوم واحد للافتتاح.", language="ar")
    first = shelf.story("A Bridge, and Then Its Story Told Over There", SHORT, dek="Scroll on to read it in Arabic.")
    pin_next(first, then, by=shelf.chief)
    return first


def withdrawn(shelf):
    """A story that answers 410."""
    article = shelf.story("A Bridge That Was Not There", SHORT)
    withdraw.withdraw(article, by=shelf.chief, notice="It was about another bridge, and none of it held.")
    return article


def redacted(shelf):
    """A story of which a tombstone is left."""
    article = shelf.story("A Name That Had to Go", SHORT)
    withdraw.withdraw(article, by=shelf.chief, notice="Removed by order of a court.")
    redact(article, by=shelf.chief, reason="The court's order of today.")
    return article


KINDS = (five_photos, portrait, ten_thousand_words, three_lines, arabic_after_english, withdrawn, redacted)


def publish():
    """Publish each of KINDS and print a JSON object: the kind's name, and the path to look at."""
    shelf = Shelf()
    entries.get_or_create_topic("A Topic Without a Story", by=shelf.chief)
    made = {kind.__name__: kind(shelf).pk for kind in KINDS}
    paths = dict(Edition.objects.exclude(path="").values_list("article", "path"))
    shown = {kind: paths[pk] for kind, pk in made.items()}
    print(json.dumps(shown | {"person_without_a_portrait": shelf.nobody.get_absolute_url()}))

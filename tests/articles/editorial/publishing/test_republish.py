"""Publishing again: photos' words as the library has them by now, and nothing else that readers see is changed."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.editorial.publishing import publish, republish, schedule, steps
from articles.embargo import Kind
from media.ingest import update
from tests.articles.editorial.publishing.test_publish import NOON
from tests.builders import (
    a_photo,
    draft_article,
    edited,
    editor,
    live_article,
    live_edition,
    reworded_article,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def clock():
    """The clock stands at noon and is moved by hand."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def words_under_photos(edition):
    return [(placement.caption, placement.credit) for placement in edition.placements.all()]


def test_republish_gives_what_is_out_and_what_is_due_the_words_of_the_library(clock):
    east, west = a_photo(caption="From the east."), a_photo(caption="From the west.")
    body = f'<p>Text.</p><figure data-photo="{west.pk}"><figcaption>Our own words.</figcaption></figure>'
    article = live_article(headline="Out", lead_photo=east, body=body)
    schedule.schedule(edited(article, headline="Due"), by=editor(), at=NOON + HOUR)
    edited(article, headline="Begun")
    for photo in (east, west):
        update(photo, None, caption="From the north.", credit="Photo: Bo")
    clock.shift(HOUR / 2)
    assert republish.republish(article, by=editor()) == 2
    out, due = live_edition(article), article.editions.pending(timezone.now()).get()
    assert [(one.headline, one.goes_live_at) for one in (out, due)] == [("Out", NOON + HOUR / 2), ("Due", NOON + HOUR)]
    expected = [("From the north.", "Photo: Bo"), ("Our own words.", "Photo: Bo")]
    assert words_under_photos(out) == words_under_photos(due) == expected
    article.refresh_from_db()
    assert article.headline == "Begun" and out.path == due.path == article.editions.order_by("pk").first().path
    with pytest.raises(steps.NothingNew):
        republish.republish(article, by=editor())


def test_republish_keeps_notes_and_expiry_and_leaves_the_story_published(clock):
    article = reworded_article()
    publish.correct(edited(article, dek="Later."), by=editor(), text="It was May.", at=NOON + HOUR)
    schedule.expire(article, by=editor(), at=NOON + 2 * HOUR)
    update(article.lead_photo, None, caption="From the south.")
    assert republish.republish(article, by=editor()) == 2
    note = article.corrections.get()
    assert (note.text, note.goes_live_at, note.edition.dek) == ("It was May.", NOON + HOUR, "Later.")
    assert list(article.editions.order_by("goes_live_at").values_list("kind", flat=True)) == [Kind.PUBLISHED] * 3 + [
        Kind.EXPIRED
    ]
    assert not live_edition(article).has_corrections and note.edition.has_corrections
    article.refresh_from_db()
    assert article.published_version == article.version


def test_republish_refuses_a_story_that_readers_do_not_see(clock):
    for article in (withdrawn_article(lead_photo=a_photo()), draft_article(lead_photo=a_photo(70))):
        update(article.lead_photo, None, caption="From the north.")
        with pytest.raises(steps.NothingNew):
            republish.republish(article, by=editor())


def test_republish_leaves_alone_what_was_made_from_a_state_that_was_redacted(clock):
    article = reworded_article()
    article.revisions.update(redacted_at=NOON)
    with pytest.raises(steps.NothingNew):
        republish.republish(article, by=editor())

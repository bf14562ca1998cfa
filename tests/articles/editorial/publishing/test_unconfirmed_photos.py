"""Words that came with a photo's file: what may be misread lets no story out, the rest is worth a look."""

import pytest

from articles.editorial.publishing.readiness import blockers, warnings
from media import ingest
from tests.builders import draft_article
from tests.media import files

pytestmark = pytest.mark.django_db

FILE = "comes from the file, and nobody has confirmed it."
LOOK = "come from the file, and nobody has confirmed them."


def photo_saying(credit, alt="A ferry."):
    data = files.jpeg(xmp=files.xmp(files.alternatives("Iptc4xmpCore:AltTextAccessibility", x_default=alt)))
    return ingest.ingest(files.with_segments(data, (0xED, files.iim(n110=credit))), by=None)


def said(article, rule):
    return [finding.sentence for finding in rule(article) if "from the file" in finding.sentence]


def test_credit_that_may_be_misread_blocks_until_confirmed_or_written_in_the_story():
    photo = photo_saying("Köln".encode("mac_roman"))
    article = draft_article(lead_photo=photo)
    assert said(article, blockers) == [f"The lead photo “A ferry.”: its credit “Köln” {FILE}"]
    assert said(draft_article(lead_photo=photo, lead_credit="Bo Ray"), blockers) == []
    ingest.confirm([photo], None)
    assert blockers(article) == []


def test_alt_text_that_may_be_misread_blocks():
    photo = photo_saying(b"Bo Ray", alt="A ferry in Malm\ufffd")
    figure = f'<p>It came.</p><figure data-photo="{photo.pk}"><figcaption></figcaption></figure>'
    (finding,) = [each for each in blockers(draft_article(body=figure)) if "file" in each.sentence]
    assert finding.sentence.endswith(f"its alt text “A ferry in Malm\ufffd” {FILE}")
    assert finding.spot.part == "alt"


def test_readable_words_pass_with_a_warning_unless_the_story_has_its_own():
    photo = photo_saying("Оля Коваль/Укрінформ".encode("cp1251"))
    article = draft_article(lead_photo=photo)
    assert blockers(article) == []
    assert said(article, warnings) == [f"The lead photo “A ferry.”: words of it {LOOK}"]
    ingest.update(photo, None, alt="A ferry comes.")
    assert said(draft_article(lead_photo=photo, lead_credit="Ана"), warnings) == []
    assert said(draft_article(lead_photo=photo, lead_caption="Ферія"), warnings) != []


def test_photo_without_words_of_its_own_is_called_by_its_file():
    photo = ingest.ingest(files.jpeg(), by=None, file_name="ferry.jpg")
    (credit,) = [each for each in blockers(draft_article(lead_photo=photo)) if each.field == "lead_credit"]
    assert "ferry.jpg" in credit.sentence

"""The labelled passages are well formed and as many as they have to be."""

import json
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from lxml import html

from tests.accuracy import pastes, photos, wires
from tests.accuracy.scores import CORPUS

pytestmark = pytest.mark.once

WIRES = sorted((CORPUS / "wires").glob("*.txt"))
PASTES = sorted((CORPUS / "pastes").glob("*.html"))
LANGUAGES = {"en", "uk", "fr", "de", "es", "sv", "pl", "tr", "ar", "he"}
OTHER_LANGUAGES = {"ja", "th", "zh"}  # of pastes, which no rule of grammar reads
ONE_TEXT = {*wires.ONE}
MANY_TEXTS = {"bylines", "topics", "paragraphs", "private", "fragments", "stories"}
OTHERS = {"language", "shape", "now", "zone", "embargo"}


@pytest.mark.parametrize("case", WIRES, ids=lambda case: case.stem)
def test_wires_are_labelled(case):
    labels = wires.labels_of(case)
    assert labels.keys() <= ONE_TEXT | MANY_TEXTS | OTHERS
    assert labels["language"] in LANGUAGES
    assert labels.get("headline") or labels["stories"]
    assert all(isinstance(text, str) for key in MANY_TEXTS for text in labels.get(key, []))
    assert datetime.fromisoformat(labels["now"]).replace(tzinfo=ZoneInfo(labels["zone"]))
    embargo = labels.get("embargo")
    assert embargo in (None, "unknown") or datetime.fromisoformat(embargo).tzinfo
    assert labels["paragraphs"]


@pytest.mark.parametrize("case", WIRES, ids=lambda case: case.stem)
def test_wires_private_lines_stand_in_the_text(case):
    text = " ".join(case.read_bytes().decode("utf-8", "replace").split())
    private = [" ".join(line.split()) for line in wires.labels_of(case)["private"]]
    assert [line for line in private if line.isascii() and line not in text] == []


def test_wires_are_many():
    languages = Counter(json.loads(path.read_bytes())["language"] for path in (CORPUS / "wires").glob("*.json"))
    assert languages.total() == len(WIRES) >= 100
    assert languages["en"] >= 20
    assert all(languages[language] >= 4 for language in LANGUAGES)


@pytest.mark.parametrize("case", PASTES, ids=lambda case: case.stem)
def test_pastes_are_labelled(case):
    labels = pastes.labels_of(case)
    assert labels.keys() == {"language", "program", "words", "structure", "leaked", "left_out"}
    assert labels["language"] in LANGUAGES | OTHER_LANGUAGES
    assert labels["words"]
    assert len(labels["structure"]) >= len(labels["words"])
    assert labels["left_out"].keys() <= pastes.KINDS


@pytest.mark.parametrize("case", PASTES, ids=lambda case: case.stem)
def test_pastes_would_leak_what_must_not(case):
    page = html.document_fromstring(case.read_text("utf-8").encode(), parser=html.HTMLParser(encoding="utf-8"))
    everything = "".join(page.text_content().split())
    assert [words for words in pastes.labels_of(case)["leaked"] if "".join(words.split()) not in everything] == []


def test_pastes_are_many():
    languages = Counter(pastes.labels_of(case)["language"] for case in PASTES)
    assert languages.total() >= 60
    assert languages.keys() >= LANGUAGES


def test_photos_are_labelled_and_many():
    labelled = photos.photos()
    assert len({labels["name"] for labels in labelled}) == len(labelled) >= 40
    assert {labels["language"] for labels in labelled} >= LANGUAGES
    for labels in labelled:
        assert labels.keys() <= {
            "name",
            "language",
            "iim",
            "iim_says_utf8",
            "exif",
            "xp_title",
            "xmp",
            "caption",
            "credit",
        }
        assert labels.keys() & {"iim", "exif", "xmp"}
        assert photos.jpeg(labels).startswith(b"\xff\xd8")

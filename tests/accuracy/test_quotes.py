"""The corpus of quotes is well formed, and its scorer counts as an editor would."""

from collections import Counter
from dataclasses import replace

import pytest

from articles.text.quotes.source import FoundQuote
from tests.accuracy.quotes import Label, Passage, folded, is_same_person, passages, scored_passage
from tests.accuracy.quotes import score as score_corpus

pytestmark = pytest.mark.once

PASSAGES = passages()
LANGUAGES = {"en", "uk", "fr", "de", "es", "sv", "pl", "tr", "ar", "he"}
UNSPACED = {"zh", "ja"}
DASHES = {"uk", "fr", "es", "sv", "pl", "tr"}
DENIED_KINDS = {
    "denial",
    "negation",
    "refusal",
    "condition",
    "question",
    "hearsay",
    "allegation",
    "falsehood",
    "irony",
    "wish",
    "future",
    "denied-then-true",
}
QUOTED_KINDS = {
    "plain-after",
    "plain-before",
    "split",
    "partial",
    "pronoun",
    "paragraphs",
    "joint",
    "nested",
    "organisation",
    "document",
    "true-near-negation",
    "denied-then-true",
}
KINDS = DENIED_KINDS | QUOTED_KINDS | {"dash", "title-or-scare", "apostrophes", "no-quote"}


SAID = Passage(
    "xx-001", "xx", "plain-after", ("“We sail,” said Ines Halloran.",), (Label("We sail,", "Ines Halloran"),)
)
DENIED = Passage("xx-002", "xx", "negation", ("Halloran never said “we sail”.",), denied=("we sail",))
TITLE = Passage("xx-003", "xx", "title-or-scare", ("She read “The Salt Road”.",), titles=("The Salt Road",))


def test_ids_are_numbered_by_language_without_a_gap():
    numbers = Counter()
    for passage in PASSAGES:
        numbers[passage.language] += 1
        assert passage.id == f"{passage.language}-{numbers[passage.language]:03d}"


@pytest.mark.parametrize("language", sorted(LANGUAGES | UNSPACED))
def test_passages_are_labelled_with_words_of_their_own(language):
    wrong = {one.id: faults for one in PASSAGES if one.language == language and (faults := list(faults_of(one)))}
    assert not wrong


def faults_of(passage):
    """What is wrong with a passage's labels."""
    for words in (*(label.words for label in passage.quotes), *passage.denied, *passage.titles):
        if words != words.strip() or words not in passage.text:
            yield f"not in the text: {words}"
    for label in passage.quotes:
        if label.speaker not in passage.text:
            yield f"not in the text: {label.speaker}"
    if passage.kind not in KINDS:
        yield f"unknown kind: {passage.kind}"
    if bool(passage.denied) != (passage.kind in DENIED_KINDS):
        yield "denied words are for the kinds that deny"
    if passage.kind in QUOTED_KINDS and not passage.quotes:
        yield "no quote"
    if passage.kind == "title-or-scare" and not passage.titles:
        yield "no title"
    if passage.kind == "no-quote" and (passage.quotes or passage.titles):
        yield "marks"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, None),
        ({"kind": "shout"}, "unknown kind: shout"),
        ({"quotes": (Label("we swim", "Ines Halloran"),)}, "not in the text: we swim"),
        ({"quotes": (Label("We sail,", "Tom Vess"),)}, "not in the text: Tom Vess"),
        ({"quotes": ()}, "no quote"),
        ({"kind": "denial"}, "denied words are for the kinds that deny"),
    ],
)
def test_faults_of_labels_are_seen(change, fault):
    assert list(faults_of(replace(SAID, **change))) == ([fault] if fault else [])


def test_passages_are_many_and_every_third_has_denied_words():
    languages = Counter(passage.language for passage in PASSAGES)
    assert set(languages) == LANGUAGES | UNSPACED
    assert languages.total() >= 800
    for language in LANGUAGES:
        denied = sum(bool(passage.denied) for passage in PASSAGES if passage.language == language)
        assert 0.3 < denied / languages[language] <= 0.5


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_language_has_every_kind(language):
    kinds = {passage.kind for passage in PASSAGES if passage.language == language}
    assert KINDS - kinds <= (set() if language in DASHES else {"dash"})


def found(passage, words, attribution="", speaker=""):
    start = passage.text.index(words) - 1
    return FoundQuote(start, start + len(words) + 2, words, attribution, speaker)


def scores(passage, *quotes):
    return {score.kind: score for score in scored_passage(passage, quotes)}


@pytest.mark.parametrize("words", ["We sail,", "We sail"])
def test_quote_is_right_whatever_stop_stands_at_its_end(words):
    all_right = scores(SAID, found(SAID, words, "Ines Halloran", "Ines Halloran"))
    assert [(score.right, score.given, score.wanted) for score in all_right.values()] == [
        (1, 1, 1),
        (1, 1, 1),
        (0, 0, 0),
    ]
    assert not any(score.faults for score in all_right.values())


def test_quote_without_its_speaker_costs_recall_only():
    speakers = scores(SAID, found(SAID, "We sail,"))["speakers"]
    assert (speakers.precision, speakers.recall, len(speakers.faults)) == (1, 0, 1)


def test_quote_of_somebody_else_costs_precision_too():
    speakers = scores(SAID, found(SAID, "We sail,", "Tom Vess", "Tom Vess"))["speakers"]
    assert (speakers.precision, speakers.recall, len(speakers.faults)) == (0, 0, 1)


def test_speaker_of_whom_grammar_leaves_a_doubt_may_be_left_out():
    doubtful = replace(SAID, quotes=(Label("We sail,", "Ines Halloran", speaker_or_none=True),))
    assert scores(doubtful, found(doubtful, "We sail,"))["speakers"].faults == ()
    assert scores(doubtful, found(doubtful, "We sail,", "Ines Halloran", "Ines Halloran"))["speakers"].precision == 1
    assert scores(doubtful, found(doubtful, "We sail,", "Tom Vess", "Tom Vess"))["speakers"].precision == 0


def test_missed_quote_costs_recall_of_its_speaker_too():
    missed = scores(SAID)
    assert (missed["quotes found"].recall, missed["speakers"].recall, len(missed["quotes found"].faults)) == (0, 0, 1)


def test_title_that_is_found_costs_precision():
    title = scores(TITLE, found(TITLE, "The Salt Road", "Tom Vess", "Tom Vess"))
    assert (title["quotes found"].precision, title["speakers"].precision) == (0, 0)


def test_denied_words_may_be_found_but_not_credited():
    assert not any(score.faults for score in scores(DENIED, found(DENIED, "we sail")).values())
    assert len(scores(DENIED, found(DENIED, "we sail", "Halloran never"))["denied words credited"].faults) == 1
    assert scores(DENIED, found(DENIED, "sail", "Halloran", "Halloran"))["speakers"].precision == 0


def test_words_are_compared_without_marks_that_open_a_paragraph_again():
    assert folded("We knew.\n“We did not know,") == folded("We knew.\nWe did not know") == "We knew We did not know"


@pytest.mark.parametrize(
    ("said", "right"),
    [("Ines Halloran", True), ("Halloran", True), ("Ines", False), ("", False), ("Anna Halloran", False)],
)
def test_full_name_of_the_text_is_the_same_person(said, right):
    assert is_same_person(said, "Halloran", "Ines Halloran spoke. “We sail,” Halloran said.") == right


def test_scores_are_by_language_and_by_kind():
    scores = score_corpus()
    assert {one.kind for one in scores if one.language != "all"} == {
        "quotes found",
        "speakers",
        "denied words credited",
    }
    by_kind = {one.kind for one in scores if one.language == "all"}
    assert by_kind >= {f"quotes found: {kind}" for kind in QUOTED_KINDS}
    assert by_kind >= {f"denied words credited: {kind}" for kind in DENIED_KINDS}

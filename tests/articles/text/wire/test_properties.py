"""What holds for every text: nothing raises, and every line of a story ends up somewhere."""

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.text.instructions.label_words import FIELDS
from articles.text.wire import body_html, parse_story

from .test_stories import ALL

NAMES = ["Marek Ondal", "Ina Brandt", "Tora van der Vik", "MAREK ONDAL", "Олена Вірсен", "سامي الحداد", "Ondal"]
BY = ["By ", "Par ", "Von ", "Автор: ", "بقلم ", ""]
PLACES = ["NORRVIK", "Norrvik", "NEW ESTERMOUTH, Ulmen", "Ульмен"]
SENTENCES = [
    "The ferry returned on Monday, officials said.",
    "“We waited for this boat,” said Ina Brandt, a baker.",
    "Президент Томас Вірсен заявив про це у вівторок.",
    "« Nous attendions ce jour », a-t-il dit.",
    "قال مسؤولون إن العمل يبدأ في الربيع.",
    "Who pays for it?",
    "The well-known U.S. yard, built in 1907, has 40 workers – and two cranes; it is owned by the town's own bank",
]
TITLES = [
    "Ferry Line to Reopen",
    "WHAT THE TOWNS AGREED",
    "What happens next?",
    "“No Boat, No Town”",
    "Нова лінія",
    "Piers",
]

paragraph = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
title = st.sampled_from(TITLES)
byline = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).flatmap(
    lambda names: st.sampled_from(["By ", "Par ", "Von ", "Автор: ", "بقلم ", ""]).map(
        lambda by: by + " and ".join(names)
    )
)
dateline = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(PLACES),
    st.sampled_from(["", ", Feb. 5", ", 5 лютого 2026"]),
    st.sampled_from(["", " (Reuters)", " (AFP)"]),
    st.sampled_from([" - ", " — ", " – ", ": "]),
    paragraph,
)
caption = st.builds(
    "{}{}{}".format,
    st.sampled_from(["The pier, June 3, 2021", "The old pier in Norrvik.", "Two boats"]),
    st.sampled_from([" ", "\n", "\n\n", ""]),
    st.sampled_from(
        [
            "[Photo by Tora Vik]",
            "(AP Photo/Tora Vik)",
            "Photo: T. Vik / EPA",
            "Credit: Tora Vik",
            "© Vik",
            "Photo by Vik",
            "",
        ]
    ),
)
furniture = st.sampled_from(
    ["SCROLL FOR NEXT", "Share this", "Read more: The Last Boat", "* * *", "4 min read", "=====", "-30-"]
)
date = st.sampled_from(["Feb. 5, 2026", "Published 12:05 GMT", "Norrvik, 5 February 2026", "Reuters", "2 hours ago"])
mark = st.builds(
    "{}{}".format, st.sampled_from(["# ", "## ", "- ", "• ", "* ", "1. ", "   "]), st.one_of(title, paragraph)
)
piece = st.one_of(paragraph, paragraph, title, byline, dateline, caption, furniture, date, mark)
story_text = st.lists(
    st.tuples(piece, st.sampled_from(["\n\n", "\n\n", "\n", "\r\n", "\r", " \u00a0\n\n"])), max_size=14
).map(lambda parts: "".join(text + end for text, end in parts))

# Words that only connect the parts of a byline.
LABELS = {part for word in FIELDS for part in re.findall(r"[^\W_]+", word)}
CONNECTING = LABELS | {"by", "and", "et", "und", "for", "par", "von", "автор", "بقلم", "in"}


def words_of(text):
    return {word.casefold() for word in re.findall(r"[^\W_]+", text.replace("İ", "i").replace("ı", "i"))}


def all_words(story):
    fields = [story.headline, story.dek, story.topic, *story.bylines, story.place, story.agency, story.date_words]
    fields += [story.caption, story.credit, *(block.text for block in story.blocks), *story.furniture]
    fields += [*story.instructions, *story.topics, story.desk]
    fields += [value for block in story.blocks for run in block.runs for _, value in run.marks]
    fields += [note for note in story.notes if note.startswith("The dateline was taken off") or "agency" in note]
    return set().union(*(words_of(field) for field in fields))


def lost_words(text):
    return words_of(text) - all_words(parse_story(text)) - CONNECTING


@example(
    "SCROLL FOR NEXT\n\nNEW ESTERMOUTH, Ulmen, Feb. 5 (Reuters) - Who pays for it? The well-known U.S. yard, built in "
    "1907, has 40 workers – and two cranes; it is owned by the town's own bank\n\n"
)  # no sentence that ends
@settings(max_examples=200, deadline=None)
@given(story_text)
def test_parse_story_keeps_every_word_of_every_line(text):
    assert lost_words(text) == set()


def test_what_a_label_says_a_second_time_is_for_editors():
    story = parse_story(
        "The pier\n\nCaption: The pier, in June\nCredit: T. Vik\n\nCredit: Tora Vik\n\nIt is closed now."
    )
    assert story.credit == "T. Vik"
    assert story.instructions == ("Credit: Tora Vik",)


def test_parse_story_keeps_every_word_of_every_shape():
    assert {shape: lost for shape, (text, _) in ALL.items() if (lost := lost_words(text))} == {}


@settings(max_examples=150, deadline=None)
@given(story_text)
def test_parse_story_keeps_as_many_words_as_it_was_given(text):
    """The body keeps its words in order and number: a word said five times is still said five times."""
    story = parse_story(text)
    given_words = re.findall(r"[^\W_]+", text.casefold())
    body = " ".join(block.text for block in story.blocks)
    body_words = iter(re.findall(r"[^\W_]+", body.casefold()))
    rest = iter(given_words)
    assert all(any(word == other for other in rest) for word in body_words)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
@example("\x00\ufeff\ud800")
@example("By ")
@example("By , ")
@example("- - -\n- ")
@example("# ")
@example("(")
@example("[Photo by ]")
@example("’s Gen. ’s")
def test_parse_story_never_raises(text):
    story = parse_story(text)
    body_html(story.blocks).encode()
    assert parse_story(text) == story


@settings(max_examples=100, deadline=None)
@given(story_text)
def test_parse_story_does_not_depend_on_line_ends(text):
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    assert parse_story(unix) == parse_story(unix.replace("\n", "\r\n")) == parse_story("\ufeff" + unix)


UNITS = ["Aa ", "Gen. ", "(", "[Photo by ", "-", "a-\n", "Aa Bb\n", "By A, ", "“", " ", "a.", "NORRVIK, "]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.growth
def test_parse_story_takes_time_in_proportion_to_length(unit):
    text = unit * (40_000 // len(unit)) + "x"
    started = time.process_time()
    parse_story(text)
    assert time.process_time() - started < 15  # what grows with the square would take minutes


@pytest.mark.growth
def test_parse_story_reads_a_megabyte_on_one_line():
    text = "The ferry returned on Monday. " * 35_000
    story = parse_story(text)
    assert [block.text for block in story.blocks] == [text.strip()]

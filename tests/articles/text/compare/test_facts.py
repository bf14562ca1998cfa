"""What a changed text no longer states as before: numbers, names, dates, quotes; and nothing for other changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.body.body import Body
from articles.text.compare.facts import KINDS, ChangedFact, StoryText, compare_facts
from tests.articles.text.soup import bodies
from tests.linear import assert_linear

SMALL = st.lists(
    st.sampled_from(["the", "bridge", "was", "opened", "and", "closed", "by", "nobody", "in", "particular"]), min_size=1
)


def story(body="", headline="", dek="", language="en"):
    return StoryText(headline, dek, Body(body if body.startswith("<") else f"<p>{body}</p>"), language)


def changed(before, after, language="en"):
    return compare_facts(story(before, language=language), story(after, language=language))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("It killed 12 people.", "It killed 14 people.", [("number", "12", "14")]),
        ("It cost 1,200 or 5%.", "It cost 1,300 or 6%.", [("number", "1,200", "1,300"), ("number", "5%", "6%")]),
        ("He spoke for two hours.", "He spoke for three hours.", [("number", "two", "three")]),
        ("It opened on Monday.", "It opened on Tuesday.", [("date", "Monday", "Tuesday")]),
        ("It opens May 5, 2026.", "It opens May 6, 2026.", [("date", "May 5, 2026", "May 6, 2026")]),
        ("It opened in April.", "It opened in May.", [("date", "April", "May")]),
        ("Ada Diaz spoke.", "Ada Dias spoke.", [("name", "Ada Diaz", "Ada Dias")]),
        ("Diaz spoke.", "Dias spoke.", [("name", "Diaz", "Dias")]),
        ("Then J. Smith’s boat sank.", "Then J. Smyth’s boat sank.", [("name", "J Smith", "J Smyth")]),
        ("The mayor, Ada Diaz, spoke.", "The mayor spoke.", [("name", "Ada Diaz", "")]),
        ("She said: “We stay.”", "She said: “We go.”", [("quote", "We stay.", "We go.")]),
        (
            '<blockquote data-attribution="Bo Lind"><p>We wait.</p></blockquote>',
            '<blockquote data-attribution="Bo Lund"><p>We wait.</p></blockquote>',
            [("name", "Bo Lind", "Bo Lund")],
        ),
        ("In 2025 it had 12 rooms and 12 doors.", "In 2025 it had 14 rooms and 12 doors.", [("number", "12", "14")]),
    ],
)
def test_fact_stated_otherwise_is_changed(before, after, expected):
    assert changed(before, after) == [ChangedFact(*each) for each in expected]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It was open.", "It was opened again."),
        ("In Kyiv officials spoke.", "Officials in Kyiv spoke."),
        ("Officials agreed.", "The officials agreed."),
        ("It opened.", "It opened. It cost 12 million, Ada Diaz said on Monday: “We stay.”"),
        ("<p>It cost 12.</p><p>Ada Diaz paid.</p>", "<p>Ada Diaz paid.</p><p>It cost 12.</p>"),
        ("March on, they cried.", "They cried: march on."),
        ("Ada's boat.", "The boat of Ada."),
    ],
)
def test_other_words_order_and_news_change_no_fact(before, after):
    assert changed(before, after) == []


def test_headline_in_capitals_names_whom_the_text_names():
    before = story("The mayor, Smith, opens it.", headline="Smith Opens Bridge With 12 Lanes Again", dek="So it is.")
    after = story("The mayor, Smyth, opens it.", headline="Smyth Reopens Bridge With 14 Lanes Again", dek="So it was.")
    assert compare_facts(before, after) == [ChangedFact("number", "12", "14"), ChangedFact("name", "Smith", "Smyth")]


@pytest.mark.parametrize(
    ("language", "before", "after", "expected"),
    [
        (
            "uk",
            "У Києві 5 травня було 20 людей.",
            "У Києві 6 травня було 25 людей.",
            [("number", "20", "25"), ("date", "5 травня", "6 травня")],
        ),
        ("ar", "قال يوم الاثنين", "قال يوم الثلاثاء", [("date", "الاثنين", "الثلاثاء")]),
        (
            "ar",
            '<p>قال <span data-person="1">سمير</span></p>',
            '<p>قال <span data-person="1">سامر</span></p>',
            [("name", "سمير", "سامر")],
        ),
        (
            "en",
            '<p>It was <span data-person="1">Ada</span>.</p>',
            '<p>It was <span data-person="1">Ida</span>.</p>',
            [("name", "Ada", "Ida")],
        ),
        ("de", "Die Brücke ist offen.", "Das Tor ist offen.", []),
        ("de", "Es kam Ada Diaz.", "Es kam Ada Dias.", [("name", "Ada Diaz", "Ada Dias")]),
        ("eo", "La 5 majo.", "La 6 majo.", [("number", "5", "6")]),
    ],
)
def test_other_languages_state_their_facts_too(language, before, after, expected):
    assert changed(before, after, language) == [ChangedFact(*each) for each in expected]


@given(bodies)
def test_same_text_changes_no_fact(body):
    assert compare_facts(story(body or "<p></p>"), story(body or "<p></p>")) == []


@given(bodies, bodies)
def test_what_is_changed_was_stated_before(before, after):
    for each in compare_facts(story(before or "<p></p>"), story(after or "<p></p>")):
        assert each.kind in KINDS and each.before and each.before != each.after


@given(SMALL, SMALL)
def test_small_words_alone_change_no_fact(before, after):
    assert changed(" ".join(before), " ".join(after)) == []


@given(SMALL, st.lists(st.integers(10, 99), min_size=1, max_size=6), st.data())
def test_every_number_that_was_changed_is_found_and_no_other(words, numbers, data):
    place = data.draw(st.integers(0, len(numbers) - 1))
    other = data.draw(st.integers(100, 999))
    after = [*numbers[:place], other, *numbers[place + 1 :]]
    text = " and ".join(["{}"] * len(numbers)) + " " + " ".join(words)
    assert changed(text.format(*numbers), text.format(*after)) == [
        ChangedFact("number", str(numbers[place]), str(other))
    ]


@given(st.permutations(["It cost 12.", "Ada Diaz paid.", "On Monday it rained.", "He said: “We stay here.”"]))
def test_paragraphs_in_another_order_change_no_fact(lines):
    body = "".join(f"<p>{line}</p>" for line in sorted(lines))
    assert compare_facts(story(body), story("".join(f"<p>{line}</p>" for line in lines))) == []


def test_quotes_of_lists_and_quotes_set_off_are_found_alike():
    body = "<ul><li><p>She said: “One.”</p></li></ul><blockquote><p>“Two.”</p></blockquote><p>He said: “Three.”</p>"
    assert [(quote.words, quote.is_set_off) for quote in Body(body).quotes] == [
        ("One.", False),
        ("Two.", True),
        ("Three.", False),
    ]


@pytest.mark.parametrize("unit", ["Ana ", "12 May 2026 ", "J. ", "Mr. ", "EST "])
@pytest.mark.growth
def test_names_and_dates_in_one_line_take_time_in_proportion(unit):
    def compare(size):
        before, after = (StoryText("", "", Body(f"<p>{unit * size}{end}</p>"), "en") for end in ("", "7"))
        compare_facts(before, after)

    assert_linear(compare, 8_000)

"""More than one story in a text."""

import pytest

from articles.text.wire import is_story, parse_story, split_stories

FIRST = "The ferry is to sail again in spring, the towns of Norrvik and Estermouth agreed on Monday after twelve years."
SECOND = (
    "The quarry bus stays until 2031, the voters of Granite Falls decided, though it costs each household 41 dollars."
)


@pytest.mark.parametrize(
    "text",
    [
        f"HEADLINE: Ferry sails\nBYLINE: Ina Brandt\n\n{FIRST}\n\nSLUG: bus\nHEADLINE: Bus stays\n\n{SECOND}",
        f"# Ferry sails\n\n{FIRST}\n\n# Bus stays\n\n{SECOND}",
        f"eca0001 3 i 380 dpa 0045\nFerry sails\n\n{FIRST}\n\neca0002 3 i 380 dpa 0046\nBus stays\n\n{SECOND}",
        f"Ferry sails\nBy Ina Brandt\n\n{FIRST}\n\n-30-\nBus stays\nBy Tom Vess\n\n{SECOND}",
        f"Ferry sails\n\n{FIRST}\n\n***\n\nBus stays\n\n{SECOND}",
        f"Ferry sails\n\nNORRVIK, May 20 (NPA) - {FIRST}\n\n***\n\nBus stays\nVoters agree\n\nULMEN (NPA) - {SECOND}",
    ],
)
def test_several_stories_are_told_apart(text):
    assert [parse_story(part).headline for part in split_stories(text)] == ["Ferry sails", "Bus stays"]


def test_briefs_behind_rules_may_have_a_heading_over_all():
    text = "КОРОТКО\n\nПором повернувся\nПором до острова відновив рух у вівторок по обіді.\n\n***\n\n"
    second = "Кіно відчинило двері\nКінотеатр запрацював знову разом зі своїм старим органом."
    assert [parse_story(part).headline for part in split_stories(text + second)] == [
        "Пором повернувся",
        "Кіно відчинило двері",
    ]
    signed = f"NEWS IN BRIEF\n\nFerry sails\nBy Ina Brandt\n\n{FIRST}\n\nBus stays\nBy Tom Vess\n\n{SECOND}"
    assert [parse_story(part).headline for part in split_stories(signed)] == ["Ferry sails", "Bus stays"]


@pytest.mark.parametrize("over", ["IN BRIEF", "WORLD IN BRIEF", "Kurz notiert:", "BREVES DEL MIÉRCOLES", "КОРОТКО"])
def test_briefs_under_a_heading_over_all_are_told_apart(over):
    parts = split_stories(f"{over}\n\nFerry sails\n{FIRST}\n\nBus stays\n{SECOND}")
    assert parts == [f"{over}\n\nFerry sails\n{FIRST}\n", f"Bus stays\n{SECOND}"]
    assert len(split_stories(f"{over}\n\nFerry sails\n{FIRST}\n\n{SECOND}")) == 1


BRIEFS = (
    ("Town votes to keep its echo", "Residents of Fjellvik voted on Sunday against a wall that would have ended it."),
    ("Llama elected to school council", "Pupils of a mountain village chose the animal by a margin of nine on Monday."),
    ("Beach near Perth closed by sand", "A storm had brought too much of everything, the lifeguards said on Tuesday."),
)


def test_briefs_without_a_heading_are_told_apart():
    pairs = [f"{headline}\n{text}" for headline, text in BRIEFS]
    mail = "\n\n".join(["From: Ina Brandt <ina@example.org>\nTo: desk@example.org", "Hi all,", *pairs, "Cheers,\nIna"])
    assert [parse_story(part).headline for part in split_stories(mail)] == [headline for headline, _text in BRIEFS]
    assert len(split_stories("\n\n".join(pairs[:2]))) == 1  # a story and its last part
    assert len(split_stories("\n\n".join([pairs[0], FIRST, *pairs[1:]]))) == 1


def test_parts_of_one_story_are_no_briefs():
    ferries = ("Old", "New", "Last")
    parts = [f"{word} ferry comes back slowly\n{FIRST} The {word.lower()} ferry waits." for word in ferries]
    assert len(split_stories("\n\n".join(parts))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"Ferry sails\n\n{FIRST}\n\n***\n\n{SECOND}",
        f"Ferry sails\nBy Ina Brandt\n\n{FIRST}\n\nWhat happens next\n\n{SECOND}",
        f"Around the coast\n\nFerry sails\n\nNORRVIK — {FIRST}\n\nBus stays\n\nULMEN — {SECOND}",
        f"# Ferry sails\n\n{FIRST}\n\n## Bus stays\n\n{SECOND}",
        f"# Ferry sails\n\n{FIRST}\n\n# Soon",
        f"# Ferry sails\n\n{FIRST}\n\n# Notebook\n\n{SECOND}",
        f"HEADLINE: Ferry sails\nSTANDFIRST: Bus stays\nBYLINE: Ina Brandt\n\n{FIRST}\n\n{SECOND}",
        f"Ferry sails\n\n{FIRST}\n\n{SECOND}\n\nReuters\nBy Ina Brandt",
    ],
)
def test_one_story_stays_whole(text):
    assert split_stories(text) == [text]


def test_embargo_over_the_first_holds_for_all():
    text = f"EMBARGOED UNTIL 22 MAY 2026\n\nFerry sails\nBy Ina Brandt\n\n{FIRST}\n\nBus stays\nBy Tom Vess\n\n{SECOND}"
    assert [parse_story(part).embargo.words for part in split_stories(text)] == ["EMBARGOED UNTIL 22 MAY 2026"] * 2


def test_brief_is_a_story():
    assert is_story(f"Ferry sails again\n\n{FIRST}\n\n{SECOND}")
    assert not is_story(f"Ferry sails again\n\n{FIRST}")
    assert not is_story("Milk\nBread\n" * 40)
    assert not is_story(f"{FIRST} {SECOND}")

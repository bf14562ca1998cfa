"""What stands below a story: comments, who its writer is, contacts, a mail's farewell."""

import pytest

from articles.text.wire import parse_story
from tests.articles.text.wire.frame.test_frame import BUTTONS, FIRST, LAST, SECOND, TITLE, told

STORY = [BUTTONS, TITLE, FIRST, SECOND, LAST]
COMMENT = "I played there in 1988 and lost nine balls to a duck."


@pytest.mark.parametrize("line", ["12 comments", "Comments (2)", "About the author", "Discussion about this post"])
def test_story_of_a_page_ends_above_its_comments(line):
    assert told(*STORY, line, COMMENT)[1] == [FIRST, SECOND, LAST]


def test_story_goes_on_below_a_button_for_comments():
    assert told(BUTTONS, TITLE, "Comments", FIRST, SECOND, LAST)[1] == [FIRST, SECOND, LAST]
    assert told(BUTTONS, TITLE, "By Walt Pickering", LAST, "Comments", FIRST, SECOND)[1] == [LAST, FIRST, SECOND]


def test_sentence_of_a_page_below_its_lines_goes_where_it_speaks_of_the_page():
    assert told(*STORY, "Share", "Goose waits at the door of a shop", "You get it all, free.")[1] == [
        FIRST,
        SECOND,
        LAST,
    ]
    assert told(*STORY, "Share", "Goose waits at the door of a shop", "Nobody swam.")[1] == [
        FIRST,
        SECOND,
        LAST,
        "Nobody swam.",
    ]


def test_writers_name_over_the_larger_part_of_a_story_ends_nothing():
    lines = [BUTTONS, TITLE, "By Walt Pickering", LAST, "Walt Pickering", FIRST, SECOND]
    assert {FIRST, SECOND} <= set(told(*lines)[1])


@pytest.mark.parametrize(
    "contact",
    ["Anna Vik, anna.vik@example.org", "Press office: 020 7946 0112", "Media contacts:\nJo Marl\n020 7946 0112"],
)
def test_nothing_below_the_contacts_of_a_release_is_its_story(contact):
    about = "Elk Run is one of the oldest clubs of the county and has 900 members."
    assert told("PRESS RELEASE", "", TITLE, "", FIRST, "", SECOND, "", contact, "", about)[1] == [FIRST, SECOND]


def test_story_goes_on_below_contacts_that_stand_over_it():
    lines = ["PRESS RELEASE", "Anna Vik, anna.vik@example.org", "", TITLE, "", FIRST, "", SECOND]
    assert told(*lines) == (TITLE, [FIRST, SECOND])
    lines = ["PRESS RELEASE", "", TITLE, "", SECOND, "", "anna.vik@example.org", "", FIRST, "", LAST, "", FIRST]
    assert told(*lines)[1] == [SECOND, FIRST, LAST, FIRST]


def test_sentence_below_a_mails_farewell_and_name_is_a_signature():
    lines = [
        "Hi Sam,",
        "",
        TITLE,
        "",
        FIRST,
        "",
        SECOND,
        "",
        "Best,",
        "Tilly",
        "Larkspur Ltd is registered in Elk Run, no 123.",
    ]
    assert told(*lines) == (TITLE, [FIRST, SECOND])


@pytest.mark.parametrize("below", ["It was a long letter to the club that nobody had opened.", "Tilly\n" + FIRST])
def test_farewell_within_a_story_ends_nothing(below):
    assert below.split("\n")[-1] in told(TITLE, "", FIRST, "", "Best wishes", below)[1]


@pytest.mark.parametrize(
    ("heading", "about"),
    [
        ("À propos de la médiathèque de Valmer", "Fondée en 1988, la médiathèque accueille 200 000 visiteurs par an."),
        ("Über die städtischen Bäder", "Die städtischen Bäder haben 200 Angestellte."),
    ],
)
def test_about_an_office_with_a_small_letter_is_no_story(heading, about):
    lines = ["COMMUNIQUÉ DE PRESSE", "", TITLE, "", FIRST, "", SECOND]
    assert told(*lines, "", heading, "", about, "", "Contact presse", "chloe@example.org")[1] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "part",
    [
        "Sobre el puente nuevo\n\n«El puente queda», dijo.",
        "Sobre el puente nuevo se camina bien.\n\nEl puente queda.",
        "Sobre el puente nuevo",
    ],
)
def test_subhead_that_begins_so_stays(part):
    lines = ["NOTA DE PRENSA", "", TITLE, "", FIRST, "", SECOND, "", part, "", "Contacto: prensa@example.org"]
    story = parse_story("\n".join(lines))
    told_of = [block.text for block in story.blocks]
    assert part.split("\n\n")[-1] in told_of or len(part.split("\n\n")) == 1


@pytest.mark.parametrize(
    "older",
    [
        "From: Night desk <night@example.org>\nSent: Monday, 13:40\nTo: Dora\nSubject: pond\n\nIs 3 right?",
        "El lun, 19 oct 2026 a las 10:02, Nati (<nati@example.org>) escribió:",
        "12 жовт. 2026 р. о 14:02 Ніна <nina@example.org> написала:",
    ],
)
def test_older_mail_below_a_story_is_none(older):
    story = parse_story("\n".join(["Subject: RE: pond", "", TITLE, "", FIRST, "", SECOND, "", LAST, "", older]))
    assert [block.text for block in story.blocks] == [FIRST, SECOND, LAST]
    assert older.split("\n")[0] in story.instructions


def test_labels_below_each_other_are_no_older_mail():
    story = parse_story(f"{TITLE}\n\n{FIRST}\n\nFrom: the club\n{SECOND}")
    assert SECOND in [block.text for block in story.blocks]

"""Lines that agencies and offices set around a story: codes, slugs, names behind datelines, what ends a release."""

import pytest

from articles.text.wire import parse_story, split_stories
from tests.articles.text.wire.frame.test_frame import BUTTONS, FIRST, LAST, SECOND, TITLE, told


@pytest.mark.parametrize(
    "line", ["TT:114 INR", "AA-TR-2026-10-12-114", "DJUR-LUNDVIK", "Page 1", "1 GOLF Beavers", "УКР-ТВАРИНИ"]
)
def test_code_over_a_story_is_for_editors(line):
    story = parse_story(f"{line}\n{TITLE}\nELK RUN (TT) - {FIRST}\n{SECOND}")
    assert (story.headline, story.topic, story.instructions) == (TITLE, "", (line,))


@pytest.mark.parametrize("line", ["Co-op", "Golf-Pond and More", "G20-SUMMIT 2"])
def test_title_with_a_hyphen_is_no_code(line):
    assert line not in parse_story(f"{line}\n{FIRST}\n{SECOND}").instructions


def test_service_before_a_version_is_no_part_of_the_headline():
    story = parse_story(f"NPAX - UPDATE 3-{TITLE}\n(Adds vote)\n{TITLE}\nELK RUN, June 9 (Reuters) - {FIRST}\n{SECOND}")
    assert (story.headline, story.dek) == (TITLE, "")


@pytest.mark.parametrize(
    "line", ["Haber-Kamera: Selin Aras", "Haber - Foto: Selin Aras", "Selin Aras, Golf Correspondent"]
)
def test_line_that_says_who_and_what_is_a_byline(line):
    assert parse_story(f"{TITLE}\n{line}\n{FIRST}\n{SECOND}").bylines == ("Selin Aras",)


@pytest.mark.parametrize(
    ("start", "names", "rest"),
    [
        ("SELİN ARAS - ", ("Selin Aras",), ""),
        ("Selin Aras - ", (), "Selin Aras - "),
        ("TWO AND A HALF - ", ("Two and A Half",), ""),
    ],
)
def test_name_in_capitals_behind_a_dateline_is_the_writers(start, names, rest):
    story = parse_story(f"{TITLE}\nELK RUN (AA) - {start}{FIRST}\n{SECOND}")
    assert (story.bylines, story.blocks[0].text) in ((names, rest + FIRST), ((), start + FIRST))


def test_stories_under_a_heading_for_all_are_told_apart():
    part = (
        "{0}\nBy Dora Lind\n\nThe {0} was on Monday for nine hours in the rain, the harbor master of Westhaven said.\n"
    )
    text = "BRIEFS FOR SUNDAY\n\n" + part.format("Ferry returns home") + "\n" + part.format("Library lends saws")
    assert [parse_story(each).headline for each in split_stories(text)] == ["Ferry returns home", "Library lends saws"]


def test_office_that_is_named_again_below_is_no_dek():
    lines = [TITLE, "", "Golf Club press office", "", f"ELK RUN (ots) - {FIRST}", "", SECOND, ""]
    story = parse_story("\n".join([*lines, "Press contact:", "Golf Club press office", "020 7946 0112"]))
    assert (story.dek, len(story.blocks)) == ("", 2)


def test_greeting_of_a_newsletter_is_above_its_headline():
    lines = [
        "View this email in your browser",
        "The Elk Morning",
        "Good morning! Here is what you need to know.",
        "",
        TITLE,
    ]
    assert told(*lines, FIRST, SECOND, "Unsubscribe", "Share") == (TITLE, [FIRST, SECOND])


@pytest.mark.parametrize("mark", ["– FIN –", "SLUT", "(koniec)", "以上"])
def test_nothing_below_the_end_of_a_release_is_its_story(mark):
    below = [
        "Informations pratiques",
        "La remise du prix a lieu le 20 octobre dans la grande salle de la ville de Valmer.",
    ]
    assert told("PRESS RELEASE", "", TITLE, "", FIRST, "", mark, "", *below)[1] == [FIRST]


def test_story_of_a_page_ends_above_its_rights():
    assert told(BUTTONS, TITLE, FIRST, SECOND, "© SZ/kahl", "Nobody swam.")[1] == [FIRST, SECOND]


def test_short_sentence_in_quotation_marks_over_a_contact_is_the_storys():
    said = "研究负责人陈爱说：“我们数到四百颗螺丝就停了。”"
    first = "北港大学研究人员星期三表示，乌鸦能在九年后认出曾经喂过它们的人。"
    lines = ["新闻稿", "北港大学发现乌鸦能记住喂食者九年", first, said, "（完）", "媒体联系：李乔，010-00000000"]
    assert [block.text for block in parse_story("\n\n".join(lines)).blocks] == [first, said]


def test_way_through_a_site_over_a_headline_is_no_topic():
    assert parse_story(f"Animals / Golf Clubs\n\n{TITLE}\n\nELK RUN (TT) - {FIRST}\n\n-30-").topic == ""


def test_embargo_in_chinese_may_begin_with_what_is_forbidden():
    assert parse_story(f"请勿在2026年10月14日06:00前发布\n{TITLE}\n{FIRST}").embargo.until.hour == 6


def test_place_of_an_arabic_dateline_is_without_its_preposition():
    story = parse_story(
        "جمل يعطل مصعد فندق\nالميناء الشمالي في 12 أكتوبر / واس / عطل جمل يوم الاثنين مصعد فندق ساعتين كاملتين."
    )
    assert story.place == "الميناء الشمالي"


def test_ascii_quotation_that_touches_a_sentence_is_opened():
    story = parse_story(f"{TITLE}\n\nIt was late, he said.``Then we left,'' she said.\n\n{LAST}")
    assert story.blocks[0].text == "It was late, he said. “Then we left,” she said."

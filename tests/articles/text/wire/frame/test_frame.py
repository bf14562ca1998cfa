"""What stands around a story, and between its sentences, in the texts of pages, mails and press offices."""

import pytest

from articles.text.wire import parse_story
from tests.articles.text.wire.frame.beavers import FIRST, TITLE, told

SECOND = "The vote of the golf club on Monday was 88 to 41."
LAST = "The pond has a name by now."
BUTTONS = "Skip to content\nShare\nSubscribe"


@pytest.mark.parametrize(
    "line",
    [
        "This site asks for consent to use your data",
        "Local | Weather | Sports",
        "News / Animals",
        "LIVE",
        "News Sport Culture Lifestyle",
        "Czas czytania: 3 min.",
        "Environment",
        "Go to main content",
        "We use your location to show news from your region.",
    ],
)
def test_headline_of_a_page_stands_below_what_the_page_says(line):
    assert told(BUTTONS, line, TITLE, FIRST, SECOND) == (TITLE, [FIRST, SECOND])


def test_headline_may_speak_as_a_page_does_where_its_story_does():
    title = "Newspaper closes its comments"
    first = (
        "The newspaper of Elk Run closes its comments, which nobody has read since the mayor left, it said on Monday."
    )
    assert told(BUTTONS, title, first, SECOND) == (title, [first, SECOND])


def test_headline_of_a_page_with_one_told_line_only():
    assert told("海狸淹没高尔夫球场", "登录\n分享\n订阅", "海狸在小溪上筑坝，把草坪变成了池塘，会员们很喜欢。")[1] == [
        "海狸在小溪上筑坝，把草坪变成了池塘，会员们很喜欢。"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "View image in fullscreen",
        "Nach der Anzeige weiterlesen",
        "Haberin devamı reklamdan sonra",
        "Теж цікаво: Гуска стереже парковку",
        "POLECAMY: Gęś pilnuje parkingu",
        "يتبع بعد الإعلان",
        "המשך הכתבה אחרי הפרסומת",
        "You will find more news of your region here.",
        "1,203",
    ],
)
def test_what_a_page_says_of_itself_between_sentences_goes(line):
    assert told(BUTTONS, TITLE, FIRST, line, SECOND, LAST) == (TITLE, [FIRST, SECOND, LAST])


def test_titles_among_the_lines_of_a_page_go():
    lines = [BUTTONS, TITLE, FIRST, "Share", "Goose guards parking lot", "Print", SECOND]
    assert told(*lines) == (TITLE, [FIRST, SECOND])
    lines = [BUTTONS, TITLE, FIRST, "Share", "Goose guards a parking lot", SECOND]
    assert told(*lines) == (TITLE, [FIRST, SECOND])


@pytest.mark.parametrize(
    "line",
    [
        "What the members said",
        "“Stay” it is",
        "– Yes",
        "None came.",
        "Next year",
        "• one beaver",
        "## The vote of Monday",
    ],
)
def test_what_may_be_the_story_stays_in_a_page(line):
    assert told(BUTTONS, TITLE, FIRST, line, SECOND)[1] == [FIRST, line.strip("•# "), SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "Have your say",
        "Subscribe today and support local journalism.",
        "Walt Pickering",
        "See an error? Tell us.",
        "• Goose",
    ],
)
def test_below_a_page_nothing_is_the_story(line):
    assert told(BUTTONS, TITLE, FIRST, SECOND, "Share", line)[1] == [FIRST, SECOND]


def test_who_the_writer_is_is_no_story():
    lines = [BUTTONS, TITLE, "By Walt Pickering", FIRST, SECOND, "Walt Pickering covers animals and golf."]
    assert told(*lines) == (TITLE, [FIRST, SECOND])


def test_lines_under_the_headline_of_a_page_are_dek_and_byline_or_nothing():
    story = parse_story("\n".join([BUTTONS, TITLE, "Vote was close", "Walt Pickering", "Golf writer", FIRST, SECOND]))
    assert (story.dek, story.bylines) == ("Vote was close", ("Walt Pickering",))
    assert len(story.blocks) == 2
    assert parse_story("\n".join([BUTTONS, TITLE, "Vote was close", FIRST, SECOND])).dek == "Vote was close"


def test_topic_of_a_page_is_told_by_blank_lines():
    lines = ["Skip to content", "Share", "", "Golf Matters", "", TITLE, "", FIRST, "", SECOND]
    assert parse_story("\n".join(lines)).topic == "Golf Matters"


@pytest.mark.parametrize(
    "tail",
    [
        "Bei Fragen melden Sie sich gern jederzeit bei mir.",
        "N'hésitez pas à m'appeler.",
        "Ring me with any questions.",
        "Amitiés,\nRose",
        "Rose",
    ],
)
def test_below_a_mail_nothing_is_the_story(tail):
    assert told("Hi Tom,", "", TITLE, "", FIRST, "", SECOND, "", tail) == (TITLE, [FIRST, SECOND])


def test_list_below_a_text_with_notes_stays():
    assert told("PRESS RELEASE", "", TITLE, "", FIRST, SECOND, "• ponds", "• dams")[1] == [
        FIRST,
        SECOND,
        "ponds",
        "dams",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "CITY OF ELK RUN\nPRESS RELEASE",
        "PRESS RELEASE\nElk Run Golf Club",
        "Ring me with any questions.\nPRESS RELEASE",
    ],
)
def test_who_sends_a_release_is_not_its_headline(head):
    assert told(head, "", TITLE, "", FIRST, SECOND) == (TITLE, [FIRST, SECOND])


def test_headline_above_an_embargo_stays_the_headline():
    assert told(TITLE, "", "EMBARGOED UNTIL 22 MAY 2026", "", FIRST, SECOND) == (TITLE, [FIRST, SECOND])
    assert told("# Pond", "", "EMBARGOED UNTIL 22 MAY 2026", "", FIRST, SECOND) == ("Pond", [FIRST, SECOND])


def test_unnamed_lines_above_a_labelled_headline_are_for_editors():
    story = parse_story(f"Hi both,\nCopy as promised.\nO\n\nHEADLINE: {TITLE}\n\n{FIRST}\n\n{SECOND}")
    assert story.instructions == ("Hi both,", "Copy as promised.", "O")
    story = parse_story(f"They have seen it, all of them.\n\nHEADLINE: {TITLE}\n\n{FIRST}\n\n{SECOND}")
    assert story.instructions == ("They have seen it, all of them.",)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("שומר המגדלור פורש", ["לפרטים נוספים, אמר השכן, כדאי לשאול את השחפים.", "מאת הים באה תשובה אחת, והיא רעש."]),
        (
            "Доглядач маяка йде на спочинок",
            ["Поділитися ключем він не схотів.", "Реклама маяка висіла в кожному шинку."],
        ),
        (
            "Press officer wins a prize",
            ["Share of the prize money will go to the diggers.", "More will follow, she said."],
        ),
        (
            "Så kom stormen",
            ["Stormen varade i nio timmar, och ingen kom till skada.", "21.40", "Strömmen gick.", "Det var allt."],
        ),
    ],
)
def test_prose_that_begins_like_an_instruction_stays(title, lines):
    assert told(title, "", *[part for line in lines for part in (line, "")]) == (title, lines)


def test_greeting_is_known_wherever_its_word_stands():
    assert told("אנה שלום,", "", TITLE, "", FIRST, SECOND) == (TITLE, [FIRST, SECOND])


def test_region_of_a_dateline_has_its_stop_before_a_dash():
    story = parse_story(f"{TITLE}\n\nELK RUN, Mont. — {FIRST}\n\n{SECOND}")
    assert story.place == "Elk Run, Mont."


def test_what_stands_below_the_writers_name_is_about_the_writer():
    lines = [BUTTONS, TITLE, "Walt Pickering", FIRST, SECOND, "About", "WALT PICKERING", "He has worked in radio."]
    assert told(*lines) == (TITLE, [FIRST, SECOND])
    lines = [BUTTONS, TITLE, "By Walt Pickering", FIRST, "Walt Pickering", SECOND, LAST, FIRST, SECOND]
    assert len(told(*lines)[1]) == 6


def test_dek_of_a_page_may_be_told_over_the_byline():
    dek = "The board hired a donkey, aged 11, for carrots."
    story = parse_story("\n".join([BUTTONS, TITLE, dek, "By Walt Pickering", "June 9, 2026", FIRST, SECOND]))
    assert (story.dek, len(story.blocks)) == (dek, 2)


def test_where_the_writer_was_is_no_story():
    lines = [
        BUTTONS,
        TITLE,
        "By Walt Pickering",
        "Walt Pickering reported from Elk Run.",
        "June 9, 2026",
        FIRST,
        SECOND,
    ]
    assert told(*lines) == (TITLE, [FIRST, SECOND])


def test_list_under_a_line_that_announces_it_goes():
    lines = [BUTTONS, TITLE, FIRST, "You may also like:", "Goose waits", SECOND]
    assert told(*lines) == (TITLE, [FIRST, SECOND])


@pytest.mark.parametrize(
    "line",
    [
        "The site is not responsible for external links.",
        "La suite est réservée aux abonnés.",
        "Vårt arbete ska vara sakligt. Läs mer om hur vi arbetar.",
        "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
    ],
)
def test_sentences_that_a_page_says_of_itself_go(line):
    assert told(BUTTONS, TITLE, FIRST, line, SECOND) == (TITLE, [FIRST, SECOND])
    assert told(BUTTONS, TITLE, FIRST, SECOND, "Share", line) == (TITLE, [FIRST, SECOND])


def test_sentences_of_a_page_that_quote_stay():
    line = "“Read more of our articles on this page,” said the club's sign."
    assert told(BUTTONS, TITLE, FIRST, line, SECOND)[1] == [FIRST, line, SECOND]


@pytest.mark.parametrize("tail", ["Any problems shout, I'm on my mobile.", "Cualquier cosa, me decís."])
def test_last_words_of_a_mail_are_for_editors(tail):
    assert told("Hi Tom,", "", TITLE, "", FIRST, "", SECOND, "", tail, "", "Cheers", "W") == (TITLE, [FIRST, SECOND])


def test_last_sentence_keeps_its_place_before_an_agencys_name():
    last = "The vote was 88 to 41. EFE"
    assert told(f"{TITLE}", "By Walt Pickering", FIRST, last, "(Reporting by Walt Pickering)")[1][-1].startswith(
        "The vote"
    )
    assert told("הודעה לעיתונות", "", "גן החיות נפתח היום", "", FIRST, "", "הכניסה חופשית.", "", "לפרטים: 050-5550555")[
        1
    ] == [
        FIRST,
        "הכניסה חופשית.",
    ]


@pytest.mark.parametrize(
    ("line", "names", "place", "agency"),
    [
        ("By WALT PICKERING Associated Press", ("Walt Pickering",), "", "Associated Press"),
        ("Haber: Sibel Arslan", ("Sibel Arslan",), "", ""),
        ("Vaurelles, le 16 septembre 2026", (), "Vaurelles", ""),
        ("Moa Rask/TT", ("Moa Rask",), "", "TT"),
        ("06.10.2026, 11:14 Uhr | Von Gitta Otto", ("Gitta Otto",), "", ""),
        ("Walt Pickering — Tuesday, 9 June 2026, 12:14", ("Walt Pickering",), "", ""),
        ("By Walt Pickering (Elk Run, special correspondent)", ("Walt Pickering",), "", ""),
        ("מאת רועי נחמני, סוכנות הים", ("רועי נחמני",), "", "סוכנות הים"),
        ("מאת רועי נחמני, ואלה", ("רועי נחמני",), "", ""),
        ("ELK RUN, 16 Sep. (EFE) -", (), "Elk Run", "EFE"),
        ("Hohenried (ots)", (), "Hohenried", "ots"),
        ("Київ. 16 вересня. УНІАН.", (), "Київ", "УНІАН"),
    ],
)
def test_lines_under_the_headline_that_say_who_and_where(line, names, place, agency):
    story = parse_story(f"{TITLE}\n{line}\n{FIRST}\n{SECOND}")
    assert (story.bylines, story.place, story.agency, len(story.blocks)) == (names, place, agency, 2)


@pytest.mark.parametrize(
    ("start", "place", "agency", "date"),
    [
        ("UPPER FALLS, Vt. – June 9, 2026 – ", "Upper Falls, Vt.", "", "June 9, 2026"),
        ("الوادي-سبتمبر 16-الأنباء: ", "الوادي", "الأنباء", "سبتمبر 16"),
        ("LAKESIDE, Ohio (Sept. 16, 2026) — ", "Lakeside, Ohio", "", "Sept. 16, 2026"),
        ("Nessel (dpa/lno) - ", "Nessel", "dpa", ""),
    ],
)
def test_datelines_in_the_forms_of_agencies(start, place, agency, date):
    story = parse_story(f"{TITLE}\n\n{start}{FIRST}\n\n{SECOND}")
    assert (story.place, story.agency, story.date_words, story.blocks[0].text) == (place, agency, date, FIRST)


def test_place_in_capitals_is_eased_as_its_language_does():
    assert parse_story(f"Köy\n\nISIRGAN (AA) - Isırgan köyünde yağmur yağdı.\n\n{SECOND}").place == "Isırgan"


def test_caption_of_a_gallery_loses_its_number():
    story = parse_story(f"{TITLE}\n1 of 3 | A beaver by its pond. (NPA Photo/Lee Moss)\n{FIRST}\n{SECOND}")
    assert (story.caption, story.credit) == ("A beaver by its pond.", "NPA Photo/Lee Moss")


def test_headline_that_an_agency_repeats_is_no_dek():
    story = parse_story(f"UPDATE 1-{TITLE}\n{TITLE}\nELK RUN, June 9 (Reuters) - {FIRST}\n{SECOND}")
    assert (story.headline, story.dek) == (TITLE, "")


@pytest.mark.parametrize("sign", [" EFE", " (EFE)"])
def test_agency_that_signs_behind_the_last_sentence_is_the_agency(sign):
    story = parse_story(f"{TITLE}\n\n{FIRST}\n\n{SECOND}{sign}")
    assert (story.agency, story.blocks[-1].text) == ("EFE", SECOND)


def test_line_of_a_page_under_tags_is_no_tag():
    story = parse_story("\n".join([BUTTONS, TITLE, FIRST, SECOND, "Теги", "Вас може зацікавити"]))
    assert (story.topic, story.topics) == ("", ())


def test_name_of_a_release_may_stand_before_its_embargo():
    story = parse_story(f"Pressmeddelande. Embargo 8 oktober 2026 kl 06.00\n{TITLE}\n{FIRST}\n{SECOND}")
    assert (story.headline, story.embargo.words) == (TITLE, "Pressmeddelande. Embargo 8 oktober 2026 kl 06.00")


def test_lone_title_that_says_nothing_of_the_text_under_it_is_another_storys():
    lines = [BUTTONS, TITLE, FIRST, "Fire destroys barn near Ash Falls", SECOND, LAST]
    assert told(*lines) == (TITLE, [FIRST, SECOND, LAST])
    subhead = "Club votes on pond next Monday"
    assert told(BUTTONS, TITLE, FIRST, subhead, SECOND, "Nobody swam.", "One more", LAST)[1][1] == subhead


def test_text_under_a_lone_title_is_read_past_the_lines_of_the_page():
    subhead = "Club votes on pond next Monday"
    lines = [FIRST, subhead, "Share this article", SECOND, "Nobody swam in the pond.", LAST]
    assert subhead in told(BUTTONS, TITLE, *lines)[1]

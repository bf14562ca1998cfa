"""From lines to paragraphs."""

import pytest

from articles.text.wire.paragraphs import paragraphs

WRAPPED = (
    "The harbour towns of Norrvik and Estermouth agreed on Monday to reopen\n"
    "the ferry line between them, twelve years after the last boat was sold"
)


def texts(text):
    return [para.text for para in paragraphs(text)[0]]


def one(text):
    return text.replace("\n", " ")


@pytest.mark.parametrize(
    ("ends", "other", "joined"),
    [
        ("well-\nknown", "", "well-known"),
        ("rebuil-\nding", "the rebuilding", "rebuilding"),
        ("well-\nknown", "a well-known boat", "well-known"),
        ("Military-To-\nMilitary", "", "Military-To-Military"),
        ("short-\nand long-term", "", "short- and long-term"),
        ("rebuil\u00ad\nding", "", "rebuilding"),
        ("a dash -\nand more", "", "a dash - and more"),
    ],
)
def test_paragraphs_judges_a_hyphen_at_a_lines_end(ends, other, joined):
    head = "So the towns of the coast agreed at last on a plan that is, "
    text = f"{WRAPPED}\n\n{head}{ends} it is what the towns wanted for many years of talks, and\nmore {other}"
    assert texts(text)[1].startswith(head + joined)


def test_paragraphs_says_which_hyphen_it_could_not_judge():
    text = "So the towns of the coast agreed at last on a plan that is in all re-\nbuilding what was lost, and\nmore"
    assert "“re-building”" in paragraphs(text)[1][0]
    assert "re-building" in texts(text)[0]


def test_paragraphs_joins_broken_lines_and_keeps_what_begins_anew():
    text = f"{WRAPPED}\n• One boat\n  and a half\n• Two piers\n# Heading\n-----\n{WRAPPED}\n"
    assert texts(text) == [one(WRAPPED), "One boat and a half", "Two piers", "Heading", "-----", one(WRAPPED)]


def test_paragraphs_tells_indented_paragraphs_apart():
    text = f"{WRAPPED}.\n\n    One short line of the story.\n    Another line of it, which is\n    not long.\n"
    assert texts(text)[1:] == ["One short line of the story.", "Another line of it, which is not long."]


def test_paragraphs_leaves_lines_alone_where_each_is_a_paragraph():
    lines = [
        "A line that is short.",
        "The second line of the file, which is rather longer than the first one.",
        "b " * 80,
    ]
    assert texts("\n".join(lines)) == [line.strip() for line in lines]


def test_paragraphs_joins_capitals_and_scripts_without_case():
    capitals = f"{WRAPPED}\nAND NOBODY BOUGHT ANOTHER ONE FOR THE TWO TOWNS OF THE COAST OF ULMEN\nEVER".upper()
    assert texts(capitals) == [one(capitals)]
    arabic = "أعلنت المدينتان الساحليتان يوم الاثنين عودة خط العبارات بعد اثني عشر عاما\n" * 2 + "من الانقطاع"
    assert texts(arabic) == [one(arabic)]


def test_paragraphs_drops_what_cannot_be_seen():
    assert texts("One\x00two\n\u200e\nThree\u200b\ud800\n\u200f\u200f" + "x") == [
        "One two",
        "Three\ufffd",
        "\u200f\u200fx",
    ]
    assert texts("") == []


def test_paragraphs_keeps_levels_and_closeness():
    found, _ = paragraphs("## Two ##\nNext\n\nApart")
    assert [(para.text, para.level, para.close) for para in found] == [
        ("Two", 2, False),
        ("Next", 0, True),
        ("Apart", 0, False),
    ]


def test_paragraphs_ends_a_caption_at_its_credit():
    text = f"{WRAPPED}\n\nThe old pier of Norrvik, seen from the sea in June. [Photo by Tora Vik]\nCoastal Travel\n"
    assert texts(text)[2:] == ["Coastal Travel"]


def test_paragraphs_joins_no_label_and_no_instruction_to_a_full_line():
    text = f"{WRAPPED}\nCREDIT: Tora Vik\n{WRAPPED}\nEMBARGOED UNTIL FRIDAY 22 MAY 2026\n{WRAPPED}"
    labels = ["CREDIT: Tora Vik", "EMBARGOED UNTIL FRIDAY 22 MAY 2026"]
    assert [part for part in texts(text) if part in labels] == labels


def test_chinese_and_japanese_lines_are_paragraphs_where_they_end_and_one_where_they_were_broken():
    lines = [
        "北潮市の駅前で三十日午前六時ごろ、牛一頭が歩いているのを通行人が見つけ、警察官が一時間後に保護した。",
        "牛は隣町の牧場から夜のうちに三駅分を歩いたとみられる。",
        "牧場主は「切符は買っていないはずだ」と話した。",
    ]
    assert [para.text for para in paragraphs("\n".join(lines))[0]] == lines
    whole = (
        "河边的老桥在洪水之后关闭了整整一年，市长说星期一早上八点重新开放，居民们已经等了"
        "很久，他们说这一年里每天都要绕行十公里才能到达对岸的学校和医院，孩子们常常迟到，"
        "老人们也很少再过河去看望亲友了，大家都希望新桥能用上一百年。"
    )
    broken = "\n".join(whole[at : at + 42] for at in range(0, len(whole), 42))
    assert [para.text for para in paragraphs(broken)[0]] == [whole]

"""People named in running text."""

import pytest

from articles.text.wire import NamedPerson, parse_story
from articles.text.wire.people import find_people

CASES = {
    "Talks were led by Gen. Arvid Stenmark, the commander of the Coast Command.": ["Gen. Arvid Stenmark"],
    "Ulmen’s President Olena Virsen said on Monday that the boat is late.": ["Ulmen’s President Olena Virsen"],
    "U.S. President Dan Holt and Ulmish President Olena Virsen met.": [
        "U.S. President Dan Holt",
        "Ulmish President Olena Virsen",
    ],
    "With U.S. special envoy Steve Arlen and Jared Krell joining, talks went on.": [
        "U.S. special envoy Steve Arlen",
        "Jared Krell",
    ],
    "When Polish Prime Minister Jan Nowik arrived in Kyiv on Thursday, it rained.": ["Polish Prime Minister Jan Nowik"],
    "Ferry Commission President Ursa von der European Union spoke.": ["Ferry Commission President Ursa"],
    "White House press secretary Karla Lund said nothing.": ["White House press secretary Karla Lund"],
    "Ferry Commission President Ursa von der Lund spoke.": ["Ferry Commission President Ursa von der Lund"],
    "Lt. Col. Ann B. Doe wrote it; Ann Doe said so.": ["Lt. Col. Ann B. Doe"],
    "President Holt said no. Later Dan Holt added: never.": ["Dan Holt"],
    "President Holt said no.": ["President Holt"],
    "“We waited,” said Ina Brandt, a baker.": ["Ina Brandt"],
    "Ina Brandt told Harbour Post that Ina Brandt waited.": ["Ina Brandt"],
    "They met Ina Brandt, the former mayor of Norrvik.": ["Ina Brandt"],
    "They met Ina Brandt, 45, in Norrvik.": ["Ina Brandt"],
    "They met Ina Brandt, who bakes.": ["Ina Brandt"],
    "They met Ina Brandt, whose bread is good.": [],
    "They met Ina Brandt at noon. Brandt said that bread is dear.": ["Ina Brandt"],
    "The White House said so. The Abu Dhabi talks, the United Arab Emirates said, go on.": [],
    "Abu Dhabi said so. New York said no. Hong Kong, the chief port, said yes. Human Rights Watch said both.": [],
    "Officials in Port Ulmen said so. It was told to Harbour Lane.": [],
    "The General Assembly and the Supreme Commander Europe met. Attorney General Office.": [],
    "The president of Ulmen said so. President’s Day came. President U.S. said.": [],
    "On Thursday Minister Tora Vik’s boat sank.": ["Minister Tora Vik"],
    "President Dan Holt Thursday said so.": ["President Dan Holt"],
    "Chief of Staff Gen. Arvid Stenmark left.": ["Chief of Staff Gen. Arvid Stenmark"],
    "THE WHOLE PARAGRAPH IN CAPITALS, SAID PRESIDENT DAN HOLT.": [],
    "PM Dan Holt said so. NATO ABC said so.": [],
    "Le président estermois Thomas Virsène et Inès Brandt, ministre, sont là.": [
        "président estermois Thomas Virsène",
        "Inès Brandt",
    ],
    "Bundeskanzlerin Tora Vik kam, sagte Jonas Krell am Montag.": ["Bundeskanzlerin Tora Vik", "Jonas Krell"],
    "Це заявив президент Естермуту Тома Вірсен.": ["президент Естермуту Тома Вірсен"],
    "Це міністр Інна Іванівна Брандт.": ["міністр Інна Іванівна Брандт"],
    "قال الرئيس أولينا فيرسن إن القارب تأخر.": [],
    "": [],
    "Dan": [],
}


@pytest.mark.parametrize("text", CASES)
def test_find_people_suggests_people_and_nothing_else(text):
    assert [person.as_written for person in find_people([text])] == CASES[text]


def test_find_people_parts_title_and_name():
    people = find_people(["Ulmen’s President Olena Virsen met U.S. special envoy Steve Arlen and Jared Krell."])
    assert people == (
        NamedPerson("Olena Virsen", "Ulmen’s President", "Ulmen’s President Olena Virsen"),
        NamedPerson("Steve Arlen", "U.S. special envoy", "U.S. special envoy Steve Arlen"),
        NamedPerson("Jared Krell", "", "Jared Krell"),
    )


def test_find_people_reads_a_country_before_a_cyrillic_name_as_title():
    (person,) = find_people(["Це заявив президент Естермуту Тома Вірсен."])
    assert (person.title, person.name) == ("президент Естермуту", "Тома Вірсен")


def test_parse_story_looks_for_people_in_dek_body_and_caption_but_not_in_headings():
    story = parse_story(
        "Gen. Arvid Stenmark on a pier. (Photo by Staff Sgt. Lea Holt)\n\nPresident Tora Vik Speaks of Ferries\n\n"
        "President Olena Virsen is for them.\n\nBy Marek Ondal\n\nThe talks went on with Dr. Ina Brandt, it was said.\n"
    )
    assert [person.name for person in story.people] == ["Olena Virsen", "Ina Brandt", "Arvid Stenmark"]

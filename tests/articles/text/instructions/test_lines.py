"""Which lines of a text are for editors alone."""

import pytest

from articles.text.instructions.lines import kinds_of, starts_anew

STORY = [
    "The ferry is to sail again in spring, the towns of Norrvik and Estermouth agreed on Monday after twelve years.",
    "It will carry two thousand people a day, and the crossing takes forty minutes in fair weather, officials said.",
]


def kinds(*lines):
    return kinds_of(lines, [False] * len(lines))


@pytest.mark.parametrize(
    "line",
    [
        "-30-",
        "ENDS",
        "(more)",
        "###",
        "(FIN)",
        "KONIEC",
        "КІНЕЦЬ",
        "(loppu)",
        "انتهى",
        "סוף",
        "420 words",
        "Word count: 420",
        "Eds: UPDATES with mayor's quote",
        "UWAGA, REDAKCJE: nowa wersja",
        "(Adds quotes, background)",
        "(Aktualisiert mit Reaktionen)",
        "(Уточнює дату в другому абзаці)",
        "KILL: the story on the ferry",
        "Reporting by Marek Ondal; Editing by Ina Brandt",
        "(Reporting by Marek Ondal)",
        "Our Standards: the house's rules.",
        "Redaktion: Ina Brandt",
        "Tom Vess in Ulmen contributed to this report.",
        "Copyright 2026 Norrvik Press. All rights reserved.",
        "© 2026 Norrvik Press",
        "Alle Rechte vorbehalten",
        "Media contact: Ina Brandt",
        "For more information, contact Ina Brandt on 020 7946 0000",
        "Pressekontakt:",
        "Ina Brandt, +44 20 7946 0000, press@example.org",
        "PRESS RELEASE",
        "FOR IMMEDIATE RELEASE – 22 May 2026",
        "For immediate release: June 15, 2026",
        "PRESSEMITTEILUNG 5. Mai",
        "Note to editors: photos are available.",
        "To: transport correspondents",
        "Sent from my iPhone",
        "This message is intended only for the addressee and may be confidential.",
        "NOT FOR PUBLICATION",
        "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
        "BC-EU--Ferry Line, 1st Ld-Writethru, 420",
        "CORRIGE NOMBRE EN EL TERCER PÁRRAFO",
        "(Papier général – mise à jour avec réactions)",
    ],
)
def test_line_is_for_editors(line):
    assert kinds(STORY[0], line) == ["", "instruction"]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "…",
        "Ends meet on fewer farms each year.",
        "More boats are to come",
        "More?",
        "Editing by hand the list of all who wait took two nights.",
        "Contact with the islands had become rare, she said.",
        "Press office stays silent on ferry",
        "For more information on the history of the fair, visitors can ask the museum.",
        "The report was not intended for publication, a court said.",
        "Not for publication were the names of the islanders, the court said on Monday.",
        "Immediate release of the crew was demanded in Norrvik by all parties",
        "Copyright law is a mess, say islanders",
        "Sales of 12 000 000 tickets",
        "COURT CORRECTS NAME OF FERRY",
        "Everything on the ferry, and all that happened in the harbour since it was sold to the yard of Ulmen, is told "
        "in a book that the two towns have paid for together. " * 3,
    ],
)
def test_line_may_be_the_story(line):
    assert kinds(STORY[0], line) == ["", ""]


@pytest.mark.parametrize(
    "lines",
    [
        ["Notes to editors", "The line was closed in 2014."],
        ["The following information is not for publication", "Ondal is ill."],
        ["ENDS", "The towns have 4,000 people."],
        ["# # #", "About Norrvik", "Norrvik is a town of 4,000."],
        ["Media contact:", "Ina Brandt", "Norrvik town hall"],
        ["press@example.org", "About the Town of Norrvik", "Norrvik is a town with a ferry."],
        ["press@example.org", "Norrvik Hakkında", "Norrvik is a town with a ferry."],
        ["Best wishes,", "Marek"],
        ["Thanks, Marek", "She/her"],
    ],
)
def test_everything_behind_such_a_line_is_for_editors(lines):
    assert kinds(*STORY, *lines) == ["", "", *["instruction"] * len(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ["(more)", STORY[1]],
        ["FIN", *STORY, *STORY],
        ["press@example.org", "The towns met.", "About half of them agreed", STORY[1]],
        ["press@example.org", "About.", STORY[1]],
        ["Thanks, Marek", STORY[1]],
    ],
)
def test_what_follows_other_lines_may_be_the_story(lines):
    found = kinds_of([*STORY, *lines], [False] * (len(lines) + 2))
    assert found[-1] == ""


@pytest.mark.parametrize(
    "line",
    [
        "Embargoed until midnight, the news of her retirement was in every pub by eight.",
        "Not for sharing – so it says on the door of the ferry.",
        "Not for publication – so it says on the door of the ferry.",
        "Embargoed until 10 June 2026, the report on the ferry says that nobody was to blame.",
    ],
)
def test_sentence_of_a_story_that_begins_like_an_embargo_stays(line):
    assert kinds(*STORY, line)[-1] == ""


def test_embargo_in_a_sentence_above_a_story_holds():
    line = "Embargoed until 10 June 2026 at 10:00, please do not share it with anybody."
    assert kinds(line, *STORY) == ["embargo", "", ""]


@pytest.mark.parametrize(
    "line",
    [
        "Medieninformation Nr. 41/2026",
        "Pressmeddelande • Sep 16, 2026 07:00 CEST",
        "EILMELDUNG",
        "BREAKING NEWS",
        "((Norrvik newsroom))",
        "(MO-IB-Z)",
        "bur-ab/cd",
        "CORRECTION: Fixes spelling of name in para 2.",
        "Draft 2 – edits by noon",
        "APA0123 5 XI 0098 Di, 02.Jun 2026",
        "dpa/lby xx yyzz n1 abc",
        "(Schluss) ab/cd",
        "mfl",
        "Text: Eva Ek. Foto: Bo Al.",
        "FREI ZUR SOFORTIGEN VERÖFFENTLICHUNG",
        "Для негайного оприлюднення",
        "© Norrvik Press. Toute reproduction interdite.",
    ],
)
def test_heads_and_feet_of_agencies_are_for_editors(line):
    assert kinds("Ferry sails", line, *STORY) == ["", "instruction", "", ""]


def test_short_line_with_a_comma_or_an_exclamation_greets():
    lines = ["Evening,", "Copy below.", "Ferry line to reopen", *STORY]
    assert kinds(*lines)[:3] == ["instruction", "instruction", ""]


def test_catchline_and_heading_over_all_stand_first():
    assert kinds("1 TRANSPORT Trams", "Ferry sails", *STORY)[:2] == ["instruction", ""]
    assert kinds("NEWS IN BRIEF", "Ferry sails", *STORY)[:2] == ["instruction", ""]


def test_greeting_may_go_on_in_its_line():
    lines = ["Hi, sending the piece on the ferry. Pictures follow. Thanks, Noa", "Ferry line to reopen", *STORY]
    assert kinds(*lines)[:2] == ["instruction", ""]
    for chat in (
        "Salut Léo, voilà le papier, 2 000 signes, photo à venir. Dis-moi si ça va !",
        "Левку, привіт! Ось про порт, 2000 знаків, фото буде ввечері.",
        "Tekst jak obiecałem, 2000 znaków, zdjęcie dośle Ania.",
    ):
        assert kinds(chat, "Ferry line to reopen", *STORY)[:2] == ["instruction", ""]
    assert kinds("A novel of 90 000 words was found on the ferry on Monday.", *STORY, *STORY)[0] == ""
    assert kinds("Hello Dolly returns to Norrvik for a week of songs and dances", *STORY, *STORY)[0] == ""


@pytest.mark.parametrize("line", ["Om Vassbo sågverk: grundat 1890, ägs av kommunen.", "Довідка: засновано 1890 року."])
def test_background_behind_a_contact_may_be_on_one_line(line):
    assert kinds(*STORY, "press@example.org", line)[-1] == "instruction"


def test_background_that_an_office_gives_is_for_editors():
    lines = [*STORY, "Довідка", "Norrvik is a town of 4,000.", "press@example.org"]
    assert kinds("PRESS RELEASE", *lines)[3:] == ["instruction"] * 3


def test_only_the_first_words_of_a_file_are_before_any_story():
    assert kinds("NOT FOR PUBLICATION", *STORY) == ["instruction", "", ""]
    assert kinds("Notes to editors", *STORY) == ["instruction", "", ""]


def test_greeting_and_note_are_for_editors_up_to_the_title():
    lines = ["Hi Tom,", "I saw you were short today. Shout if this is too long.", "Ferry line to reopen", *STORY]
    assert kinds(*lines)[:3] == ["instruction", "instruction", ""]
    assert kinds("Here is the copy for tonight.", "Ferry line to reopen", *STORY)[:2] == ["instruction", ""]
    assert kinds("Hi Tom,", "Ferry line to reopen", *STORY)[:2] == ["instruction", ""]
    farewell = kinds_of(
        ["Hi all,", "Text below.", "Thanks,", "Sam", "Ferry line reopens", *STORY], [False, *[True] * 6]
    )
    assert farewell == ["instruction"] * 4 + ["", "", ""]
    bare = kinds_of(["Hi all,", "Thanks,", "Ferry line to reopen in spring", *STORY], [False, *[True] * 4])
    assert bare[:3] == ["instruction", "instruction", ""]


def test_story_under_a_greeting_stays():
    lines = ["Hi Ina,", *STORY, "Cheers", "Marek"]
    assert kinds(*lines) == ["instruction", "", "", "instruction", "instruction"]


def test_note_under_a_greeting_may_be_long():
    notes = ["Here is the copy.", "Tel. 020 7946 0000", "Please find it below.", "Let me know of any questions."]
    assert kinds("Hi Tom,", *notes, *STORY)[:5] == ["instruction"] * 5


def test_byline_with_an_address_is_no_contact():
    assert kinds("Ferry line", "By Ina Brandt, ina@example.org", *STORY)[1] == ""


def test_agencys_head_takes_the_slug_under_it():
    lines = ["eca0003 3 i 380 dpa 0045", "Ferries/Norrvik/", "Ferry line to reopen", *STORY]
    assert kinds(*lines) == ["instruction", "instruction", "", "", ""]


def test_contact_takes_what_touches_it():
    lines = ["Contact:", "Ina Brandt", "Ferry line to reopen in spring.", *STORY]
    assert kinds_of(lines, [False, True, True, False, False]) == ["instruction", "instruction", "", "", ""]


def test_headline_that_touches_a_contact_stays():
    lines = ["For release: June 9, 2026", "Contact: Ina Brandt, 555-0117", "Ferries Sail Late, Study Says", *STORY]
    assert kinds_of(lines, [False, True, True, True, True])[2:] == ["", "", ""]


def test_signature_over_a_telephone_number_takes_name_and_title():
    lines = [*STORY, "Marek Ondal", "reporter, the coast", "M: 07700 900 123"]
    assert kinds_of(lines, [False, False, False, True, True])[2:] == ["instruction"] * 3
    assert kinds(*STORY, "two boats", "M: 07700 900 123")[2:] == ["", "instruction"]


def test_embargo_may_name_its_moment_on_the_next_line():
    assert kinds_of(["EMBARGO:", "Friday 22 May 2026, 10:00", *STORY], [False, True, False, False]) == [
        "embargo",
        "embargo",
        "",
        "",
    ]


def test_copyright_closes_a_text():
    assert kinds(*STORY, *STORY, "© Norrvik Press")[-1] == "instruction"


@pytest.mark.parametrize("line", ["ENDS", "Hi desk,", "Best wishes", "EMBARGOED"])
def test_such_lines_begin_anew(line):
    assert starts_anew(line) == (line != "ENDS")


def test_slug_over_the_headline_is_for_editors():
    texts = ["SOC Tarnside", "Tarnside go top of the table after late winner", "Tarnside went top of it on Saturday."]
    assert kinds_of(texts, [False] * 3) == ["instruction", "", ""]


def test_editor_in_a_headline_edits_nothing():
    texts = ["Редакторка пішла з посади через порушене ембарго", "Редакторка: Олена Коваль", "Редактор Олена Коваль"]
    assert [kinds_of([text], [False]) for text in texts] == [[""], ["instruction"], ["instruction"]]

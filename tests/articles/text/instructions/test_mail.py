"""Mails around a story."""

import pytest

from articles.text.instructions.mail import (
    MOST_FORWARDED,
    is_contact,
    is_cover_note,
    is_farewell,
    is_greeting,
    is_sent_from,
    open_mail,
)
from tests.linear import assert_linear

STORY = "Ferry line to reopen\n\n" + "The ferry is to sail again in spring, the towns agreed on Monday. " * 7


def test_head_of_a_mail_is_taken_off():
    mail = open_mail(f"\nFrom: Ina <ina@example.org>\nTo: Desk\n  and others\nSubject: Re: Fwd: Ferry\n\n{STORY}")
    assert mail.head == ["From: Ina <ina@example.org>", "To: Desk", "and others", "Subject: Re: Fwd: Ferry"]
    assert (mail.subject, mail.text.strip()) == ("Ferry", STORY.strip())
    assert open_mail(f"From: ina@example.org\n\n{STORY}").head == ["From: ina@example.org"]


@pytest.mark.parametrize("text", [STORY, f"Date: Monday\nPlace: Norrvik\n\n{STORY}", "From: here to there", ""])
def test_text_without_a_head_stays_as_it_is(text):
    mail = open_mail(text)
    assert (mail.text, mail.head, mail.foot, mail.subject) == (text, [], [], "")


def test_forwarded_mail_is_opened_too():
    text = f"FYI\n\n---------- Forwarded message ---------\nFrom: Ina <ina@example.org>\nSubject: Ferry\n\n{STORY}"
    mail = open_mail(text)
    assert mail.text.strip() == STORY.strip()
    assert mail.head[:2] == ["FYI", "---------- Forwarded message ---------"]


def test_mail_that_is_answered_is_the_foot():
    text = f"{STORY}\n\nOn Mon, 18 May 2026 at 10:00, Tom Vess wrote:\n> Where is it?\n"
    mail = open_mail(text)
    assert mail.text.strip() == STORY.strip()
    assert mail.foot == ["On Mon, 18 May 2026 at 10:00, Tom Vess wrote:", "> Where is it?"]


def test_quoted_story_is_the_text():
    quoted = "\n".join(f"> {line}" for line in STORY.split("\n"))
    mail = open_mail(f"Here it is.\nOn Mon, 18 May 2026 at 10:00, Tom Vess wrote:\n{quoted}")
    assert mail.text.strip() == STORY.strip()


def test_quoted_lines_below_a_mail_are_its_foot():
    mail = open_mail(f"From: ina@example.org\nSubject: Ferry\n\n{STORY}\n> Where is it?\n\n")
    assert (mail.text.strip(), mail.foot) == (STORY.strip(), ["> Where is it?"])


@pytest.mark.parametrize(
    "line",
    [
        "Hi desk, here is the copy.",
        "Hi Tom,",
        "Dear all",
        "Hallo!",
        "Sehr geehrte Damen und Herren,",
        "Шановні колеги!",
    ],
)
def test_greeting(line):
    assert is_greeting(line)


@pytest.mark.parametrize(
    "line", ["Hello, Dolly returns to Norrvik", "Dear prices drive families out", "Ferry", "Hi " * 99]
)
def test_headline_is_no_greeting(line):
    assert not is_greeting(line)


def test_other_lines_of_mails():
    assert is_cover_note("Please find the story below.") and not is_cover_note("The ferry is back.")
    assert is_farewell("-- ") and is_farewell("Viele Grüße") and is_farewell("Thanks, Priya")
    assert is_farewell("Mvh Kajsa") and is_farewell("LG Zoé") and not is_farewell("Best of all")
    assert not is_farewell("Thanks to the ferry, islanders come home") and not is_farewell("Ferry")
    assert is_sent_from("Von meinem iPhone gesendet") and not is_sent_from("Sent " * 40)
    assert is_contact("M: 07700 900 123") and is_contact("ina@example.org")
    assert not is_contact("Call the ferry on 020 7946 0000 if you want to know when it sails again.")
    assert not is_contact("Ferry") and not is_contact("ina@example.org " * 20)
    assert not is_contact("r a BC-US--Harbor-Ferry 2ndLd-Writethru 05-19 0231")


BRIEF = (
    "Ferry sails\n\nThe ferry sails in spring, the towns of the coast agreed on Monday, after twelve years.\n\n"
    "The line will carry two thousand people a day, and the crossing takes forty minutes."
)


@pytest.mark.parametrize(
    "older",
    [
        "El 02/03/2026 a las 9:10, Cierre escribió:\n> ¿Llega hoy la pieza?",
        "-----Original Message-----\nFrom: Desk <desk@example.org>\nSubject: ferry\n\nWhere is it?",
    ],
)
def test_mail_that_is_answered_stays_below_the_story(older):
    mail = open_mail(f"{BRIEF}\n\n{older}")
    assert mail.text.strip() == BRIEF
    assert mail.foot == older.replace("\n\n", "\n").split("\n")


def test_forwarded_mail_is_the_story_under_a_note():
    mail = open_mail(f"See below, looks clean.\n\n-----Original Message-----\nFrom: Ina <i@example.org>\n\n{BRIEF}")
    assert mail.text.strip() == BRIEF
    quoted = "\n".join(f"> {line}" for line in BRIEF.split("\n"))
    assert open_mail(f"See below.\n\nOn Monday, 2 March 2026, Ina wrote:\n{quoted}").text.strip() == BRIEF


def test_subject_alone_is_a_head_where_it_answers():
    assert open_mail(f"Subject: Re: ferry\n{BRIEF}").subject == "ferry"
    assert open_mail(f"Subject: ferry\n{BRIEF}").subject == ""


def test_mails_are_opened_up_to_a_number():
    mark = "-----Original Message-----"
    mail = open_mail("\n".join([*[mark] * (MOST_FORWARDED + 2), BRIEF]))
    assert (len(mail.head), mail.text) == (MOST_FORWARDED, "\n".join([mark, mark, BRIEF]))


@pytest.mark.growth
def test_a_chain_of_mails_takes_time_in_proportion():
    assert_linear(lambda size: open_mail("> -----Original Message-----\n" * size), 8_000)

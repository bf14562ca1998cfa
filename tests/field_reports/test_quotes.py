"""What people reported of other tools' quotes: words laid in the mouths of people who did not say them."""

import io
import json

import pytest
from django.core.management import call_command
from lxml import html

from articles.models.article import Article
from tests.builders import a_person, live_edition

pytestmark = pytest.mark.django_db


def imported(client, tmp_path, text):
    """The page of a story read from a file and published at once, as readers get it."""
    file = tmp_path / "story.txt"
    file.write_text(f"Norland reopens its port to ferries\n\nThe ferries are back after nine weeks.\n\n{text}\n")
    call_command("import_story", str(file), "--desk", "World", "--publish", stdout=io.StringIO())
    return html.fromstring(client.get(live_edition(Article.objects.get()).path).content)


def quotations(page):
    """The Quotations of a page's JSON-LD."""
    data = json.loads(page.xpath('//article//script[@type="application/ld+json"]')[0].text)
    return data.get("hasPart", [])


DENIED = [
    "Mayor Ines Halloran denied on Tuesday that she had told anybody “we will close the port for good”, after a post.",
    "Halloran never said “we will sell all of the boats in the harbor”, her lawyer Tom Vess said on Tuesday.",
    "Ines Halloran did not say “we will sell all of the boats in the harbor”.",
    "Ines Halloran refused to say “we will sell all of the boats in the harbor”.",
    "Ines Halloran would have said “we will sell all of the boats in the harbor”.",
    "Ines Halloran is alleged to have said “we will sell all of the boats in the harbor”.",
    "Tom Vess falsely claimed that Ines Halloran said “we will sell all of the boats in the harbor”.",
    "Ines Halloran denied having told staff that “we will sell all of the boats in the harbor”.",
    "Ines Halloran denied saying “we will sell all of the boats in the harbor”.",
    "A fake video showed Ines Halloran saying “we will sell all of the boats in the harbor”.",
    "If Ines Halloran says “we will sell all of the boats in the harbor”, the union will strike.",
    "It is not true that Ines Halloran said “we will sell all of the boats in the harbor”.",
    "Ines Halloran ніколи не казала «ми продамо всі човни, які є в порту».",
    "Ines Halloran hat nie gesagt: „Wir verkaufen alle Boote, die im Hafen liegen.“",
]


@pytest.mark.parametrize("sentence", DENIED)
def test_01_denied_words_are_nobodys(client, tmp_path, sentence):
    halloran = a_person("Ines Halloran")
    page = imported(client, tmp_path, sentence)
    assert not page.xpath("//article//*[@data-quote]/@data-attribution[string-length() > 0]")
    assert not [one for one in quotations(page) if one.keys() & {"creator", "spokenByCharacter", "creditText"}]
    theirs = html.fromstring(client.get(halloran.get_absolute_url()).content)
    assert "In their own words" not in theirs.text_content()
    assert "Quotation" not in html.tostring(theirs, encoding="unicode")


def test_01_words_that_were_said_are_on_the_page_of_the_person(client, tmp_path):
    halloran = a_person("Ines Halloran")
    page = imported(client, tmp_path, "“We never did it,” said Mayor Ines Halloran, who denied that she had met Vess.")
    assert [one["spokenByCharacter"]["name"] for one in quotations(page)] == ["Ines Halloran"]
    assert "In their own words" in client.get(halloran.get_absolute_url()).content.decode()


def test_01_a_joint_statement_is_both_speakers(client, tmp_path):
    a_person("Ines Halloran")
    said = "“The ferries will sail on,” said Mayor Ines Halloran and harbor master Ludwig van der Berg in a statement."
    (quotation,) = quotations(imported(client, tmp_path, said))
    assert quotation["creditText"] == "Mayor Ines Halloran and harbor master Ludwig van der Berg"
    assert not quotation.keys() & {"creator", "spokenByCharacter"}


def test_18_speech_behind_a_dash_is_its_speakers(client, tmp_path):
    a_person("Олена Коваль")
    said = "– Ми готові йти далі, – сказала капітанка Олена Коваль."
    (quotation,) = quotations(imported(client, tmp_path, said))
    assert quotation["spokenByCharacter"]["name"] == "Олена Коваль"

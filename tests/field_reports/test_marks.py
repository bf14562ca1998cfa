"""What people reported of other tools' marks: gershayim, years with an apostrophe, speech that a dash opens."""

import io

import pytest
from django.core.management import call_command
from lxml import html

from articles.models.article import Article
from tests.builders import live_article, live_edition

pytestmark = pytest.mark.django_db


def published(client, **fields):
    """The page of a story with these fields, as readers get it."""
    return html.fromstring(client.get(live_edition(live_article(**fields)).path).content)


def imported(client, tmp_path, text):
    """The page of a story read from a file and published at once, as readers get it."""
    file = tmp_path / "story.txt"
    file.write_text(text)
    call_command("import_story", str(file), "--desk", "World", "--publish", stdout=io.StringIO())
    return html.fromstring(client.get(live_edition(Article.objects.get()).path).content)


def quotes(page):
    """The words of each quote on a page."""
    return [element.text_content() for element in page.xpath("//article//*[@data-quote]")]


HEBREW = [
    ('הוא אמר: "כוחות צה"ל ערוכים לכל מצב".', '”כוחות צה"ל ערוכים לכל מצב”'),
    ('יו"ר הוועד אמר: "נתב"ג ייפתח מחר, ולא נחכה עוד".', '”נתב"ג ייפתח מחר, ולא נחכה עוד”'),
    ("״דו״חות של צה״ל הגיעו הבוקר למשרד״, אמר ג'ורג' כהן.", "״דו״חות של צה״ל הגיעו הבוקר למשרד״"),
]


@pytest.mark.parametrize(("sentence", "quote"), HEBREW)
def test_06_gershayim_end_no_quotation(client, sentence, quote):
    page = published(client, headline=sentence, dek=sentence, body=f"<p>{sentence}</p>", language="he")
    printed = page.xpath("//article//section//p")[0].text_content()
    assert quotes(page) == [quote]
    assert page.find_class("headline")[0].text_content() == page.find_class("dek")[0].text_content() == printed
    assert printed.count("”") in (0, 2)


APOSTROPHES = [
    (
        "The class of '68 met on Tuesday at the farmers' hall.",
        "The class of ’68 met on Tuesday at the farmers’ hall.",
    ),
    ("Rock 'n' roll filled the mayors' club in '52.", "Rock ’n’ roll filled the mayors’ club in ’52."),
    ("The (TNT)'s, the [mayor]'s and the U.S.' part", "The (TNT)’s, the [mayor]’s and the U.S.’ part"),
    ("A 6' man sold Jose\u0301's 5'10\" plank in '69", "A 6' man sold Jose\u0301’s 5'10\" plank in ’69"),
]


@pytest.mark.parametrize(("typed", "printed"), APOSTROPHES)
def test_07_apostrophes_and_primes_quote_nobody(client, typed, printed):
    page = published(client, headline=typed, dek=typed, body=f"<p>{typed}</p>")
    assert quotes(page) == []
    assert page.find_class("headline")[0].text_content() == printed
    assert page.find_class("dek")[0].text_content() == printed
    assert page.xpath("//article//section//p")[0].text_content() == printed


def test_07_imported_apostrophes_are_raised_and_quote_nobody(client, tmp_path):
    text = (
        "Class of '68 meets at farmers' hall\n\nThe class of '68 met on Tuesday at the farmers' hall.\n\n"
        + "It rained. " * 40
    )
    page = imported(client, tmp_path, text)
    assert page.find_class("headline")[0].text_content() == "Class of ’68 meets at farmers’ hall"
    assert quotes(page) == []


DASHES = [
    ("uk", "– Ми готові, – сказала капітанка Олена Коваль. – Вітер ущух.", "Ми готові|Вітер ущух.", "Олена Коваль"),
    ("pl", "– Jesteśmy gotowi – powiedziała kapitan Anna Nowak.", "Jesteśmy gotowi", "Anna Nowak"),
    ("sv", "– Vi är redo, säger kaptenen Eva Lind.", "Vi är redo", "Eva Lind"),
    ("no", "– Vi er klare, sier kapteinen Eva Lind.", "Vi er klare", "Eva Lind"),
    ("da", "– Vi er klar, siger kaptajn Eva Lind.", "Vi er klar", "Eva Lind"),
    ("es", "—Seguimos —dijo Ana Ruiz—. Nada cambia.", "Seguimos|Nada cambia.", "Ana Ruiz"),
    ("fr", "— Nous partons, a déclaré Marie Duval.", "Nous partons", "Marie Duval"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "paragraph", "spoken", "speaker"), DASHES)
def test_18_what_a_dash_opens_is_speech(client, language, paragraph, spoken, speaker):
    page = published(client, body=f"<p>{paragraph}</p>", language=language)
    assert quotes(page) == spoken.split("|")
    assert {speaker in quote.get("data-attribution") for quote in page.xpath("//*[@data-quote]")} == {True}


@pytest.mark.parametrize("paragraphs", ["<p>– Bättre vägar</p><p>– Fler bussar.</p>", "<p>– Foto: Eva Lind</p>"])
def test_18_other_dashes_are_no_speech(client, paragraphs):
    assert quotes(published(client, body=paragraphs, language="sv")) == []

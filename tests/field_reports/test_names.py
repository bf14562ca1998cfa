"""What people reported of other tools' names: capitals."""

import io

import pytest
from django.core.management import call_command
from lxml import html

from articles.models.article import Article
from articles.models.person import Person
from tests.builders import live_edition

pytestmark = pytest.mark.django_db

BYLINES = {
    "By RONALD MCDONALD, LUDWIG VAN DER BERG, SEÁN O'BRIEN and JEAN-LUC DE LA TOUR": [
        "Ronald McDonald",
        "Ludwig van der Berg",
        "Seán O'Brien",
        "Jean-Luc de la Tour",
    ],
    "By DEVON MACLEAN, A.J. SMITH III, JK ROWE and OLIVER MCCARTHY-O'DONNELL": [
        "Devon MacLean",
        "A.J. Smith III",
        "JK Rowe",
        "Oliver McCarthy-O'Donnell",
    ],
    "By AYŞE YILDIZ and ЯРИНА В'ЮН": ["Ayşe Yıldız", "Ярина В'юн"],
}


@pytest.mark.parametrize(("byline", "names"), BYLINES.items())
def test_14_capitals_in_bylines_are_those_that_people_write(client, tmp_path, byline, names):
    file, out = tmp_path / "story.txt", io.StringIO()
    file.write_text(f"Ferry Returns to the Island\n\n{byline}\n\n" + "The ferry came back on Tuesday. " * 30)
    call_command("import_story", str(file), "--desk", "World", "--publish", stdout=out)
    page = html.fromstring(client.get(live_edition(Article.objects.get()).path).content)
    assert [link.text_content() for link in page.xpath("//a[@rel='author']")] == names
    assert set(Person.objects.values_list("name", flat=True)) == set(names)
    assert [line for line in out.getvalue().splitlines() if "capitals" in line] == [
        f"note: Names stood in capitals; see whether these are right: {', '.join(names)}."
    ]

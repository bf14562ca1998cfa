"""A story pasted whole has the structure that importing it would give it, and writes no story."""

import pytest

from articles.editorial.importing.import_story import import_story
from articles.editorial.importing.paste import read_pasted
from articles.editorial.permissions import Forbidden
from articles.models.article import Article
from articles.models.person import Person
from articles.text.body.cleaning import clean
from articles.text.typography.typesetting import tidy_html
from tests.articles import wires
from tests.builders import a_person, editor, photo_editor, reporter, system

pytestmark = pytest.mark.django_db
SAME = ("headline", "dek", "body", "place", "language")


def test_pasted_story_has_the_parts_of_an_imported_one():
    a_person("Tamsin Vell")
    pasted = read_pasted(by=reporter(), text=wires.story())
    assert not Article.objects.exists()
    article = import_story(wires.story().encode(), by=system()).article
    parts = pasted.fields
    parts["body"] = tidy_html(parts["body"], "en")  # as saving does
    assert {name: parts[name] for name in SAME} == {name: getattr(article, name) for name in SAME}
    assert 'data-person="' in parts["body"]
    assert parts["lead_topic"] == article.lead_topic and parts["topics"] == [article.lead_topic]
    assert parts["bylines"] == [row.person for row in article.byline_rows.all()]
    assert (parts["lead_caption"], parts["lead_credit"]) == (wires.CAPTION, wires.CREDIT)
    assert any("SCROLL FOR NEXT" in note for note in pasted.notes)


def test_markup_of_the_text_stays_in_the_body():
    lines = wires.story().strip().split("\n\n")
    html = "".join(f"<p>{line}</p>" for line in lines).replace("ferry towns", "<em>ferry towns</em>")
    parts = read_pasted(by=editor(), html=html).fields
    plain = read_pasted(by=editor(), text=wires.story()).fields
    assert parts["headline"] == wires.HEADLINE
    assert "<em>ferry towns</em>" in parts["body"]
    assert clean(parts["body"].replace("<em>", "").replace("</em>", "")) == plain["body"]


def test_byline_that_two_people_have_is_said_and_not_guessed():
    a_person("Jo Twin")
    a_person("Jo Twin")
    pasted = read_pasted(by=editor(), text=wires.story(byline="By Jo Twin", topic=""))
    assert pasted.fields["bylines"] == [] and pasted.fields["lead_topic"] is None
    assert any("Several people are called “Jo Twin”" in note for note in pasted.notes)


def test_who_may_not_write_reads_nothing():
    with pytest.raises(Forbidden):
        read_pasted(by=photo_editor(), text=wires.story())
    assert not Person.objects.exists()

"""A story pasted whole has the structure that importing it would give it, and writes no story."""

import pytest
from django.contrib.auth.models import Permission

from articles.editorial.directory.entries import create_new_entries
from articles.editorial.importing.import_story import import_story
from articles.editorial.importing.paste import read_pasted
from articles.editorial.permissions import Forbidden
from articles.models.article import Article
from articles.models.person import Person
from articles.models.topic import Topic
from articles.text.body.cleaning import clean
from articles.text.typography.typesetting import typeset_html
from tests.articles import wires
from tests.builders import a_person, editor, photo_editor, reporter, stranger, system

pytestmark = pytest.mark.django_db
SAME = ("headline", "dek", "body", "place", "language")


def test_pasted_story_has_the_parts_of_an_imported_one():
    a_person("Tamsin Vell")
    pasted = read_pasted(by=reporter(), text=wires.story())
    assert not Article.objects.exists() and Person.objects.count() == 1 and not Topic.objects.exists()
    article = import_story(wires.story().encode(), by=system()).article
    parts = pasted.fields
    parts["body"] = typeset_html(parts["body"], "en")  # as saving does
    assert {name: parts[name] for name in SAME} == {name: getattr(article, name) for name in SAME}
    assert 'data-person="' in parts["body"]
    assert parts["topics"] == [parts["lead_topic"]]
    saved = create_new_entries(parts, by=reporter())
    assert saved["lead_topic"] == article.lead_topic and saved["topics"] == [article.lead_topic]
    assert saved["bylines"] == [row.person for row in article.byline_rows.all()]
    assert (parts["lead_caption"], parts["lead_credit"]) == (wires.CAPTION, wires.CREDIT)
    assert any("SCROLL FOR NEXT" in note for note in pasted.notes)


def test_byline_that_the_directory_knows_is_that_person():
    ada = a_person("Ada Quill", aliases=["A. Quill"])
    assert read_pasted(by=editor(), text=wires.story(byline="By A. Quill")).fields["bylines"] == [ada]


def test_new_entries_of_a_pasted_story_are_created_once():
    new = [Person(name="Ann Lee", on_staff=True), Person(name="ANN LEE")]
    saved = create_new_entries({"bylines": new, "lead_topic": Topic(name="Bridges"), "dek": "One"}, by=reporter())
    assert saved["bylines"] == [Person.objects.get()] * 2 and saved["bylines"][0].on_staff
    assert saved["lead_topic"] == Topic.objects.get() and saved["dek"] == "One"
    assert create_new_entries(saved, by=photo_editor()) == saved  # who may create none changes nothing


def test_new_name_that_its_writer_may_not_add_is_said():
    writer = stranger()
    writer.user_permissions.add(Permission.objects.get(codename="add_article"))
    pasted = read_pasted(by=writer, text=wires.story())
    assert pasted.fields["bylines"] == [] and pasted.fields["lead_topic"] is None
    assert any("You may not add a person" in note for note in pasted.notes)
    assert any("You may not add a topic" in note for note in pasted.notes)


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

"""Importing what labels say of a story, and several stories from one file."""

import pytest

from articles.editorial.importing.import_story import PhotoForSeveral, Picture, import_stories, import_story
from articles.editorial.importing.parsed_story import desk_named, fit_to_fields
from articles.editorial.importing.paste import read_pasted
from articles.models.article import Article
from articles.text.wire import parse_story
from tests.builders import a_desk, editor, picture_bytes, system

pytestmark = pytest.mark.django_db
BODY = "The ferry is to sail again in spring, the towns of Norrvik and Estermouth agreed on Monday after twelve years."
TEXT = f"HEADLINE: Ferry sails\nSECTION: world\nTAGS: ferries, ports\n\n{BODY}\n"
TWO = f"{TEXT}\nHEADLINE: Bus stays\n\n{BODY}\n"


def test_section_is_a_desk_that_is_there_and_tags_are_topics():
    world = a_desk("World")
    article = import_story(TEXT.encode(), by=system()).article
    assert article.desk == world
    assert [str(topic) for topic in article.topics.all()] == ["ferries", "ports"]
    assert str(article.lead_topic) == "ferries"


@pytest.mark.parametrize("section", ["Nowhere", "(+)", "x" * 300])
def test_section_that_is_no_desk_is_said(section):
    desk, notes = desk_named(parse_story(TEXT.replace("world", section)))
    assert desk is None
    assert notes == [f"The text names the section {section}, which is no desk."]


def test_desk_that_is_asked_for_wins():
    wish = import_story(TEXT.encode(), by=system(), desk="Coast")
    assert str(wish.article.desk) == "Coast"
    assert not any("section" in note for note in wish.notes)


def test_pasted_story_proposes_desk_and_topics():
    world = a_desk("World")
    fields = read_pasted(by=editor(), text=TEXT).fields
    assert fields["desk"] == world
    assert [topic.name for topic in fields["topics"]] == ["ferries", "ports"]


def test_tags_that_are_no_names_are_said():
    story, notes = fit_to_fields(parse_story(TEXT.replace("ports", "x" * 300)))
    assert story.topics == ("ferries",)
    assert any("x" * 300 in note for note in notes)


def test_several_stories_in_a_file_are_several_articles():
    assert [str(each.article) for each in import_stories(TWO.encode(), by=system())] == ["Ferry sails", "Bus stays"]
    assert [str(each.article) for each in import_stories(TEXT.encode(), by=system())] == ["Ferry sails"]


@pytest.mark.parametrize(
    ("words", "blockers"),
    [
        ("until 22 May 2099, 10:00 UTC", ["embargoed until 2099-05-22T10:00:00+00:00"]),
        ("until further notice", ["embargoed"]),
        ("until 22 May 2020, 10:00 UTC", []),
    ],
)
def test_embargo_of_a_text_blocks_it_while_it_holds(words, blockers):
    a_desk("World")
    imported = import_story(f"EMBARGOED {words}\n\n{TEXT}".encode(), by=system(), publish=True)
    assert [str(finding) for finding in imported.blockers] == blockers
    assert ("The embargo is over." in imported.notes) == (not blockers)


def test_photo_for_several_stories_is_refused_and_nothing_is_written():
    with pytest.raises(PhotoForSeveral, match="holds 2 stories"):
        import_stories(TWO.encode(), by=system(), picture=Picture(picture_bytes()))
    assert not Article.objects.exists()


def test_several_stories_in_a_paste_are_said():
    assert any("seems to hold 2 stories" in note for note in read_pasted(by=editor(), text=TWO).notes)

"""What machines read: JSON-LD that stays inside its element, and Open Graph."""

import json

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as markup

from articles.models.publisher import Publisher
from articles.page.canonical_url import absolute_url
from articles.page.open_graph import open_graph, page_open_graph
from articles.page.story_html import story_html
from articles.page.structured_data import front_data, list_data, news_article
from articles.text.languages.quotation_style import standing_alone
from tests.articles.page.marks import select, texts
from tests.articles.page.stories import (
    AT,
    COMMONS,
    FERROW,
    MAAS,
    a_byline,
    a_filing,
    a_mention,
    a_note,
    a_picture,
    a_placement,
    a_quote,
    a_section,
    a_story,
    an_edition,
)

HOSTILE = st.text() | st.sampled_from(["</script><script>alert(1)</script>", "<!--", "a\u2028b", "a\u2029b", "&lt;"])
SPOKEN = "<p>“Grass is patient,” said Joren Maas. “We are not,” the commission said.</p>"


def full_story():
    edition = an_edition(label="analysis", language="en")
    return a_story(
        edition,
        bylines=[a_byline(edition, FERROW)],
        topics=[a_filing(edition, COMMONS, is_lead=True)],
        placements=[a_placement(edition, a_picture())],
        corrections=[a_note()],
        updated_at=AT.replace(hour=20),
    )


def test_news_article_says_what_the_page_says(settings):
    settings.SITE_URL, settings.SITE_NAME = "https://news.example", "The Record"
    data = json.loads(news_article(full_story()))
    assert data["@type"] == "NewsArticle"
    assert data["url"] == data["mainEntityOfPage"]["@id"] == "https://news.example/2026/05/commons-reopen/"
    assert (data["datePublished"], data["dateModified"]) == ("2026-05-21T18:40:00+00:00", "2026-05-21T20:40:00+00:00")
    assert data["author"] == [
        {"@type": "Person", "name": "Nadia Ferrow", "url": "https://news.example/people/nadia-ferrow/"}
    ]
    assert data["publisher"]["name"] == "The Record"
    assert data["correction"][0]["text"] == "There are eleven villages."
    assert (data["genre"], data["articleSection"], data["keywords"]) == ("Analysis", "World", ["Commons"])
    assert len(data["image"]) == 3
    assert all(image["url"].startswith("https://news.example/photos/") for image in data["image"])
    assert [(image["width"], image["height"]) for image in data["image"]] == [(1200, 675), (1200, 900), (1200, 675)]


def test_news_article_leaves_out_what_there_is_not():
    data = json.loads(news_article(a_story(an_edition(dek="", desk=None))))
    assert not data.keys() & {"description", "correction", "genre", "keywords", "articleSection"}
    assert data["author"] == data["publisher"], "without a byline the newsroom answers for the story"
    assert data["dateModified"] == data["datePublished"]


def test_note_on_an_error_is_a_change_for_machines():
    note = a_note()
    note.goes_live_at = AT.replace(day=25)
    assert json.loads(news_article(a_story(corrections=[note])))["dateModified"] == "2026-05-25T18:40:00+00:00"


def test_portrait_is_offered_to_machines_once():
    edition = an_edition()
    story = a_story(edition, placements=[a_placement(edition, a_picture(900, 1600))])
    assert len(json.loads(news_article(story))["image"]) == 1


@given(HOSTILE)
def test_news_article_can_not_leave_its_element(headline):
    written = news_article(a_story(an_edition(headline=headline)))
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written).get("headline", "") == headline.replace("\xad", "")


def test_open_graph_names_the_picture_with_its_size():
    pairs = open_graph(full_story())
    assert dict(pairs)["og:image:width"] == "1200"
    assert dict(pairs)["og:image:height"] == "675"
    assert dict(pairs)["og:image:alt"] == "Long grass."
    assert ("article:author", absolute_url("/people/nadia-ferrow/")) in pairs
    assert dict(pairs)["article:modified_time"].startswith("2026-05-21T20:40")


def test_open_graph_of_little_has_no_empty_content():
    pairs = open_graph(a_story(an_edition(dek="", desk=None)))
    assert all(content for _, content in pairs)
    assert not {"og:description", "article:section"} & dict(pairs).keys()


def spoken_story():
    """A story with two quotes, one of somebody with a page, and somebody else named."""
    edition = an_edition()
    section = a_section(edition, SPOKEN, pk=1)
    quotes = [
        a_quote(edition, section, "“Grass is patient,”", 1, text="Grass is patient,", person=MAAS),
        a_quote(edition, section, "“We are not,”", 2, text="We are not,", attribution="the commission"),
    ]
    return a_story(edition, sections=[section], quotes=quotes, mentions=[a_mention(edition, FERROW)])


def test_quotations_are_those_marked_on_the_page(settings):
    settings.SITE_URL = "https://news.example"
    story = spoken_story()
    data = json.loads(news_article(story))
    marked = select(markup.fromstring(str(story_html(story, first=True))), "[data-quote]")
    words = [standing_alone(element.text_content().strip("“”")) for element in marked]
    assert [quote["text"] for quote in data["hasPart"]] == words
    assert [quote["url"] for quote in data["hasPart"]] == [
        f"https://news.example{story.path}#{element.get('data-quote')}" for element in marked
    ]
    maas = {"@type": "Person", "name": "Joren Maas", "url": "https://news.example/people/joren-maas/"}
    assert data["hasPart"][0]["spokenByCharacter"] == data["hasPart"][0]["creator"] == maas
    assert data["mentions"][0] == maas | {"jobTitle": "chief surveyor, Joint Commission"}
    assert "creator" not in data["hasPart"][1]
    assert data["hasPart"][1]["creditText"] == "the commission"


def test_mentions_are_the_people_quoted_and_named_once_each():
    data = json.loads(news_article(spoken_story()))
    assert [person["name"] for person in data["mentions"]] == ["Joren Maas", "Nadia Ferrow"]


def test_story_says_how_it_is_reached_and_that_it_is_free():
    data = json.loads(news_article(full_story()))
    trail = data["mainEntityOfPage"]["breadcrumb"]["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in trail] == [
        (1, "Front page", absolute_url("/")),
        (2, "World", absolute_url("/world/")),
        (3, "Two Governments Reopen the Commons", absolute_url("/2026/05/commons-reopen/")),
    ]
    assert data["isAccessibleForFree"] is True
    assert data["inLanguage"] == "en"
    assert data["wordCount"] == 120
    assert data["correction"][0] == {
        "@type": "CorrectionComment",
        "text": "There are eleven villages.",
        "datePublished": "2026-05-21T18:40:00+00:00",
    }


def test_publisher_has_a_logo_large_enough_for_search_engines():
    logo = json.loads(news_article(a_story()))["publisher"]["logo"]
    assert logo["url"].startswith("http")
    assert min(logo["width"], logo["height"]) >= 112, "Google's least for a logo"


def test_data_equals_the_marks_of_the_page(settings):
    settings.SITE_URL = ""
    story = full_story()
    page = markup.fromstring(str(story_html(story, first=True)))
    data = json.loads(texts(page, "script[type=application/ld+json]")[0])
    assert [data["headline"]] == texts(page, "h1")
    assert [data["description"]] == texts(page, ".opening .dek")
    assert [author["url"] for author in data["author"]] == [link.get("href") for link in select(page, "a[rel=author]")]
    assert data["url"] == page.get("data-url")
    assert data["inLanguage"] == page.get("lang")
    assert data["datePublished"] == select(page, ".meta time")[0].get("datetime")
    assert {topic["url"] for topic in data["about"]} >= {link.get("href") for link in select(page, "a[rel=tag]")}


@given(HOSTILE)
def test_list_can_not_leave_its_element_either(name):
    written = list_data(name, name, "/world/", stories=[(name, "/2026/05/x/")])
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written)["@graph"][0].get("name", "") == name.replace("\xad", "")


def test_front_page_names_the_newsroom_and_its_site(settings):
    settings.SITE_URL, settings.SITE_NAME = "https://news.example", "The Record"
    publisher, site = json.loads(front_data(Publisher(), []))["@graph"]
    assert (publisher["@type"], site["@type"]) == ("NewsMediaOrganization", "WebSite")
    assert publisher["name"] == site["name"] == "The Record"
    assert site["publisher"]["@id"] == publisher["@id"]
    assert publisher["logo"]["url"].startswith("https://news.example/static/readers/icons/touch")


def test_list_numbers_its_stories_and_says_the_way_to_it():
    stories = [("One", "/2026/05/one/"), ("Two", "/2026/05/two/")]
    page, trail = json.loads(list_data("Bridges", "All of them.", "/topics/bridges/", stories=stories))["@graph"]
    assert page["mainEntity"]["numberOfItems"] == 2
    assert [(item["position"], item["name"]) for item in page["mainEntity"]["itemListElement"]] == [
        (1, "One"),
        (2, "Two"),
    ]
    assert page["breadcrumb"]["@id"] == trail["@id"]
    assert [step["name"] for step in trail["itemListElement"]] == ["Front page", "Bridges"]


def test_page_without_a_photo_is_shared_by_its_words():
    pairs = dict(page_open_graph("Bridges", "All of them.", "/topics/bridges/"))
    assert pairs["twitter:card"] == "summary"
    assert pairs["og:url"] == absolute_url("/topics/bridges/")
    assert not [name for name in pairs if name.startswith("og:image")]


def test_lead_whose_licence_has_ended_is_no_image_for_machines():
    edition = an_edition()
    ended = a_story(edition, placements=[a_placement(edition, a_picture(licence_ends_at=AT))])
    assert ended.lead.photo is None and ended.lead.caption == "Grass."
    assert "/photos/" not in news_article(ended) + str(open_graph(ended))

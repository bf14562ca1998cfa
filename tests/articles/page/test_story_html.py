"""The article element: every mark of the contract, heading levels, ids and languages."""

import re

import pytest
from lxml import html as parser

from articles.page.story_html import story_html
from tests.articles.page.marks import select, texts
from tests.articles.page.stories import (
    AT,
    BORDERS,
    COMMONS,
    FERROW,
    MAAS,
    a_byline,
    a_filing,
    a_note,
    a_picture,
    a_placement,
    a_quote,
    a_section,
    a_story,
    an_edition,
)


def full_story(article_id=41, **fields):
    edition = an_edition(article_id=article_id, label="opinion", place="Port Essary", **fields)
    lead = a_section(edition, "<p>“It rains,” said Joren Maas.</p>", pk=1)
    second = a_section(edition, "<blockquote><p>“One meadow.”</p></blockquote>", "A <em>Line</em>", 1, pk=2)
    quotes = [
        a_quote(edition, lead, "“It rains,”", 1, person=MAAS, attribution="Joren Maas"),
        a_quote(edition, second, "“One meadow.”", 2, person=MAAS, is_set_off=True),
    ]
    for quote in quotes:
        quote.article_id = article_id
    return a_story(
        edition,
        sections=[lead, second],
        quotes=quotes,
        placements=[a_placement(edition, a_picture())],
        bylines=[a_byline(edition, FERROW), a_byline(edition, MAAS)],
        topics=[a_filing(edition, COMMONS, is_lead=True), a_filing(edition, BORDERS)],
        corrections=[a_note("One.\n\nTwo & three."), a_note("Four.", "clarification")],
        updated_at=AT.replace(day=22),
        following=an_edition(headline="Bins Are Open", path="/2026/05/bins/"),
    )


def drawn(story, first=True):
    return parser.fragment_fromstring(story_html(story, first=first))


def test_article_carries_every_mark_of_the_contract():
    article = drawn(full_story())
    assert article.tag == "article"
    assert (article.get("data-story"), article.get("data-url")) == ("41", "/2026/05/commons-reopen/")
    assert article.get("aria-labelledby") == select(article, "h1.headline")[0].get("id") == "story-41"
    assert texts(article, "h1") == ["Two Governments Reopen the Commons"]
    assert texts(article, ".dek") == ["Herders may graze from June."]
    assert [a.get("href") for a in select(article, "a[rel=tag]")] == ["/topics/commons/"]
    assert texts(article, "a[rel=author]") == ["Nadia Ferrow", "Joren Maas"]
    assert select(article, "time[datetime]")[0].text == "21\xa0May\xa02026, 18:40"
    assert texts(article, "figure.lead figcaption .caption") == ["Grass."]
    assert texts(article, "figure.lead figcaption .credit") == ["Photo: Ada Lens"]
    assert select(article, "figure.lead img[alt]")
    assert texts(article, "section h2") == ["A Line"]
    assert len(select(article, "[data-quote][data-attribution]")) == 2
    assert texts(article, "blockquote[data-quote] cite") == ["Joren Maas, chief surveyor, Joint Commission"]
    assert len(select(article, "script[type=application/ld+json]")) == 1


def test_reading_order_is_photo_kicker_headline_dek_byline_date_text_corrections_topics_next():
    article = drawn(full_story())
    order = [
        "figure.lead", "a[rel=tag]", "h1", ".dek", "a[rel=author]", "time", "section", ".speakers", ".corrections",
        ".topics", "a[rel=next]",
    ]  # fmt: skip
    places = [list(article.iter()).index(select(article, selector)[0]) for selector in order]
    assert places == sorted(places)


def test_last_in_the_article_is_the_link_to_the_next_story():
    link = drawn(full_story())[-1]
    assert (link.tag, link.get("rel"), link.get("href")) == ("a", "next", "/2026/05/bins/")
    assert " ".join(link.text_content().split()) == "Scroll for next Bins Are Open"


def test_byline_joins_names_in_words():
    assert "By Nadia Ferrow and Joren Maas" in texts(drawn(full_story()), ".meta")[0]


def test_label_is_said_in_words_beside_the_kicker():
    assert texts(drawn(full_story()), ".kicker") == ["Commons Opinion"]


def test_corrections_keep_their_paragraphs_and_tell_their_kinds_apart():
    article = drawn(full_story())
    assert texts(article, ".corrections h2") == ["Corrections"]
    assert texts(article, ".corrections .note p") == [
        "One.",
        "Two & three.",
        "Correction, 21 May 2026, 18:40",
        "Four.",
        "Clarification, 21 May 2026, 18:40",
    ]


def test_single_correction_has_its_kind_in_its_heading_only():
    article = drawn(a_story(corrections=[a_note("One.")]))
    assert texts(article, ".corrections h2") == ["Correction"]
    assert texts(article, ".corrections .note p") == ["One.", "21 May 2026, 18:40"]


def test_update_is_dated_after_the_first_date():
    assert texts(drawn(full_story()), ".meta time") == ["21 May 2026, 18:40", "22 May 2026, 18:40"]


def test_later_story_has_each_heading_one_level_lower():
    first, later = drawn(full_story()), drawn(full_story(), first=False)
    levels = [[element.tag for element in select(article, "h1, h2, h3, h4")] for article in (first, later)]
    assert levels == [["h1", "h2", "h2", "h2"], ["h2", "h3", "h3", "h3"]]
    assert select(later, "h2.headline")[0].get("id") == "story-41"


def test_ids_are_unique_with_several_stories_on_a_page():
    page = story_html(full_story(), first=True) + story_html(full_story(38), first=False)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == 14
    assert len(set(ids)) == len(ids)
    assert {each for names in re.findall(r'aria-labelledby="([^"]+)"', page) for each in names.split()} <= set(ids)


def test_story_of_little_draws_no_empty_element():
    article = drawn(a_story(an_edition(dek="", desk=None)))
    for selector in (".dek", ".kicker", "figure", ".speakers", ".corrections", ".topics", "a[rel]", ".place", "i"):
        assert not select(article, selector), selector
    assert select(article, "hr.oxford"), "without a photo the Oxford rule stands where it would"
    assert [texts(article, f".meta {part}")[0] for part in ("time", ".minutes")] == ["21 May 2026, 18:40", "1 min read"]


def test_story_in_another_language_says_so_and_has_the_site_s_words_in_the_site_s():
    article = drawn(full_story(language="ar"))
    assert (article.get("lang"), article.get("dir")) == ("ar", "rtl")
    for selector in (".speakers h2", ".corrections h2", ".cue", ".label", ".topics p", ".meta"):
        assert select(article, selector)[0].get("lang") == "en", selector
    assert select(article, ".next")[0].get("lang") == "en"
    assert select(drawn(full_story()), ".cue")[0].get("lang") is None


@pytest.mark.parametrize("field", ["headline", "dek", "place"])
def test_words_are_escaped(field):
    html = story_html(a_story(an_edition(**{field: "<b>A & B</b>"})), first=True)
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in html
    assert "<b>A" not in html

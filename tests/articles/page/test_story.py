"""From rows, saved or composed, to a Story value, without a query."""

import pytest

from articles.page.story import Next, Note, PageLink, Signer, Speaker
from tests.articles.page.stories import (
    AT,
    BORDERS,
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

# No test here may reach a database: pytest-django refuses, so each of them proves that no query is run.


def test_story_has_the_edition_s_words():
    story = a_story(an_edition(place="Port Essary", label="opinion", language="ar"))
    assert (story.id, story.path, story.headline) == (
        41,
        "/2026/05/commons-reopen/",
        "Two Governments Reopen the Commons",
    )
    assert (story.dek, story.place, story.words) == ("Herders may graze from June.", "Port Essary", 120)
    assert (story.label, story.language, story.direction) == ("Opinion", "ar", "rtl")
    assert (story.dated_at, story.updated_at) == (AT, None)
    assert story.desk == PageLink("World", "/world/")


def test_story_of_little_says_nothing_more():
    story = a_story(an_edition(desk=None, dek=""))
    assert (story.label, story.kicker, story.desk, story.lead, story.next) == ("", None, None, None, None)
    assert (story.bylines, story.speakers, story.topics, story.corrections) == ((), (), (), ())


def test_bylines_keep_their_words_and_follow_the_person():
    edition = an_edition()
    assert a_story(edition, bylines=[a_byline(edition, FERROW, "N. Ferrow")]).bylines == (
        Signer("N. Ferrow", "/people/nadia-ferrow/", 3),
    )


def test_kicker_is_the_lead_topic():
    edition = an_edition()
    story = a_story(edition, topics=[a_filing(edition, COMMONS, is_lead=True), a_filing(edition, BORDERS)])
    assert story.kicker == PageLink("Commons", "/topics/commons/")
    assert [topic.name for topic in story.topics] == ["Commons", "Borders"]


def test_topics_without_a_lead_make_no_kicker():
    edition = an_edition()
    assert a_story(edition, topics=[a_filing(edition, BORDERS)]).kicker is None


def test_sections_have_anchors_of_their_story_and_place():
    edition = an_edition()
    sections = [a_section(edition, "<p>One.</p>"), a_section(edition, "<p>Two.</p>", "Then <em>this</em>", 1)]
    lead, second = a_story(edition, sections=sections).sections
    assert lead == ("", "", "<p>One.</p>")
    assert second == ("s41-1", "Then <em>this</em>", "<p>Two.</p>")


@pytest.mark.parametrize("pks", [(None, None), (11, 12)], ids=["composed", "saved"])
def test_quotes_are_marked_in_their_own_section(pks):
    edition = an_edition()
    first = a_section(edition, "<p>“It rains,” she said.</p>", pk=pks[0])
    second = a_section(edition, "<p>“It pours,” he said.</p>", "Later", 1, pk=pks[1])
    quotes = [
        a_quote(edition, first, "“It rains,”", 1, attribution="she"),
        a_quote(edition, second, "“It pours,”", 2, attribution="he"),
    ]
    one, two = a_story(edition, sections=[first, second], quotes=quotes).sections
    assert one.html == '<p><span id="q41-1" data-quote="q41-1" data-attribution="she">“It rains,”</span> she said.</p>'
    assert 'id="q41-2"' in two.html
    assert "q41-1" not in two.html


def test_set_off_quote_names_and_links_its_speaker():
    edition = an_edition()
    section = a_section(edition, "<blockquote><p>“One good meadow.”</p></blockquote>")
    quote = a_quote(edition, section, "“One good meadow.”", person=MAAS, is_set_off=True)
    html = a_story(edition, sections=[section], quotes=[quote]).sections[0].html
    assert '<blockquote id="q41-1" data-quote="q41-1" data-attribution="Joren Maas" data-person="7">' in html
    assert '<cite><a data-person="7" href="/people/joren-maas/">Joren Maas</a>, chief surveyor, Joint' in html


def test_words_of_an_attribution_win_over_the_directory():
    edition = an_edition()
    section = a_section(edition, "<blockquote><p>“One good meadow.”</p></blockquote>")
    quote = a_quote(edition, section, "“One good meadow.”", person=MAAS, is_set_off=True, attribution="Maas, walking")
    html = a_story(edition, sections=[section], quotes=[quote]).sections[0].html
    assert 'data-attribution="Maas, walking"' in html
    assert '<cite><a data-person="7" href="/people/joren-maas/">Maas</a>, walking</cite>' in html


def test_speakers_are_told_once_in_the_order_in_which_they_speak():
    edition = an_edition()
    section = a_section(edition, "<p>“A,” “B,” “C,” “D”</p>")
    quotes = [
        a_quote(edition, section, words, place, person=person)
        for place, (words, person) in enumerate([("“A,”", MAAS), ("“B,”", None), ("“C,”", FERROW), ("“D”", MAAS)])
    ]
    assert a_story(edition, sections=[section], quotes=quotes).speakers == (
        Speaker("Joren Maas", "/people/joren-maas/", "chief surveyor, Joint Commission", 7),
        Speaker("Nadia Ferrow", "/people/nadia-ferrow/", "", 3),
    )


def test_mentioned_people_are_linked_and_strangers_are_plain_words():
    edition = an_edition()
    html = '<p><span data-person="7">Mr. Maas</span> met <span data-person="8">a man</span>.</p>'
    [part] = a_story(edition, html=html, mentions=[a_mention(edition, MAAS)]).sections
    assert part.html == '<p><a data-person="7" href="/people/joren-maas/">Mr. Maas</a> met a man.</p>'


def test_lead_photo_is_the_one_in_no_section():
    edition = an_edition()
    section = a_section(edition, '<figure data-photo="6"><figcaption></figcaption></figure><p>Words.</p>')
    placements = [
        a_placement(edition, a_picture(pk=6), section, caption="Inside."),
        a_placement(edition, a_picture(), caption='By <span data-person="7">Maas</span> & sons'),
    ]
    story = a_story(edition, sections=[section], placements=placements, mentions=[a_mention(edition, MAAS)])
    assert story.lead.photo.pk == 5
    assert story.lead.caption == 'By <a data-person="7" href="/people/joren-maas/">Maas</a> &amp; sons'
    assert '<figcaption><span class="caption"><bdi>Inside.</bdi></span> <span' in story.sections[0].html


def test_photo_placed_twice_has_each_its_caption_and_one_gone_leaves_no_gap():
    edition = an_edition()
    figure = '<figure data-photo="{}"><figcaption></figcaption></figure>'
    section = a_section(edition, figure.format(6) + figure.format(9) + figure.format(6) + "<p>Words.</p>")
    placements = [a_placement(edition, a_picture(pk=6), section, caption=caption) for caption in ("One.", "Two.")]
    html = a_story(edition, sections=[section], placements=placements).sections[0].html
    assert html.count("<figure>") == 2
    assert html.index("One.") < html.index("Two.")


def test_corrections_say_their_kind():
    story = a_story(corrections=[a_note(), a_note("It was May.", "clarification")])
    assert story.corrections[1] == Note("Clarification", "It was May.", AT)


@pytest.mark.parametrize(
    ("kinds", "heading"),
    [
        (["correction"], "Correction"),
        (["clarification"], "Clarification"),
        (["correction", "correction"], "Corrections"),
        (["correction", "clarification"], "Corrections"),
    ],
)
def test_notes_heading_is_the_kind_of_a_single_note(kinds, heading):
    assert a_story(corrections=[a_note(kind=kind) for kind in kinds]).notes_heading == heading


def test_next_says_in_which_direction_its_headline_runs():
    story = a_story(following=an_edition(headline="عنوان", path="/2026/05/next/", language="ar"))
    assert story.next == Next("عنوان", "/2026/05/next/", "ar")
    assert story.next.direction == "rtl"

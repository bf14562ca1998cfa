"""Readiness: each rule on its own, what blocks and what only warns."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.editorial.publishing import readiness, schedule, steps
from articles.editorial.publishing.readiness import blockers, blockers_of, warnings
from articles.editorial.readiness.findings import Spot
from articles.models.article import Article
from articles.models.house_word import HouseWord
from media import ingest
from media.models import Photo
from tests.builders import a_person, a_photo, a_topic, draft_article, system

pytestmark = pytest.mark.django_db


def found(findings):
    """(field, sentence) of each finding."""
    return [(finding.field, str(finding)) for finding in findings]


def by_rule(rule, article):
    """What one rule finds."""
    return rule(article, readiness.body_of(article))


def in_body(*photos, credit=""):
    """A body with these photos placed in it."""
    figures = (f'<figure data-photo="{photo.pk}" data-credit="{credit}"></figure>' for photo in photos)
    return "<p>Text.</p>" + "".join(figures)


def test_story_with_everything_is_ready():
    article = draft_article(lead_topic=a_topic(), bylines=[a_person()], lead_photo=a_photo())
    assert blockers(article) == warnings(article) == []


def test_empty_story_lacks_what_readers_need():
    article = draft_article(headline="", dek="", body="", desk=None)
    assert found(blockers(article)) == [
        ("headline", "The story has no headline."),
        ("body", "The story has no text."),
        ("desk", "The story has no desk."),
    ]
    assert found(warnings(article)) == [
        ("dek", "The story has no dek."),
        ("lead_topic", "The story has no lead topic."),
        ("byline", "The story has no byline."),
    ]


@pytest.mark.parametrize("body", ["<p> </p>", "<script>alert(1)</script>", "<p>\u200b</p>", " "])
def test_body_without_words_is_none(body):
    assert [finding.field for finding in by_rule(readiness.body_is_there, Article(body=body))] == ["body"]


def test_headline_of_spaces_is_none():
    assert [finding.field for finding in by_rule(readiness.headline_is_there, Article(headline="  "))] == ["headline"]


def test_long_headline_is_a_warning():
    assert not list(by_rule(readiness.headline_is_short, Article(headline="a" * 110)))
    (finding,) = by_rule(readiness.headline_is_short, Article(headline="a" * 111))
    assert str(finding) == "The headline has 111 characters; 110 is plenty."


def test_lead_photo_needs_alt_text_and_credit():
    photo = a_photo(alt="", credit="")
    assert found(blockers(draft_article(lead_photo=photo))) == [
        ("lead_photo", "The lead photo “The bridge.” has no alt text, and is not marked as decorative."),
        ("lead_credit", "The lead photo “The bridge.” has no credit."),
    ]


def test_decorative_photo_and_credit_given_in_the_story_are_enough():
    photo = a_photo(alt="", credit="", decorative=True)
    assert blockers(draft_article(lead_photo=photo, lead_credit="Photo: Bo")) == []
    assert blockers(draft_article(body=in_body(photo, credit="Photo: Bo"))) == []


def test_photos_in_the_body_are_looked_at_too():
    good, bad = a_photo(), a_photo(alt=" ", credit="")
    fields = {finding.field for finding in blockers(draft_article(lead_photo=good, body=in_body(good, bad)))}
    assert fields == {"body"}


def test_photo_that_left_the_library_is_said():
    photo = a_photo()
    article = draft_article(body=in_body(photo))
    Photo.objects.filter(pk=photo.pk).delete()
    assert found(blockers(article)) == [("body", "The photo after “…Text.” is not in the library any more.")]


def test_photo_is_called_by_what_it_shows_or_where_it_stands():
    bare = a_photo(alt="", caption="", credit="", decorative=True)
    told = f'<figure data-photo="{bare.pk}"><figcaption>The <em>new</em> quay</figcaption></figure>'
    body = f'<figure data-photo="{bare.pk}"></figure><p>One two three four five six.</p>'
    article = draft_article(body=body + in_body(bare) + told, lead_photo=bare, lead_caption="The harbor at night")
    assert [finding.sentence.removesuffix(" has no credit.") for finding in blockers(article)] == [
        "The lead photo “The harbor at night”",
        "The photo on top of the text",
        "The photo after “…Text.”",
        "The photo “The new quay”",
    ]
    assert [finding.spot and (finding.spot.photo, finding.spot.part) for finding in blockers(article)] == [
        None,
        (0, "credit"),
        (1, "credit"),
        (2, "credit"),
    ]
    assert str(blockers(draft_article(lead_photo=bare))[0]) == "The lead photo has no credit."


def test_finding_says_where_in_the_text_it_is():
    ada = a_person("Ada Lens")
    article = draft_article(
        headline="90 Boats Left",
        body="<p>It rained.</p><h2>Why</h2><ul><li><p>One</p></li></ul><p>Ada Lens came.</p>"
        "<blockquote><p>We wait here.</p></blockquote>",
        lead_topic=a_topic(),
        bylines=[a_person()],
    )
    spots = {finding.sentence: finding.spot for finding in warnings(article)}
    assert spots == {
        "The headline says 90, and the text does not.": Spot(words="90"),
        "A quote has no speaker: “We wait here.”": Spot(words="We wait here.", block=4),
        f"{ada.name} is named and in the directory, but not linked.": Spot(words="Ada Lens", block=3),
    }


def test_readiness_asks_for_all_photos_at_once(django_assert_num_queries):
    article = draft_article(body=in_body(a_photo(), a_photo(), a_photo()), lead_photo=a_photo())
    with django_assert_num_queries(1):
        assert blockers(article) == []
    article = draft_article()
    with django_assert_num_queries(0):
        assert blockers(article) == []


END = datetime(2030, 5, 5, 18, 40, tzinfo=UTC)
RAN_OUT = (
    "{}: its licence runs only to 5 May 2030, 18:40, before the story goes out. "
    "Choose another photo, or extend the licence in the library."
)


def test_photo_blocks_from_the_second_at_which_its_licence_ends():
    photo = ingest.update(a_photo(), None, licence_ends_at=END)
    article = draft_article(lead_photo=photo, body=in_body(photo))
    lead, placed = (RAN_OUT.format(name) for name in ("The lead photo “The bridge.”", "The photo “The bridge.”"))
    with time_machine.travel(END - timedelta(seconds=1), tick=False):
        assert blockers(article) == []
        assert found(blockers(article, at=END)) == [("lead_photo", lead), ("body", placed)]
    with time_machine.travel(END, tick=False):
        assert len(blockers(article)) == 2


def test_photo_whose_licence_ends_within_a_month_is_a_warning():
    photo = ingest.update(a_photo(), None, licence_ends_at=END)
    article = draft_article(lead_photo=photo, lead_topic=a_topic(), bylines=[a_person()])
    sentence = "The lead photo “The bridge.”: its licence ends on 5 May 2030, 18:40; then only its caption stays."
    for before, findings in ((31, []), (30, [("lead_photo", sentence)]), (0, [])):
        with time_machine.travel(END - timedelta(days=before), tick=False):
            assert found(warnings(article)) == findings


def test_story_scheduled_beyond_a_licence_stays_a_draft():
    with time_machine.travel(END - timedelta(days=2), tick=False):
        article = draft_article(lead_photo=ingest.update(a_photo(), None, licence_ends_at=END))
        with pytest.raises(steps.NotReady, match="runs only to 5 May 2030"):
            schedule.schedule(article, by=system(), at=END + timedelta(hours=1))
        assert schedule.schedule(article, by=system(), at=END - timedelta(hours=1))


def test_quote_that_nobody_says_is_a_warning():
    ana = a_person("Ana Diaz")
    quotes = (
        "<blockquote><p>We have waited for a very long time, all of us here on the quay.</p></blockquote>"
        f'<blockquote data-person="{ana.pk}"><p>One.</p></blockquote>'
        '<blockquote data-attribution="the guard"><p>Two.</p></blockquote>'
        "<h2>More</h2><p>“We go,” the mayor said. “Everything was closed on that day, and nobody told us why.”</p>"
    )
    article = draft_article(body=f"<p>Text.</p>{quotes}")
    assert found(by_rule(readiness.quotes_have_speakers, article)) == [
        ("body", "A quote has no speaker: “We have waited for a very long time,…”")
    ]


def test_words_that_the_text_takes_back_are_asked_about():
    article = draft_article(body="<p>Ana Diaz never said “we will close the port for good”.</p>")
    assert found(by_rule(readiness.quotes_have_speakers, article)) == [
        ("body", "Who says “we will close the port for good”? The text does not make it certain.")
    ]


def test_person_who_is_named_but_not_linked_is_a_warning():
    ana, bo, cleo = a_person("Ana Diaz"), a_person("Bo Lind"), a_person("Cleo Marsh")
    linked = f'<p><span data-person="{ana.pk}">Ana Diaz</span> met Bo Lind. Diaz left.</p>'
    quoted = f'<h2>Cleo Marsh</h2><blockquote data-person="{cleo.pk}"><p>Cleo Marsh, that is me.</p></blockquote>'
    article = draft_article(body=linked + quoted)
    assert found(by_rule(readiness.people_are_linked, article)) == [
        ("body", "Bo Lind is named and in the directory, but not linked.")
    ]
    assert not list(
        by_rule(
            readiness.people_are_linked,
            draft_article(body=linked.replace("Bo Lind", f'<span data-person="{bo.pk}">Bo</span>')),
        )
    )


def test_headline_that_disagrees_with_the_text_is_a_warning():
    article = draft_article(headline="Zelensky Counts 14", dek="Of 15.", body="<p>Zelenskyy counted them.</p>")
    assert found(by_rule(readiness.headline_agrees, article)) == [
        ("headline", "The headline says 14, and the text does not."),
        ("headline", "The headline writes “Zelensky”, the text “Zelenskyy”."),
    ]
    assert not list(
        by_rule(readiness.headline_agrees, draft_article(headline="14 Out", dek="", body="<p>All 14 are out.</p>"))
    )


@pytest.mark.parametrize("number", [1, 3])
def test_blockers_of_several_stories_cost_one_query(number, django_assert_num_queries):
    stories = [draft_article(headline="", lead_photo=a_photo(alt="")) for _ in range(number)]
    with django_assert_num_queries(1):
        findings = blockers_of(stories)
    assert [[finding.field for finding in each] for each in findings] == [["headline", "lead_photo"]] * number


def test_placeholder_blocks_wherever_readers_would_see_it():
    photo = a_photo()
    article = draft_article(
        headline="Bridge Opens in TK",
        dek="It cost XXX.",
        body=f'<p>Rain.</p><p>Mayor [name].</p><figure data-photo="{photo.pk}"><figcaption>???</figcaption></figure>',
        lead_photo=photo,
        lead_caption="[CHECK]",
        lead_credit="Photo: TK",
    )
    findings = blockers(article)
    assert [(each.field, each.spot.words, each.spot.block, each.spot.photo) for each in findings] == [
        ("headline", "TK", None, None),
        ("dek", "XXX", None, None),
        ("body", "[name]", 1, None),
        ("body", "???", None, 0),
        ("lead_caption", "[CHECK]", None, None),
        ("lead_credit", "TK", None, None),
    ]
    assert str(findings[2]) == "“[name]” is a placeholder: something is still to come."
    HouseWord.objects.create(wrong="TK", right="TK", reason="A shop")
    assert [each.spot.words for each in blockers(article)] == ["XXX", "[name]", "???", "[CHECK]"]


def test_of_very_many_slips_the_first_are_told():
    assert len(blockers(draft_article(body="".join(f"<p>[CHECK {number}]</p>" for number in range(50))))) == 20


def test_a_placeholder_that_stands_often_is_told_once():
    [finding] = blockers(draft_article(body="<p>Rain on [TK: day].</p><p>Sun on [TK: day].</p>"))
    assert str(finding) == "“[TK: day]” is a placeholder, in 2 places: something is still to come."
    assert finding.spot.block == 0


def said_of(**fields):
    """What is worth a look in a story that lacks nothing else."""
    fields = {"lead_topic": a_topic(), "bylines": [a_person()]} | fields
    return [str(finding) for finding in warnings(draft_article(**fields))]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("<p>It was the the first.</p>", "“the the”: the same word stands twice."),
        (
            "<p>Whoever has seen the ship may write to a@example.org until the end of May, the town said.</p>",
            "“a@example.org” is a mail address. Is it meant for readers?",
        ),
        (
            "<p>Whoever has seen the ship may call +49 30 0000 0000 until the end of May, the town said.</p>",
            "“+49 30 0000 0000” is a telephone number. Is it meant for readers?",
        ),
        (
            '<p>“It is done,” she says.</p><aside data-box="pull"><p>It is all done</p></aside>',
            "“It is all done” is shown large, and stands nowhere in the text like this.",
        ),
        (
            '<p>They stood <a href="http://there.It">there.It</a> rained.</p>',
            "“there.It” is a link that nobody seems to have made. Is a space missing?",
        ),
        (
            "<p>It rained.</p><p>Sent from my iPhone</p>",
            "“Sent from my iPhone” reads like a line for editors, and readers would see it.",
        ),
    ],
)
def test_what_is_worth_a_look_in_the_words(body, sentence):
    assert said_of(body=body) == [sentence]


def test_words_shown_large_may_leave_their_quotation_marks():
    assert said_of(body='<p>It “is Done,” she says.</p><aside data-box="pull"><p>“It is done”</p></aside>') == []


def test_caption_that_names_somebody_else_is_worth_a_look():
    photo, known = a_photo(caption="Mayor Bo Lind on the quay."), a_person("Ana Diaz")
    figure = f'<figure data-photo="{photo.pk}"><figcaption>Ana Diaz waits.</figcaption></figure>'
    assert (
        said_of(lead_photo=photo, body=f"<p>It rained.</p>{figure}")
        == [
            f"{known.name} is named and in the directory, but not linked.",
            "The lead photo “Mayor Bo Lind on the quay.”: its caption names Bo Lind, who is not in the story.",
            "The photo “Ana Diaz waits.”: its caption names Ana Diaz, who is not in the story.",
        ][1:]
    )
    assert said_of(lead_photo=photo, body="<p>It rained, Lind said.</p>") == []


def test_house_words_are_worth_a_look_and_softly_in_quotations():
    HouseWord.objects.create(wrong="judgement", right="judgment", reason="100 % of dictionaries")
    HouseWord.objects.create(wrong="illegals", language="en")
    HouseWord.objects.create(wrong="quay", right="dock", language="fr")
    body = "<p>A judgement on the quay. “No illegals,” Bo Lind said.</p>"
    body += '<blockquote data-attribution="Bo"><p>My judgement.</p></blockquote>'
    assert said_of(headline="Illegals Leave", body=body + "<p>Illegals.</p>") == [
        "The house does not write “Illegals”.",
        "The house writes “judgment”, not “judgement” (100 % of dictionaries).",
        "“illegals” stands in a quotation; the house does not write it.",
        "“judgement” stands in a quotation; the house writes “judgment” (100 % of dictionaries).",
        "The house does not write “Illegals”.",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>[TK: subhead]</h2><p>It rained.</p>",
        "<ul><li><p>[TK: name]</p></li></ul>",
        "<blockquote><p>[TK: words]</p></blockquote>",
        '<blockquote data-attribution="[TK: coach]"><p>We won.</p></blockquote>',
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>[TK: share]</td></tr></table>",
        "<table><caption>[TK: hour]</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
        "<p>It rained.<small data-note>[TK: who says]</small> It <em>snowed</em>.</p>",
        '<figure data-photo="{photo}"><figcaption>[TK: caption]</figcaption></figure><p>It rained.</p>',
        '<figure data-photo="{photo}" data-credit="[TK: who]"><figcaption></figcaption></figure><p>It rained.</p>',
    ],
)
def test_placeholder_blocks_in_whatever_element_it_stands(body):
    article = draft_article(body=body.format(photo=a_photo().pk))
    assert "[TK" in article.body, "it is kept as it was written"
    assert [finding.field for finding in blockers(article)] == ["body"]


@pytest.mark.parametrize(
    "field", ["headline", "short_headline", "search_headline", "dek", "lead_caption", "lead_credit"]
)
def test_placeholder_blocks_in_whatever_field_it_stands(field):
    article = draft_article(**{field: "Two to [TK: score]"})
    assert [finding.field for finding in blockers(article)] == [field]


def test_language_that_the_words_are_plainly_not_in_is_pointed_out():
    words = (
        "<p>أُغلق الجسر لمدة عام ويُفتح يوم الاثنين بعد أن قال رئيس البلدية إن العمل انتهى في المدينة القديمة.</p>" * 2
    )
    said = "The words read as Arabic, and the story's language says English."
    assert said in map(str, warnings(draft_article(body=words)))
    assert said not in map(str, warnings(draft_article(body=words, language="ar")))

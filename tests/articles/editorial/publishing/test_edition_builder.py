"""Composing: what becomes of a body, row by row, also when people, topics and photos have gone since."""

from datetime import UTC, datetime

import pytest

from articles.editorial.publishing.edition_builder import compose
from articles.models.edition import Edition
from articles.models.person import Person
from articles.models.topic import Topic
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from media import ingest
from media.models import Photo
from tests.builders import a_person, a_photo, a_topic, draft_article, edited, live_article, live_edition

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
BEGUN = "“The bridge was never the question. It was always the river,"


def composed(article):
    """The Composition of the article's newest revision."""
    return compose(article.revisions.first(), dated_at=NOON)


def mark(person, words):
    """A mention's HTML."""
    return f'<span data-person="{person.pk}">{words}</span>'


def figure(photo, caption="", credit=""):
    """A placed photo's HTML."""
    return f'<figure data-photo="{photo.pk}" data-credit="{credit}"><figcaption>{caption}</figcaption></figure>'


def test_edition_has_the_revisions_words_and_writes_nothing():
    article = draft_article(
        headline="H",
        dek="D",
        label="opinion",
        language="uk",
        place="Kyiv",
        body="<p>One two.</p><h2>Why</h2><p>Three.</p>",
    )
    composition = composed(article)
    edition = composition.edition
    assert (edition.headline, edition.dek, edition.label) == ("H", "D", "opinion")
    assert (edition.language, edition.place, edition.desk, edition.words) == ("uk", "Kyiv", article.desk, 4)
    assert (edition.dated_at, edition.revision, edition.article) == (NOON, article.revisions.get(), article)
    assert edition.digest == edition.revision.digest
    assert [(s.position, s.heading, s.html) for s in composition.sections] == [
        (0, "", "<p>One two.</p>"),
        (1, "Why", "<p>Three.</p>"),
    ]
    assert not Edition.objects.exists()


def test_photos_take_the_storys_words_or_the_librarys():
    lead, inside = a_photo(caption="Lead.", credit="Photo: Bo"), a_photo(caption="In.", credit="Photo: Cy")
    body = f"<p>A.</p><h2>B</h2>{figure(inside)}{figure(lead, 'Mine.', 'Photo: Di')}<p>C.</p>"
    placements = composed(draft_article(lead_photo=lead, lead_caption="Own.", body=body)).placements
    assert [(p.position, p.section and p.section.heading, p.caption, p.credit) for p in placements] == [
        (0, None, "Own.", "Photo: Bo"),
        (1, "B", "In.", "Photo: Cy"),
        (2, "B", "Mine.", "Photo: Di"),
    ]


def test_plain_captions_become_html_and_lose_no_sign():
    photo = a_photo(caption="Fish & chips <3\nat the <b>quay</b>")
    assert [p.caption for p in composed(draft_article(lead_photo=photo, lead_caption="a < b & c")).placements] == [
        "a &lt; b &amp; c"
    ]
    written = "Fish &amp; chips &lt;3<br>at the &lt;b&gt;quay&lt;/b&gt;"
    placements = composed(draft_article(lead_photo=photo, body=f"<p>A.</p>{figure(photo)}")).placements
    assert [p.caption for p in placements] == [written, written]


def test_longest_credit_of_the_library_has_room():
    photo = a_photo(credit="c" * 500)
    edition = live_edition(live_article(lead_photo=photo, body=f"<p>A.</p>{figure(photo)}"))
    assert [placement.credit for placement in edition.placements.all()] == ["c" * 500] * 2


def test_mentions_name_each_person_as_the_text_does_first_in_subheads_too():
    ann, bo = a_person("Ann Lee"), a_person("Bo Ray")
    body = f"<h2>With {mark(bo, 'Bo')}</h2><p>{mark(ann, 'The mayor')} met {mark(bo, 'Ray')}, {mark(ann, 'Lee')}</p>"
    mentions = composed(draft_article(body=body)).mentions
    assert [(m.position, m.person, m.name) for m in mentions] == [(0, bo, "Bo"), (1, ann, "The mayor")]


def test_mention_over_many_words_goes_by_the_persons_name():
    ann = a_person("Ann Lee")
    (mention,) = composed(draft_article(body=f"<p>{mark(ann, 'the one who ' * 20)}</p>")).mentions
    assert mention.name == "Ann Lee"


def test_quotes_know_their_words_place_and_speaker():
    ann, bo = a_person("Ann Lee"), a_person("Bo Ray")
    body = (
        f"<p>{mark(ann, 'Ann Lee')} came. “We will open it on Monday,” Lee said.</p><h2>Why</h2>"
        f'<blockquote data-person="{bo.pk}" data-attribution="Bo, a baker"><p>I sell bread.</p></blockquote>'
        "<p>“No figures exist for this year,” the statement said.</p>"
    )
    article = live_article(body=body)
    quotes = list(live_edition(article).quotes.all())
    assert [(q.position, q.person, q.attribution, q.is_set_off) for q in quotes] == [
        (1, ann, "Lee", False),
        (2, bo, "Bo, a baker", True),
        (3, None, "the statement", False),
    ]
    assert [Body(q.section.html).text[q.start : q.end] for q in quotes] == [
        "“We will open it on Monday,”",
        "I sell bread.",
        "“No figures exist for this year,”",
    ]


def test_attribution_of_any_length_is_kept():
    words = "who looked back " * 40
    body = f'<blockquote data-attribution="{words}"><p>Yes.</p></blockquote>'
    (quote,) = live_edition(live_article(body=body)).quotes.all()
    assert quote.attribution == words.strip()


def test_quote_over_two_paragraphs_goes_on_across_a_photo():
    body = clean(f"<p>{BEGUN} Ann Lee said.</p>".replace(",", ".")) + figure(a_photo()) + clean("<p>“It still is.”</p>")
    spoken = Body(body).quotes
    text = Body(body).text
    assert "\n" in text
    assert [text[s.start : s.end] for s in spoken][-1].endswith("“It still is.”")


def test_quote_of_one_item_of_a_list_does_not_go_on_in_the_next():
    body = clean(
        "<ul><li>“It opens on Monday morning,” Ann Lee said.</li>"
        "<li><p>Others wait.</p><p>“We shall see about that,” Bo Ray said.</p></li></ul>"
    )
    spoken = Body(body).quotes
    assert [(s.words, s.speaker) for s in spoken] == [
        ("It opens on Monday morning,", "Ann Lee"),
        ("We shall see about that,", "Bo Ray"),
    ]
    text = Body(body).text
    assert [text[s.start : s.end] for s in spoken] == ["“It opens on Monday morning,”", "“We shall see about that,”"]


def test_quote_cut_by_a_set_off_one_stays_in_its_paragraphs():
    body = clean(
        "<p>“It opens on Monday morning,” Ann Lee said.</p><blockquote><p>Hm.</p></blockquote>"
        "<p>“We shall see about that,” Bo Ray said.</p>"
    )
    assert [(s.words, s.is_set_off) for s in Body(body).quotes] == [
        ("It opens on Monday morning,", False),
        ("Hm.", True),
        ("We shall see about that,", False),
    ]


def test_bylines_keep_their_order_and_are_not_taken_for_speakers():
    signs, other = a_person("Tavi Brandt"), a_person("Cy Orr")
    composition = composed(draft_article(bylines=[other, signs], body="<p>“We open it on Monday,” Brandt said.</p>"))
    assert [(b.position, b.person, b.name) for b in composition.bylines] == [
        (0, other, "Cy Orr"),
        (1, signs, "Tavi Brandt"),
    ]
    assert composition.quotes[0].person is None


def test_lead_topic_comes_first_and_the_others_by_name():
    b, a, lead = a_topic("B"), a_topic("A"), a_topic("Z")
    topics = composed(draft_article(topics=[b, a], lead_topic=lead)).topics
    assert [(t.position, t.topic, t.is_lead) for t in topics] == [(0, lead, True), (1, a, False), (2, b, False)]
    assert not any(row.is_lead for row in composed(draft_article(topics=[b])).topics)


def test_rows_of_what_has_gone_since_are_left_out():
    ann, bo, photo, topic, lead = a_person("Ann Lee"), a_person("Bo Ray"), a_photo(), a_topic("A"), a_topic("Lead")
    body = (
        f"<p>{mark(ann, 'Ann Lee')} came. “We will open it on Monday,” Ann Lee said.</p>{figure(photo)}"
        f'<blockquote data-person="{ann.pk}" data-attribution="Ann"><p>Yes.</p></blockquote>'
    )
    article = draft_article(body=body, bylines=[ann, bo], topics=[topic], lead_topic=lead, lead_photo=photo)
    revision = article.revisions.get()
    edited(article, bylines=[bo], topics=[], lead_topic=None, lead_photo=None, body="<p>Other.</p>")
    ingest.remove(photo)
    Person.objects.filter(pk=ann.pk).delete()
    Topic.objects.filter(pk__in=[topic.pk, lead.pk]).delete()
    composition = compose(revision, dated_at=NOON)
    assert [byline.person for byline in composition.bylines] == [bo]
    assert composition.mentions == composition.placements == composition.topics == []
    assert [(quote.person, quote.attribution) for quote in composition.quotes] == [(None, "Ann Lee"), (None, "Ann")]
    assert not Photo.objects.exists()


def test_composing_asks_the_same_number_of_questions_for_one_person_and_for_many(django_assert_num_queries):
    def article(number):
        people = [a_person(aliases=["Other"]) for _ in range(number)]
        words = "".join(
            f"<p>{mark(person, person.name)}. “We open it on Monday,” {person.name} said.</p>" for person in people
        )
        photos = "".join(figure(a_photo()) for _ in range(number))
        return draft_article(body=words + photos, bylines=people, topics=[a_topic(str(n)) for n in range(number)])

    for number in (1, 3):
        revision = article(number).revisions.get()
        with django_assert_num_queries(5):
            compose(revision, dated_at=NOON)

"""The story's screen: saving, refusing, and who may do what."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models.article import Article
from articles.models.person_suggestion import PersonSuggestion
from tests import builders
from tests.articles.admin.forms import ADD, change_url, fields_of, messages_of, press, verbs_on

QUERIES = 34  # to open the sheet of a live story with photos, people, topics and a past


def test_story_is_begun_with_everything_on_the_sheet(editor):
    desk, topic, photo = builders.a_desk(), builders.a_topic(), builders.a_photo()
    ana, bo = builders.a_person("Ana"), builders.a_person("Bo")
    page = press(
        editor,
        None,
        "save",
        headline="Bridge\nOpens",
        dek="At last.",
        body="<p>It is <b>open</b>.</p>",
        desk=desk.pk,
        lead_topic=topic.pk,
        topics=[topic.pk],
        byline=[bo.pk, ana.pk],
        lead_photo=photo.pk,
        language="uk",
        label="opinion",
        place="Kyiv",
        lead_caption="The bridge",
        lead_credit="Photo: A",
        original_date="2020-02-03T04:05:06",
        editor_note="Call Bo",
    )
    article = Article.objects.get()
    assert page.redirect_chain[-1][0] == change_url(article) and "Saved." in messages_of(page)
    assert article.headline == "Bridge Opens" and article.body == "<p>It is <strong>open</strong>.</p>"
    assert (article.desk, article.lead_topic, article.lead_photo) == (desk, topic, photo)
    assert [row.person for row in article.byline_rows.all()] == [bo, ana]
    assert (article.language, article.label, article.place) == ("uk", "opinion", "Kyiv")
    assert article.original_date.isoformat() == "2020-02-03T04:05:06+00:00" and article.editor_note == "Call Bo"
    assert article.created_by == editor.user and article.revisions.get().made_by == editor.user


def test_saving_untouched_changes_nothing(editor):
    at = (timezone.now() - timedelta(days=1)).replace(microsecond=123_456)
    article = builders.draft_article(
        body=builders.BODY,
        original_date=at,
        lead_topic=builders.a_topic(),
        topics=[builders.a_topic("B"), builders.a_topic("A")],
        bylines=[builders.a_person("Zoe"), builders.a_person("Adam")],
    )
    press(editor, article, "save")
    after = Article.objects.get()
    assert (after.version, after.original_date, after.body) == (article.version, at, article.body)
    assert after.revisions.count() == 1
    assert [row.person.name for row in after.byline_rows.all()] == ["Zoe", "Adam"]


def test_byline_order_alone_is_a_change(editor):
    zoe, adam = builders.a_person("Zoe"), builders.a_person("Adam")
    article = builders.draft_article(bylines=[zoe, adam])
    press(editor, article, "save", byline=[adam.pk, zoe.pk])
    assert [row.person for row in article.byline_rows.all()] == [adam, zoe]


def test_invalid_fields_are_said_and_keep_what_was_typed(editor):
    page = press(editor, None, "save", place="x" * 301, byline=["999"], body="<p>Typed</p>")
    assert page.status_code == 200 and not Article.objects.exists()
    assert "at most 80 characters" in page.text and "999" in page.text
    assert "&lt;p&gt;Typed&lt;/p&gt;" in page.text


def test_stale_text_is_shown_again_and_not_saved(editor):
    article = builders.draft_article(headline="Old")
    stale = fields_of(editor.get(change_url(article)))
    builders.edited(article, headline="Theirs")
    page = editor.post(change_url(article), {**stale, "headline": "Mine", "place": "Kyiv", "_verb": "publish"})
    assert page.status_code == 409
    assert "Somebody else saved this story while you were writing" in page.text
    assert 'data-save-state="conflict"' in page.text and "Please correct the error" not in page.text
    kept = fields_of(page)
    assert (kept["headline"], kept["place"]) == (["Mine"], ["Kyiv"])
    article.refresh_from_db()
    assert article.headline == "Theirs" and not article.editions.exists()


def test_stale_text_stays_refused_until_the_writer_decides(editor):
    article = builders.draft_article(headline="Old")
    stale = fields_of(editor.get(change_url(article))) | {"headline": "Mine"}
    builders.edited(article, headline="Theirs")
    page = editor.post(change_url(article), stale)
    again = fields_of(page)
    assert editor.post(change_url(article), again).status_code == 409
    article.refresh_from_db()
    assert editor.post(change_url(article), {**again, "over": article.version}).status_code == 302
    article.refresh_from_db()
    assert article.headline == "Mine"
    assert [kept.snapshot["headline"] for kept in article.revisions.all()] == ["Mine", "Theirs", "Old"]


def test_form_without_version_is_refused(editor):
    article = builders.draft_article(headline="Old")
    data = fields_of(editor.get(change_url(article)))
    del data["version"]
    assert editor.post(change_url(article), {**data, "headline": "Mine"}).status_code == 409


def test_right_lost_while_writing_is_said_with_the_text(editor, monkeypatch):
    article = builders.draft_article(headline="Old")
    for predicate in ("may_write", "may_place_photos"):
        monkeypatch.setattr(f"articles.editorial.writing.picture_desk.{predicate}", lambda *args: False)
    page = press(editor, article, "save", headline="Mine")
    assert page.status_code == 403 and "You may not change this story" in page.text
    assert fields_of(page)["headline"] == ["Mine"]


def test_reporter_writes_their_own_and_reads_others(reporter):
    own, other = builders.draft_article(by=reporter.user), builders.draft_article(body="<p>Read <em>me</em></p>")
    assert "save" in verbs_on(reporter.get(change_url(own)))
    page = reporter.get(change_url(other))
    assert page.status_code == 200 and verbs_on(page) == set() and "<p>Read <em>me</em></p>" in page.text
    assert reporter.post(change_url(other), {"headline": "Mine"}).status_code == 403


def test_photo_editor_places_photos_and_may_not_begin(enter):
    client = enter("photo editor")
    article = builders.live_article(topics=[builders.a_topic()], bylines=[builders.a_person("Ana Diaz")])
    page = client.get(change_url(article))
    assert verbs_on(page) == {"save", "preview"} and "Bridges" in page.text and "Ana Diaz" in page.text
    assert client.get(reverse(ADD)).status_code == 403


def test_screen_says_what_is_missing_with_links_to_the_fields(editor):
    article = builders.draft_article(headline="", desk=None, lead_photo=builders.a_photo(alt=""))
    page = editor.get(change_url(article)).text
    assert '<a data-blocker="headline" href="#id_headline">The story has no headline.</a>' in page
    assert 'data-blocker="desk" href="#id_desk"' in page and 'data-blocker="lead_photo" href="#id_lead_photo"' in page
    assert 'data-warning="lead_topic" href="#id_lead_topic"' in page
    empty = editor.get(change_url(builders.draft_article(body="")))
    assert 'data-blocker="body" href="#sheet-body"' in empty.text and 'id="sheet-body"' in empty.text


def test_screen_tells_the_past(editor):
    article = builders.withdrawn_article(notice="It was wrong.", by=editor.user)
    PersonSuggestion.objects.create(article=article, name="Bo Lind", as_written="Mayor Bo Lind")
    known = builders.a_person("Ana Diaz")
    PersonSuggestion.objects.create(article=article, name="Ana Diaz", as_written="Dr Ana Diaz", person=known)
    article.revisions.update(made_by=None)
    page = editor.get(change_url(article)).text
    assert "Published as revision 2" in page or "Saved as revision 1" in page
    assert "somebody who has left" in page and "system: Withdraw" in page
    assert "Withdrawn, now" in page and "It was wrong." in page
    assert "Mayor Bo Lind" in page and "not in the directory" in page and "known as" in page


def test_live_story_says_when_the_working_copy_differs(editor):
    article = builders.live_article(language="fr")
    page = editor.get(change_url(article)).text
    assert "Live since" in page and "data-behind" not in page
    builders.edited(article, dek="New")
    page = html.fromstring(editor.get(change_url(article)).content)
    (notice,) = page.xpath("//*[@data-behind]")
    assert notice.text_content().strip().startswith("What readers see is the text of")
    assert not notice.xpath(".//button")


def test_scheduled_story_that_is_edited_offers_to_send_the_newer_text(enter):
    editor = enter("editor")
    article = builders.scheduled_article(headline="Early")
    assert "data-behind" not in editor.get(change_url(article)).text
    builders.edited(article, headline="Late")
    for role, offered in (("editor", 1), ("reporter", 0)):
        page = html.fromstring(enter(role).get(change_url(article)).content)
        (notice,) = page.xpath("//*[@data-behind]")
        assert notice.text_content().strip().startswith("What goes out at")
        assert len(page.xpath("//button[@data-verb='send-newer']")) == offered
    page = press(editor, article, "send-newer")
    assert "The newer text goes out instead" in messages_of(page) and "data-behind" not in page.text
    assert article.editions.get().headline == "Late"


def test_photos_in_the_text_reach_the_editor(editor):
    photo = builders.a_photo()
    article = builders.draft_article(body=f'<figure data-photo="{photo.pk}"><figcaption></figcaption></figure>')
    page = editor.get(change_url(article)).text
    assert '<script id="story-photos" type="application/json">' in page and '"alt": "A bridge."' in page


def a_full_story(rows):
    """A live story with so many photos, people, topics and revisions in it."""
    photos = [builders.a_photo() for _ in range(rows)]
    people = [builders.a_person() for _ in range(rows)]
    body = "".join(f'<figure data-photo="{photo.pk}"><figcaption></figcaption></figure>' for photo in photos)
    body += "".join(f'<p>It rained, <a data-person="{each.pk}">{each.name}</a> said.</p>' for each in people)
    topics = [builders.a_topic(f"Topic {number}") for number in range(rows)]
    story = builders.live_article(body=body, bylines=people, topics=topics, lead_topic=topics[0], lead_photo=photos[0])
    for number in range(rows):
        story = builders.edited(story, dek=f"Dek {number}")
    return story


@pytest.mark.parametrize("others", [0, 5])
@pytest.mark.parametrize("rows", [1, 5])
def test_screen_asks_as_often_whatever_is_in_the_story_and_in_the_newsroom(
    editor, django_assert_num_queries, rows, others
):
    story = a_full_story(rows)
    for number in range(others):
        builders.live_article(desk=builders.a_desk(f"Desk {number}"), lead_photo=builders.a_photo())
        builders.a_topic(f"Other {number}")
        builders.a_person()
    editor.get(change_url(story))
    with django_assert_num_queries(QUERIES):
        editor.get(change_url(story))


def test_conflict_after_the_clock_moved_is_none(editor):
    article = builders.scheduled_article(timezone.now() + timedelta(minutes=1))
    page = press(editor, article, "save", place="Kyiv")
    assert "Saved." in messages_of(page) and "Scheduled for" in page.text


def test_words_that_the_desk_wants_are_set_on_the_sheet_and_handed_to_the_counts(editor):
    article = builders.draft_article()
    press(editor, article, "save", word_budget="600")
    article = Article.objects.get()
    assert (article.word_budget, article.revisions.count()) == (600, 1), "nothing that readers see"
    page = html.fromstring(editor.get(change_url(article)).text)
    assert page.xpath("//*[@class='sheet-counts']/@data-budget") == ["600"]
    assert page.get_element_by_id("id_word_budget").get("value") == "600"
    for wrong in ("0", "-3", "100001", "many"):
        assert press(editor, article, "save", word_budget=wrong).status_code == 200
        assert Article.objects.get().word_budget == 600
    press(editor, article, "save", word_budget="")
    assert Article.objects.get().word_budget is None

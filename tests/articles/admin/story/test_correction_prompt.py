"""The question before an update of a live story goes out, as editors meet it on the sheet and on the board."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.editorial.publishing import schedule
from articles.editorial.writing import drafts
from tests import builders
from tests.articles.admin.forms import change_url, local, messages_of, press, verbs_on

OLD, NEW = "<p>The bridge cost 12 million.</p>", "<p>The bridge cost 14 million.</p>"


@pytest.fixture
def story(db):
    return builders.live_article(dek="So it is.", body=OLD)


def notice_url(article):
    return reverse("admin:articles_article_correction_prompt", args=[article.pk])


def answer(client, article, **given):
    """Answer the question as the page shows it; returns the page that follows."""
    page = html.fromstring(client.get(notice_url(article)).content.decode())
    shown = dict(page.xpath("//form[@class='notice-form']")[0].form_values())
    return client.post(notice_url(article), shown | given, follow=True)


def test_publishing_touched_facts_asks_first_and_has_saved(editor, story):
    page = press(editor, story, "publish", body=NEW)
    assert page.redirect_chain[-1][0] == notice_url(story)
    text = page.content.decode()
    assert "<del>12</del> <ins>14</ins>" in text
    assert "it is 14, not 12." in text
    story.refresh_from_db()
    assert story.body == NEW
    assert builders.live_edition(story).sections.get().html == OLD


def test_scheduling_touched_facts_asks_with_the_time(editor, story):
    at = timezone.now() + timedelta(hours=3)
    page = press(editor, story, "schedule", body=NEW, publish_at=local(at))
    assert f'value="{local(at)}"' in page.content.decode()
    page = answer(editor, story, notice="clarification", publish_at=local(at))
    assert "Scheduled with a clarification" in messages_of(page)
    assert story.corrections.get().goes_live_at == at.replace(microsecond=0)


def test_correction_goes_out_with_its_note(editor, story):
    press(editor, story, "publish", body=NEW)
    page = answer(editor, story, notice="correction", text="It cost 14 million.")
    assert "Published with a correction" in messages_of(page)
    assert builders.live_edition(story).sections.get().html == NEW
    assert story.corrections.get().text == "It cost 14 million."


def test_no_notice_goes_out_without_one(editor, story):
    press(editor, story, "publish", body=NEW)
    assert "Published: " in messages_of(answer(editor, story, notice="none"))
    assert not story.corrections.exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "This field is required."),
        ({"notice": "correction", "text": ""}, "Say what was wrong"),
        ({"notice": "none", "version": 999}, "Somebody changed the story"),
        ({"notice": "correction", "publish_at": "2001-01-01T00:00"}, "has passed"),
    ],
)
def test_answer_that_can_not_be_taken_says_why_and_publishes_nothing(editor, story, given, said):
    press(editor, story, "publish", body=NEW)
    assert said in answer(editor, story, **given).content.decode()
    assert story.editions.count() == 1


def test_page_asked_before_a_colleague_saved_asks_again(editor, story):
    press(editor, story, "publish", body=NEW)
    story.refresh_from_db()
    stale = story.version
    drafts.save(story, by=builders.system(), version=stale, body="<p>The bridge cost 15 million.</p>")
    page = editor.post(notice_url(story), {"notice": "none", "version": stale, "seen": story.timeline_version})
    assert "<ins>15</ins>" in page.content.decode()
    assert f'name="version" value="{stale + 1}"' in page.content.decode()


def test_page_asked_before_a_colleague_decided_tells_of_it_and_asks_again(editor, story):
    press(editor, story, "publish", body=NEW)
    story.refresh_from_db()
    seen = {"seen": story.timeline_version, "version": story.version}
    schedule.expire(story, by=builders.chief(username="ada"), at=timezone.now() + timedelta(hours=3))
    page = editor.post(notice_url(story), {"notice": "none", **seen})
    assert "ada set the time of its end" in page.content.decode()
    assert story.editions.live(timezone.now()).get().sections.get().html == OLD
    shown = dict(html.fromstring(page.content.decode()).xpath("//form[@class='notice-form']")[0].form_values())
    assert "Published: " in messages_of(editor.post(notice_url(story), shown, follow=True))


def test_correct_redirects_to_the_question_though_no_fact_is_touched(editor, story):
    assert "correct" in verbs_on(editor.get(change_url(story)))
    page = press(editor, story, "correct")
    assert "No number, name, date or quote" in page.content.decode()
    assert "Published with a correction" in messages_of(answer(editor, story, notice="correction", text="We erred."))


def test_other_updates_go_out_at_once(editor, story):
    assert "Published: " in messages_of(press(editor, story, "publish", dek="It is open."))


def test_story_that_is_not_live_has_nothing_to_correct(editor):
    article = builders.draft_article()
    assert "nothing to correct" in messages_of(editor.get(notice_url(article), follow=True))


def test_who_may_not_publish_is_not_asked(reporter, story):
    assert reporter.get(notice_url(story)).status_code == 403


def test_board_publishes_no_touched_facts_in_silence(editor, story):
    builders.edited(story, body=NEW)
    data = {"action": "publish", "_selected_action": [story.pk]}
    page = editor.post(reverse("admin:articles_article_changelist"), data, follow=True)
    assert "it changes what readers were told (12 → 14)" in messages_of(page)
    assert story.editions.count() == 1

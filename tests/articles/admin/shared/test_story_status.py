"""The list of stories: states in words, filters, search, and how often it asks the database."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.admin.shared.story_status import behind, behind_in_words, state_in_words, with_timeline
from articles.editorial.publishing import schedule
from articles.editorial.writing import review
from articles.models.article import Article
from tests import builders

LIST = "admin:articles_article_changelist"


def test_state_in_words(db, time_machine):
    time_machine.move_to("2026-05-21T16:40:00+00:00", tick=False)
    now = timezone.now()
    by = builders.system()
    assert state_in_words(builders.draft_article(), now) == "Draft"
    assert state_in_words(builders.submitted_article(), now) == "In review"
    assert state_in_words(review.approve(builders.submitted_article(), by=by), now) == "Approved"
    assert state_in_words(builders.scheduled_article(), now) == "Scheduled for Thu 21 May 2026, 17:40 in UTC"
    live = builders.live_article()
    assert state_in_words(live, now) == "Live since 21 May 2026, 16:40"
    schedule.expire(live, by=by, at=now + timedelta(days=1))
    assert state_in_words(live, now) == "Live since 21 May 2026, 16:40 · Ends Fri 22 May 2026, 16:40 in UTC"
    assert state_in_words(live, now, in_short=True) == "Live · Ends 16:40 on Fri 22 May 2026"
    assert state_in_words(builders.scheduled_article(), now, in_short=True) == "Scheduled for 17:40"
    assert state_in_words(live, now + timedelta(days=2)) == "Expired"
    review.submit(live, by=by)
    live.refresh_from_db()
    assert state_in_words(live, now + timedelta(hours=1)).startswith("Live since 21 May 2026, 16:40 · In review")
    withdrawn = builders.withdrawn_article()
    assert state_in_words(withdrawn, timezone.now() + timedelta(seconds=1)) == "Withdrawn"


def test_live_since_is_the_first_publication_and_updated_the_last(db, time_machine):
    time_machine.move_to("2026-05-21T16:40:00+00:00", tick=False)
    article = builders.live_article()
    time_machine.move_to("2026-05-21T18:00:00+00:00", tick=False)
    builders.put_out(builders.edited(article, dek="New."))
    said = "Live since 21 May 2026, 16:40 · updated 21 May 2026, 18:00"
    assert state_in_words(article, timezone.now()) == said
    listed = with_timeline(Article.objects.all(), timezone.now()).get()
    assert state_in_words(listed, timezone.now()) == said


def behind_said(article):
    """What `behind` and its words say of the article as the database has it."""
    article = Article.objects.get(pk=article.pk)
    edition = behind(article, timezone.now())
    return behind_in_words(edition, timezone.now()) if edition else ""


def test_what_goes_out_and_differs_is_said_with_both_times(db, time_machine):
    time_machine.move_to("2026-11-29T19:29:00+00:00", tick=False)
    article = builders.scheduled_article(timezone.now() + timedelta(hours=5), headline="Early")
    assert behind_said(article) == ""
    time_machine.move_to("2026-11-29T20:00:00+00:00", tick=False)
    builders.edited(article, headline="Late")
    assert behind_said(article) == "What goes out at 00:29 is the text of 19:29; yours differs."
    builders.edited(article, headline="Early")
    assert behind_said(article) == ""
    builders.edited(article, headline="Late")
    time_machine.move_to("2026-12-01T08:00:00+00:00", tick=False)
    assert behind_said(article) == "What readers see is the text of 19:29 on 29 November 2026; yours differs."


def test_update_of_a_live_story_is_what_the_working_copy_is_held_against(db, time_machine):
    time_machine.move_to("2026-11-29T10:00:00+00:00", tick=False)
    article = builders.live_article()
    time_machine.move_to("2026-11-29T11:00:00+00:00", tick=False)
    builders.put_out(builders.edited(article, dek="Second."), at=timezone.now() + timedelta(days=2))
    assert behind_said(article) == ""
    builders.edited(article, dek="Third.")
    assert behind_said(article) == "What goes out at 11:00 on Tue 1 December 2026 is the text of 11:00; yours differs."


def test_tab_of_unpublished_changes_holds_what_is_live_or_scheduled_and_differs(editor):
    builders.edited(builders.live_article(headline="Live one"), dek="New.")
    builders.edited(builders.scheduled_article(headline="Due one"), dek="New.")
    builders.scheduled_article(headline="Settled one")
    builders.edited(builders.withdrawn_article(headline="Gone one"), dek="New.")
    page = html.fromstring(editor.get(reverse(LIST), {"state": "ahead"}).content)
    rows = [row.xpath("string(.//th)").strip() for row in page.xpath("//table[@id='result_list']/tbody/tr")]
    assert sorted(rows) == ["Due one", "Live one"]
    assert len(page.xpath("//table//*[@data-behind]")) == 2


@pytest.fixture
def one_of_each(db):
    by = builders.system()
    made = {
        "draft": builders.draft_article(headline="The draft one"),
        "submitted": builders.submitted_article(headline="The submitted one"),
        "approved": review.approve(builders.submitted_article(headline="The approved one"), by=by),
        "scheduled": builders.scheduled_article(headline="The scheduled one"),
        "live": builders.live_article(headline="The live one", dek="About dromedaries"),
        "down": builders.withdrawn_article(headline="The down one"),
    }
    return {name: article.headline for name, article in made.items()}


@pytest.mark.parametrize("state", ["draft", "submitted", "approved", "scheduled", "live", "down"])
def test_filter_by_state(editor, one_of_each, state):
    page = editor.get(reverse(LIST), {"state": state}).text
    assert [name for name, headline in one_of_each.items() if headline in page] == [state]


def test_list_without_filter_says_every_state(editor, one_of_each):
    page = editor.get(reverse(LIST)).text
    for words in (*one_of_each.values(), "In review", "Approved", "Scheduled for", "Live since", "Withdrawn", "system"):
        assert words in page


def test_filter_by_desk_and_search_by_dek(editor, one_of_each):
    builders.draft_article(headline="The other desk", desk=builders.a_desk("Politics"))
    page = editor.get(reverse(LIST), {"desk__id__exact": builders.a_desk("Politics").pk}).text
    assert "The other desk" in page and "The draft one" not in page
    page = editor.get(reverse(LIST), {"q": "dromedary"}).text
    assert "The live one" in page and "The draft one" not in page


def test_list_asks_as_often_for_three_stories_as_for_one(editor, django_assert_num_queries):
    def story():
        builders.edited(
            builders.live_article(lead_topic=builders.a_topic(), bylines=[builders.a_person(), builders.a_person()]),
            dek="New",
        )

    story()
    editor.get(reverse(LIST))
    with django_assert_num_queries(11):
        editor.get(reverse(LIST))
    story()
    story()
    with django_assert_num_queries(11):
        editor.get(reverse(LIST))
    assert Article.objects.count() == 3

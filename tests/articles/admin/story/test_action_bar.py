"""The bar of verbs: which buttons there are, what they do, and what they say."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles.editorial.publishing import withdraw
from articles.embargo import Kind
from articles.models.article import Article, Stage
from tests import builders
from tests.articles.admin.forms import change_url, fields_of, local, messages_of, press, verbs_on

WRITE = {"save", "preview", "copy"}
STORIES = {
    "draft": builders.draft_article,
    "submitted": builders.submitted_article,
    "scheduled": builders.scheduled_article,
    "live": builders.live_article,
    "withdrawn": builders.withdrawn_article,
}


@pytest.mark.parametrize(
    ("state", "role", "verbs"),
    [
        ("draft", "reporter", WRITE | {"submit", "delete"}),
        ("submitted", "reporter", WRITE | {"take-back", "delete"}),
        ("draft", "editor", WRITE | {"submit", "publish", "schedule", "delete"}),
        ("submitted", "editor", WRITE | {"approve", "send-back", "publish", "schedule", "delete"}),
        ("scheduled", "editor", WRITE | {"submit", "publish", "schedule", "cancel", "expire"}),
        ("live", "editor", WRITE | {"submit", "publish", "schedule", "correct", "withdraw", "expire"}),
        ("withdrawn", "chief", WRITE | {"submit", "publish", "schedule", "restore"}),
    ],
)
def test_bar_has_what_may_be_done_and_makes_sense(enter, state, role, verbs):
    client = enter(role)
    article = STORIES[state](by=client.user if role == "reporter" else None) if role == "reporter" else STORIES[state]()
    assert verbs_on(client.get(change_url(article))) == verbs


@pytest.mark.parametrize(
    ("role", "verbs"), [("reporter", {"save", "submit"}), ("editor", {"save", "submit", "publish", "schedule"})]
)
def test_bar_of_a_story_not_begun(enter, role, verbs):
    assert verbs_on(enter(role).get("/admin/articles/article/add/")) == verbs


def test_bar_of_somebody_who_only_writes(reporter):
    article = builders.draft_article(by=reporter.user)
    reporter.user.groups.clear()
    rights = Permission.objects.filter(codename__in=["view_article", "change_article"])
    reporter.user.user_permissions.set(rights)
    assert verbs_on(reporter.get(change_url(article))) == WRITE - {"copy"}


def test_copy_is_a_draft_of_its_own_and_the_page_leads_there(editor):
    article = builders.live_article(headline="Match Report", slug="match")
    page = press(editor, article, "copy")
    copy = Article.objects.latest("pk")
    assert copy.pk != article.pk and (copy.headline, copy.slug) == ("Match Report", "")
    assert f'Copied. <a href="{change_url(copy)}">The copy</a>' in page.text


def test_publish_saves_first_and_says_where(editor):
    article = builders.draft_article(headline="Old")
    page = press(editor, article, "publish", headline="New")
    edition = builders.live_edition(article)
    assert edition.headline == "New" and edition.made_by == editor.user
    assert f'Published: <a href="{edition.path}">New</a>' in page.text


def test_publish_from_the_add_form(editor):
    press(editor, None, "publish", headline="New", body="<p>Words.</p>", desk=builders.a_desk().pk)
    assert builders.live_edition(Article.objects.get()).headline == "New"


def test_refused_publish_keeps_the_text_and_says_why(editor):
    page = press(editor, None, "publish", headline="New", body="<p>Words.</p>")
    assert "Not published. The story has no desk." in messages_of(page)
    assert Article.objects.get().body == "<p>Words.</p>" and page.redirect_chain


def test_publish_by_a_reporter_is_refused_kindly(reporter):
    article = builders.draft_article(by=reporter.user)
    page = press(reporter, article, "publish", headline="Mine")
    assert "You may not publish this story" in messages_of(page)
    article.refresh_from_db()
    assert article.headline == "Mine" and not article.editions.exists()


def test_schedule_reads_the_site_time_zone(editor, settings, time_machine):
    settings.TIME_ZONE = "America/New_York"
    time_machine.move_to(datetime(2026, 3, 1, 12, tzinfo=UTC), tick=False)
    at = timezone.now() + timedelta(days=1)
    article = builders.draft_article()
    page = press(editor, article, "schedule", publish_at=local(at))
    assert article.editions.get().goes_live_at == at
    assert "Scheduled for Mon 2 March 2026, 07:00 in New York, at " in messages_of(page)
    sheet = editor.get(reverse("admin:articles_article_publish_sheet", args=[article.pk]))
    assert "(New York time)" in sheet.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Say when the story is to go live"), ("soon", "Enter a valid date/time"), ("2001-01-01T00:00", "has passed")],
)
def test_schedule_without_a_time_to_come_says_so(editor, typed, said):
    article = builders.draft_article()
    page = press(editor, article, "schedule", publish_at=typed, place="Kyiv")
    assert said in messages_of(page)
    article.refresh_from_db()
    assert article.place == "Kyiv" and not article.editions.exists()


def test_expire_asks_for_a_time_and_says_it(editor, time_machine):
    time_machine.move_to(datetime(2026, 3, 1, 12, tzinfo=UTC), tick=False)
    article = builders.live_article()
    assert "Say when the story is to end" in messages_of(press(editor, article, "expire"))
    page = press(editor, article, "expire", expire_at="2026-03-02T09:30")
    assert "Ends at Mon 2 March 2026, 09:30 in UTC" in messages_of(page)
    assert article.editions.get(kind=Kind.EXPIRED).goes_live_at == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_cancel(editor):
    article = builders.scheduled_article()
    assert "Nothing is scheduled" in messages_of(press(editor, article, "cancel"))
    assert not article.editions.exists()


def test_withdraw_asks_for_notice_and_reason(editor):
    article = builders.live_article()
    page = press(editor, article, "withdraw", notice="It was wrong.")
    assert "Say what readers are told" in messages_of(page) and 'value="It was wrong."' in page.text
    again = editor.get(page.request["PATH_INFO"])
    assert "It was wrong." not in again.text  # kept for the page after the refusal, and no longer
    assert article.editions.live(timezone.now()).exists()
    page = press(editor, article, "withdraw", notice="It was wrong.", reason="Two sources withdrew.")
    assert "Withdrawn." in messages_of(page) and "It was wrong." not in page.context["details"].as_p()
    assert article.editions.current(timezone.now()).get().kind == Kind.WITHDRAWN
    assert article.log.get(verb="withdraw").note == "Two sources withdrew."


def test_restore(editor):
    article = builders.withdrawn_article()
    assert "Live again" in messages_of(press(editor, article, "restore"))
    assert article.editions.live(timezone.now()).exists()


def test_review_there_and_back(enter, reporter):
    article = builders.draft_article(by=reporter.user)
    assert "Handed to the editors." in messages_of(press(reporter, article, "submit"))
    editor = enter("editor")
    assert "Sent back" in messages_of(press(editor, article, "send-back", note="Who says so?"))
    assert article.log.get(verb="send-back").note == "Who says so?"
    press(reporter, article, "submit")
    assert "Approved." in messages_of(press(editor, article, "approve"))
    article.refresh_from_db()
    assert article.stage == Stage.APPROVED


def test_approve_with_the_editors_own_changes(editor):
    article = builders.submitted_article()
    assert "Approved." in messages_of(press(editor, article, "approve", place="Kyiv"))
    article.refresh_from_db()
    assert (article.stage, article.place) == (Stage.APPROVED, "Kyiv")


def test_save_of_a_story_in_review_says_whether_it_stays_there(editor, enter, reporter):
    article = builders.submitted_article(by=reporter.user)
    assert "Saved. The story stays in review." in messages_of(press(editor, article, "save", place="Kyiv"))
    said = messages_of(press(reporter, article, "save", place="Lviv"))
    assert "and is a draft again, because the text was changed" in said
    assert messages_of(press(editor, builders.draft_article(), "save", place="Kyiv")).strip().endswith("Saved.")


def test_approve_of_what_is_not_in_review_is_refused(editor):
    article = builders.draft_article()
    assert "This story is not in review" in messages_of(press(editor, article, "approve", place="Kyiv"))


def test_preview_saves_and_redirects_to_the_page(editor):
    article = builders.draft_article()
    page = press(editor, article, "preview", headline="New words")
    assert page.redirect_chain[-1][0].endswith(f"/{article.pk}/preview/") and "New words" in page.text


def test_verb_on_a_page_that_a_colleague_has_overtaken_saves_and_tells(editor):
    article = builders.live_article()
    data = fields_of(editor.get(change_url(article)))
    withdraw.withdraw(article, by=builders.chief(username="ada"), notice="It was wrong.", reason="A call.")
    page = editor.post(change_url(article), {**data, "place": "Kyiv", "_verb": "publish"}, follow=True)
    assert "ada withdrew it (A call.)" in messages_of(page)
    article.refresh_from_db()
    assert article.place == "Kyiv" and not article.editions.live(timezone.now()).exists()
    assert "Published: " in messages_of(press(editor, article, "publish"))


def test_unknown_verb_saves_and_says_so(editor):
    article = builders.draft_article()
    assert "There is no verb “shout”." in messages_of(press(editor, article, "shout"))

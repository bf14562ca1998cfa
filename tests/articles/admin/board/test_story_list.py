"""The board: its tabs, what blocks a story, verbs for many, and that it is as fast for very many stories."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from lxml.html import fromstring as tree_of

from articles.admin.board.story_list import MOST_LISTED
from articles.editorial.publishing import schedule
from articles.editorial.shelves.scraps import sweep_scraps
from articles.editorial.writing import presence, review, seal
from articles.models.article import Article, Stage
from articles.models.user import User
from tests.articles.reader.page_checks import queries, tree
from tests.builders import (
    a_desk,
    a_person,
    a_photo,
    chief,
    draft_article,
    edited,
    live_article,
    put_out,
    scheduled_article,
    submitted_article,
    system,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db
BOARD = reverse("admin:articles_article_changelist")
QUERIES, QUERIES_TO_SEARCH = 12, 13


def listed(client, tab=""):
    """The headlines on a tab, as a set."""
    page = tree(client.get(BOARD, {"state": tab} if tab else {}))
    return {link.text_content() for link in page.xpath("//th[contains(@class, 'field-story')]/a")}


@pytest.fixture
def stories(editor):
    """One story in each state, the headline saying which."""
    draft_article(headline="Theirs")
    draft_article(headline="Mine", by=editor.user)
    submitted_article(headline="Submitted", by=editor.user)
    review.approve(submitted_article(headline="Approved"), by=system())
    scheduled_article(headline="Scheduled", by=editor.user)
    edited(live_article(headline="Ahead"), headline="Ahead now")
    live_article(headline="Live")
    withdrawn_article(headline="Withdrawn")
    schedule.expire(live_article(headline="Ends"), by=system(), at=timezone.now() + timedelta(hours=1))
    update = edited(live_article(headline="Long live"), headline="Updated")
    put_out(update, at=timezone.now() + timedelta(hours=1))


@pytest.mark.parametrize(
    ("tab", "wanted"),
    [
        ("mine", "Mine"),
        ("submitted", "Submitted"),
        ("approved", "Approved"),
        ("scheduled", "Scheduled|Updated"),
        ("ahead", "Ahead now"),
        ("live", "Ahead now|Live|Ends|Updated"),
        ("down", "Withdrawn"),
        ("draft", "Mine|Theirs"),
    ],
)
def test_tab_holds_the_stories_of_its_state(editor, stories, tab, wanted):
    assert listed(editor, tab) == set(wanted.split("|"))
    page = tree(editor.get(BOARD, {"state": tab}))
    assert len(page.xpath("//nav[contains(@class, 'board-tabs')]//a[@aria-current='page']")) == 1


def test_board_without_a_tab_holds_them_all(editor, stories):
    assert len(listed(editor)) == Article.objects.count() == 10


def test_note_for_colleagues_is_no_unpublished_change(editor):
    edited(live_article(headline="Live"), editor_note="Ask Ida.")
    assert listed(editor, "ahead") == set()


def test_cancelled_update_is_an_unpublished_change_again(editor):
    update = edited(live_article(headline="Live"), headline="Updated")
    put_out(update, at=timezone.now() + timedelta(hours=1))
    assert listed(editor, "ahead") == set()
    schedule.cancel(update, by=system())
    assert listed(editor, "ahead") == {"Updated"}


def test_row_says_what_blocks_the_story(editor):
    draft_article(headline="Unready", desk=None, lead_photo=a_photo(credit=""))
    live_article(headline="Out")
    rows = {
        row.xpath("string(.//th)"): row.xpath("string(.//td[contains(@class, 'blocked_by')])")
        for row in tree(editor.get(BOARD)).xpath("//table[@id='result_list']/tbody/tr")
    }
    assert "no desk" in rows["Unready"]
    assert "no credit" in rows["Unready"]
    assert rows["Out"].strip() == ""


def test_row_says_who_is_in_the_story_now(editor):
    article, other = draft_article(headline="Open"), draft_article(headline="Shut")
    presence.heartbeat(article, by=chief(username="ida"), sheet=uuid4())
    presence.heartbeat(other, by=chief(username="gone"), sheet=uuid4())
    presence.leave(by=User.objects.get(username="gone"), sheet=other.open_sheets.get().token)
    cells = tree(editor.get(BOARD)).xpath("//td[contains(@class, 'in_it_now')]")
    assert sorted(cell.text_content().strip() for cell in cells) == ["", "ida"]


def test_search_finds_words_of_the_working_copy_in_any_form(editor):
    draft_article(headline="The Zephyr", dek="")
    draft_article(headline="Another", dek="A zephyr again")
    draft_article(headline="Third", dek="")
    draft_article(headline="Fourth", dek="", body="<p>Winds: zephyrs.</p>")
    for typed in ("zephyr", "ZEPHYRS", "zeph"):
        assert len(tree(editor.get(BOARD, {"q": typed})).xpath("//tbody/tr")) == 3
    assert len(tree(editor.get(BOARD, {"q": "zephyr winds", "state": "draft"})).xpath("//tbody/tr")) == 1


def row(**fields):
    """A draft with all that a row shows."""
    return draft_article(bylines=[a_person(), a_person()], lead_photo=a_photo(), **fields)


@pytest.mark.parametrize("tab", ["", "mine", "submitted", "scheduled", "ahead", "live", "down", "draft"])
def test_board_takes_as_many_queries_for_three_stories_as_for_one(editor, tab):
    asked = {"state": tab} if tab else {}
    counts, counts_found = [], []
    for number in (1, 2):
        for _ in range(number):
            row(by=editor.user)
            submitted_article(lead_photo=a_photo(), bylines=[a_person()])
            scheduled_article(lead_photo=a_photo(), bylines=[a_person()])
            edited(live_article(lead_photo=a_photo(), bylines=[a_person()]), headline="Ahead")
            withdrawn_article(bylines=[a_person()])
        with queries() as statements:
            editor.get(BOARD, asked)
        counts.append(len(statements))
        with queries() as found:
            editor.get(BOARD, asked | {"q": "bridge"})
        counts_found.append(len(found))
    assert counts[0] == counts[1] <= QUERIES, "\n".join(statements)
    assert counts_found[0] == counts_found[1] <= QUERIES_TO_SEARCH, "\n".join(found)


def test_nothing_is_counted_beyond_what_is_listed(editor):
    desk = a_desk()
    Article.objects.bulk_create(Article(headline=f"Story {n}", desk=desk) for n in range(MOST_LISTED + 20))
    with queries() as statements:
        page = editor.get(BOARD)
    assert page.context["cl"].result_count == MOST_LISTED
    assert not [sql for sql in statements if "COUNT(" in sql]


@pytest.mark.parametrize(
    ("tab", "index"),
    [
        ("ahead", "article_ahead_newest"),
        ("draft", "article_ahead_newest"),
        ("submitted", "article_stage_newest"),
        ("scheduled", "edition_start"),
        ("down", "articles_edition_revision_id"),
        ("", "article_newest"),
        ("templates", "article_on_shelf"),
        ("scraps", "article_on_shelf"),
    ],
)
def test_tab_reads_the_index_made_for_it(editor, tab, index):
    with queries() as statements:
        editor.get(BOARD, {"state": tab} if tab else {})
    rows = next(sql for sql in statements if "newest_by" in sql)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {rows}")
        else:  # PostgreSQL plans by statistics, which so few rows do not give: the index is there for it to choose
            cursor.execute(
                "SELECT indexname FROM pg_indexes WHERE tablename IN ('articles_article', 'articles_edition')"
            )
        assert index in str(cursor.fetchall())


def chosen(action, articles, **told):
    """What the board posts for an action on these stories."""
    return {"action": action, "_selected_action": [article.pk for article in articles], **told}


def act(client, action, articles, **told):
    """The page after an action on these stories."""
    return client.post(BOARD, chosen(action, articles, **told), follow=True).content.decode()


def stage_of(article):
    article.refresh_from_db()
    return article.stage


def test_many_are_published_at_once_and_each_refusal_is_told(editor):
    ready, unready = [draft_article(), draft_article()], draft_article(headline="Unready", desk=None)
    page = act(editor, "publish", [*ready, unready])
    assert "Publish now: 2 stories." in page
    assert "Unready: " in page
    assert "The story has no desk." in page
    assert all(article.editions.live(timezone.now()).exists() for article in ready)


def test_many_are_scheduled_at_once_on_the_persons_own_clock(editor, settings, time_machine):
    settings.TIME_ZONE = "Europe/Paris"
    time_machine.move_to(datetime(2026, 11, 25, 12, tzinfo=UTC), tick=False)
    User.objects.filter(pk=editor.user.pk).update(time_zone="Europe/Kyiv")
    stories = [draft_article(), draft_article()]
    assert "Goes live at (Kyiv time, now 14:00; site 13:00)" in act(editor, "schedule", stories)
    page = act(editor, "schedule", stories, publish_at="2026-11-26T09:00")
    assert "Schedule for Thu 26 November 2026, 09:00 in Kyiv, 08:00 in Paris (site): 2 stories." in page
    due = {article.editions.get().goes_live_at for article in stories}
    assert due == {datetime(2026, 11, 26, 7, tzinfo=UTC)}
    act(editor, "cancel", stories)
    assert not any(article.editions.exists() for article in stories)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Say when the story is to go live"), ("soon", "Enter a valid date/time"), ("2001-01-01T00:00", "has passed")],
)
def test_scheduling_many_wants_a_time_to_come(editor, typed, said):
    story = draft_article()
    assert said in act(editor, "schedule", [story], publish_at=typed, asked="1")
    assert not story.editions.exists()


def test_many_refusals_are_told_in_short(editor):
    page = act(editor, "approve", [draft_article() for _ in range(8)])
    assert page.count("This story is not in review") == 5
    assert "And 3 more were refused." in page


def test_verbs_of_review_and_time_work_on_many(editor):
    draft = draft_article()
    assert "Submit for review: 1 story." in act(editor, "submit", [draft])
    assert stage_of(draft) == Stage.SUBMITTED
    act(editor, "approve", [draft])
    assert stage_of(draft) == Stage.APPROVED
    other = submitted_article()
    act(editor, "send_back", [other], note="Who says?")
    assert stage_of(other) == Stage.SENT_BACK
    assert other.log.get(verb="send-back").note == "Who says?"
    waiting = scheduled_article()
    act(editor, "cancel", [waiting])
    assert not waiting.editions.exists()


def test_story_that_moved_on_since_the_board_was_shown_is_left_alone(editor):
    moved, still = live_article(headline="Moved"), live_article(headline="Still")
    form = tree(editor.get(BOARD)).get_element_by_id("changelist-form")
    shown = {name: value for name, value in form.form_values() if name.startswith("seen-")}
    schedule.expire(moved, by=chief(username="ada"), at=timezone.now() + timedelta(hours=1))
    data = {
        "action": "withdraw",
        "_selected_action": [moved.pk, still.pk],
        "notice": "It was wrong.",
        "reason": "A call.",
        **shown,
    }
    page = editor.post(BOARD, data, follow=True).content.decode()
    assert "Withdraw: 1 story." in page
    assert "Moved: Nothing was done" in page and "ada set the time of its end" in page
    assert moved.editions.live(timezone.now()).exists()


def test_count_longer_than_any_is_none(editor):
    article = live_article()
    data = {"action": "withdraw", "_selected_action": [article.pk], "notice": "It was wrong."}
    data["reason"] = "A call."
    page = editor.post(BOARD, {**data, f"seen-{article.pk}": "9" * 5000}, follow=True).content.decode()
    assert "Withdraw: 1 story." in page


@pytest.mark.parametrize("told", [{}, {"notice": "It was wrong."}, {"reason": "A call."}])
def test_withdrawing_many_wants_a_sentence_for_readers_and_a_reason(editor, told):
    live = live_article()
    assert "Say what readers are told and, for the log, why" in act(editor, "withdraw", [live], **told)
    assert live.editions.live(timezone.now()).exists()


def test_page_that_asks_for_what_is_missing_goes_on_with_the_choice(editor):
    stories, other = [live_article(), live_article()], live_article()
    shown = {f"seen-{article.pk}": article.timeline_version for article in stories}
    page = tree(editor.post(BOARD, chosen("withdraw", stories, notice="It was wrong.", **shown)))
    form = page.xpath("//form[.//input[@name='reason']]")[0]
    data = {}
    for name, value in form.form_values():
        data.setdefault(name, []).append(value)
    assert data["notice"] == ["It was wrong."]
    answer = editor.post(BOARD, {**data, "reason": "A call."}, follow=True).content.decode()
    assert "Withdraw: 2 stories." in answer
    for article in stories:
        assert article.editions.current(timezone.now()).get().notice == "It was wrong."
        assert article.log.get(verb="withdraw").note == "A call."
    assert other.editions.live(timezone.now()).exists()


def test_verb_asks_for_what_it_needs_once_it_is_chosen_and_not_before(editor):
    page = tree(editor.get(BOARD))
    assert page.xpath("//select[@name='action']")
    assert not page.xpath("//form[@id='changelist-form']//*[@name='note' or @name='publish_at' or @name='notice']")
    asked = act(editor, "send_back", [submitted_article()])
    assert "Say what is to be done, in the note to the writer" in asked and "errornote" not in asked
    assert 'class="error"' not in asked and "Nothing was done yet" not in asked
    assert tree_of(asked).xpath("//form[@class='question']//input[@name='note']")
    assert not tree_of(asked).xpath("//*[@name='publish_at' or @name='notice']")
    again = act(editor, "send_back", [submitted_article()], asked="1")
    assert "Nothing was done yet" in again


def test_page_that_asks_names_the_first_of_very_many(editor):
    page = act(editor, "schedule", [draft_article(headline=f"Bridge {n}") for n in range(21)])
    assert page.count("<li>Bridge ") == 20 and "<li>and more</li>" in page


@pytest.mark.parametrize(
    ("role", "actions"),
    [
        ("reporter", {"submit"}),
        ("editor", {"submit", "approve", "send_back", "publish", "schedule", "send_newer", "cancel", "withdraw"}),
        ("photo editor", set()),
    ],
)
def test_verbs_on_the_board_are_those_of_the_role(enter, role, actions):
    draft_article()
    page = tree(enter(role).get(BOARD))
    assert set(page.xpath("//select[@name='action']/option/@value")) - {""} == actions


def test_action_without_the_right_does_nothing(reporter):
    article = draft_article(by=reporter.user)
    act(reporter, "publish", [article])
    assert not article.editions.exists()
    other = draft_article()
    assert "You may not submit" in act(reporter, "submit", [other])


def test_board_says_how_many_words_there_are_of_those_wanted(editor):
    article = draft_article(headline="Bridge", body="<p>One two three.</p>", word_budget=600)
    draft_article(headline="Ferry")
    sealed = seal.seal(draft_article(headline="Secret", by=editor.user, word_budget=7), by=editor.user)
    page = tree(editor.get(BOARD))
    assert [each.text_content() for each in page.xpath("//*[@class='board-passage']")] == ["3 of 600 words"]
    assert str(sealed) in page.text_content() and article.word_budget == 600


def test_scraps_have_a_list_of_their_own_and_are_on_no_other(editor):
    draft_article(headline="Pasted", dek="", body="<p>By mistake</p>", by=editor.user)
    sweep_scraps(timezone.now() + timedelta(days=2))
    assert "Scrap" in editor.get(BOARD, {"state": "scraps"}).text and listed(editor, "scraps") == {"Pasted"}
    for tab in ("", "mine", "draft", "templates"):
        assert listed(editor, tab) == set(), tab

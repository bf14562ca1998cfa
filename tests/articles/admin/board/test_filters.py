"""The board's filters by writer, topic and days, which are added to each other and to its tabs, and its columns."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.admin.board import filters
from articles.admin.board.columns import COLUMNS, USUAL
from articles.editorial.writing import seal
from articles.editorial.writing.assignment import assign, plan_story
from articles.models.article import Article
from articles.models.user import User
from articles.models.view_count import ViewCount
from tests import builders
from tests.articles.reader.page_checks import queries, tree

pytestmark = pytest.mark.django_db
BOARD = reverse("admin:articles_article_changelist")


def listed(client, **asked):
    """The headlines that the board shows, as a set."""
    answer = client.get(BOARD, asked)
    assert answer.status_code == 200, answer.get("Location")
    return {link.text_content() for link in tree(answer).xpath("//th[contains(@class, 'field-story')]/a")}


@pytest.mark.parametrize("few", [0, 100])
def test_stories_of_a_writer_are_those_they_began_and_those_given_to_them(editor, monkeypatch, few):
    monkeypatch.setattr(filters, "FEW_STORIES", few)
    ann = builders.reporter(first_name="Ann", last_name="Lee")
    builders.draft_article(headline="Begun", by=ann)
    assign(builders.draft_article(headline="Given"), ann, by=builders.system())
    builders.draft_article(headline="Another's")
    for typed in ("Ann Lee", "lee", ann.username, "lee  an"):
        assert listed(editor, writer=typed) == {"Begun", "Given"}, typed
    assert listed(editor, writer="nobody of the kind") == set()
    page = tree(editor.get(BOARD, {"writer": "lee"}))
    assert page.xpath("//input[@id='filter-writer']/@value") == ["lee"]


def test_stories_of_a_topic_are_found_by_how_its_name_begins(editor):
    topic = builders.a_topic("Bridges")
    builders.draft_article(headline="Kicker", lead_topic=topic)
    builders.draft_article(headline="Tagged", topics=[topic, builders.a_topic("Bridges of Sighs")])
    builders.draft_article(headline="Neither", topics=[builders.a_topic("Ferries")])
    assert listed(editor, topic="bridges") == {"Kicker", "Tagged"}
    assert listed(editor, topic="nothing of the kind") == set()


def test_stories_of_days_are_those_changed_on_them_by_ones_own_clock(editor, time_machine):
    User.objects.filter(pk=editor.user.pk).update(time_zone="Asia/Tokyo")
    for day, hour in ((20, 14), (20, 16), (21, 14), (21, 16)):
        time_machine.move_to(datetime(2026, 5, day, hour, tzinfo=UTC), tick=False)
        builders.draft_article(headline=f"{day} at {hour}")
    editor.force_login(User.objects.get(pk=editor.user.pk))
    assert listed(editor, **{"from": "2026-05-21", "until": "2026-05-21"}) == {"20 at 16", "21 at 14"}
    assert listed(editor, **{"from": "2026-05-22"}) == {"21 at 16"}
    assert listed(editor, until="2026-05-20") == {"20 at 14"}
    assert len(listed(editor, **{"from": "soon", "until": "9999-12-31"})) == 4, "what is no day asks for nothing"


def test_filters_are_added_to_each_other_to_the_tab_and_to_words(editor):
    ann, topic = builders.reporter(), builders.a_topic("Bridges")
    builders.submitted_article(headline="Ferry one", by=ann, lead_topic=topic)
    builders.submitted_article(headline="Ferry two", lead_topic=topic)
    builders.draft_article(headline="Ferry three", by=ann, lead_topic=topic)
    asked = {"writer": ann.username, "topic": "Bridges", "state": "submitted", "q": "ferry", "from": "2020-01-01"}
    assert listed(editor, **asked) == {"Ferry one"}
    page = tree(editor.get(BOARD, asked))
    (form,) = page.xpath("//form[contains(@class, 'board-filter')][.//input[@id='filter-topic']]")
    assert {name for name, _value in form.form_values()} == {"writer", "topic", "state", "q", "from"}


def test_filters_take_no_more_queries_for_many_stories(editor):
    ann, topic, counts = builders.reporter(), builders.a_topic("Bridges"), []
    for number in (1, 3):
        for _ in range(number):
            assign(builders.draft_article(lead_topic=topic), ann, by=builders.system())
        with queries() as statements:
            editor.get(BOARD, {"writer": ann.username, "topic": "Bridges", "from": "2020-01-01"})
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12, statements


def columns(client):
    return [re.search(r"column-(\w+)", cell.get("class"))[1] for cell in _heads(client)]


def _heads(client):
    return tree(client.get(BOARD)).xpath("//table[@id='result_list']/thead//th[contains(@class, 'column-')]")


def choose(client, *names, query=""):
    return client.post(reverse("admin:articles_article_columns"), {"column": names, "query": query})


def test_columns_are_chosen_kept_and_stand_in_one_order(editor):
    builders.draft_article()
    assert columns(editor) == ["story", *USUAL]
    answer = choose(editor, "words", "state", "nonsense", query="state=mine&p=3")
    assert answer["Location"] == f"{BOARD}?state=mine"
    assert columns(editor) == ["story", "state", "words"]
    choose(editor, *reversed(USUAL))
    assert User.objects.get(pk=editor.user.pk).board_columns == []
    choose(editor)
    assert columns(editor) == ["story", *USUAL], "a board without columns is the usual one"
    assert editor.get(reverse("admin:articles_article_columns")).status_code == 405


def test_every_column_says_what_it_is_called_for(editor):
    ann, due = builders.reporter(first_name="Ann", last_name="Lee"), timezone.now() + timedelta(days=1)
    choose(editor, *COLUMNS)
    idea = plan_story("Idea", by=builders.system(), desk=None, to=ann, due_at=due, slot_at=due)
    told = builders.edited(idea, body="<p>One two three.</p>")
    ViewCount.objects.count_one(told.pk, timezone.localdate())
    ViewCount.objects.count_one(told.pk, timezone.localdate() - timedelta(days=1))
    builders.draft_article(headline="Plain", lead_photo=builders.a_photo())
    rows = {
        row.xpath("string(./th)"): {cell.get("class").split()[0]: cell.text_content() for cell in row.xpath("./td")}
        for row in tree(editor.get(BOARD)).xpath("//table[@id='result_list']/tbody/tr")
    }
    idea, plain = rows["Idea"], rows["Plain"]
    assert (idea["field-writer"], idea["field-words"], idea["field-readings"]) == ("Ann Lee", "3", "2")
    assert idea["field-photo"] == "missing" and plain["field-photo"] == ""
    assert idea["field-due"] == idea["field-slot"] != plain["field-due"]
    assert (plain["field-writer"], plain["field-readings"]) == ("Newsroom", "")


def test_of_a_sealed_story_the_columns_say_nothing(editor):
    choose(editor, *COLUMNS)
    story = plan_story("Idea", by=editor.user, desk=None, due_at=timezone.now(), slot_at=timezone.now())
    ViewCount.objects.count_one(story.pk, timezone.localdate())
    seal.seal(Article.objects.get(pk=story.pk), by=editor.user)
    (row,) = tree(editor.get(BOARD)).xpath("//table[@id='result_list']/tbody/tr")
    said = {cell.get("class").split()[0]: cell.text_content().strip() for cell in row.xpath("./td[@class]")}
    quiet = {name: words for name, words in said.items() if name not in ("field-state", "action-checkbox")}
    assert not any(quiet.values()), quiet


@pytest.mark.parametrize("role", ["reporter", "photo editor", "editor", "chief"])
def test_all_columns_take_as_many_queries_for_many_stories_as_for_one(enter, role):
    client, counts = enter(role), []
    choose(client, *COLUMNS)
    for number in (1, 3):
        for _ in range(number):
            builders.draft_article(by=builders.reporter(), bylines=[builders.a_person()], lead_topic=builders.a_topic())
        with queries() as statements:
            client.get(BOARD)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12, statements

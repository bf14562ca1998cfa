"""What the story's page asks while somebody writes, and the sentences it gets."""

import json
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from articles.models.article import Article
from articles.models.open_sheet import OpenSheet
from tests import builders
from tests.articles.admin.forms import ADD, change_url, fields_of

BEGIN = "begin"


def ask(client, what, article=None, **asked):
    """POST JSON as the page does; returns the response."""
    url = reverse(f"admin:articles_article_{what}", args=[article.pk] if article else [])
    asked.setdefault("sheet", str(uuid4()))
    return client.post(url, json.dumps(asked), content_type="application/json")


def typed_on(client, article):
    """The story's fields as its page has them."""
    page = client.get(change_url(article))
    names = json.loads(page.text.split('id="autosave" type="application/json">')[1].split("</script>")[0])["fields"]
    posted = fields_of(page)
    many = {"topics", "byline"}
    return {name: posted.get(name, []) if name in many else posted.get(name, [""])[0] for name in names}


def test_first_words_begin_a_story_and_the_page_learns_its_number(reporter):
    answer = ask(reporter, BEGIN, fields={"headline": "A bridge", "body": "<p>It is <b>open</b>.</p>"})
    article = Article.objects.get()
    said = answer.json()
    assert "The story has no desk." in said.pop("fragments")["findings"]
    assert said == {
        "article": article.pk,
        "version": 1,
        "refused": [],
        "why": "",
        "change": change_url(article),
    }
    assert article.body == "<p>It is <strong>open</strong>.</p>" and not article.revisions.exists()


def test_deliberate_save_makes_a_revision_of_a_story_begun_by_it_and_of_one_that_is_there(editor):
    sheet = str(uuid4())
    ask(editor, BEGIN, fields={"headline": "A bridge"}, sheet=sheet, keep=True)
    article = Article.objects.get()
    assert article.revisions.count() == 1
    ask(editor, "autosave", article, fields={"headline": "Two bridges"}, sheet=sheet, version=1)
    assert article.revisions.count() == 1
    ask(editor, "autosave", article, fields={"headline": "Two bridges"}, sheet=sheet, version=2, keep=True)
    assert article.revisions.first().snapshot["headline"] == "Two bridges"


def test_every_field_is_kept_and_version_goes_on(editor):
    desk, topic, ana, bo = (
        builders.a_desk("Sport"),
        builders.a_topic(),
        builders.a_person("Ana"),
        builders.a_person("Bo"),
    )
    article = builders.draft_article()
    fields = typed_on(editor, article) | {
        "headline": "New", "desk": str(desk.pk), "topics": [str(topic.pk)], "byline": [str(bo.pk), str(ana.pk)],
        "original_date": "2020-02-03T04:05:06", "editor_note": "One\nTwo", "place": "Kyiv",
    }  # fmt: skip
    assert ask(editor, "autosave", article, version=1, fields=fields).json()["version"] == 2
    article.refresh_from_db()
    assert (article.headline, article.desk, article.place, article.editor_note) == ("New", desk, "Kyiv", "One\nTwo")
    assert [row.person for row in article.byline_rows.all()] == [bo, ana]
    assert typed_on(editor, article) == fields
    assert ask(editor, "autosave", article, version=2, fields=fields).json()["version"] == 2
    assert article.revisions.count() == 1


def test_what_does_not_fit_is_named_and_the_rest_is_kept(editor):
    article = builders.draft_article()
    fields = {"dek": "Kept.", "place": "x" * 81, "original_date": "soon"}
    answer = ask(editor, "autosave", article, version=1, fields=fields)
    assert answer.status_code == 200 and set(answer.json()["refused"]) == {"place", "original_date"}
    assert "original date: " in answer.json()["why"]
    article.refresh_from_db()
    assert article.dek == "Kept." and article.place == ""


def test_stale_version_is_refused_with_the_newest(editor):
    article = builders.draft_article()
    builders.edited(article, dek="Theirs.")
    answer = ask(editor, "autosave", article, version=1, fields={"dek": "Mine."})
    said = answer.json()
    assert (
        answer.status_code == 409
        and said["version"] == 2
        and said["by"] == "Newsroom"
        and "Somebody else" in said["sentence"]
    )
    article.refresh_from_db()
    assert article.dek == "Theirs."


@pytest.mark.parametrize("what", ["autosave", "reconcile", "here", "left"])
def test_signed_out_forbidden_and_missing_are_said_in_json(enter, what):
    article = builders.draft_article()
    fields = {"base": {}, "mine": {}, "fields": {"dek": "Mine."}, "version": 1}
    for client, status in ((Client(), 401), (enter("stranger"), 403), (enter("reporter"), 403)):
        answer = ask(client, what, article, **fields)
        if what == "left" and status == 403:
            assert answer.status_code == 200  # only one's own page is closed, so nothing is to be refused
        else:
            assert answer.status_code == status and answer.json()["sentence"]
    gone = ask(enter("editor"), what, Article(pk=0), **fields)
    assert gone.status_code == (200 if what == "left" else 404)
    article.refresh_from_db()
    assert article.dek != "Mine."


def test_who_works_outside_the_newsroom_may_not_write_here(db):
    client = Client()
    client.force_login(builders.user_in("editor"))
    builders.User.objects.update(is_staff=False)
    assert ask(client, BEGIN, fields={}).status_code == 403


def test_forged_request_is_refused_in_json_and_signed_out_comes_first(editor):
    strict = Client(enforce_csrf_checks=True)
    assert ask(strict, BEGIN, fields={}).status_code == 401
    strict.force_login(editor.user)
    answer = ask(strict, BEGIN, fields={"headline": "Forged"})
    assert answer.status_code == 401 and "security token" in answer.json()["sentence"]
    assert not Article.objects.exists()


def test_words_of_one_person_are_not_kept_in_the_name_of_another(editor):
    answer = ask(editor, BEGIN, writer=editor.user.pk + 1, fields={"headline": "Whose?"})
    assert answer.status_code == 401 and not Article.objects.exists()


@pytest.mark.parametrize(
    "asked",
    [
        {"fields": "all"},
        {"fields": {"stage": "approved"}},
        {"fields": {"headline": ["a"]}},
        {"fields": {"topics": "1"}},
        {"fields": {"topics": [1]}},
        {"fields": {}, "sheet": "mine"},
        {"fields": {}, "version": None},
        {"fields": {}, "version": "1"},
    ],
)
def test_what_no_page_sends_is_answered_with_a_sentence(editor, asked):
    article = builders.draft_article()
    answer = ask(editor, "autosave", article, **{"version": 1} | asked)
    assert answer.status_code == 400 and answer.json()["sentence"].startswith("The request")


@pytest.mark.parametrize("body", ["", "no json", "[]", b"\xff"])
def test_what_is_no_json_is_answered_with_a_sentence(editor, body):
    answer = editor.post(reverse("admin:articles_article_begin"), body, content_type="application/json")
    assert answer.status_code == 400 and answer.json()["sentence"]


def test_too_large_is_answered_with_a_sentence(editor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = ask(editor, BEGIN, fields={"body": "x" * 1000})
    assert answer.status_code == 413 and "too large" in answer.json()["sentence"]
    assert editor.get(reverse("admin:articles_article_begin")).status_code == 405


def test_merge_takes_what_one_side_changed_and_asks_about_the_rest(editor):
    topics = [builders.a_topic(f"T {n}") for n in range(3)]
    article = builders.draft_article(headline="Was", body="<p>One.</p><p>Two.</p>", topics=topics[:1])
    base = typed_on(editor, article)
    theirs = {"headline": "Theirs", "body": "<p>One.</p><p>Two, theirs.</p>", "topics": topics[:2], "place": "Kyiv"}
    builders.edited(article, **theirs)
    mine = base | {
        "headline": "Mine", "dek": "My dek", "topics": [str(topics[0].pk), str(topics[2].pk)],
        "body": '<p>"One", mine.</p><p>Two, mine.</p>',
    }  # fmt: skip
    said = ask(editor, "reconcile", article, base=base, mine=mine).json()
    assert said["version"] == 2 and said["by"] == "Newsroom"
    assert said["fields"]["dek"] == "My dek" and said["fields"]["place"] == "Kyiv"
    assert said["fields"]["topics"] == [str(topic.pk) for topic in (topics[0], topics[1], topics[2])]
    assert said["names"]["topics"][str(topics[1].pk)] == "T 1"
    assert said["choices"] == [
        {"name": "headline", "label": "Headline", "mine": "Mine", "theirs": "Theirs",
         "mine_words": "Mine", "theirs_words": "Theirs"},
    ]  # fmt: skip
    settled, choice = said["body"]
    assert (
        settled == "<p>“One”, mine.</p>" and choice["mine"] == "<p>Two, mine.</p>" and choice["base"] == "<p>Two.</p>"
    )
    view = html.fromstring(said["view"])
    assert [legend.text for legend in view.iter("legend")] == ["Text", "Headline"]
    assert [field.get("name") for field in view.iter("input")] == ["0", "0", "0", "1", "1"]
    assert [mark.text for mark in view.iter("mark")] == ["mine", "theirs", "Mine", "Theirs"]
    article.refresh_from_db()
    assert article.headline == "Theirs"


def test_merge_shows_pieces_to_be_read_and_says_what_has_no_words(editor):
    photo = builders.a_photo()
    article = builders.draft_article(body="<p>One of them.</p><p>Two of them.</p>")
    base = typed_on(editor, article)
    figure = f'<figure data-photo="{photo.pk}"><figcaption></figcaption></figure>'
    builders.edited(article, body=f'<p>One of <a href="https://example.org/">theirs</a>.</p>{figure}')
    said = ask(editor, "reconcile", article, base=base, mine=base | {"body": "<p>One of &lt;mine&gt;.</p>"}).json()
    assert "<p>One of <mark>theirs</mark>.</p>" in said["view"], "links are words there, and what differs is marked"
    assert "One of <mark>&lt;mine&gt;</mark>." in said["view"]
    same = ask(editor, "reconcile", article, base=base, mine=base).json()
    assert same["view"] == "" and same["body"] == [Article.objects.get().body]


def test_merge_without_a_base_asks_about_all_that_is_different(editor):
    article = builders.draft_article(headline="Theirs", body="<p>Same.</p><p>Theirs alone.</p>")
    mine = typed_on(editor, article) | {"headline": "Mine", "body": "<p>Same.</p><p>My other words.</p>"}
    said = ask(editor, "reconcile", article, base=None, mine=mine).json()
    assert [choice["name"] for choice in said["choices"]] == ["headline"]
    assert said["body"] == ["<p>Same.</p><p>Theirs alone.</p><p>My other words.</p>"]


def test_merge_names_desks_in_words(editor):
    world, sport, arts = (builders.a_desk(name) for name in ("World", "Sport", "Arts"))
    article = builders.draft_article(desk=world)
    base = typed_on(editor, article)
    builders.edited(article, desk=sport)
    said = ask(editor, "reconcile", article, base=base, mine=base | {"desk": str(arts.pk)}).json()
    assert [(choice["mine_words"], choice["theirs_words"]) for choice in said["choices"]] == [("Arts", "Sport")]
    assert ask(editor, "reconcile", article, base=base).status_code == 400


def test_two_at_one_story_see_each_other(enter, editor):
    chief, article, sheet = enter("chief"), builders.draft_article(), str(uuid4())
    chief.user.first_name, chief.user.last_name = "Cleo", "Chief"
    chief.user.save()
    alone = {"version": 1, "last": None, "others": "", "decided": "draft 0"}
    assert ask(editor, "here", article).json() == alone
    assert ask(chief, "here", article, sheet=sheet).json()["others"] == f"{editor.user.username} is here too"
    assert ask(editor, "here", article).json()["others"] == "Cleo Chief is here too"
    assert ask(chief, "left", article, sheet=sheet).status_code == 200
    assert ask(editor, "here", article).json()["others"] == ""


@pytest.mark.parametrize("others", [1, 3])
def test_being_here_asks_the_database_as_often_for_many_as_for_few(enter, others, django_assert_num_queries):
    article, me, sheet = builders.draft_article(), enter("editor"), str(uuid4())
    for _ in range(others):
        ask(enter("chief"), "here", article)
    ask(me, "here", article, sheet=sheet)
    with django_assert_num_queries(10):
        ask(me, "here", article, sheet=sheet)
    assert OpenSheet.objects.count() == others + 1


def test_page_says_what_its_script_has_to_know(editor, reporter):
    article = builders.draft_article()
    page = editor.get(change_url(article)).text
    assert f'"article": {article.pk}' in page and '"version": 1' in page and "data-presence" in page
    assert '"version": 0' in editor.get(reverse(ADD)).text
    assert 'id="autosave"' not in reporter.get(change_url(article)).text  # who only reads keeps nothing


def test_page_after_a_refused_save_knows_what_is_stored(editor):
    article = builders.draft_article(headline="As it was")
    posted = fields_of(editor.get(change_url(article))) | {"headline": "Mine", "original_date": "soon"}
    page = editor.post(change_url(article), posted | {"_verb": "save"}).text
    data = json.loads(page.split('id="autosave" type="application/json">')[1].split("</script>")[0])
    assert data["stored"]["headline"] == "As it was" and data["version"] == 1
    builders.edited(article, headline="Theirs")
    refused = editor.post(change_url(article), posted | {"original_date": "", "_verb": "save"})
    data = json.loads(refused.text.split('id="autosave" type="application/json">')[1].split("</script>")[0])
    assert refused.status_code == 409 and (data["version"], data["stored_version"], data["stored"]["headline"]) == (
        1,
        2,
        "Theirs",
    )


def test_page_after_signing_in_again_says_to_go_back(editor):
    assert "go back to your story" in editor.get(reverse("admin:articles_article_signed_in")).text
    assert Client().get(reverse("admin:articles_article_signed_in")).status_code == 302


@pytest.mark.parametrize("body", ["<p>" + '"' * 1_000_000 + "</p>", "<ul><li>" * 10_000 + "x", "<p>a</p>" * 30_000])
def test_s4_a_body_larger_than_any_story_is_refused_in_a_sentence(reporter, body):
    begun = ask(reporter, BEGIN, fields={"headline": "A bridge", "body": body})
    assert begun.status_code == 400 and begun.json()["sentence"].startswith("The text ")
    assert not Article.objects.exists()


def test_s4_saving_a_body_larger_than_any_story_loses_no_word_of_it(editor):
    article = builders.draft_article(body="<p>Short.</p>")
    page = editor.get(change_url(article))
    body = "<p>a</p>" * 30_000
    answer = editor.post(change_url(article), fields_of(page) | {"body": body, "_verb": "save"})
    article.refresh_from_db()
    assert article.body == "<p>Short.</p>"
    assert (
        answer.status_code == 200
        and "more paragraphs than a book" in answer.text
        and answer.text.count("a&lt;/p") > 20_000
    )


def test_menu_after_a_save_says_whose_clock_it_asks_on(enter):
    article = builders.live_article()
    said = ask(enter("editor"), "autosave", article, version=article.version, fields={"dek": "Mine."}).json()
    assert "Ends at (UTC time)" in said["fragments"]["more"]

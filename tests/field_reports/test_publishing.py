"""Field reports on publishing: embargoes, changes of clocks, dates; through commands, screens and pages."""

import io
import json
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from lxml import etree, html

from articles.models.article import Article
from tests import builders
from tests.articles.admin.forms import change_url, local, messages_of, press

pytestmark = pytest.mark.django_db
UNTIL = datetime(2026, 5, 21, 23, 1, tzinfo=UTC)
RELEASE = """Norland reopens its northern port to ferries after nine weeks

EMBARGOED UNTIL 00:01 BST ON FRIDAY 22 MAY 2026

Norland has reopened its northern port to ferries, nine weeks after a storm broke the quay, the transport ministry
said on Tuesday. Two ships will sail each day until the autumn.

Works on the eastern quay go on until September, and freight is sent by rail until then, it added.

“We have waited nine weeks for this morning,” said Ines Halloran, the harbor master. “The first ship is full.”

The quay was broken on March 14 by the highest tide in sixty years. Nobody was hurt, but forty boats were lost, and
the island had no fresh milk for eleven days. The repair has cost 12 million crowns, of which the state pays half.
"""


@pytest.fixture(autouse=True)
def _tuesday(time_machine):
    time_machine.move_to("2026-05-19T10:00:00+00:00", tick=False)


def test_02_embargo_in_the_copy_keeps_it_in(tmp_path, editor):
    path = tmp_path / "release.txt"
    path.write_text(RELEASE)
    out = io.StringIO()
    with pytest.raises(SystemExit) as leaving:
        call_command("import_story", str(path), "--publish", "--desk", "World", stdout=out, stderr=out)
    assert leaving.value.code == 2 and f"blocker: embargoed until {UNTIL.isoformat()}" in out.getvalue()
    article = Article.objects.get()
    assert not article.editions.exists() and "EMBARGO" not in article.body
    page = html.fromstring(editor.get(change_url(article)).content)
    said = "The text says: embargoed until 21 May 2026, 23:01."
    assert page.xpath("string(//*[@data-blocker='embargo'])") == said
    assert said in page.xpath("string(//*[@data-embargo])")
    assert said in messages_of(press(editor, article, "publish"))
    assert "Scheduled for Thu 21 May 2026, 23:01" in messages_of(press(editor, article, "schedule-at-embargo"))
    assert article.editions.get().goes_live_at == UNTIL


def test_02_embargo_that_is_pasted_or_typed_keeps_it_in(editor):
    asked = {"text": RELEASE, "is_empty": True}
    address = reverse("admin:articles_article_changelist") + "ask/pasted/"
    parts = editor.post(address, json.dumps(asked), content_type="application/json").json()
    fields = parts["fields"]
    assert fields["embargo_until"] == local(UNTIL) and "EMBARGO" not in parts["body"]
    typed = {"headline": [fields["headline"]], "body": [parts["body"]], "desk": [builders.a_desk().pk]}
    embargo = {name: [fields[name]] for name in ("embargo_words", "embargo_until")}
    press(editor, None, "save", **typed, **embargo)
    refused = messages_of(press(editor, Article.objects.get(), "publish"))
    assert "The text says: embargoed until 21 May 2026, 23:01." in refused
    typed["body"] = ["<p>EMBARGOED UNTIL 00:01 BST ON FRIDAY 22 MAY 2026</p><p>Norland has reopened its port.</p>"]
    refused = messages_of(press(editor, None, "publish", **typed))
    assert "The text says: embargoed until 21 May 2026, 23:01." in refused
    assert "Noted: embargoed until 21 May 2026, 23:01." in refused
    newest = Article.objects.order_by("pk").last()
    assert newest.body == "<p>Norland has reopened its port.</p>" and "EMBARGOED" in newest.editor_note


def test_02_embargo_is_lifted_by_who_may_publish_and_with_a_reason(editor, enter):
    article = builders.draft_article(embargo_words="HOLD FOR RELEASE")
    assert "Say, for the log, why" in messages_of(press(editor, article, "lift-embargo"))
    page = press(editor, article, "lift-embargo", lift_reason=["The ministry called."])
    assert "holds no longer" in messages_of(page) and "data-embargo" not in page.text
    assert article.log.get(verb="lift-embargo").note.startswith("The ministry called.")
    other = builders.draft_article(embargo_words="HOLD FOR RELEASE")
    assert "lift-embargo" not in enter("reporter").get(change_url(other)).text


FEEDS = ("/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json")


def test_27_old_story_is_new_in_no_feed(client, tmp_path):
    path = tmp_path / "old.txt"
    path.write_text(RELEASE.replace("EMBARGOED UNTIL 00:01 BST ON FRIDAY 22 MAY 2026\n\n", ""))
    call_command(
        "import_story", str(path), "--publish", "--desk", "World", "--at", "2019-05-01T10:00", stdout=io.StringIO()
    )
    builders.live_article(headline="A newer story")
    headline = "Norland reopens its northern port"
    for address in FEEDS:
        page = client.get(address).text
        assert 0 < page.index("A newer story") < page.index(headline)  # where there is room for it at all
    item = etree.fromstring(client.get("/feeds/rss.xml").content).findall("channel/item")[-1]
    assert item.findtext("pubDate").startswith("Wed, 01 May 2019")
    assert headline not in client.get("/news-sitemap.xml").text
    assert headline in client.get("/archive/2019/05/01/").text


def test_28_update_keeps_the_items_name_and_date(client, time_machine):
    article = builders.live_article(headline="Bridge Opens")
    before = etree.fromstring(client.get("/feeds/rss.xml").content).find("channel/item")
    entry = etree.fromstring(client.get("/feeds/atom.xml").content).find("{*}entry")
    time_machine.move_to("2026-05-19T15:00:00+00:00", tick=False)
    builders.put_out(builders.edited(article, dek="It was late."))
    after = etree.fromstring(client.get("/feeds/rss.xml").content).find("channel/item")
    assert [after.findtext(name) for name in ("guid", "pubDate")] == [
        before.findtext(name) for name in ("guid", "pubDate")
    ]
    newer = etree.fromstring(client.get("/feeds/atom.xml").content).find("{*}entry")
    assert newer.findtext("{*}published") == entry.findtext("{*}published")
    updated = [datetime.fromisoformat(each.findtext("{*}updated")) for each in (entry, newer)]
    assert updated == [datetime(2026, 5, 19, 10, tzinfo=UTC), datetime(2026, 5, 19, 15, tzinfo=UTC)]
    assert "2026-05-19T10:00" in client.get("/news-sitemap.xml").text


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-03-08T02:30", "8 March 2026, 02:30 in New York is a time that no clock shows"),
        ("2026-11-01T01:30", "1 November 2026, 01:30 in New York comes twice"),
    ],
)
def test_29_hour_that_clocks_skip_or_strike_twice_is_asked_for(tmp_path, settings, editor, time_machine, at, said):
    time_machine.move_to("2026-03-01T10:00:00+00:00", tick=False)
    settings.TIME_ZONE = "America/New_York"
    path = tmp_path / "story.txt"
    path.write_text(RELEASE)
    with pytest.raises(CommandError) as refused:
        call_command("import_story", str(path), "--desk", "World", "--at", at)
    assert said in str(refused.value) and ".." not in str(refused.value) and "+02:00" not in str(refused.value)
    article = builders.draft_article()
    refused = messages_of(press(editor, article, "schedule", publish_at=[at]))
    assert said in refused and ".." not in refused and not article.editions.exists()
    press(editor, article, "schedule", publish_at=["2026-11-02T06:00"])
    assert article.editions.get().goes_live_at == datetime(2026, 11, 2, 11, tzinfo=UTC)


def test_30_scheduled_story_is_dated_when_it_goes_live(client, time_machine):
    at = datetime(2026, 5, 19, 19, 29, 2, tzinfo=UTC)
    article = builders.scheduled_article(at)
    path = article.editions.get().path
    assert client.get(path).status_code == 404
    time_machine.move_to(at, tick=False)
    page = html.fromstring(client.get(path).content)
    data = json.loads(page.findtext(".//script[@type='application/ld+json']"))
    published = datetime.fromisoformat(data["datePublished"])
    assert published == datetime.fromisoformat(data["dateModified"]) == at

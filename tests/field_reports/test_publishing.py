"""Field reports on publishing: embargoes, changes of clocks, dates; through commands, screens and pages."""

import io
import json
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.urls import reverse
from lxml import html

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

"""Pasting and typing change no fact: what people complained of elsewhere, by the number of the report."""

import json

import pytest

from articles.editorial.publishing.readiness import blockers
from tests import builders
from tests.articles.admin.forms import change_url, press

pytestmark = pytest.mark.django_db


@pytest.fixture
def pasted(editor):
    """A function that gives what the sheet gets for pasted HTML: (the body, {kind of what was left out: number})."""

    def ask(html, **more):
        sent = json.dumps({"html": html, "text": "x", **more})
        answer = editor.post("/admin/articles/article/ask/pasted/", sent, content_type="application/json").json()
        return answer["body"], {each["kind"]: each["number"] for each in answer["left_out"]}

    return ask


@pytest.mark.parametrize(
    "deleted",
    [
        "<del>4,000</del>",
        "<s>4,000</s>",
        "<strike>4,000</strike>",
        "<span style='text-decoration: line-through'>4,000</span>",
        "<span class='TrackChangeTextDeletion TrackedChange'>4,000</span>",
    ],
)
def test_04_deleted_words_do_not_come_back(pasted, deleted):
    body, left_out = pasted(f"<p>The yard employs {deleted}<ins>400</ins> people.</p>")
    assert body == "<p>The yard employs 400 people.</p>" and left_out == {"deletions": 1}


def test_08_raised_words_keep_their_meaning(pasted):
    body, left_out = pasted(
        "<p>The lake holds 10<sup>6</sup> m<sup>3</sup> at 5.10<sup>-3</sup>, says a paper<sup>1</sup> of the "
        "2<sup>nd</sup> of May; 10<span style='vertical-align:super'>6</span> tonnes of CO<sub>2</sub>.</p>"
    )
    assert body == "<p>The lake holds 10⁶ m³ at 5.10⁻³, says a paper of the 2nd of May; 10⁶ tonnes of CO₂.</p>"
    assert left_out == {"footnotes": 1}


def test_17_comments_of_google_docs_stay_out(pasted):
    body, left_out = pasted(
        "<p>The council voted<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup><span> on Monday.</span></p>"
        "<div style='border:1px solid black'><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Sure?</span></p></div>"
    )
    assert body == "<p>The council voted on Monday.</p>" and left_out == {"comments": 1}


def test_35_paragraphs_stay_apart(pasted):
    body, left_out = pasted("<div>One.<br><br>Two.</div><div>Three.</div>")
    assert body == "<p>One.</p><p>Two.</p><p>Three.</p>" and left_out == {}


def test_16_long_headline_stays_whole_and_blocks_publishing(editor):
    headline, dek = "The ferry, " * 38 + "x", "She said so, " * 53 + "and so on."
    assert (len(headline), len(dek)) == (419, 699)
    article = builders.draft_article(headline="Short", body="<p>Words.</p>", desk=builders.a_desk())
    page = editor.get(change_url(article)).content.decode()
    assert 'maxlength="' not in page.partition('id="article_form"')[2]
    press(editor, article, "save", headline=headline, dek=dek)
    article.refresh_from_db()
    assert (article.headline, article.dek) == (headline, dek)
    assert article.revisions.latest("number").snapshot["headline"] == headline
    press(editor, article, "publish")
    assert not article.editions.exists()
    said = [str(finding) for finding in blockers(article)]
    assert said == [
        "The headline has 419 characters; 300 is the most.",
        "The dek has 699 characters; 500 is the most.",
    ]

"""Find and replace on the sheet: only what readers read is searched, and one undo takes a replacement back."""

import random
import re

import pytest

from articles.text.body.cleaning import clean
from tests import builders
from tests.journeys.test_editing import change
from tests.journeys.writing import body, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]
# The blocks of the text as [words]; all nodes with their attributes; and the kinds of marks with theirs.
SHAPE = """() => {
    const {doc} = document.querySelector('.ProseMirror').editor.state, blocks = [], nodes = [], marks = new Set()
    doc.descendants((node) => {
        if (node.isTextblock) blocks.push(node.textBetween(0, node.content.size, "\\n", "\\ufffc"))
        if (!node.isText) nodes.push([node.type.name, JSON.stringify(node.attrs)])
        for (const mark of node.marks) marks.add(`${mark.type.name} ${JSON.stringify(mark.attrs)}`)
    })
    return {blocks, nodes, marks: [...marks].sort()}
}"""


def opened(sign_in, article, keys="Control+h", by=builders.editor):
    """The sheet of a story with the box open, the caret in its Find field."""
    page = sign_in(by())
    page.goto(change(article))
    sheet(page)
    page.keyboard.press(keys)
    page.get_by_label("Find", exact=True).wait_for()
    return page


def said(page, words):
    """Wait until the box says so."""
    page.locator(".find-said").get_by_text(words, exact=True).wait_for()


def replace_all(page, sought, put):
    """Replace everywhere."""
    page.get_by_label("Find", exact=True).fill(sought)
    page.get_by_label("Replace with").fill(put)
    page.get_by_role("button", name="Replace all").click()


def test_everywhere_that_readers_read_and_one_undo_for_all_of_it(sign_in):
    photo = builders.a_photo(alt="A ferry")
    article = builders.draft_article(
        headline="Ferry back",
        dek="The ferry sails",
        body=f'<p>A <strong>ferry</strong> and <a href="https://example.org/ferry">the ferry</a>.</p>'
        f'<figure data-photo="{photo.pk}" data-credit="Ferry Press"><figcaption>The ferry</figcaption></figure>',
    )
    page = opened(sign_in, article)
    before = body(page)
    replace_all(page, "ferry", "boat")
    said(page, "5 places replaced.")
    assert page.locator("textarea[name=headline]").input_value() == "boat back"
    assert page.locator("textarea[name=dek]").input_value() == "The boat sails"
    now = body(page)
    assert "<strong>boat</strong>" in now
    assert '<a href="https://example.org/ferry">the boat</a>' in now
    assert "<figcaption>The boat</figcaption>" in now
    assert 'data-credit="Ferry Press"' in now
    page.locator(".ProseMirror").press("Control+z")
    page.wait_for_function("was => document.querySelector('textarea[name=body]').value === was", arg=before)
    assert page.locator("textarea[name=headline]").input_value() == "Ferry back"
    assert page.locator("textarea[name=dek]").input_value() == "The ferry sails"


def test_by_keyboard_from_match_to_match_and_out_again_to_the_words(sign_in):
    article = builders.draft_article(headline="One cat", body="<p>A cat. A Cat. Concat.</p>")
    page = opened(sign_in, article, keys="Control+f")
    page.keyboard.type("cat")
    said(page, "1 of 4")  # the caret was behind the last of them
    page.get_by_label("Whole words").check()
    page.get_by_label("Match case").check()
    said(page, "1 of 2")
    page.get_by_label("Find", exact=True).press("Enter")
    said(page, "2 of 2")
    page.get_by_label("Find", exact=True).press("Shift+Enter")
    said(page, "1 of 2")
    page.keyboard.press("Escape")
    assert page.evaluate("[document.activeElement.name, getSelection().toString()]") == ["headline", "cat"]
    page.keyboard.press("Control+h")
    page.get_by_label("Replace with").fill("dog")
    page.get_by_label("Replace with").press("Enter")
    page.wait_for_function("() => document.querySelector('[name=headline]').value === 'One dog'")
    page.get_by_label("Replace with").press("Enter")
    said(page, "Not in this story")
    assert body(page) == "<p>A dog. A Cat. Concat.</p>"
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.querySelector('.ProseMirror').editor.view.hasFocus()")


def test_nothing_but_visible_words_changes_whatever_the_text(sign_in):
    draw = random.Random(15)
    people = [builders.a_person(name) for name in ("Ana Diaz", "Bo Lind")]
    photo = builders.a_photo()
    words = ["ana", "Ana", "tide", "p", "strong", "5", "https", "data", "“a”", "é", "ana-b", ".", "a"]

    def some():
        return " ".join(draw.choice(words) for _ in range(draw.randint(1, 9)))

    def inline():
        kinds = [
            f"<strong>{some()}</strong>",
            f"<em>{some()} <strong>{some()}</strong></em>",
            f'<a href="https://example.org/ana?p=5">{some()}</a>',
            f'<span data-person="{draw.choice(people).pk}">{some()}</span>',
            "<br>",
            some(),
        ]
        return " ".join(draw.choice(kinds) for _ in range(draw.randint(1, 5)))

    def block():
        return draw.choice(
            [
                f"<p>{inline()}</p>",
                f"<h2>{some()}</h2>",
                f"<ul><li>{inline()}</li><li>{inline()}</li></ul>",
                f'<blockquote data-person="{people[0].pk}" data-attribution="Ana"><p>{inline()}</p></blockquote>',
                f'<figure data-photo="{photo.pk}" data-credit="Ana p"><figcaption>{inline()}</figcaption></figure>',
            ]
        )

    article = builders.draft_article(body=clean("".join(block() for _ in range(60))))
    page = opened(sign_in, article)
    for sought in ("ana", "p", "a", "strong", "data", "5 a"):
        before = page.evaluate(SHAPE)
        replace_all(page, sought, "Zed")
        after = page.evaluate(SHAPE)
        pattern = re.compile(re.escape(sought).replace(r"\ ", "[  ]"), re.IGNORECASE)
        assert after["blocks"] == [pattern.sub("Zed", words) for words in before["blocks"]], sought
        assert after["nodes"] == before["nodes"], sought
        assert set(after["marks"]) <= set(before["marks"]), sought


PRESS = """(button) => {
    button.click()
    document.body.getBoundingClientRect()  // what the browser has to lay out anew for it belongs to it
}"""
AT_MOST = 100  # milliseconds for all places of ten thousand words, once the browser has got to know the script


def worked(session):
    """Seconds that the page's own thread has worked so far: whatever else this machine does counts for nothing."""
    return {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}["TaskDuration"]


def test_ten_thousand_words_are_replaced_at_once(sign_in):
    """And taken back at once: one undo, whatever the number of places."""
    article = builders.draft_article(
        body="<p>" + "</p><p>".join(["the tide turns and a boat waits " * 14] * 102) + "</p>"
    )
    page = opened(sign_in, article)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before, took = body(page), []
    words = ["tide", "wind", "moon", "sail", "rain", "mist"]
    for sought, put in zip(words, words[1:], strict=False):
        page.get_by_label("Find", exact=True).fill(sought)
        page.get_by_label("Replace with").fill(put)
        start = worked(session)
        page.get_by_role("button", name="Replace all").evaluate(PRESS)
        took.append(1000 * (worked(session) - start))
        said(page, f"{102 * 14} places replaced.")
        assert sought not in body(page) and put in body(page)
        print(f"{102 * 14} places replaced in {took[-1]:.0f} ms of work")
    assert min(took) < AT_MOST
    for _ in took:
        page.locator(".ProseMirror").press("Control+z")
    assert body(page) == before


def test_words_keep_the_marks_that_they_stand_under(sign_in):
    ana = builders.a_person("Ana Diaz")
    linked = '<a href="https://example.org/">A</a> and <strong>A</strong>'
    article = builders.draft_article(body=f'<p>{linked}, <span data-person="{ana.pk}">A</span>, aA</p>')
    page = opened(sign_in, article)
    page.get_by_label("Match case").check()
    replace_all(page, "A", "B")
    said(page, "4 places replaced.")
    put = linked.replace("A<", "B<")
    assert body(page) == f'<p>{put}, <span data-person="{ana.pk}">B</span>, aB</p>'


def test_the_picture_desk_replaces_no_words_that_it_may_not_write(sign_in):
    article = builders.draft_article(headline="Ferry back", dek="The ferry sails", body="<p>The ferry.</p>")
    page = opened(sign_in, article, by=builders.photo_editor)
    before = body(page)
    page.locator(".sheet-status", has_text="the words are the writers’").wait_for()
    page.get_by_label("Find", exact=True).fill("ferry")
    page.locator(".find-said:not(:empty)").wait_for()
    assert not page.get_by_label("Replace with").is_visible(), "it is not offered"
    assert page.locator("textarea[name=headline]").input_value() == "Ferry back"
    assert page.locator("textarea[name=dek]").input_value() == "The ferry sails"
    assert body(page) == before

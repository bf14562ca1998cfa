"""Pasting: a whole story falls into its parts from any program, one undo takes it back, nothing foreign comes in."""

import re

import pytest

from articles.editorial.importing.import_story import import_story
from articles.models.article import Article
from tests import builders
from tests.articles import wires
from tests.journeys import clipboards
from tests.journeys.steps import follow
from tests.journeys.writing import ADD, body, paste, said, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]
PROGRAMS = {
    "word": clipboards.word,
    "docs": clipboards.docs,
    "libreoffice": clipboards.libreoffice,
    "gmail": clipboards.gmail,
    "page": clipboards.page,
}
HOSTILE = (
    "<p>One<img src=x onerror='parent.ran=1'><script>parent.ran=1</script> two</p><svg onload='parent.ran=1'></svg>"
    "<p onclick='parent.ran=1'><a href='javascript:parent.ran=1'>three</a> <a href='https://example.org/'>four</a></p>"
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe><table><tr><td>five</td><td>six</td></tr></table>"
    "<style>p{}</style><form><input value=seven></form>"
)


def writing(sign_in, *, typed=""):
    """A new story on the screen, with some words if `typed`, and the caret behind them."""
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    if typed:
        page.keyboard.type(typed)
    return page


def parts_on(page):
    """What the form holds, as a reader of the screen would name it."""
    values = {name: page.locator(f"[name={name}]").input_value() for name in ("headline", "dek", "place")}
    for name in ("byline", "lead_topic", "topics"):
        texts = page.locator(f"[name={name}] option:checked").all_inner_texts()
        values[name] = [text for text in texts if text.strip("-")]
    return values


WHOLE = {
    "headline": wires.HEADLINE,
    "dek": wires.DEK,
    "place": "",
    "byline": [wires.BYLINE],
    "lead_topic": [wires.TOPIC],
    "topics": [wires.TOPIC],
}


def words_of(html):
    return re.sub(r"<[^>]+>", " ", re.sub(r"</?a[^>]*>", "", html)).split()


@pytest.mark.parametrize("program", PROGRAMS)
def test_whole_story_from_a_program_falls_into_its_parts(sign_in, program):
    page = writing(sign_in)
    paste(page, html=PROGRAMS[program](), text=clipboards.plain())
    said(page, "The story was read.")
    assert parts_on(page) == WHOLE
    text = body(page)
    assert re.findall(r"<h2>(.*?)</h2>", text) == [wires.FIRST, wires.SECOND]
    assert re.findall(r"<li><p>(.*?)</p></li>", text) == clipboards.POINTS
    assert text.count("<ul>") == 1 and f'<a href="{clipboards.LINK}">{clipboards.LINKED}</a>' in text
    assert set(re.findall(r"<[^/][^>]*>", text)) == {"<p>", "<h2>", "<ul>", "<li>", f'<a href="{clipboards.LINK}">'}
    expected = [*wires.LEAD, wires.FIRST, *wires.FIRST_SECTION, *clipboards.POINTS, wires.SECOND, *wires.SECOND_SECTION]
    assert words_of(text) == " ".join(expected).split()


@pytest.mark.parametrize("width", [0, 68], ids=["a line a paragraph", "hard-wrapped"])
def test_plain_text_gives_what_importing_gives(sign_in, width):
    page = writing(sign_in)
    paste(page, text=clipboards.plain(width))
    said(page, "The story was read.")
    assert parts_on(page) == WHOLE
    follow(page.locator("button[data-verb=save]"))
    page.locator(".messagelist", has_text="Saved").wait_for()
    pasted = Article.objects.get()
    imported = import_story(clipboards.plain(width).encode(), by=builders.system()).article
    for name in ("headline", "dek", "body", "place", "language", "lead_topic"):
        assert getattr(pasted, name) == getattr(imported, name), name
    for rows in ("byline_rows", "topic_rows"):
        assert [str(row) for row in getattr(pasted, rows).all()] == [str(row) for row in getattr(imported, rows).all()]


def test_one_undo_takes_all_of_it_back_and_redo_brings_it_again(sign_in):
    page = writing(sign_in)
    paste(page, text=clipboards.plain())
    said(page, "The story was read.")
    full = body(page)
    page.keyboard.press("Control+z")
    assert body(page) in ("", "<p></p>")
    assert parts_on(page) == {
        **dict.fromkeys(("headline", "dek", "place"), ""),
        **dict.fromkeys(("byline", "lead_topic", "topics"), []),
    }
    assert not page.locator(".found").count()
    page.keyboard.press("Control+Shift+z")
    assert body(page) == full and parts_on(page) == WHOLE


def test_what_was_found_is_listed_to_confirm_or_change(sign_in):
    page = writing(sign_in)
    paste(page, text=clipboards.plain())
    rows = page.locator(".found dl > div")
    rows.first.wait_for()
    assert rows.locator("dt").all_inner_texts() == ["Headline", "Dek", "Byline", "Lead topic"]
    page.get_by_role("link", name="Change: Dek").click()
    page.wait_for_function("() => document.activeElement.name === 'dek'")  # a link leads there in the next frame
    page.get_by_role("button", name="Back into the text: Dek").click()
    assert body(page).startswith(f"<p>{wires.DEK}</p>") and parts_on(page)["dek"] == ""
    page.get_by_role("button", name="Keep it so").click()
    page.locator(".found").wait_for(state="detached")
    assert parts_on(page)["headline"] == wires.HEADLINE


def test_server_that_does_not_answer_leaves_the_words_as_text(sign_in):
    page = writing(sign_in)
    page.expected_complaints.append("Failed to load resource")
    page.route("**/ask/pasted/", lambda route: route.abort())
    paste(page, text=clipboards.plain())
    said(page, "It was pasted as plain text.")
    assert words_of(body(page)) == clipboards.plain().split()


def test_pasting_into_a_story_in_progress_inserts_clean_text_only(sign_in):
    page = writing(sign_in, typed="Begun. ")
    paste(page, html=clipboards.word(), text=clipboards.plain())
    page.locator(".ProseMirror h2").first.wait_for()
    assert page.locator("[name=headline]").input_value() == ""
    assert not re.search(r"(?i)mso|style|class|o:p|&nbsp;|<p></p>", body(page))
    assert re.findall(r"<li><p>(.*?)</p></li>", body(page)) == clipboards.POINTS


def test_plain_lines_become_paragraphs(sign_in):
    page = writing(sign_in, typed="Begun. ")
    paste(page, text="One runs\non.\n\nTwo.")
    assert body(page) == "<p>Begun. One runs on.</p><p>Two.</p>"


def test_hostile_html_gives_inert_text(sign_in):
    page = writing(sign_in, typed="Begun. ")
    paste(page, html=HOSTILE, text="x")
    page.locator(".ProseMirror", has_text="five").wait_for()
    assert page.evaluate("window.ran") is None
    assert set(re.findall(r"<[^/][^>]*>", body(page))) <= {"<p>", '<a href="https://example.org/">'}
    assert words_of(body(page)) == ["Begun.", "One", "two", "three", "four", "five", "six"]


def copied_from_a_story(page, written):
    """What is on the clipboard when all of a story with this body is copied; the story is on the page."""
    page.goto(f"/admin/articles/article/{builders.draft_article(body=written).pk}/change/")
    sheet(page)
    return page.evaluate(
        """() => {
            const { editor } = document.querySelector(".ProseMirror");
            editor.commands.selectAll();
            return editor.view.serializeForClipboard(editor.state.selection.content()).dom.innerHTML;
        }"""
    )


def test_own_blocks_are_copied_as_they_are(sign_in):
    person, photo = builders.a_person("Ana Diaz"), builders.a_photo()
    written = (
        f'<blockquote data-person="{person.pk}" data-attribution="Ana"><p>We <strong>wait</strong>.</p></blockquote>'
        f'<figure data-photo="{photo.pk}" data-credit="AP"><figcaption>The <em>pier</em>.</figcaption></figure>'
        f'<p><span data-person="{person.pk}">Ana</span> left.</p>'
    )
    page = sign_in(builders.editor())
    copied = copied_from_a_story(page, written)
    page.evaluate("document.querySelector('.ProseMirror').editor.commands.focus('end')")
    paste(page, html=copied, text="x")
    assert body(page).count(written[: written.index("<p><span")]) == 2


TRACKED = (
    "<p>The yard employs <del>4,000</del><ins>400</ins> people<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup>, and "
    "ships 10<sup>6</sup> tonnes.</p><p><img src='https://example.org/x.jpg' alt='The yard'></p>"
    "<table><tr><td>May</td><td>12</td></tr><tr><td>June</td><td>14</td></tr></table>"
    "<p>It <s>closes for good and</s> opens in June.</p>"
    "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a> Are we sure?</p></div>"
)
CAME_IN = (
    "<p>The yard employs 400 people, and ships 10⁶ tonnes.</p>"
    "<table><tbody><tr><td>May</td><td>12</td></tr><tr><td>June</td><td>14</td></tr></tbody></table>"
    "<p>It opens in June.</p>"
)
LEFT_OUT = {"deletions": "2 deletions", "comments": "1 comment", "pictures": "1 picture"}


def assert_left_out_is_listed(page):
    listed = page.locator("[data-left-out]")
    listed.wait_for()
    said_of = {line.get_attribute("data-kind"): line.inner_text() for line in listed.locator("li").all()}
    assert said_of.keys() == LEFT_OUT.keys()
    for kind, words in LEFT_OUT.items():
        assert said_of[kind].startswith(words)
    return listed


def test_paste_with_tracked_changes_lists_what_was_left_out(sign_in):
    page = writing(sign_in, typed="Begun. ")
    page.keyboard.press("Enter")
    paste(page, html=TRACKED, text="x")
    assert_left_out_is_listed(page)
    page.locator(".sheet-status", has_text="Left out of what was pasted: 2 deletions").wait_for(state="attached")
    assert body(page) == f"<p>Begun. </p>{CAME_IN}"
    page.get_by_role("button", name="Take the paste back").click()
    page.locator("[data-left-out]").wait_for(state="detached")
    assert body(page) == "<p>Begun. </p><p></p>"


def test_paste_is_undone_by_the_keys_and_its_list_goes_with_it(sign_in):
    page = writing(sign_in, typed="Begun by me. ")
    page.evaluate("document.querySelector('.ProseMirror').editor.commands.setTextSelection({ from: 7, to: 12 })")
    paste(page, html=TRACKED, text="x")
    assert_left_out_is_listed(page)
    assert body(page).startswith("<p>Begun The yard employs 400 people") and "by me" not in body(page)
    page.keyboard.press("Control+z")
    page.locator("[data-left-out]").wait_for(state="detached")
    assert body(page) == "<p>Begun by me. </p>"


def test_paste_is_taken_back_after_more_was_written_and_the_list_can_be_closed(sign_in):
    page = writing(sign_in, typed="Begun. ")
    paste(page, html=TRACKED, text="x")
    assert_left_out_is_listed(page)
    page.keyboard.type(" Then this.")
    page.get_by_role("button", name="Take the paste back").click()
    assert body(page) == "<p>Begun.  Then this.</p>"
    paste(page, html=TRACKED, text="x")
    assert_left_out_is_listed(page).get_by_role("button", name="Close").click()
    page.locator("[data-left-out]").wait_for(state="detached")
    assert "<td>12</td>" in body(page)


def test_whole_story_lists_what_was_left_out_with_what_was_found(sign_in):
    page = writing(sign_in)
    paste(page, html=clipboards.docs() + TRACKED, text=clipboards.plain())
    said(page, "The story was read.")
    assert_left_out_is_listed(page)
    assert page.locator(".pasted-story [data-left-out]").count() == 1
    page.get_by_role("button", name="Take it all back").click()
    page.locator("[data-left-out]").wait_for(state="detached")


def test_list_pasted_behind_a_sentence_stays_a_list(sign_in):
    page = writing(sign_in, typed="They met on Monday.")
    paste(page, html="<ul><li>One</li><li>Two</li></ul>", text="One Two")
    page.locator(".ProseMirror li").first.wait_for()
    assert body(page) == "<p>They met on Monday.</p><ul><li><p>One</p></li><li><p>Two</p></li></ul>"
    paste(page, html="<ul><li>Three</li></ul>", text="Three")
    page.locator(".ProseMirror li", has_text="Three").wait_for()
    items = "".join(f"<li><p>{words}</p></li>" for words in ("One", "Two", "Three"))
    assert body(page) == f"<p>They met on Monday.</p><ul>{items}</ul>"


def test_paragraphs_pasted_behind_a_sentence_are_parted_from_it(sign_in):
    page = writing(sign_in, typed="They met on Monday.")
    paste(page, html="<p>It rained.</p><p>They left.</p>", text="x")
    page.locator(".ProseMirror p", has_text="They left.").wait_for()
    assert body(page) == "<p>They met on Monday. It rained.</p><p>They left.</p>"


@pytest.mark.parametrize("field", ["headline", "dek"])
def test_whole_story_pasted_into_the_headline_falls_into_its_parts(sign_in, field):
    page = writing(sign_in)
    paste(page, html=clipboards.docs(), text=clipboards.plain(), into=f"[name={field}]")
    said(page, "The story was read.")
    assert parts_on(page) == WHOLE


def test_whole_story_pasted_into_the_headline_of_another_loses_nothing(sign_in):
    page = writing(sign_in, typed="Mine.")
    page.locator("[name=headline]").focus()
    paste(page, text=clipboards.plain(), into="[name=headline]")
    said(page, "its first line stands here")
    assert page.locator("[name=headline]").input_value() == clipboards.HEAD[0]
    assert words_of(body(page)) == [*clipboards.plain().split()[len(clipboards.HEAD[0].split()) :], "Mine."]


def test_headline_of_two_lines_is_one_and_a_long_one_is_whole_and_said(sign_in):
    page = writing(sign_in, typed="Mine.")
    headline = page.locator("[name=headline]")
    headline.focus()
    paste(page, text="Ferries sail\nagain", into="[name=headline]")
    page.wait_for_function("() => document.querySelector('[name=headline]').value === 'Ferries sail again'")
    headline.fill("The ferry, " * 38 + "x")
    assert len(headline.input_value()) == 419
    page.locator(".sheet-length.is-over", has_text="419 of 300 characters").wait_for()
    headline.press("Enter")
    assert page.evaluate("document.activeElement.name") == "dek"
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.ProseMirror').editor.view.hasFocus()")


def test_blocks_copied_from_another_story_bring_their_photos_and_people(sign_in):
    person, photo = builders.a_person("Ana Diaz"), builders.a_photo(alt="A pier", credit="AP", caption="The pier.")
    written = (
        f'<blockquote data-person="{person.pk}"><p>We wait.</p></blockquote>'
        f'<figure data-photo="{photo.pk}"><figcaption></figcaption></figure><p>End.</p>'
    )
    page = sign_in(builders.editor())
    copied = copied_from_a_story(page, written)
    page.goto(ADD)
    sheet(page)
    page.keyboard.type("Begun. ")
    page.keyboard.press("Enter")
    paste(page, html=copied, text="x")
    page.locator(".ProseMirror figure img[alt='A pier']").wait_for()
    page.locator(".ProseMirror blockquote footer", has_text="— Ana Diaz").wait_for()
    assert page.locator(".ProseMirror figure .story-words [data-part=alt]").input_value() == "A pier"
    assert page.locator(".ProseMirror figcaption").get_attribute("data-placeholder") == "The pier."
    # The same from another newsroom, or from another program with this editor: its numbers mean nothing here.
    page.keyboard.press("Control+a")
    paste(page, html=copied.replace("data-newsroom", "data-other"), text="x")
    page.locator(".ProseMirror figure").wait_for(state="detached")
    assert "data-p" not in body(page) and "We wait." in body(page)


def test_paste_of_which_nothing_comes_in_says_so(sign_in):
    page = writing(sign_in, typed="Begun.")
    paste(page, html="<img src='https://example.org/x.jpg'><iframe src='https://example.org/'></iframe>")
    listed = page.locator("[data-left-out]")
    listed.wait_for()
    assert [line.get_attribute("data-kind") for line in listed.locator("li").all()] == ["pictures", "embeds"]
    assert body(page) == "<p>Begun.</p>" and listed.get_by_role("button").all_inner_texts() == ["Close"]


def test_headline_pasted_with_tracked_changes_says_what_was_left_out(sign_in):
    page = writing(sign_in, typed="Mine.")
    page.locator("[name=headline]").focus()
    html = "<h1>Ferries carry <del>4,000</del><ins>400</ins> people over 10<sup>6</sup> m<sup>3</sup></h1>"
    paste(page, html=html, text="Ferries carry 4,000400 people over 106 m3", into="[name=headline]")
    page.locator(".sheet-headline [data-left-out] [data-kind=deletions]").wait_for()
    assert page.locator("[name=headline]").input_value() == "Ferries carry 400 people over 10⁶ m³"
    page.get_by_role("button", name="Take the paste back").click()
    assert page.locator("[name=headline]").input_value() == ""
    assert not page.locator("[data-left-out]").count()


def test_note_pasted_onto_an_empty_sheet_is_all_there(sign_in):
    page = writing(sign_in)
    paste(page, text="Call the harbor.\n\nAsk for Ana.")
    page.locator(".ProseMirror p", has_text="Ask for Ana.").wait_for()
    assert body(page) == "<p>Call the harbor.</p><p>Ask for Ana.</p>"


def test_deleted_words_alone_bring_nothing_but_the_list(sign_in):
    page = writing(sign_in)
    paste(page, html="<p><del>Gone for good.</del></p>", text="Gone for good.")
    page.locator("[data-left-out] [data-kind=deletions]").wait_for()
    assert body(page) in ("", "<p></p>")

"""The handle beside a block: drawn by mouse and finger, clicked, undone; and nothing but words falls into a list."""

import pytest

from articles.text.body.cleaning import clean
from tests import builders
from tests.journeys.scrolling import PHONE
from tests.journeys.steps import PATIENCE
from tests.journeys.test_editing import change, put_caret, sheet
from tests.journeys.writing import body, said

pytestmark = [pytest.mark.journey, pytest.mark.once]
LIST = "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"


def opened(page, text):
    """The sheet of a story with this text, looked at where the text is."""
    page.goto(change(builders.draft_article(body=clean(text))))
    sheet(page)
    page.locator(".ProseMirror").scroll_into_view_if_needed()


def middle(page, block):
    box = page.locator(".ProseMirror > *").nth(block).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def grip(page):
    page.locator(".block-grip").wait_for()
    box = page.locator(".block-grip").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def draw(page, block, to):
    """Draw the handle of a block with the mouse to a height of the page, and leave the button down."""
    page.mouse.move(*middle(page, block))
    x, y = grip(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, (y + to) / 2, steps=4)
    page.mouse.move(x, to, steps=4)


def test_block_is_drawn_to_another_place_and_one_undo_takes_it_back(sign_in):
    page = sign_in(builders.editor())
    opened(page, f"<p>First</p>{LIST}<p>Last</p>")
    below = middle(page, 2)[1] + 30
    draw(page, 0, below)
    page.locator(".block-gap:visible").wait_for()
    page.mouse.up()
    said(page, "Moved: 3 of 3")
    assert body(page) == f"{LIST}<p>Last</p><p>First</p>"
    page.keyboard.press("Control+z")
    assert body(page) == f"<p>First</p>{LIST}<p>Last</p>"
    draw(page, 2, middle(page, 0)[1] - 30)
    page.mouse.up()
    said(page, "Moved: 1 of 3")
    assert body(page) == f"<p>Last</p><p>First</p>{LIST}"
    draw(page, 1, middle(page, 2)[1] + 40)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert body(page) == f"<p>Last</p><p>First</p>{LIST}", "Escape lets it go"
    assert not page.locator(".block-gap:visible").count()


def test_click_on_the_handle_offers_steps(sign_in):
    page = sign_in(builders.editor())
    opened(page, "<p>First</p><p>Second</p><p>Third</p>")
    page.mouse.move(*middle(page, 0))
    page.mouse.click(*grip(page))
    page.get_by_role("button", name="Move down").click()
    assert body(page) == "<p>Second</p><p>First</p><p>Third</p>"
    page.get_by_role("button", name="Move down").click()
    assert body(page) == "<p>Second</p><p>Third</p><p>First</p>"
    page.keyboard.press("Escape")
    assert not page.get_by_role("button", name="Move down").is_visible()


def test_photo_drawn_over_a_list_falls_beside_it(sign_in):
    photo = builders.a_photo(640, 480)
    figure = f'<figure data-photo="{photo.pk}"><figcaption></figcaption></figure>'
    page = sign_in(builders.editor())
    opened(page, f"<p>Before</p>{LIST}{figure}<p>After</p>")
    page.locator(".ProseMirror figure img").wait_for()
    item = page.locator(".ProseMirror li").first
    page.locator(".ProseMirror figure .story-photo").drag_to(item)  # by the editor's own dragging
    assert sorted(body(page).split(LIST)) == sorted([f"<p>Before</p>{figure}", "<p>After</p>"])
    put_caret(page, after="One")
    page.keyboard.press("Tab")
    assert LIST in body(page), "and no list falls into an item: saving would take it apart"


def test_finger_draws_the_block_with_the_caret(browser, site, sign_in):
    article = builders.draft_article(body="<p>First</p><p>Second</p><p>Third</p>")
    signed_in = sign_in(builders.editor())
    context = browser.new_context(base_url=site, **PHONE)
    context.add_cookies(signed_in.context.cookies())
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(change(article))
    sheet(page)
    put_caret(page, after="First")
    x, y = grip(page)
    size = page.locator(".block-grip").bounding_box()
    assert size["width"] >= 44 and size["height"] >= 44
    hand = context.new_cdp_session(page)
    down = middle(page, 2)[1] + 20

    def touch(kind, *points):
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": at} for at in points]})

    touch("touchStart", y)
    for step in range(1, 6):
        touch("touchMove", y + (down - y) * step / 5)
    touch("touchEnd")
    said(page, "Moved: 3 of 3")
    assert body(page) == "<p>Second</p><p>Third</p><p>First</p>"
    context.close()

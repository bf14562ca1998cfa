"""Boxes in a real browser: put in by key, typed, left by Enter, taken away again; read on a phone and at a desk."""

import os

import pytest

from tests import builders
from tests.journeys.axe import faults_by_day_and_night, sideways_faults
from tests.journeys.scrolling import path_of, reader
from tests.journeys.writing import ADD, body, choose, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]


def shot(page, name):
    """A picture for whoever wants to look, into the folder SHOTS."""
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_box_is_put_in_by_key_typed_and_left_by_enter(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    keys = page.keyboard
    keys.type("Words before.")
    keys.press("Enter")
    keys.press("Control+Alt+b")
    choose(page, "key", "Key points")
    keys.type("The harbour is open.")
    keys.press("Enter")
    keys.type("It cost nine million.")
    keys.press("Enter")
    keys.press("Enter")
    keys.type("Words behind.")
    points = '<aside data-box="points"><p>Key points</p><p>The harbour is open.</p><p>It cost nine million.</p></aside>'
    assert body(page).removesuffix("<p></p>") == f"<p>Words before.</p>{points}<p>Words behind.</p>"
    shot(page, "box-sheet")
    page.evaluate("document.querySelector('.ProseMirror').editor.commands.setTextSelection(20)")
    keys.press("Control+Alt+b")
    page.wait_for_function("() => !document.querySelector('.ProseMirror aside:has(> p:nth-child(3))')")


BOXES = (
    '<p>First words of it.</p><aside data-box="points"><p>Key points</p><p>The harbour is open.</p>'
    "<p>It cost <strong>nine</strong> million.</p></aside><p>More words of it.</p>"
    '<aside data-box="timeline"><p>What happened when</p><p><strong>2024</strong> It closes.</p>'
    '<p><strong>2026</strong> It opens again.</p></aside><aside data-box="pull"><p>More words of it.</p></aside>'
    '<aside data-box="facts"><p>What we know</p><p>The piers are 300 metres long.</p></aside><p>The end.</p>'
)


@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_readers_have_each_box_with_its_name(browser, site, device):
    path = path_of(builders.live_article(headline="Harbour Opens", body=BOXES))
    with reader(browser, site, device) as page:
        assert page.goto(path).status == 200
        for name, role in (("Key points", "list"), ("What happened when", "list"), ("What we know", "paragraph")):
            assert page.get_by_label(name).get_by_role(role).count()
        assert page.locator("[data-box]").count() == 4
        assert not page.locator("[data-box=pull] [data-quote]").count()
        assert not sideways_faults(page, path)
        assert not faults_by_day_and_night(page, path)
        page.emulate_media(color_scheme="dark" if device == "phone" else "light")
        shot(page, f"boxes-{device}")

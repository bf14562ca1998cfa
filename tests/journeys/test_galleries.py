"""Galleries in a real browser: photos that come together are one, one by one again, and open whole on the page."""

import os
import re

import pytest

from tests import builders
from tests.journeys.axe import faults_by_day_and_night, sideways_faults
from tests.journeys.scrolling import path_of, reader
from tests.journeys.writing import ADD, body, drop, picture, said, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]
IN_GALLERY = re.compile(r'<figure data-photo="\d+" data-gallery="on">')


def test_photos_dropped_together_are_a_gallery_and_the_button_makes_them_single_and_one_again(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.type("Words.")
    drop(page, *(picture(builders.picture_bytes(300, 200 + each)) for each in range(3)))
    said(page, "as a gallery")
    assert len(IN_GALLERY.findall(body(page))) == 3
    tops = [figure.bounding_box()["y"] for figure in page.locator(".ProseMirror figure").all()[:2]]
    assert tops[0] == tops[1]  # beside each other
    button = page.get_by_role("button", name="Gallery", exact=True).nth(1)
    button.click()
    said(page, "one by one")
    assert not IN_GALLERY.findall(body(page))
    button.press("Enter")
    said(page, "are a gallery")
    assert len(IN_GALLERY.findall(body(page))) == 3


def test_one_photo_is_no_gallery_and_the_sheet_says_why(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.type("Words.")
    drop(page, picture(builders.picture_bytes(300, 200)))
    page.locator(".ProseMirror figure img").wait_for()
    page.get_by_role("button", name="Gallery", exact=True).click()
    said(page, "needs another photo")
    assert not IN_GALLERY.findall(body(page))


def gallery_story(count):
    """A live story with a gallery of so many photos."""
    photos = [builders.a_photo(600, 400 + 30 * each, caption=f"Bay {each}", credit="Ada Lens") for each in range(count)]
    figures = "".join(
        f'<figure data-photo="{photo.pk}" data-gallery="on"><figcaption></figcaption></figure>' for photo in photos
    )
    return builders.live_article(headline="Four Bays", body=f"<p>See them.</p>{figures}<p>That is all.</p>")


@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_readers_see_a_grid_that_opens_whole_and_leads_on(browser, site, device):
    path = path_of(gallery_story(4))
    with reader(browser, site, device) as page:
        assert page.goto(path).status == 200
        gallery = page.get_by_role("group", name="Gallery of 4 photos")
        gallery.scroll_into_view_if_needed()
        places = [figure.bounding_box() for figure in gallery.locator("figure").all()]
        assert places[0]["y"] == places[1]["y"]
        assert places[0]["x"] < places[1]["x"]
        assert not sideways_faults(page, path)
        assert not faults_by_day_and_night(page, path)
        if shots := os.environ.get("SHOTS"):
            page.emulate_media(color_scheme="dark" if device == "phone" else "light")
            page.screenshot(path=f"{shots}/gallery-{device}.png", full_page=True)
        gallery.locator("img").nth(1).click()
        window = page.get_by_role("dialog")
        window.get_by_text("2 / 4").wait_for()
        page.keyboard.press("ArrowRight")
        window.get_by_text("3 / 4").wait_for()
        page.keyboard.press("Escape")
        window.wait_for(state="hidden")

"""The chief writes a static page on the sheet, and readers find it at the foot of every page."""

import pytest
from playwright.sync_api import expect

from tests.builders import chief, live_article

pytestmark = [pytest.mark.journey, pytest.mark.once]


def test_static_page_is_written_and_read(page, sign_in):
    live_article()
    page.set_default_timeout(60_000)
    sign_in(chief()).goto("/admin/articles/staticpage/add/")
    page.fill("[name=title]", "About us")
    page.fill("[name=description]", "Who makes this paper.")
    page.fill("[name=slug]", "about")
    page.locator(".ProseMirror").wait_for()  # it takes the field's place, and its name
    page.get_by_role("textbox", name="Text of the page").click()
    page.keyboard.type("We print what we have seen.")
    page.get_by_role("button", name="Bold").click()
    page.wait_for_function("() => document.querySelector('.ProseMirror').editor.view.hasFocus()")
    page.keyboard.type(" Twice.")
    page.click("[name=_continue]")
    expect(page.locator(".success")).to_contain_text("About us")
    expect(page.locator(".ProseMirror strong")).to_have_text(" Twice.")
    page.goto("/")
    page.locator(".foot").get_by_role("link", name="About us").click()
    expect(page.locator("section p")).to_have_text("We print what we have seen. Twice.")

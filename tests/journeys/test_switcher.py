"""Ctrl+K on every screen: Enter goes where the typed words lead, however fast they were typed."""

import pytest
from django.urls import reverse

from tests import builders

pytestmark = [pytest.mark.journey, pytest.mark.once]


def test_enter_takes_what_was_typed_and_not_what_was_found_before(page, sign_in):
    for headline in (
        "The Fair",
        "The Ferry",
        "The Bridge",
    ):  # the last is found before anything is typed
        builders.live_article(headline=headline)
    sign_in(builders.editor()).goto(reverse("admin:index"))
    page.keyboard.press("Control+k")
    page.locator("[role=option][aria-selected=true]", has_text="The Bridge").wait_for()
    page.keyboard.type("fair")
    page.keyboard.press("Enter")
    page.wait_for_url("**/change/")
    assert page.locator("textarea[name=headline]").input_value() == "The Fair"

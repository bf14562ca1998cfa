"""Who reads in the fifty tests: a reader at a desk, on a phone, or in Firefox."""

from functools import partial

import pytest

from tests.journeys.conftest import CHROMIUM, FLAGS, found
from tests.journeys.lines.devices import FIREFOX, KEEPING
from tests.journeys.scrolling import reader

BROWSERS = {FIREFOX: "firefox", KEEPING: "keeping_browser"}


@pytest.fixture
def reading(request, site):
    """A function that opens a page of a fresh reader on the device that the test's mark (`on`) names."""
    device = request.param
    return partial(reader, request.getfixturevalue(BROWSERS.get(device, "browser")), site, device)


@pytest.fixture
def keeping_browser(playwright):
    """A Chromium that keeps pages whole for the way back."""
    held = ["--disable-back-forward-cache"]
    chromium = playwright.chromium.launch(executable_path=found(CHROMIUM), args=FLAGS, ignore_default_args=held)
    yield chromium
    chromium.close()

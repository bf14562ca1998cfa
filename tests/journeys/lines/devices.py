"""Where a line is tried: Chromium as a desktop and as a phone, and Firefox where the line is the same there."""

import pytest

DESKTOP, PHONE, FIREFOX = "desktop", "phone", "firefox"
CHROMIUM = (DESKTOP, PHONE)
KEEPING = "keeping"  # a Chromium that holds pages for the way back, as it does but for programs that drive it
EVERYWHERE = (DESKTOP, PHONE, FIREFOX)


def on(*devices):
    """The test runs once on each of these devices, with `reading`, which opens a page there."""
    return pytest.mark.parametrize("reading", devices, indirect=True)

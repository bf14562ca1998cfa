"""Every screen of the editors' side, of every address of the urlconf, Django's own too: no axe violation light or dark.

Nor has anybody to scroll sideways, on a phone or on a desk.
"""

import re

import pytest

from tests import admin_walking, builders
from tests.articles.admin.shared import test_screens
from tests.journeys.axe import faults_by_day_and_night, sideways_faults

pytestmark = [pytest.mark.journey, pytest.mark.once]
PARTS = 6
everything = test_screens.everything  # a fixture: one row of everything
NUMBER = re.compile(r"/\d+(?=/)")


def screens(client):
    """One address of each kind that answers with a page of HTML to whoever may do everything, as a list."""
    found: dict[str, str] = {}
    for address in admin_walking.addresses():
        kind = NUMBER.sub("/N", address)
        if kind not in found:
            answer = client.get(address)
            is_html = answer.headers.get("Content-Type", "").startswith("text/html") and not answer.streaming
            if answer.status_code < 300 and is_html and "<html" in answer.text:  # a page, and no part of one
                found[kind] = address
    return sorted(found.values())


@pytest.fixture
def filled(everything):
    """One row of everything, and stories at the stages at which their screens differ."""
    builders.draft_article(headline="A Draft", body="<p>One.</p>", lead_photo=builders.a_photo())
    builders.scheduled_article()
    builders.withdrawn_article()


@pytest.mark.parametrize("part", range(PARTS))
def test_every_screen_of_the_admin_has_no_axe_violation_light_or_dark(page, sign_in, client, filled, part):
    chief = builders.chief()
    client.force_login(chief)
    wrong = []
    sign_in(chief)
    for address in screens(client)[part::PARTS]:
        wrong += faults(page, address)
    assert not wrong, "\n".join(wrong)


def faults(page, address):
    """What is wrong with a screen on a desk, light and dark, and on a phone."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    found = faults_by_day_and_night(page, address) + sideways_faults(page, f"{address} 1280")
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()  # a phone does not come from a wide window
    return found + sideways_faults(page, f"{address} 390")

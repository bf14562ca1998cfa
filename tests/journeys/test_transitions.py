"""From card to story in a real browser: the photo goes along, and stays where it is for those who want no motion."""

import pytest
from playwright.sync_api import expect

from tests.builders import a_photo, live_article
from tests.journeys.steps import PATIENCE

pytestmark = [pytest.mark.journey, pytest.mark.once]

RECORD = """addEventListener('pagereveal', event => {
  window.moving = event.viewTransition
    ? event.viewTransition.ready.then(
        () => document.getAnimations().map(one => one.effect.pseudoElement),
        () => null, // it was broken off
    )
    : null;
});"""


@pytest.fixture
def moving_page(browser, site):
    """A page of somebody who has not asked for less motion, which records what moves when a page comes."""
    context = browser.new_context(
        base_url=site, viewport={"width": 1280, "height": 900}, reduced_motion="no-preference"
    )
    context.set_default_timeout(PATIENCE)
    context.add_init_script(RECORD)
    yield context.new_page()
    context.close()


def moved(page):
    """What moved when the page came, as pseudo-elements; None when it simply stood there."""
    page.wait_for_function("window.moving !== undefined")
    return page.evaluate("window.moving")


def photo_stories():
    return [live_article(headline=f"Bridge {number}", lead_photo=a_photo(800, 600)) for number in range(2)]


def test_chosen_photo_becomes_the_storys(moving_page):
    photo_stories()
    for _ in range(5):  # the browser does without a transition where a page took long to come
        moving_page.goto("/")
        moving_page.locator(".card:has(.pic) .headline a").first.click()
        moving_page.wait_for_url("**/bridge-*/")
        if moved(moving_page) is not None:
            break
    assert "::view-transition-group(photo)" in moved(moving_page)
    moving_page.go_back()
    expect(moving_page.locator(".card")).to_have_count(2)


def test_photo_left_behind_does_not_fly_in(moving_page):
    photo_stories()
    # Without scroll for next, which would move on within the page where it has the next story in place already.
    moving_page.route("**/js/reader*.js", lambda route: route.abort())
    moving_page.goto("/")
    moving_page.locator(".card:has(.pic) .headline a").first.click()
    moving_page.wait_for_url("**/bridge-*/")
    left = moving_page.url
    moving_page.locator(".story a[rel=next]").first.click()
    moving_page.wait_for_url(lambda url: url != left)
    assert "::view-transition-old(photo)" not in (moved(moving_page) or ())


def test_nothing_moves_for_those_who_want_less_motion(page):
    photo_stories()
    page.add_init_script(RECORD)
    page.goto("/")
    page.locator(".card:has(.pic) .headline a").first.click()
    page.wait_for_url("**/bridge-*/")
    assert moved(page) is None

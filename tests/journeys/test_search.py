"""A reader searches: with the keyboard, with suggestions, without JavaScript, on a phone and in the dark."""

import pytest
from playwright.sync_api import expect

from tests.builders import a_person, a_topic, live_article
from tests.journeys.axe import faults_by_day_and_night, sideways_faults
from tests.journeys.steps import PATIENCE, follow, next_page

pytestmark = pytest.mark.journey


@pytest.fixture
def stories():
    """Stories about bridges, with a topic and a person of that name."""
    person, topic = a_person("Bridget Ames"), a_topic("Bridges of Yore")
    body = f'<p>So said <span data-person="{person.pk}">Ames</span> of the bridge.</p>'
    for number in range(24):
        live_article(headline=f"A Bridge Opens for the {number}th Time", topics=[topic], body=body)
    live_article(headline="جسر جديد فوق النهر", dek="افتتح يوم الاثنين.", language="ar")
    live_article(headline="Reservoir Full")


@pytest.mark.usefixtures("stories")
@pytest.mark.once
def test_search_pages_have_no_axe_violation_and_never_scroll_sideways(page):
    page.expected_complaints.append("Failed to load resource")  # the browser says so of the 404
    wrong = []
    for path in (
        "/search/",
        "/search/?q=bridge",
        "/search/?q=bridges&topic=bridges-of-yore&from=2020-01-01",
        "/search/?q=resevoir",
        "/search/?q=brid",
        "/search/?q=جسر",
        "/search/?q=%22",
        f"/search/?q={'bridge' * 60}",
        "/never/printed/",
    ):
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(path)
            wrong += faults_by_day_and_night(page, f"{path} {width}")
            wrong += sideways_faults(page, f"{path} {width}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.usefixtures("stories")
def test_reader_searches_by_keyboard_and_is_offered_what_begins_so(page):
    page.goto("/search/")
    page.get_by_label("Words to look for").focus()
    page.keyboard.type("brid")
    options = page.locator("#suggestions option")  # what is there may still be for the first letters
    for place, offered in enumerate(("Bridget Ames", "Bridges of Yore")):
        expect(options.nth(place)).to_have_attribute("value", offered)
    page.keyboard.type("ge")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=bridge&**")
    assert page.locator("[data-story-card]").count() == 20
    assert page.locator("mark").first.inner_text() == "Bridge"
    page.get_by_role("link", name="More stories").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**after=**")
    assert page.locator("[data-story-card]").count() == 6


@pytest.mark.usefixtures("stories")
def test_search_works_without_javascript(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/never/printed/")
    page.get_by_label("Words to look for").fill("resevoir")
    follow(page.get_by_role("button", name="Search"))
    follow(page.get_by_role("link", name="reservoir", exact=True))
    assert page.locator("[data-story-card]").count() == 1
    page.get_by_label("Words to look for").fill("brid")
    with next_page(page):
        page.keyboard.press("Enter")
    page.get_by_role("link", name="Bridges of Yore").press("Enter")
    page.wait_for_url("**/topics/bridges-of-yore/")
    context.close()

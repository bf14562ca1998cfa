"""What readers have at hand: photos whole, text and light, sharing, listening, and stories kept without a network."""

import re

import pytest
from playwright.sync_api import expect

from articles.editorial.publishing import publish
from tests.builders import a_photo, edited, live_article, system
from tests.journeys.axe import axe_faults
from tests.journeys.scrolling import long_story, path_of, reader
from tests.journeys.steps import PATIENCE

pytestmark = [pytest.mark.journey, pytest.mark.once]
VOICE = """() => {
    window.said = [];
    speechSynthesis.speak = (words) => { said.push(words.text); setTimeout(() => words.onend?.()); };
    navigator.share = async (told) => { window.shared = told; };
}"""


def test_settings_photos_sharing_and_the_voice(browser, site):
    figure = "<p>One. Two.</p>"
    article = live_article(headline="Seen Whole", body=f"{figure * 9}<h2>On</h2>{figure * 9}", lead_photo=a_photo())
    other = live_article(headline="Read Next", body=figure)
    with reader(browser, site, "phone") as page:
        page.goto(path_of(article))
        scripts = page.evaluate("performance.getEntriesByType('resource').map((it) => it.name)")
        assert not [name for name in scripts if re.search(r"(sheet|share|keep|listen|photos)\.js|hand\.css", name)]
        page.evaluate(VOICE)
        page.get_by_role("button", name="Text and light").first.click()
        page.get_by_label("Largest").check()
        page.get_by_label("Dark").check()
        assert axe_faults(page, "the sheet") == []
        page.keyboard.press("Escape")
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
        page.reload()
        expect(page.locator("html")).to_have_attribute("data-light", "dark")
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 20
        page.evaluate(VOICE)
        before = page.evaluate("scrollY")
        page.locator("figure picture").first.click()
        dialog = page.get_by_role("dialog", name="Photo")
        expect(dialog.locator("img")).to_be_visible()
        assert axe_faults(page, "the photo") == []
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        assert page.evaluate("scrollY") == before
        page.get_by_role("button", name="Share").first.click()
        page.wait_for_function("() => window.shared")
        assert page.evaluate("shared.title") == "Seen Whole" and page.evaluate("shared.url").endswith(path_of(article))
        page.get_by_role("button", name="Listen").first.click()
        page.wait_for_function("() => said.includes('Read Next')")
        assert page.evaluate("said.slice(0, 1)") == ["Seen Whole"] and "Two." in page.evaluate("said")
        assert path_of(other) in page.evaluate("[...document.querySelectorAll('article')].map((it) => it.dataset.url)")


def test_kept_story_is_read_without_a_network_and_forgotten_when_wanted(browser, site):
    path = path_of(long_story(1))
    with reader(browser, site, "phone") as page:
        page.expected_complaints += ["ERR_INTERNET_DISCONNECTED", "Failed to"]
        page.goto(path)
        page.get_by_role("button", name="Keep for later").click()
        expect(page.get_by_role("button", name="Kept", exact=True)).to_be_visible()
        page.evaluate("navigator.serviceWorker.ready")
        page.goto("/latest/")
        page.context.set_offline(True)
        page.goto(path)
        expect(page.locator("h1")).to_have_text("The Bridge at Number 1 Is Counted")
        page.goto("/archive/")
        expect(page.locator("h1")).to_have_text("Kept stories")
        expect(page.locator("[data-shelf=kept] a")).to_have_text("The Bridge at Number 1 Is Counted")
        page.context.set_offline(False)
        page.goto("/kept/")
        assert axe_faults(page, "kept") == []
        page.get_by_role("button", name="Forget all of this").click()
        expect(page.locator("[data-shelf=kept] a")).to_have_count(0)
        assert page.evaluate("caches.keys()") == []


def test_who_comes_back_is_told_that_the_story_was_corrected_since(browser, site):
    article = live_article(headline="Corrected Since", body="<p>It was three.</p>")
    path = path_of(article)
    publish.correct(edited(article, dek="It was two."), by=system(), text="It was two years.")
    remember = "([path, at]) => localStorage.setItem('lately', JSON.stringify([{ path, title: 'x', lang: 'en', at }]))"
    with reader(browser, site, "phone") as page:
        page.goto(path)
        expect(page.locator(".updated")).to_have_text(re.compile(r"^Updated "))
        # From another page: a story that is left writes down that it was read, where that took long enough.
        page.goto("/")
        page.evaluate(remember, [path, "2999-01-01T00:00:00.000Z"])
        page.goto(path)
        page.wait_for_load_state("networkidle")
        expect(page.locator(".updated")).to_have_text(re.compile(r"^Updated "))
        page.goto("/")
        page.evaluate(remember, [path, "2020-01-01T00:00:00.000Z"])
        page.goto(path)
        since = re.compile(r"^Corrected since you read this: ")
        expect(page.locator(".updated")).to_have_text(since, timeout=PATIENCE)
        assert axe_faults(page, "since") == []
        expect(page.locator(".updated a")).to_have_attribute("href", re.compile(f"{path}history/"))


def test_a_story_that_was_not_changed_fetches_nothing_to_say_so(browser, site):
    with reader(browser, site) as page:
        page.goto(path_of(live_article()))
        page.wait_for_load_state("networkidle")
        scripts = page.evaluate("performance.getEntriesByType('resource').map((it) => it.name)")
        assert not [name for name in scripts if "since" in name]

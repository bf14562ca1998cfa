"""Each script is set in a face of its own, which only pages that use it fetch."""

import pytest

from tests.builders import live_article
from tests.journeys.scrolling import RECORDER, STEADY, path_of

pytestmark = [pytest.mark.journey, pytest.mark.once]
HEADLINES = {
    "uk": ("cyrillic", "Пекарня в Києві вчиться рахувати кіловати"),
    "el": ("greek", "Το νησί μετράει τις πέτρες του"),
    "he": ("hebrew", "המאפייה לומדת לספור"),
    "ar": ("arabic", "المخبز يتعلم أن يحسب"),
}
WORDS = "<p>The boats were counted again from the bridge, in the rain, by people who had brought their own pencils.</p>"
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
LATIN = {"display", "text", "sans"}
FETCHED = """() => document.fonts.ready.then(() => performance.getEntriesByType("resource")
    .filter(({name}) => name.endsWith(".woff2")).map(({name}) => name.split("/").at(-1).split(".")[0]))"""
SET_IN = """() => document.fonts.ready.then(() => [...document.fonts]
    .filter(({status, unicodeRange}) => status === "loaded" && unicodeRange.split(", ").some((range) => {
        const [from, to] = range.slice(2).split("-").map((number) => parseInt(number, 16))
        const letter = document.querySelector(".headline").textContent.codePointAt(0)
        return from > 0 && from <= letter && letter <= (to ?? from)
    })).map(({family}) => family.replaceAll('"', "")))"""


@pytest.mark.parametrize("language", HEADLINES)
def test_page_in_another_script_is_set_in_its_face(page, language):
    face, headline = HEADLINES[language]
    page.goto(path_of(live_article(headline=headline, language=language, body=f"<p>{headline}</p>")))
    page.wait_for_function(f"(face) => ({FETCHED})().then((faces) => faces.includes(face))", arg=face)
    assert page.evaluate(SET_IN) == ["News Scripts"]


def test_page_in_latin_letters_fetches_no_other_face(page):
    page.goto(path_of(live_article()))
    are_there = f"(wanted) => ({FETCHED})().then((faces) => wanted.every((face) => faces.includes(face)))"
    page.wait_for_function(are_there, arg=sorted(LATIN))
    assert set(page.evaluate(FETCHED)) <= LATIN | {"text-italic", "text-bold"}


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_faces_come_late(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    story = path_of(live_article(headline="The Long Count of Every Boat on the River Begins Anew", body=WORDS * 5))
    page.add_init_script(RECORDER)
    waiting = []
    page.route("**/*.woff2", lambda route: waiting.append(route))  # Playwright marks what it calls: not a built-in
    for address in (story, "/search/?q=counted", "/"):
        page.goto(address, wait_until="domcontentloaded")
        page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
        assert waiting and page.evaluate("document.fonts.status") == "loading"
        while waiting:
            waiting.pop().continue_()
            page.evaluate(TWO_FRAMES)
        page.evaluate("document.fonts.ready.then(() => {})")
        page.evaluate(TWO_FRAMES)
        shifts = page.evaluate("record.shifts")
        assert sum(shift["value"] for shift in shifts) < STEADY, (address, shifts)

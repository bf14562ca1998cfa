"""Each script is set in a face of its own, which only pages that use it fetch."""

import pytest

from tests.builders import live_article
from tests.journeys.scrolling import path_of

pytestmark = [pytest.mark.journey, pytest.mark.once]
HEADLINES = {
    "uk": ("cyrillic", "Пекарня в Києві вчиться рахувати кіловати"),
    "el": ("greek", "Το νησί μετράει τις πέτρες του"),
    "he": ("hebrew", "המאפייה לומדת לספור"),
    "ar": ("arabic", "المخبز يتعلم أن يحسب"),
}
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

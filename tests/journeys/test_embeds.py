"""Twenty embeds in a real browser: nothing is asked of anybody else before a click, then of the host that was named."""

import os
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from articles.exchange.oembed import Said
from tests import builders
from tests.journeys.axe import faults_by_day_and_night, sideways_faults
from tests.journeys.scrolling import path_of, reader
from tests.journeys.writing import ADD, body, paste, said, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]
ADDRESSES = [
    *(f"https://www.youtube.com/watch?v=a1b2c3d4e{each}" for each in range(4)),
    "https://www.youtube.com/shorts/a1b2c3d4",
    "https://vimeo.com/123456789",
    "https://vimeo.com/223456789",
    "https://soundcloud.com/some-one/a-sound",
    "https://open.spotify.com/episode/0a1b2c3d4e5f",
    "https://datawrapper.dwcdn.net/Ab1cD/",
    "https://public.flourish.studio/visualisation/123/",
    "https://mastodon.social/@some_one/112233445566",
    "https://www.instagram.com/p/Ab_1-2c/",
    "https://www.tiktok.com/@some.one/video/7123456789",
    "https://www.reddit.com/r/news/comments/1ab2c/a_title/",
    "https://www.google.com/maps/embed?pb=!1m18!2d5.1",
    "https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4",
    "https://bsky.app/profile/some.one/post/3kabc",
    "https://x.com/some_one/status/123456",
    "https://www.facebook.com/some.one/posts/123",
]
CLICKED = "https://player.vimeo.com"


def elsewhere(page, site):
    """The origins of others that the page asks for something, from now on; none of them is let out."""
    asked = []

    def answer(route):
        parts = urlsplit(route.request.url)
        if parts.scheme in ("data", "blob") or route.request.url.startswith(site):
            return route.fallback()
        asked.append(f"{parts.scheme}://{parts.netloc}")
        return route.fulfill(body="<!doctype html><title>theirs</title>", content_type="text/html")

    page.route("**/*", answer)
    return asked


def story_of(addresses):
    poster = builders.a_photo(640, 360, credit="Anna, Vimeo")
    shown = f' data-photo="{poster.pk}" data-credit="Anna, Vimeo"'
    blocks = "".join(
        f'<div data-embed="{address}" data-title="Title {at}" data-author="Anna" data-ratio="4:3"'
        + (shown if "vimeo" in address else "")
        + f">Caption {at}</div>"
        for at, address in enumerate(addresses)
    )
    return builders.live_article(headline="Twenty Embeds", body=f"<p>See them.</p>{blocks}<p>That is all.</p>")


@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_reader_asks_nobody_else_before_a_click_and_then_the_one_that_was_named(browser, site, device):
    assert len(ADDRESSES) == 20
    path = path_of(story_of(ADDRESSES))
    with reader(browser, site, device) as page:
        asked = elsewhere(page, site)
        answer = page.goto(path)
        figures = page.locator("figure.embed")
        expect(figures).to_have_count(20)
        for figure in figures.all():
            figure.scroll_into_view_if_needed()
        page.wait_for_load_state("load")
        assert asked == [] and page.locator("iframe").count() == 0
        assert CLICKED in answer.headers["content-security-policy"]
        assert not sideways_faults(page, path)
        assert not faults_by_day_and_night(page, path)
        figure = page.locator("figure.embed[data-embed=vimeo]").first
        expect(figure).to_contain_text("Title 5, Anna")
        expect(figure.locator("picture img")).to_have_js_property("complete", True)
        if shots := os.environ.get("SHOTS"):
            figure.scroll_into_view_if_needed()
            page.screenshot(path=f"{shots}/embeds-{device}.png")
        figure.get_by_role("button", name="Play: loads from player.vimeo.com").press("Enter")
        frame = figure.locator("iframe")
        expect(frame).to_be_visible()
        expect(frame).to_have_attribute("sandbox", re.compile("^allow-scripts "))
        assert "allow-top-navigation" not in frame.get_attribute("sandbox")
        box = frame.bounding_box()
        assert box["width"] / box["height"] == pytest.approx(4 / 3, rel=0.01)
        page.frame_locator("figure.embed iframe").locator("body").wait_for(state="attached")
        assert set(asked) == {CLICKED} and page.locator("iframe").count() == 1
        assert page.locator("figure.embed[data-embed=vimeo] picture").count() == 1  # the other one's


def test_tap_on_a_poster_plays(browser, site):
    path = path_of(story_of(["https://vimeo.com/123456789"]))
    with reader(browser, site, "phone") as page:
        asked = elsewhere(page, site)
        page.goto(path)
        page.locator("figure.embed picture").tap()
        expect(page.locator("figure.embed iframe")).to_be_visible()
        assert set(asked) <= {CLICKED}


def test_page_names_only_the_hosts_of_its_own_embeds(browser, site):
    path = path_of(story_of(["https://vimeo.com/123456789"]))
    with reader(browser, site, "desktop") as page:
        policy = page.goto(path).headers["content-security-policy"]
        assert re.search(r"frame-src ([^;]+)", policy)[1].strip() == CLICKED


def test_sheet_with_twenty_embeds_asks_nobody_else_and_the_server_asks_once(sign_in, site, settings, monkeypatch):
    anna = builders.a_person("Anna Berg")
    page = sign_in(builders.editor())
    asked = elsewhere(page, site)
    page.goto(ADD)
    sheet(page)
    for address in ADDRESSES:
        paste(page, text=address)
        said(page, "link stays")
        page.keyboard.press("Enter")
    assert body(page).count("data-embed=") == 20
    settings.ASK_EMBEDS = True
    poster = builders.picture_bytes(320, 180)
    answers = {
        "youtube": Said(title="A film", author="Anna", ratio="16:9", poster=poster),
        "bluesky": Said(author="Anna Berg", lines=("It rained.", "A <b>lot</b>.")),
    }
    monkeypatch.setattr(
        "articles.editorial.importing.embeds.ask_provider", lambda embed, _make: answers[embed.provider.name]
    )
    paste(page, text="https://youtu.be/zzzzzzzz")
    said(page, "YouTube said what it is")
    expect(page.locator(".story-embed", has_text="A film, Anna").locator("img")).to_be_visible()
    page.keyboard.press("Enter")
    paste(page, text="https://bsky.app/profile/anna.example/post/3kabc")
    said(page, "Bluesky said whose it is")
    written = body(page)
    assert 'data-title="A film" data-author="Anna" data-ratio="16:9" data-photo="' in written
    quote = f'<blockquote data-person="{anna.pk}" data-attribution="Anna Berg, Bluesky">'
    assert f"{quote}<p>It rained.</p><p>A &lt;b&gt;lot&lt;/b&gt;.</p></blockquote>" in written
    if shots := os.environ.get("SHOTS"):
        page.screenshot(path=f"{shots}/embeds-sheet.png")
    assert asked == []

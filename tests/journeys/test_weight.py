"""What a reader's browser really fetches from the production server, in bytes on the wire."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.conventions.source import ROOT
from tools.audit_pages import demo, fetch, kind_of, walk

pytestmark = [pytest.mark.journey, pytest.mark.once]
# Bytes of a page without its photos: HTML, styles, script and fonts, with all headers. Lists may name a place whose
# letters are in a further font file.
STORY_AT_MOST, LIST_AT_MOST = 62_000, 70_000
# Faces of other scripts, fetched by a page that names stories in them: once for all pages, and nothing waits for them.
# The demo has two.
OTHER_SCRIPTS = re.compile(r"/fonts/(?:arabic|cyrillic|greek|hebrew)[.-]")
OTHER_SCRIPTS_AT_MOST = 60_000
DATA_STORY = re.compile(r'data-story="(\d+)"')
PRELOADED_FONT = re.compile(r"<link[^>]*as=\"font\"[^>]*>")


# What an editor's browser fetches to begin a story, with nothing kept from before. Bytes on the wire, with headers.
REQUESTS_AT_MOST, SCRIPT_AT_MOST, SHEET_AT_MOST = 35, 300_000, 480_000


@pytest.fixture(scope="module")
def demo_newsroom():
    """Address and data folder of the demo newsroom on a real server, whatever database the other tests run on."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATABASE_URL", "CACHE_URL"):
            patch.delenv(name, raising=False)
        patch.setenv("DJANGO_SETTINGS_MODULE", "newsroom.settings")
        if not (ROOT / "staticfiles" / "staticfiles.json").exists():
            subprocess.run([sys.executable, "manage.py", "collectstatic", "--no-input", "-v0"], cwd=ROOT, check=True)
        with demo() as found:
            yield found


@pytest.fixture(scope="module")
def pages(demo_newsroom):
    """{kind: address} of the pages to weigh."""
    return examples(demo_newsroom[0])


def fetched(browser, address, cookies=()):
    """(type, bytes on the wire) of each resource, as the browser counts them, for a first visit.

    Each address counts once. On a busy machine Chromium now and then fetches a font again that it has preloaded, which
    no page can help; that pages preload fonts as they must be is looked at by itself.
    """
    context = browser.new_context(viewport={"width": 412, "height": 823})
    context.add_cookies(list(cookies))
    page = context.new_page()
    session = context.new_cdp_session(page)
    answers, found = {}, {}

    def received(event):
        answers[event["requestId"]] = event["response"]["url"], event["type"]

    def finished(event):
        url, kind = answers[event["requestId"]]
        found[url] = kind, max(int(event["encodedDataLength"]), *found.get(url, ("", 0))[1:])

    session.on("Network.responseReceived", received)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    context.close()
    return [  # data: addresses are no requests
        ("Other script" if OTHER_SCRIPTS.search(url) else kind, weight)
        for url, (kind, weight) in found.items()
        if weight
    ]


def weigh(browser, address):
    """Bytes on the wire by type of resource."""
    weights = Counter()
    for kind, weight in fetched(browser, address):
        weights[kind] += weight
    return weights


def examples(site):
    """{kind: address} of the heaviest page of each kind by its HTML; of stories, the heaviest without photos."""
    found = {}
    for address, body in walk(site).items():
        kind = kind_of(address)
        if kind != "story" or b"<img" not in body:
            found[kind] = max(found.get(kind, (0, "")), (len(body), address))
    return {kind: address for kind, (_, address) in found.items()}


def test_pages_preload_fonts_as_browsers_ask_for_them(pages):
    for address in pages.values():
        preloads = PRELOADED_FONT.findall(fetch(address)[2].decode())
        assert preloads, address
        assert all(" crossorigin" in preload for preload in preloads), "without it a browser fetches the font twice"


def test_pages_weigh_little_with_their_fonts(browser, pages):
    heavy = []
    assert pages.keys() >= {"front", "story", "topic", "person", "desk", "latest"}
    for kind, address in pages.items():
        weights = weigh(browser, address)
        photos = weights.pop("Image", 0)
        other = weights.pop("Other script", 0)
        weights.pop("Fetch", 0)  # the stories to come, which scroll for next asks for once this one is there
        total = sum(weights.values())
        print(f"{kind}: {total} bytes without photos {dict(weights)}, photos {photos}, other {other}: {address}")
        if total > (STORY_AT_MOST if kind == "story" else LIST_AT_MOST) or other > OTHER_SCRIPTS_AT_MOST:
            heavy.append(f"{kind} weighs {total}: {dict(weights)}")
        assert weights["Font"] > 0 and weights["Stylesheet"] > 0, "the browser did fetch them"
    assert not heavy, "\n".join(heavy)


@pytest.fixture(scope="module")
def editor(browser, demo_newsroom):
    """The cookies of an editor of the demo."""
    site, data = demo_newsroom
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto("/admin/login/")
    page.locator("[name=username]").fill("editor")
    page.locator("[name=password]").fill((Path(data) / "demo_password").read_text())
    page.locator("[type=submit]").click()
    page.wait_for_url("**/admin/")
    yield context.cookies()
    context.close()


def a_live_story_with_a_lead_photo(site):
    """The part of the address of its screen that names it."""
    with_photo = (body.decode() for address, body in walk(site).items() if kind_of(address) == "story")
    number = next(DATA_STORY.search(body)[1] for body in with_photo if 'class="lead' in body)
    return f"{number}/change"


@pytest.mark.parametrize("which", [lambda site: "add", a_live_story_with_a_lead_photo], ids=["new", "live"])
def test_sheet_opens_cold_with_few_requests_and_few_bytes(browser, demo_newsroom, editor, which):
    site, _ = demo_newsroom
    found = fetched(browser, f"{site}/admin/articles/article/{which(site)}/", editor)
    script = sum(weight for kind, weight in found if kind == "Script")
    total = sum(weight for _, weight in found)
    print(f"sheet: {len(found)} requests, {script} bytes of script, {total} bytes in all")
    assert 5 < len(found) <= REQUESTS_AT_MOST
    assert 100_000 < script <= SCRIPT_AT_MOST, "the browser did fetch the editor"
    assert total <= SHEET_AT_MOST

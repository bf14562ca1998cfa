"""What a reader's browser really fetches from the production server, in bytes on the wire."""

import subprocess
import sys
from collections import Counter

import pytest

from tests.house.source import ROOT
from tools.audit_pages import demo, kind_of, walk

pytestmark = pytest.mark.journey
# Bytes of a page without its photos: HTML, styles, script and fonts, with all headers. Lists may name a place whose
# letters are in a further font file.
STORY_AT_MOST, LIST_AT_MOST = 60_000, 70_000


@pytest.fixture
def demo_site(monkeypatch):
    """The address of the demo newsroom on a real server, whatever database the other tests run on."""
    for name in ("DATABASE_URL", "CACHE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    if not (ROOT / "staticfiles" / "staticfiles.json").exists():
        subprocess.run([sys.executable, "manage.py", "collectstatic", "--no-input", "-v0"], cwd=ROOT, check=True)
    with demo() as (site, _data):
        yield site


def weigh(browser, address):
    """Bytes on the wire by type of resource, as the browser counts them, for a first visit."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    session = context.new_cdp_session(page)
    types, weights = {}, Counter()
    session.on("Network.responseReceived", lambda event: types.update({event["requestId"]: event["type"]}))
    session.on(
        "Network.loadingFinished",
        lambda event: weights.update({types[event["requestId"]]: int(event["encodedDataLength"])}),
    )
    session.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    context.close()
    return weights


def examples(site):
    """{kind: address} of the heaviest page of each kind by its HTML; of stories, the heaviest without photos."""
    found = {}
    for address, body in walk(site).items():
        kind = kind_of(address)
        if kind != "story" or b"<img" not in body:
            found[kind] = max(found.get(kind, (0, "")), (len(body), address))
    return {kind: address for kind, (_, address) in found.items()}


def test_pages_weigh_little_with_their_fonts(browser, demo_site):
    heavy = []
    pages = examples(demo_site)
    assert pages.keys() >= {"front", "story", "topic", "person", "desk", "latest"}
    for kind, address in pages.items():
        weights = weigh(browser, address)
        photos = weights.pop("Image", 0)
        weights.pop("Fetch", 0)  # the stories to come, which scroll for next asks for once this one is there
        total = sum(weights.values())
        print(f"{kind}: {total} bytes without photos {dict(weights)}, photos {photos}: {address}")
        if total > (STORY_AT_MOST if kind == "story" else LIST_AT_MOST):
            heavy.append(f"{kind} weighs {total}: {dict(weights)}")
        assert weights["Font"] > 0 and weights["Stylesheet"] > 0, "the browser did fetch them"
    assert not heavy, "\n".join(heavy)

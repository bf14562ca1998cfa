"""Pictures of readers' pages to be looked at: every kind and awkward stories, each width, light, dark, and in print.

Writes `<kind>-<width>-<light or dark>.png` and `<kind>-print.pdf` into a folder (`screens/` unless named): first of a
demo newsroom of its own, then with the stories of `tools.awkward` in it.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.audit_lighthouse import CHROMIUM, FLAGS
from tools.audit_pages import NOT_FOUND, ROOT, demo, kind_of, walk

WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")
TALLEST = 6000  # CSS pixels of a page that are in the picture
AWKWARD = "from tools.awkward import publish; publish()"
FAILURE = "from articles.reader.pages.errors import server_error; print(server_error(None).content.decode())"
SEARCHES = {"search": "/search/?q=river", "search that finds nothing": "/search/?q=qwertz"}
RICH = {
    "topic with a beginning": "/topics/russia-ukraine-war/",
    "topic with a picture": "/topics/orrel-river/",
    "person with a portrait": "/people/ottoline-brace/",
    "person who writes": "/people/ines-calloway/",
}
NO_STORY = "/topics/a-topic-without-a-story/"
BROKEN = "/broken/"  # answered by this program with the page for our own failures


def manage(data, site, command):
    """What a program run inside the newsroom prints."""
    asked = [sys.executable, "manage.py", "shell", "-v0", "-c", command]
    environment = os.environ | {"NEWSROOM_DATA": data, "SITE_URL": site}
    return subprocess.run(asked, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


def demo_pages(site):
    """{kind of page: path} of one page of each kind in the demo newsroom."""
    found: dict[str, str] = {}
    for address in filter(kind_of, walk(site)):
        found.setdefault(kind_of(address), address.removeprefix(site))
    return found | RICH | SEARCHES | {"404": NOT_FOUND, "500": BROKEN}


def awkward_pages(site, data):
    """The same of what the awkward stories bring, once they are published."""
    awkward = {kind.replace("_", " "): path for kind, path in json.loads(manage(data, site, AWKWARD)).items()}
    return awkward | {"topic without a story": NO_STORY, "desk of one": "/weather/", "front, all of it awkward": "/"}


GO_DOWN = """async () => {
    for (let y = 0; y < Math.min(document.body.scrollHeight, 8000); y += 600) {
        scrollTo(0, y)
        await new Promise(requestAnimationFrame)
    }
    scrollTo(0, 0)
}"""  # so that what loads late is there


def take(page, address, name, folder):
    """Take all pictures of one page."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.goto(address, wait_until="networkidle")
            page.evaluate(GO_DOWN)
            page.wait_for_load_state("networkidle")
            height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
            clip = {"x": 0, "y": 0, "width": width, "height": height}
            page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True, clip=clip)
    page.pdf(path=folder / f"{name}-print.pdf", prefer_css_page_size=True)


def main():
    """Take the pictures, and print each page's kind and path."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "screens")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    with demo() as (site, data), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS.split())
        page = browser.new_page()
        failure = manage(data, site, FAILURE)
        page.route(site + BROKEN, lambda route: route.fulfill(status=500, content_type="text/html", body=failure))
        for pages in (demo_pages, partial(awkward_pages, data=data)):
            for kind, path in pages(site).items():
                take(page, site + path, re.sub(r"\W+", "-", kind), folder)
                print(kind, path, flush=True)
        browser.close()
    print(f"The pictures are in {folder}.")


if __name__ == "__main__":
    main()

"""Remakes the picture in README.md from the demo newsroom: its front page, and a story on a phone beside it."""

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tools.audit_lighthouse import CHROMIUM, FLAGS
from tools.audit_pages import demo, fetch, kind_of, links

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "images" / "newsroom.jpg"
DESK, PHONE, HEIGHT = 1440, 390, 1040  # CSS pixels
BETWEEN, AROUND = 40, "#dfe3df"
MOST_BYTES = 300_000


def shot(browser, address, width):
    """The first screen of a page, `width` wide, once its photos are in."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, reduced_motion="reduce")
    page.goto(address, wait_until="networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return picture


def second_story(front):
    """The address of the second story on the front page: the first one's photo is in the picture already."""
    stories = [link for link in links(front, fetch(front)[2]) if kind_of(link) == "story"]
    return list(dict.fromkeys(stories))[1]


def compose(pictures):
    """The pictures beside one another, with the same space between and around them."""
    width = sum(picture.width for picture in pictures) + BETWEEN * (len(pictures) + 1)
    sheet = Image.new("RGB", (width, HEIGHT + 2 * BETWEEN), AROUND)
    left = BETWEEN
    for picture in pictures:
        sheet.paste(picture, (left, BETWEEN))
        left += picture.width + BETWEEN
    return sheet


def main():
    """Write the picture; exit 1 when it has become too heavy for a README."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    with demo() as (site, _data), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        front = f"{site}/"
        sheet = compose([shot(browser, front, DESK), shot(browser, second_story(front), PHONE)])
        browser.close()
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(PICTURE, quality=82, optimize=True, progressive=True)
    size = PICTURE.stat().st_size
    print(f"{PICTURE.name}: {sheet.width} by {sheet.height} pixels, {size} bytes")
    sys.exit(size > MOST_BYTES)


if __name__ == "__main__":
    main()

"""Remakes the pictures of the editors' guide (docs/guide) and of README.md from the demo newsroom: small WebPs."""

import io
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tools.audit_lighthouse import CHROMIUM, FLAGS
from tools.audit_pages import ROOT, demo, fetch, kind_of, links
from tools.screens import manage

GUIDE, README = ROOT / "docs" / "guide" / "pictures", ROOT / "docs" / "images"
MOST_BYTES = 60_000
DESK, PHONE = (1280, 800), (390, 800)  # CSS pixels
# What the demo lacks: a story that a reporter has had back, with a comment on words of it.
PREPARE = """
from articles.editorial.notes import comments
from articles.editorial.writing import drafts, review
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.user import User
from articles.text.compare.anchors import Anchor
writer, editor = User.objects.get(username='reporter'), User.objects.get(username='editor')
words = '<p>The last cable ferry on the Orrel stops on Friday, after one hundred and twelve years.</p><p>“We have '
words += 'carried four generations to school,” said Ottoline Brace, who runs it. The new bridge opens a week later.</p>'
dek = 'After 112 years a cable and a bell make way for a bridge'
headline, desk = 'The Last Ferry Crosses on Friday', Desk.objects.first()
story = drafts.begin(by=writer, headline=headline, dek=dek, body=words, desk=desk)
about = comments.Words('body', Anchor('one hundred and twelve years', 'stops on Friday, after ', '.'))
comments.comment(story, by=editor, text='The parish register says 111. Who has counted?', about=about)
review.submit(story, by=writer)
review.send_back(story, by=editor, note='Who pays for the bridge? And please ask the school.')
live = Article.objects.get(slug='the-night-train-comes-back')
print(f'back={story.pk} live={live.pk} person={live.editions.last().mention_rows.first().person_id}')
"""


def main() -> None:
    """Take all pictures; exit 1 when one is too heavy."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    for folder in (GUIDE, README):
        folder.mkdir(parents=True, exist_ok=True)
    with demo() as (site, data), sync_playwright() as playwright:
        said = manage(data, site, PREPARE)
        numbers = dict(re.findall(r"(\w+)=(\d+)", said))
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        pages = _Pages(browser, site, (Path(data) / "demo_password").read_text().strip())
        sizes = [take(pages.of(role), site + address.format(**numbers), file, do) for file, role, address, do in SHOTS]
        phone = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]}, reduced_motion="reduce")
        sizes.append(take(phone, second_story(f"{site}/"), README / "story.webp", None))
        browser.close()
    sys.exit(max(sizes) > MOST_BYTES)


class _Pages:
    """Pages of people who are signed in, one for each role."""

    def __init__(self, browser: Browser, site: str, password: str) -> None:
        self.browser, self.site, self.password = browser, site, password
        self.pages: dict[str, Page] = {}

    def of(self, role: str) -> Page:
        """The page of somebody in this role."""
        if role not in self.pages:
            page = self.browser.new_page(viewport={"width": DESK[0], "height": DESK[1]}, reduced_motion="reduce")
            page.goto(f"{self.site}/admin/login/")
            page.fill("[name=username]", role)
            page.fill("[name=password]", self.password)
            page.click("#login-form [type=submit]")
            page.wait_for_url(f"{self.site}/admin/")
            self.pages[role] = page
        return self.pages[role]


def take(page: Page, address: str, file: Path, do: Callable[[Page], Any] | None) -> int:
    """Take one picture of a screen, once `do` has brought it where it is to be; returns its size in bytes."""
    page.goto(address, wait_until="load")
    page.wait_for_timeout(1_500)  # what comes by script: underlines, comments, the number of the bell
    if do:
        do(page)
        page.wait_for_timeout(800)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    for quality in (80, 65, 50, 35):
        picture.save(file, quality=quality, method=6)
        if file.stat().st_size <= MOST_BYTES:
            break
    print(f"{file.relative_to(ROOT)}: {picture.width} by {picture.height} pixels, {file.stat().st_size} bytes")
    return file.stat().st_size


def second_story(front: str) -> str:
    """The address of the second story on the front page."""
    stories = [link for link in links(front, fetch(front)[2]) if kind_of(link) == "story"]
    return str(list(dict.fromkeys(stories))[1])


def _publish(page: Page) -> None:
    page.locator("button[data-verb=publish], button[data-verb=publish-sheet]").first.click()
    page.locator("[data-publish-sheet]").first.wait_for()


def _mend_and_publish(page: Page) -> None:
    page.locator(".ProseMirror p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(" It runs 14 times a week.")
    page.locator("[data-save-state=saved]").wait_for()
    _publish(page)


def _to_comments(page: Page) -> None:
    page.locator("[data-comment]").first.scroll_into_view_if_needed()


def _put_one_on_top(page: Page) -> None:
    page.locator("[data-slot='1'] button").click()
    page.locator(".is-placed").wait_for()


STORY = "/admin/articles/article/{back}/change/"
LIVE = "/admin/articles/article/{live}/change/"
# (file, role, address, what is done before the picture is taken)
SHOTS: tuple[tuple[Path, str, str, Callable[[Page], Any] | None], ...] = (
    (GUIDE / "the-desk-today.webp", "editor", "/admin/", None),
    (GUIDE / "your-first-story.webp", "editor", STORY, None),
    (GUIDE / "photos.webp", "photo", "/admin/media/photo/", None),
    (GUIDE / "handing-in.webp", "reporter", STORY, None),
    (GUIDE / "talking.webp", "reporter", STORY, _to_comments),
    (GUIDE / "publishing.webp", "editor", LIVE, _publish),
    (GUIDE / "correcting.webp", "editor", LIVE, _mend_and_publish),
    (GUIDE / "the-front.webp", "editor", "/admin/articles/article/order/", _put_one_on_top),
    (GUIDE / "people-and-topics.webp", "editor", "/admin/articles/person/{person}/change/", None),
    (GUIDE / "the-house.webp", "chief", "/admin/auth/group/", None),
    (README / "desk.webp", "editor", "/admin/", None),
    (README / "sheet.webp", "editor", LIVE, None),
)


if __name__ == "__main__":
    main()

"""Typing on the sheet: milliseconds of script a keystroke in a story of 10,000 words, beside one of a paragraph; and
finding and replacing a word everywhere in it."""

import shutil
import statistics
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.audit_pages import demo

KEYS, PARAGRAPH_WORDS, WORDS = 120, 100, 10_000
FILL = """paragraphs => {
    const words = "<p>" + "The harbour was quiet and the ferry came late again. ".repeat(10) + "</p>";
    const { editor } = document.querySelector(".ProseMirror");
    editor.commands.setContent(words.repeat(paragraphs));
    editor.commands.focus(200);
}"""
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def measure_typing():
    """A line for a short story and one for a long: median and p95 of script a keystroke, by Chromium's own count."""
    with demo() as (site, data), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(base_url=site)
        page.goto("/admin/login/")
        page.locator("[name=username]").fill("editor")
        page.locator("[name=password]").fill((Path(data) / "demo_password").read_text())
        page.locator("[type=submit]").click()
        page.wait_for_url("**/admin/")
        page.goto("/admin/articles/article/add/")
        page.locator(".ProseMirror").wait_for()
        for words in (PARAGRAPH_WORDS, WORDS):
            page.evaluate(FILL, words // PARAGRAPH_WORDS)
            taken = sorted(keystrokes(page))
            middle, late = statistics.median(taken), taken[int(len(taken) * 0.95)]
            yield f"{f'a letter in {words:,} words':<34} {middle:6.1f} ms of script, p95 {late:.1f} ms"
        found, replaced = finding_and_replacing(page)
        yield f"{f'found everywhere in {WORDS:,} words':<34} {found:6.1f} ms of script"
        yield f"{f'replaced everywhere in {WORDS:,} words':<34} {replaced:6.1f} ms of script (asked: under 100)"
        browser.close()


def keystrokes(page):
    """Milliseconds of script for each of KEYS letters, typed after one to warm up."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    before = None
    for _ in range(KEYS + 1):
        spent = script_seconds(session)
        page.keyboard.press("a")
        page.evaluate(PAINTED)
        if before is not None:
            yield (script_seconds(session) - spent) * 1000
        before = spent


def finding_and_replacing(page):
    """Milliseconds of script that it takes to find a word that stands everywhere, and to replace all of them."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.keyboard.press("Control+h")
    page.get_by_label("Find", exact=True).wait_for()
    page.get_by_label("Replace with").fill("boat")
    before = script_seconds(session)
    page.get_by_label("Find", exact=True).fill("ferry")
    page.evaluate(PAINTED)
    between = script_seconds(session)
    page.get_by_role("button", name="Replace all").click()
    page.locator(".find-said", has_text="places replaced").wait_for()
    page.evaluate(PAINTED)
    return (between - before) * 1000, (script_seconds(session) - between) * 1000


def script_seconds(session):
    """Seconds of script the page has run so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(metric["value"] for metric in metrics if metric["name"] == "ScriptDuration")

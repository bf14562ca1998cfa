"""Reads a page as reader modes do, with the code of Firefox's: at the entry and at each story that was scrolled to.

The story on screen is to come out, with its title, its byline and the words of no other.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.audit_lighthouse import CHROMIUM, FLAGS, pages

READABILITY = Path(__file__).resolve().parent.parent / "node_modules" / "@mozilla" / "readability" / "Readability.js"
STORIES = 5
# What a reader mode makes of the page as it stands, and the story that is on screen.
READ = """() => {
    const read = new Readability(document.cloneNode(true)).parse();
    const folded = (text) => text.replace(/\\s+/g, " ").trim();
    const shown = document.querySelector(`[data-url="${location.pathname}"]`);
    const paragraphs = (story) => [...story.querySelectorAll(".body section > p")].map((p) => folded(p.textContent));
    const others = [...document.querySelectorAll("[data-story]")].filter((story) => story !== shown);
    const text = folded(read.textContent);
    return {
        path: location.pathname,
        title: read.title, headline: shown.querySelector(".headline").textContent,
        byline: read.byline, signed: [...shown.querySelectorAll("a[rel=author]")].map((a) => a.textContent),
        missing: paragraphs(shown).filter((words) => !text.includes(words)),
        strange: others.flatMap(paragraphs).filter((words) => words.length > 60 && text.includes(words)),
    };
}"""
# Scrolls to the story that comes after the one on screen, once it is there; says whether it has come on screen.
GO_ON = """async () => {
    const from = location.pathname;
    for (let step = 0; step < 400 && location.pathname === from; step += 1) {
        scrollBy(0, innerHeight / 2);
        await new Promise((done) => setTimeout(done, 50));
    }
    return location.pathname !== from;
}"""


def audit(site):
    """Read the first stories that follow one another; returns the number of those that came out wrong."""
    executable = next(filter(None, map(shutil.which, CHROMIUM)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS.split()[1:])
        page = browser.new_page()
        page.goto(pages(site, ["story"])["story"])
        found = []
        for place in range(STORIES):
            if place and not page.evaluate(GO_ON):
                sys.exit(f"No story came after {page.url}.")
            page.evaluate(READABILITY.read_text())
            found.append(page.evaluate(READ))
        browser.close()
    wrong = [read for read in found if faults(read)]
    for read in wrong:
        print(f"{read['path']} in a reader mode: {'; '.join(faults(read))}", file=sys.stderr)
    print(f"Reader mode: {len(found) - len(wrong)} of {len(found)} stories come out as themselves.")
    return len(wrong)


def faults(read):
    """What is wrong with what a reader mode made of a page, as sentences."""
    found = []
    if read["headline"] not in read["title"]:
        found.append(f"the title is “{read['title']}”, the story's “{read['headline']}”")
    if any(name not in (read["byline"] or "") for name in read["signed"]):
        found.append(f"the byline is “{read['byline']}”, the story's {read['signed']}")
    found += [f"without “{words[:60]}”" for words in read["missing"]]
    found += [f"with “{words[:60]}” of another story" for words in read["strange"]]
    return found

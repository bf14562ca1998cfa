"""Measures readers' pages as a phone would load them with Lighthouse: speed, accessibility, best practices, search.

Accessibility, best practices and search must be perfect. Speed is the median of some runs, and hangs on how busy the
machine is: each score is printed, below WANTED a page is named, and only below FLOOR the audit fails.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

from tools.audit_pages import demo, fetch, kind_of, links

ROOT = Path(__file__).resolve().parent.parent
LIGHTHOUSE = ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
SPEED = "performance"
PERFECT = ("accessibility", "best-practices", "seo")
FULL, WANTED, FLOOR = 100, 95, 80
# Where the first page of each kind is found; the front page is there without looking.
FOUND_ON = {
    "story": "/",
    "topic": "/topics/",
    "person": "/people/",
    "desk": "/",
    "latest": "/",
    "people": "/",
    "corrections": "/",
}
MOST_READ = ("story", "topic", "person")  # what the audit of each change measures, and the front page
SECONDS_A_RUN = 120
TRIES = 3  # now and then Chromium loses the trace of a page (NO_NAVSTART), which says nothing of the page


def pages(site, kinds):
    """{kind: address} of the front page and of one page of each of these kinds."""
    found = {"front": urljoin(site, "/")}
    for kind in kinds:
        address = urljoin(site, FOUND_ON[kind])
        body = fetch(address)[2]
        found[kind] = next(link for link in links(address, body) if kind_of(link) == kind)
    return found


def measure(address, categories):
    """Lighthouse's report on a page, as its JSON says it."""
    command = ["node", str(LIGHTHOUSE), address, "--output=json", "--quiet", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(categories)}")
    browser = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not browser:
        sys.exit(f"Lighthouse needs one of {', '.join(CHROMIUM)} on the PATH; tools/browsers.sh installs it.")
    environment = os.environ | {"CHROME_PATH": browser}
    for _ in range(TRIES):
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=SECONDS_A_RUN)
        if not done.returncode:
            return json.loads(done.stdout)
        print(f"Lighthouse could not measure {address}:\n{done.stderr.strip()}", file=sys.stderr, flush=True)
    sys.exit(f"Lighthouse failed {TRIES} times at {address}; what it said is above.")


def score(report, category):
    """A category's score from 0 to 100."""
    return round(100 * (report["categories"][category]["score"] or 0))


def faults(report, category):
    """What cost points in a category: (id, title) of each audit."""
    audits = [report["audits"][ref["id"]] for ref in report["categories"][category]["auditRefs"] if ref["weight"]]
    return [(audit["id"], audit["title"]) for audit in audits if audit["score"] is not None and audit["score"] < 1]


def speeds(first, again, runs):
    """The speed scores of up to `runs` runs, the first being in; `again()` is one more.

    Ends at once with a full score, since a busy machine only ever takes points away; else as soon as most of them have
    what is wanted, for the median cannot fall below it any more.
    """
    scores = [first]
    while first < FULL and len(scores) < runs and sum(score >= WANTED for score in scores) <= runs // 2:
        scores.append(again())
    return scores


def check(kind, address, runs):
    """Measure a page, print what was found, and return the sentences that fail the audit."""
    report = measure(address, (SPEED, *PERFECT))
    wrong = [
        f"{kind}: {category} is {score(report, category)}, not 100: {name} ({title})"
        for category in PERFECT
        if score(report, category) < 100
        for name, title in faults(report, category)
    ]
    scores = speeds(score(report, SPEED), lambda: score(measure(address, (SPEED,)), SPEED), runs)
    middle = statistics.median_low(scores)
    told = ", ".join(f"{category} {score(report, category)}" for category in PERFECT)
    print(f"Lighthouse, {kind}: {SPEED} {middle} (runs: {scores}), {told}", flush=True)
    if middle < WANTED:
        print(f"  below {WANTED}; load here is {os.getloadavg()[0]:.1f}. {[name for name, _ in faults(report, SPEED)]}")
    if middle < FLOOR:
        wrong.append(f"{kind}: {SPEED} is {middle}, below {FLOOR} whatever the load")
    return wrong


def main():
    """Measure all eight kinds of pages of the demo newsroom, or of a running server; exit 1 when one falls short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", help="measure this running server instead of a demo newsroom")
    parser.add_argument("--runs", type=int, default=5, help="the median of so many (default 5, less when it is clear)")
    given = parser.parse_args()
    if given.site:
        sys.exit(audit(given.site, given.runs, FOUND_ON))
    with demo() as (site, _data):
        wrong = audit(site, given.runs, FOUND_ON)
    sys.exit(wrong)


def audit(site, runs, kinds=MOST_READ):
    """Check the front page and a page of each of these kinds; return the failures as text, or None."""
    measured = pages(site, kinds)
    return "\n".join(line for kind, address in measured.items() for line in check(kind, address, runs)) or None


if __name__ == "__main__":
    main()

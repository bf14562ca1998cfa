"""A reader who scrolls, in a real browser: what they do, and a record of what the page did meanwhile."""

import json
from contextlib import contextmanager

from playwright.sync_api import Error

from tests.builders import a_photo, a_topic, live_article, live_edition
from tests.journeys.steps import PATIENCE

DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
STEADY = 0.01  # the sum of all layout shifts on a page
DEVICES = {"desktop": DESKTOP, "phone": PHONE}
FIREFOX = {"viewport": {"width": 1280, "height": 900}}
ALL = DEVICES | {"firefox": FIREFOX, "keeping": DESKTOP}
PARAGRAPH = "<p>The bridge at number {} was counted again, stone by stone, and the sum was another one. {}</p>"
DOUBT = "Nobody could say which of the counts had been the right one, and so they began anew at the northern end. " * 4
RECORDER = """
window.record = {loaded: [], active: [], read: [], shifts: [], presses: []};
// What a press moves is on screen in the second frame after it at the latest, however long a frame takes here: browsers
// themselves take 500 ms for the limit, which a busy machine passes.
addEventListener("click", ({timeStamp}) => requestAnimationFrame(() => requestAnimationFrame(
    () => record.presses.push([timeStamp, performance.now()]))), {capture: true});
for (const name of ["loaded", "active", "read"])
    document.addEventListener(`story:${name}`, ({detail}) => record[name].push({
        ...detail, path: location.pathname, head: document.title,
        canonical: document.querySelector("link[rel=canonical]").href,
    }));
if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) record.shifts.push({
        value: shift.value, at: shift.startTime, moved: shift.sources.map(({node}) => node?.outerHTML?.slice(0, 90)),
    });
}).observe({type: "layout-shift", buffered: true});
"""
# What is on screen, as anybody can measure it (the story that fills the band around the middle, if one does), and what
# the page tells of it as soon as they agree: browsers report what crosses the screen some frames later.
STEP = """async (far) => {
    const at = (part) => [...document.querySelectorAll("article[data-story]")].find((article) => {
        const {top, bottom} = article.getBoundingClientRect();
        return top <= innerHeight * part && bottom > innerHeight * part;
    });
    const root = document.documentElement;
    let shown;
    scrollBy(0, innerHeight * far);
    for (let frame = 0; frame < 60; frame += 1) {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        shown = at(0.44) === at(0.56) ? at(0.5) : null;
        if (!shown || shown.dataset.url === location.pathname) break;
    }
    const data = document.querySelectorAll('script[type="application/ld+json"]');
    return {
        shown: shown && {
            path: shown.dataset.url, title: shown.querySelector(".headline").textContent,
            lang: shown.lang, dir: shown.dir,
        },
        told: {path: location.pathname, title: document.title.split(" · ")[0], lang: root.lang, dir: root.dir},
        canonical: new URL(document.querySelector("link[rel=canonical]").href).pathname,
        shared: document.querySelector("meta[property='og:title']").content,
        data: [...data].map((each) => JSON.parse(each.textContent).headline),
        readable: [...document.querySelectorAll("[data-story]:not([hidden])")].map((story) => story.dataset.url),
        unseen: [...document.querySelectorAll("[data-story]")].filter((story) => !story.checkVisibility()).length,
    };
}"""


LINE = 32  # a line of text, in pixels
# Put the fifth block of the story on screen at 200 px, and say where it is.
READING = """(url) => {
    const block = document.querySelectorAll(`article[data-url="${url}"] section > *`)[4];
    scrollBy({top: block.getBoundingClientRect().top - 200, behavior: "instant"});
    const seen = () => setTimeout(() => done(block.textContent))
    let done
    addEventListener("scrollend", seen, {once: true});
    return new Promise((go) => { done = go; });
}"""
WHERE = """(text) => [...document.querySelectorAll("section > *")].find((block) => block.textContent === text)
    ?.getBoundingClientRect().top"""
NOT_KEPT = "addEventListener('unload', () => {})"  # a page that listens to this is loaded anew on the way back
OPENED = "performance.getEntriesByType('navigation')[0].name"
UPCOMING = "document.querySelector('a[rel=next]').getAttribute('href').split('?')[0]"


def is_back(page, text):
    """Wait until the paragraph is where READING put it, to a line."""
    page.wait_for_function(f"(text) => Math.abs(({WHERE})(text) - 200) < {LINE}", arg=text)


def long_story(number, paragraphs=4, *, subhead="The Count of {}", **fields):
    """A live story of a few screens, with a subhead, on the topic that all of them share."""
    lead = PARAGRAPH.format(number, DOUBT) * paragraphs
    fields.setdefault("lead_topic", a_topic("Bridges"))
    fields.setdefault("headline", f"The Bridge at Number {number} Is Counted")
    return live_article(body=f"{lead}<h2>{subhead.format(number)}</h2>{lead}", **fields)


def a_newsroom(stories, **of_each):
    """That many live stories: every third with a photo, one in Arabic, one short; the newest comes last."""
    made = []
    for number in range(1, stories + 1):
        fields = of_each | ({"lead_photo": a_photo(1600, 900)} if number % 3 == 0 else {})
        if number == stories - 3:
            fields |= {"language": "ar", "headline": "جسر جديد فوق النهر"}
        made.append(long_story(number, 1 if number == stories - 5 else 4, **fields))
    return made


def path_of(article):
    """The article's address."""
    return live_edition(article).path


def bring_faces(context):
    """Let the browser have the faces of our letters: how late they may come is the machine's doing, and moves lines."""
    page = context.new_page()
    page.goto("/search/")
    page.evaluate("document.fonts.ready.then(() => {})")
    page.close()


@contextmanager
def reader(browser, site, device="desktop", **options):
    """A page of a fresh reader on a device, that records; afterwards nothing may have complained or jumped on it."""
    context = browser.new_context(base_url=site, **ALL[device], **options)
    context.set_default_timeout(PATIENCE)
    if options.get("java_script_enabled", True):
        bring_faces(context)
        context.add_init_script(RECORDER)
    page = context.new_page()
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.expected_complaints = []
    yield page
    shifts = unasked_shifts(record(page)) if options.get("java_script_enabled", True) else []
    context.close()
    assert sum(shift["value"] for shift in shifts) < STEADY, shifts
    unexpected = [said for said in complaints if not any(part in said for part in page.expected_complaints)]
    assert not unexpected, "\n".join(unexpected)


def unasked_shifts(did):
    """The layout shifts that follow from no press of the reader's."""
    return [shift for shift in did["shifts"] if not any(begin <= shift["at"] <= end for begin, end in did["presses"])]


STATE = """() => ({
    y: scrollY, height: innerHeight, foot: document.body.scrollHeight, told: location.pathname,
    onward: document.querySelector("[data-scroll-onward]")?.outerHTML,
    asked: performance.getEntriesByType("resource").slice(-12).map(
        ({name, startTime, duration, responseStatus}) => `${responseStatus} ${name} ${startTime} ${duration}`),
})"""
TO_THE_FOOT = "() => document.querySelector('[data-scroll-onward]').scrollIntoView()"
NEXT_IS_THERE = """() => {
    const onward = document.querySelector("[data-scroll-onward]");
    return !onward || !onward.matches(':empty, [aria-busy="true"]')
        || onward.getBoundingClientRect().top > innerHeight * 1.7;
}"""


def open_story(page, path):
    """Open a story's page and wait until its list is there; returns the list's paths."""
    with page.expect_response(lambda response: "next.json" in response.url) as answer:
        page.goto(path)
    return [story["path"] for story in json.loads(answer.value.text())["stories"]]


def step(page, far=0.6):
    """Scroll by a part of the screen, check that everything tells of the story on screen; returns the story's path."""
    seen = page.evaluate(STEP, far)
    told = seen["told"]
    assert not seen["shown"] or seen["shown"] == told, seen
    assert seen["canonical"] == told["path"], seen
    assert seen["shared"] == told["title"], seen
    assert seen["data"] == [told["title"]], seen
    assert seen["readable"] == [told["path"]], "reader modes find the story on screen, and no other"
    assert not seen["unseen"], "for everybody else all stories are there"
    return told["path"]


def scroll_until(page, path, steps=300):
    """Scroll on until the story at `path` is on screen, pressing the button where there is one."""
    for _ in range(steps):
        told = step(page)
        if told == path:
            return
        shown = stories_on(page)
        assert path not in shown or shown.index(told) < shown.index(path), f"{path} was passed and never on screen"
        button = page.locator("[data-scroll-continue]")
        if button.count() and in_view(button):
            button.click()
            page.wait_for_function("() => !document.querySelector('[data-scroll-continue]')")
        elif page.evaluate("scrollY + innerHeight > document.body.scrollHeight - 2"):
            wait_for_more(page)
        if page.locator("[data-scroll-end]").count():
            assert path in stories_on(page), f"the list ended without {path}"
    raise AssertionError(f"{path} never came; {page.url} is still there")


def read_until(page, path):
    """Scroll on to the story at `path` at the pace of somebody who does not outrun the server: no blank is passed."""
    for _ in range(600):
        page.wait_for_function(NEXT_IS_THERE)
        if step(page) == path:
            return
    raise AssertionError(f"{path} never came; {page.url} is still there")


def wait_for_more(page):
    """At the foot of the page: wait until something has come below, or the reader is asked."""
    try:
        page.wait_for_function(
            "() => scrollY + innerHeight < document.body.scrollHeight - 2"
            " || document.querySelector('[data-scroll-continue], [data-scroll-end]')"
        )
    except Error as error:
        raise AssertionError(f"nothing came below {stories_on(page)}: {page.evaluate(STATE)}") from error


def in_view(locator):
    """Whether all of the element is in the viewport."""
    return locator.evaluate(
        "(it) => {const {top, bottom} = it.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight;}"
    )


def to_the_foot(page):
    """Jump to the foot of the last story."""
    page.evaluate(TO_THE_FOOT)


def stories_on(page):
    """The paths of the stories on the page, in its order."""
    return page.evaluate("[...document.querySelectorAll('article[data-story]')].map((article) => article.dataset.url)")


def wait_for_stories(page, number):
    """Wait until the page holds at least that many stories."""
    page.wait_for_function("(number) => document.querySelectorAll('article[data-story]').length >= number", arg=number)


def gather(page, number):
    """Scroll to the foot of the last story, and press the button, until the page holds that many stories."""
    while (held := len(stories_on(page))) < number:
        to_the_foot(page)
        button = page.locator("[data-scroll-continue]")
        # Where the button is, nothing comes by itself; what came with it, since the counting, may be enough.
        if button.count() and len(stories_on(page)) == held:
            button.click()
        try:
            page.wait_for_function(
                "(held) => document.querySelectorAll('article[data-story]').length > held"
                " || document.querySelector('[data-scroll-continue]:not([aria-busy] *)')",
                arg=held,
            )
        except Error as error:
            raise AssertionError(f"nothing came below {stories_on(page)}: {page.evaluate(STATE)}") from error


def record(page):
    """What the page did: the details of each event by name, and the layout shifts."""
    return page.evaluate("record")


def paths(events):
    """The addresses of the stories that events tell of."""
    return [event["url"] for event in events]

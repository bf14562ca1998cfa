"""Lines 31 to 37: what continuous reading asks of the network, the processor and the memory of a phone."""

import gzip
import json

import pytest
from django.conf import settings

from newsroom.script_bundle import bundle
from tests.journeys.lines.devices import CHROMIUM, EVERYWHERE, PHONE, on
from tests.journeys.scrolling import (
    TO_THE_FOOT,
    a_newsroom,
    gather,
    long_story,
    open_story,
    path_of,
    read_until,
    scroll_until,
    stories_on,
    to_the_foot,
    wait_for_stories,
)

pytestmark = [pytest.mark.journey, pytest.mark.once]
TASKS = ["disabled-by-default-devtools.timeline"]
LONGEST_TASK = 50  # milliseconds
MOST_SCRIPT = 5_000  # bytes, packed
LISTENERS = """
window.listened = [];
const plain = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (name, ...rest) {
    listened.push(name);
    return plain.call(this, name, ...rest);
};
"""
SAVES_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
STYLE_SAYS_SO = (
    "const real = matchMedia; matchMedia = (what) => /reduced-data/.test(what) ? {matches: true} : real(what)"
)
TOPS = "[...document.querySelectorAll('article')].map((it) => it.getBoundingClientRect().top)"


@on(*CHROMIUM)
def test_31_one_story_ahead_and_never_two_in_flight(reading):
    made = [long_story(number, 1) for number in range(6)]  # of a screen and a half: the foot is near from the beginning
    with reading() as page:
        flying, most = set(), [0]

        def begun(request):
            if request.url.endswith("article.html"):
                flying.add(request)
                most[0] = max(most[0], len(flying))

        page.on("request", begun)
        page.on("requestfinished", lambda request: flying.discard(request))
        open_story(page, path_of(made[-1]))
        wait_for_stories(page, 2)
        page.evaluate("() => new Promise(requestAnimationFrame)")  # the frame that would ask for a third story
        page.wait_for_load_state("networkidle")
        assert len([top for top in page.evaluate(TOPS) if top > page.viewport_size["height"]]) <= 1
        gather(page, 5)
        assert most == [1]


@on(*CHROMIUM)
@pytest.mark.parametrize("wish", [SAVES_DATA, STYLE_SAYS_SO], ids=["Save-Data", "style"])
def test_32_who_saves_data_is_asked(reading, wish):
    entry = path_of(a_newsroom(4)[-1])
    with reading() as page:
        page.add_init_script(wish)
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(entry)
        to_the_foot(page)
        button = page.locator("[data-scroll-continue]")
        button.wait_for()
        assert not [url for url in asked if "next.json" in url or "article.html" in url]
        for number in (2, 3):
            button.click()
            wait_for_stories(page, number)
            button.wait_for()
            assert len(stories_on(page)) == number, "one story a press"


def test_33_the_first_story_s_script_is_five_kilobytes_at_most():
    static = settings.BASE_DIR / "newsroom/static"
    text = bundle("readers/js/reader.js", lambda name: (static / name).read_text())
    assert len(gzip.compress(text.encode())) <= MOST_SCRIPT


@on(*EVERYWHERE)
def test_34_nothing_listens_to_scrolling(reading):
    entry = path_of(a_newsroom(3)[-1])
    with reading() as page:
        page.add_init_script(LISTENERS)
        listed = open_story(page, entry)
        scroll_until(page, listed[0])
        heard = set(page.evaluate("listened"))
        assert "click" in heard
        assert not heard & {"scroll", "wheel", "touchmove", "mousewheel"}


@on(*CHROMIUM)
def test_35_no_task_keeps_the_reader_waiting(reading, browser):
    a_newsroom(7)
    long_story(8, paragraphs=60)
    entry = path_of(long_story(9))
    with reading() as page:
        listed = open_story(page, entry)
        assert page.request.get(listed[0]).text().count(" ") > 10_000, "one of them is as long as stories get"
        browser.start_tracing(page=page, categories=TASKS)
        try:
            for path in listed[:5]:
                read_until(page, path)
        finally:
            trace = json.loads(browser.stop_tracing())["traceEvents"]
    # The time that the page's own thread worked, so that whatever else this machine does counts for nothing.
    threads = {(e["pid"], e["tid"]) for e in trace if e["name"] == "FunctionCall" and "/js/" in str(e["args"])}
    mine = [e for e in trace if e["name"] == "RunTask" and (e["pid"], e["tid"]) in threads]
    tasks = [e["tdur"] / 1000 for e in mine if "tdur" in e]  # one cut by the start or the end of the trace has none
    assert len(tasks) > 100, "the trace holds the tasks of the page's thread"
    assert max(tasks) < LONGEST_TASK, sorted(tasks)[-5:]


@on(*CHROMIUM)
@pytest.mark.parametrize("when", ["as soon as it is there", "before it is drawn"])
def test_36_what_is_far_is_as_tall_as_it_will_be_and_who_jumps_past_it_sees_nothing_move(reading, when):
    entry = path_of(a_newsroom(5)[-1])
    with reading() as page:  # it counts what moves
        asked = []
        page.on("request", lambda request: "article.html" in request.url and asked.append(request))
        open_story(page, entry)
        if when == "as soon as it is there":
            page.evaluate(f"document.addEventListener('story:loaded', () => queueMicrotask({TO_THE_FOOT}))")
            to_the_foot(page)
        else:
            while not asked:  # and no further: who outruns the server is where the story comes
                page.evaluate("scrollBy(0, 200); new Promise((done) => requestAnimationFrame(done))")
            wait_for_stories(page, 2)
            assert page.evaluate(TOPS)[1] > page.viewport_size["height"], "it is below the screen"
            to_the_foot(page)
        wait_for_stories(page, 3)
        height = page.evaluate("getComputedStyle(document.querySelectorAll('article')[1]).containIntrinsicBlockSize")
        assert "px" in height and height != "auto 1350px", "how tall it will be is known from its words"


@on(PHONE)
def test_37_thirty_stories_take_two_megabytes_and_a_few_listeners(reading):
    for number in range(31):
        long_story(number, 1)
    entry = path_of(long_story(31, 1))
    with reading() as page:
        session = page.context.new_cdp_session(page)
        open_story(page, entry)
        gather(page, 2)
        before = used_by(session)
        gather(page, 32)
        after = used_by(session)
        assert after["JSHeapUsedSize"] - before["JSHeapUsedSize"] < 2_000_000
        assert after["JSEventListeners"] - before["JSEventListeners"] < 32, "none a story and more"
        assert after["Documents"] - before["Documents"] < 15, "the documents that brought stories are let go"


def used_by(session):
    """What the page holds after everything was let go that can be: bytes of scripts, listeners, documents."""
    session.send("HeapProfiler.enable")
    for _ in range(3):  # what the first collection lets go of lets go of more
        session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    return {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}

"""The running head says which story this is and how far it has been read, in each engine by its own means."""

import pytest

from tests.journeys.lines.devices import EVERYWHERE, on
from tests.journeys.scrolling import gather, long_story, open_story, path_of

pytestmark = [pytest.mark.journey, pytest.mark.once]
# What the head of the story at `path` shows: whether it is seen and where, how long its line is, the minutes left.
HEAD = """(path) => {
    const head = document.querySelector(`article[data-url="${path}"] .running`)
    const line = getComputedStyle(head.querySelector("p"), "::after")
    const left = getComputedStyle(head.querySelector("small")).getPropertyValue("--left")
    return {
        top: head.getBoundingClientRect().top,
        seen: getComputedStyle(head.querySelector("p")).visibility === "visible",
        read: new DOMMatrix(line.transform).a,
        left: Number(left),
    }
}"""
MOVED = f"""([path, step]) => {{
    const block = [...document.querySelectorAll(`article[data-url="${{path}}"] section > *`)].at(step)
    scrollBy({{top: block.getBoundingClientRect().top + 4, behavior: "instant"}})
    const head = ({HEAD})
    return new Promise((done) => setTimeout(() => requestAnimationFrame(() => done(head(path)))))
}}"""


@on(*EVERYWHERE)
def test_running_head_appears_with_the_text_and_its_line_grows_as_it_is_read(reading):
    made = [long_story(1, paragraphs=12), long_story(2, paragraphs=12)]
    entry = path_of(made[-1])
    with reading() as page:
        listed = open_story(page, entry)
        gather(page, 2)
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_function(f"(path) => !({HEAD})(path).seen", arg=entry)  # the headline itself is on screen
        for path in (entry, listed[0]):
            steps = []
            for step in (1, 10, -1):
                page.evaluate(MOVED, [path, step])
                page.wait_for_function(f"(path) => ({HEAD})(path).seen", arg=path)
                steps.append(page.evaluate(HEAD, path))
            assert [abs(step["top"]) < 1 for step in steps[:2]] == [True, True]
            begun, half, ended = (step["read"] for step in steps)
            assert begun < half < ended <= 1, steps
            assert steps[0]["left"] > steps[1]["left"] >= steps[2]["left"] >= 1, steps

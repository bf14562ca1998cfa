"""Reading what changed in a story, in a real browser."""

import pytest

from tests import builders
from tests.journeys.axe import faults_by_day_and_night, sideways_faults
from tests.journeys.test_editing import change

pytestmark = [pytest.mark.journey, pytest.mark.once]


def compare(article, more=""):
    return f"{change(article).removesuffix('change/')}revisions/compare/?from=1&to=2{more}"


def test_keys_go_from_change_to_change_and_round(sign_in):
    lines = [f"<p>Line {number} says so.</p>" for number in range(30)]
    article = builders.draft_article(body="".join(lines))
    for number in (3, 13, 23):
        lines[number] = f"<p>Line {number} says no.</p>"
    builders.edited(article, body="".join(lines))
    page = sign_in(builders.editor())
    page.goto(compare(article))
    seen = []
    for key in ("Alt+ArrowUp", "Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowUp"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.id"))
    assert seen == [f"change-{number}" for number in (3, 1, 2, 3, 1, 3)]
    assert page.evaluate("document.activeElement.getBoundingClientRect().top < innerHeight")


def test_two_states_side_by_side_are_accessible_and_stand_one_over_the_other_on_a_phone(sign_in):
    article = builders.draft_article(headline="Bridge Opens", body="<p>It is open.</p><p>It rained.</p>")
    builders.edited(article, headline="Bridge Is Open", body="<p>It is open now.</p><p>It snowed.</p>")
    page = sign_in(builders.editor())
    page.goto(compare(article, "&sides"))
    wrong = []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.reload()  # a phone does not come from a wide window
        wrong += faults_by_day_and_night(page, str(width)) + sideways_faults(page, str(width))
    assert not wrong, "\n".join(wrong)
    before, after = (each.bounding_box() for each in page.locator(".marked-pair > p").all()[:2])
    assert before["x"] == after["x"] and before["y"] < after["y"]

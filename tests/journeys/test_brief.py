"""A brief by the keyboard alone: a photo, a quote, a link to a story of ours, and out tomorrow at six."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models.article import Article
from tests import builders
from tests.journeys.test_editing import ADD, confirm_button
from tests.journeys.writing import body, choose

pytestmark = [pytest.mark.journey, pytest.mark.once]


def tab_to(page, what, *, key="Tab"):
    """Press Tab until the focus is on what is looked for."""
    for _ in range(60):
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{what} is out of the keyboard's reach")


def test_brief_is_written_and_scheduled_by_the_keyboard_alone(sign_in):
    target = builders.live_article(headline="Orsk Dam Holds")
    tomas = builders.a_person("Tomas Lind", role="harbor master")
    photo = builders.a_photo(1300, 800, alt="A ferry.", caption="The first ferry.")
    page = sign_in(builders.editor())
    page.goto(ADD)
    page.locator(".ProseMirror[contenteditable=true]").wait_for()
    keys = page.keyboard
    keys.type("Ferries Sail Again")
    keys.press("Enter")
    keys.type("The first in nine weeks.")
    keys.press("Enter")
    keys.type("The port was opened after the dam")
    keys.press("Control+Shift+ArrowLeft")
    keys.press("Control+k")
    choose(page, "orsk dam", "Orsk Dam Holds")
    keys.press("End")
    keys.type(" had held.")
    keys.press("Enter")
    keys.type("> We have waited for this.")
    keys.press("Alt+Enter")
    choose(page, "Tomas", "Tomas Lind")
    keys.press("Enter")
    keys.press("Enter")
    keys.press("Control+Alt+p")
    page.locator(".photo-dialog-photos img").first.wait_for()
    tab_to(page, ".photo-dialog-photos input")
    keys.press("Space")
    tab_to(page, ".photo-dialog [value=place]")
    keys.press("Enter")
    page.locator(".ProseMirror figure img").wait_for()
    assert f'<a data-story="{target.pk}">dam</a>' in body(page) and f'data-person="{tomas.pk}"' in body(page)
    assert f'data-photo="{photo.pk}"' in body(page)
    keys.press("Control+Enter")
    confirm_button(page)
    tab_to(page, "[data-publish-sheet] [name=when]")
    for _ in range(5):
        if page.evaluate("document.activeElement.labels[0].textContent").startswith("Tomorrow 6:00"):
            break
        keys.press("ArrowDown")
    page.locator("[data-publish-sheet] button[data-verb=publish]", has_text="Schedule").wait_for()
    tab_to(page, "[data-publish-sheet] button[data-verb=publish]")
    keys.press("Enter")
    page.locator(".messagelist", has_text="Scheduled").wait_for()
    edition = Article.objects.latest("pk").editions.get()
    due = timezone.localtime(edition.goes_live_at)
    assert (due.hour, due.minute) == (6, 0) and due.date() == timezone.localdate() + timedelta(days=1)
    assert edition.headline == "Ferries Sail Again" and edition.desk.name == "World"

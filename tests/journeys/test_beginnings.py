"""Beginning a story with a template, a file or a text, and reading its history, in a real browser."""

import pytest

from articles.editorial.shelves.templates import make_template
from articles.editorial.writing import drafts
from articles.models.article import Article
from tests import builders
from tests.journeys.axe import faults_by_day_and_night, sideways_faults
from tests.journeys.steps import follow
from tests.journeys.test_editing import change, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]
BOARD = "/admin/articles/article/"
WIRE = "Ferry Returns to Old Harbor\n\nBy Ada Person\n\nQUILLON (AP) — A ferry is back.\n\nIt sailed at noon."


def faults(page, where):
    """What axe and a narrow window find in the page, light and dark, at a desk and on a phone."""
    wrong = []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.reload()  # a phone does not come from a wide window
        wrong += faults_by_day_and_night(page, f"{where} {width}") + sideways_faults(page, f"{where} {width}")
    return wrong


def a_template(chief):
    template = make_template("Match report", by=chief)
    body = "<p>[TK: winner] beat [TK: loser] by [TK: score].</p>"
    return drafts.save(template, by=chief, version=1, headline="[TK: winner] win", body=body, desk=builders.a_desk())


def test_reporter_begins_with_a_template_and_is_shown_what_is_to_come(sign_in):
    a_template(builders.chief())
    page = sign_in(builders.reporter())
    page.goto(BOARD)
    follow(page.get_by_role("link", name="From a template, a file or a copy"))
    follow(page.get_by_role("button", name="Match report"), "Enter")
    sheet(page)
    assert page.locator("[data-blocker=body]").count() == 3 and page.locator("[data-blocker=headline]").count() == 1
    assert page.locator("textarea[name=headline]").input_value() == "[TK: winner] win"


def test_reporter_begins_with_a_file_and_with_a_text(sign_in, tmp_path):
    file = tmp_path / "ferry.txt"
    file.write_text(WIRE)
    page = sign_in(builders.reporter())
    page.goto(f"{BOARD}new/")
    page.get_by_label("A text, a Word document, or a saved mail").set_input_files(file)
    follow(page.get_by_role("button", name="Begin with this file"))
    sheet(page)
    page.goto(f"{BOARD}new/")
    page.get_by_label("Paste it").fill(WIRE.replace("Old Harbor", "New Quay"))
    follow(page.get_by_role("button", name="Begin with this text"))
    sheet(page)
    assert [str(story) for story in Article.objects.order_by("pk")] == [
        "Ferry Returns to Old Harbor",
        "Ferry Returns to New Quay",
    ]


def test_screens_are_accessible_at_any_width_light_and_dark(sign_in):
    chief = builders.chief()
    a_template(chief)
    page = sign_in(chief)
    article = builders.draft_article(by=chief, headline="Bridge Opens", body="<p>It is open.</p><p>It rained.</p>")
    article = builders.edited(article, headline="Bridge Is Open", body="<p>It is open now.</p><p>It snowed.</p>")
    wrong = []
    for where, path in {
        "new": f"{BOARD}new/?of={article.pk}",
        "revisions": f"{change(article).removesuffix('change/')}revisions/",
        "publish": f"{change(article).removesuffix('change/')}publish/",
    }.items():
        page.goto(path)
        wrong += faults(page, where)
    assert not wrong, "\n".join(wrong)


def test_revision_is_named_with_the_keyboard(sign_in):
    article = builders.draft_article()
    page = sign_in(builders.editor())
    page.goto(f"{change(article).removesuffix('change/')}revisions/")
    page.locator(".revisions-naming summary").press("Enter")
    page.get_by_label("Name of revision 1").fill("legal read")
    page.keyboard.press("Enter")
    page.locator(".revisions-name", has_text="legal read").wait_for()
    assert article.revisions.get().name == "legal read"

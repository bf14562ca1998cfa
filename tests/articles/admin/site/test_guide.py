"""The editors' guide as screens: every page of docs/guide, at hand from every screen."""

import re

import pytest
from django.urls import reverse

from articles.admin.site.guide import FOLDER, PAGES, help_for, html_of
from tests import builders

HELP = re.compile(r'<a class="header-tool" href="([^"]+)">Help</a>')
pytestmark = pytest.mark.django_db


def test_guide_has_the_pages_that_lie_in_the_folder_and_no_other():
    assert {path.stem for path in FOLDER.glob("*.md")} == set(PAGES)
    assert len(PAGES) == 10


@pytest.mark.parametrize("slug", PAGES)
def test_every_page_is_short_and_shows_a_small_picture_that_is_there(reporter, slug):
    page = reporter.get(reverse("admin:guide_page", args=[slug]))
    pictures = re.findall(r'src="(/admin/guide/pictures/[^"]+)" alt="([^"]+)"', page.text)
    assert pictures, "no picture, or one that says nothing to who cannot see it"
    for address, _alt in pictures:
        picture = reporter.get(address)
        assert picture.headers["Content-Type"] == "image/webp"
        assert len(b"".join(picture.streaming_content)) < 60_000
    assert len((FOLDER / f"{slug}.md").read_text().split()) < 400
    assert "**" not in page.text and "](" not in page.text


def test_guide_lists_all_pages_and_leads_from_one_to_the_next(reporter):
    page = reporter.get(reverse("admin:guide")).text
    assert all(reverse("admin:guide_page", args=[slug]) in page for slug in PAGES)
    first, second = list(PAGES)[:2]
    following = reporter.get(reverse("admin:guide_page", args=[first])).text
    assert f'<a rel="next" href="{reverse("admin:guide_page", args=[second])}">' in following
    assert 'rel="next"' not in reporter.get(reverse("admin:guide_page", args=[list(PAGES)[-1]])).text


@pytest.mark.parametrize("address", ["/admin/guide/nothing/", "/admin/guide/pictures/nothing.webp"])
def test_what_is_no_page_and_no_picture_of_the_guide_is_not_found(reporter, address):
    assert reporter.get(address).status_code == 404


@pytest.mark.parametrize(
    ("screen", "page"),
    [
        ("articles_article_change", "your-first-story"),
        ("articles_article_changelist", "the-desk-today"),
        ("articles_article_publish_sheet", "publishing"),
        ("articles_person_merge", "people-and-topics"),
        ("articles_personsuggestion_changelist", "people-and-topics"),
        ("media_photo_changelist", "photos"),
        ("auth_group_change", "the-house"),
    ],
)
def test_help_leads_to_the_page_on_the_screen(screen, page):
    assert help_for(screen) == reverse("admin:guide_page", args=[page])


def test_help_leads_to_the_guide_where_no_page_is_on_the_screen():
    assert help_for("articles_user_me_too") == help_for("articles_user")
    assert help_for("accounts_signin_changelist") == reverse("admin:guide")


def test_every_screen_has_help(chief):
    article = builders.draft_article()
    for address in (
        "/admin/",
        reverse("admin:articles_article_change", args=[article.pk]),
        "/admin/account/",
        "/admin/x/",
    ):
        page = chief.get(address)
        assert HELP.search(page.text), address


def test_marks_become_html_and_all_else_is_escaped():
    html = html_of("## A & B\n\nUse `<b>` and **two\nlines** of [photos](photos.md).\n\n- One\n  goes on\n- Two")
    assert html == (
        "<h2>A &amp; B</h2>\n<p>Use <code>&lt;b&gt;</code> and <strong>two lines</strong> of "
        '<a href="/admin/guide/photos/">photos</a>.</p>\n<ul><li>One goes on</li><li>Two</li></ul>'
    )


@pytest.mark.parametrize("slug", PAGES)
def test_what_a_page_calls_a_screen_or_verb_is_called_so(slug):
    """Names between these marks that are of buttons and lists stand in a template or module; sentences are no names."""
    text = (FOLDER / f"{slug}.md").read_text()
    words = {" ".join(found.split()).rstrip(",.:").lower() for found in re.findall(r"“([^”]{3,40})”", text)}
    sources = [*TEMPLATES.rglob("*.html"), *(ROOT / "articles").rglob("*.py"), *(ROOT / "media").rglob("*.py")]
    said = "\n".join(path.read_text() for path in [*sources, *(ROOT / "newsroom/static/editors").rglob("*.js")]).lower()
    assert not [each for each in words if each not in said and each not in NO_NAMES]


ROOT = FOLDER.parent.parent
TEMPLATES = ROOT / "templates"
NO_NAMES = {"by"}

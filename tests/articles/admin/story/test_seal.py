"""The screen of a story's seal, and the sheet of a sealed story."""

import pytest
from django.urls import reverse

from articles.editorial.writing.seal import seal
from articles.models.article import Article
from tests import builders
from tests.articles.admin.forms import change_url, messages_of

pytestmark = pytest.mark.django_db


def screen_of(article):
    return reverse("admin:articles_article_seal", args=[article.pk])


def press(client, article, do, **more):
    return client.post(screen_of(article), {"do": do, **more}, follow=True)


@pytest.fixture
def sealed(editor):
    """A story that the editor has sealed."""
    return seal(builders.draft_article(headline="The Quandrelith Papers"), by=editor.user)


def test_sheet_offers_to_seal_and_says_who_is_in(editor):
    article = builders.draft_article()
    assert screen_of(article) in editor.get(change_url(article)).content.decode()
    page = press(editor, article, "seal")
    assert "Sealed." in messages_of(page)
    press(editor, article, "add", person=builders.reporter(first_name="Ada", last_name="Lens").pk)
    sheet = editor.get(change_url(article)).content.decode()
    assert "Sealed: open to Ada Lens and you." in sheet
    assert "Preview links for people" not in sheet


def test_people_are_let_in_and_taken_out_and_see_nothing_of_the_list_of_openings(editor, reporter, sealed):
    press(editor, sealed, "add", person=reporter.user.pk)
    assert reporter.get(change_url(sealed)).status_code == 200
    page = reporter.get(screen_of(sealed)).content.decode()
    assert "Take me out" in page and "Who has opened it" not in page and "Unseal" not in page
    own = editor.get(screen_of(sealed)).content.decode()
    assert f"{reporter.user.username}: sheet" in own
    press(editor, sealed, f"remove:{reporter.user.pk}")
    assert reporter.get(change_url(sealed)).status_code == 403


def test_whoever_takes_themselves_out_is_led_to_the_board(editor, reporter, sealed):
    press(editor, sealed, "add", person=reporter.user.pk)
    page = press(reporter, sealed, f"remove:{reporter.user.pk}")
    assert page.redirect_chain == [(reverse("admin:articles_article_changelist"), 302)]
    assert page.status_code == 200


def test_story_is_unsealed(editor, chief, sealed):
    assert chief.get(change_url(sealed)).status_code == 403
    page = press(editor, sealed, "unseal")
    assert "open to everybody" in messages_of(page)
    assert "Quandrelith" in chief.get(change_url(sealed)).content.decode()


def test_what_cannot_be_done_is_said(editor, sealed):
    assert "This field is required" in press(editor, sealed, "add").content.decode()
    assert "Unseal it instead" in messages_of(press(editor, sealed, f"remove:{editor.user.pk}"))
    assert press(editor, sealed, "remove:nobody").status_code == 200
    assert press(editor, sealed, "dance").status_code == 200
    assert Article.objects.get().is_sealed


def test_nobody_else_comes_in(chief, reporter, sealed):
    for client in (chief, reporter):
        for address in (screen_of(sealed), change_url(sealed), f"/admin/articles/article/{sealed.pk}/history/"):
            page = client.get(address)
            assert page.status_code == 403
            assert "This story is sealed" in page.content.decode()
        assert client.post(screen_of(sealed), {"do": "unseal"}).status_code == 403
    assert Article.objects.get().is_sealed


def test_story_of_others_is_not_sealed_by_who_may_not_write_it(reporter):
    article = builders.draft_article()
    assert reporter.get(screen_of(article)).status_code == 403
    assert reporter.post(screen_of(article), {"do": "seal"}).status_code == 403


def test_owner_unseals_and_nobody_who_is_only_in(editor, reporter, sealed):
    press(editor, sealed, "add", person=reporter.user.pk)
    assert press(reporter, sealed, "unseal").status_code == 403

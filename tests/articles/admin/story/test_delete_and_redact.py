"""What cannot be undone, as people meet it: deleting what was never public, and removing words by order of law."""

import pytest
from django.urls import reverse

from articles.editorial.publishing import withdraw
from articles.models.article import Article
from articles.models.log_entry import LogEntry
from tests import builders
from tests.articles.admin.forms import change_url, messages_of, press, verbs_on

pytestmark = pytest.mark.django_db
BOARD = reverse("admin:articles_article_changelist")


def at(name, article):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def test_delete_asks_before_it_does(editor):
    article = builders.draft_article(headline="Gone")
    page = press(editor, article, "delete")
    assert page.redirect_chain[-1][0] == at("delete", article)
    assert "“Gone” goes for good" in page.content.decode()
    article.refresh_from_db()
    page = editor.post(at("delete", article), {"version": article.version}, follow=True)
    assert page.redirect_chain[-1][0] == BOARD and "“Gone” was deleted." in messages_of(page)
    assert not Article.objects.filter(pk=article.pk).exists()
    log = editor.get(reverse("admin:articles_logentry_changelist"), {"q": "Gone"}).content.decode()
    assert f"Gone (story {article.pk})" in log


def test_delete_refused_leads_back_and_says_why(editor):
    article = builders.draft_article()
    page = editor.post(at("delete", article), {"version": article.version + 1}, follow=True)
    assert "so it was not deleted" in messages_of(page)
    assert editor.post(at("delete", article), {}).status_code == 200
    live = builders.live_article()
    page = editor.post(at("delete", live), {"version": live.version}, follow=True)
    assert "Readers have seen this story" in messages_of(page)


@pytest.mark.parametrize(
    ("made", "is_there"),
    [
        (builders.draft_article, True),
        (builders.submitted_article, True),
        (builders.scheduled_article, False),
        (builders.live_article, False),
        (builders.withdrawn_article, False),
    ],
)
def test_delete_is_on_the_bar_of_what_was_never_public(chief, made, is_there):
    assert ("delete" in verbs_on(chief.get(change_url(made())))) is is_there


def test_stock_admin_is_no_other_way_to_delete(chief):
    article = builders.draft_article()
    stock = f"{BOARD}_{article.pk:x}/delete/"
    assert chief.post(stock, {"post": "yes"}).status_code in (302, 403, 404)
    chief.post(f"{BOARD}{article.pk}/delete/", {"post": "yes"})
    chief.post(BOARD, {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"})
    quoted = f"{BOARD}" + "".join(f"_{ord(digit):X}" for digit in str(article.pk)) + "/delete/"
    assert chief.post(quoted, {"post": "yes"}).status_code == 403
    assert Article.objects.filter(pk=article.pk).exists()


def test_who_may_not_is_turned_away(enter):
    article, reporter, editor = builders.draft_article(), enter("reporter"), enter("editor")
    assert reporter.get(at("delete", article)).status_code == 403
    assert editor.get(at("redact", article)).status_code == 403
    assert at("redact", article) not in editor.get(change_url(article)).content.decode()
    assert enter("stranger").get(at("delete", article)).status_code == 403


def test_words_are_removed_for_good_after_a_confirmation(chief):
    article = builders.live_article(headline="Ada Diaz Opens Bridge", dek="")
    builders.put_out(builders.edited(article, headline="Bridge Opens"))
    assert at("redact", article) in chief.get(change_url(article)).content.decode()
    asked = {"what": "words", "words": "Ada Diaz", "reason": "By order of a court"}
    page = chief.post(at("redact", article), asked).content.decode()
    assert "Say that you know it cannot be undone." in page and 'value="Ada Diaz"' in page
    assert article.editions.filter(headline__contains="Ada Diaz").exists()
    page = chief.post(at("redact", article), {**asked, "is_sure": "on"}, follow=True)
    assert "Removed for good; 1 edition lost words." in messages_of(page)
    assert not article.editions.filter(headline__contains="Ada Diaz").exists()
    assert LogEntry.objects.get(verb="redact").note == "By order of a court"


def test_whole_story_is_removed_once_it_is_withdrawn(chief):
    article = builders.live_article()
    asked = {"what": "all", "reason": "By order of a court", "is_sure": "on"}
    page = chief.post(at("redact", article), asked).content.decode()
    assert "Withdraw it or cancel what is scheduled; then redact." in page
    withdraw.withdraw(article, by=builders.system())
    assert "Removed for good" in messages_of(chief.post(at("redact", article), asked, follow=True))
    article.refresh_from_db()
    assert article.body == ""


def test_redaction_wants_words_or_the_whole_story(chief):
    article = builders.draft_article()
    asked = {"what": "words", "reason": "By order of a court", "is_sure": "on"}
    assert "Write the words that have to go" in chief.post(at("redact", article), asked).content.decode()

"""The screen of what readers of a story are led to: the next story, and the record of what changed."""

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.embargo import current
from articles.models.pin import Pin
from articles.models.private_history import PrivateHistory
from tests import builders
from tests.articles.admin.forms import change_url, messages_of

pytestmark = pytest.mark.django_db


def url(article):
    return reverse("admin:articles_article_next_story", args=[article.pk])


def test_next_story_is_chosen_and_taken_back(editor):
    article, following = builders.live_article(), builders.live_article()
    page = editor.post(url(article), {"next": following.pk, "has_public_history": "on"}, follow=True)
    assert "Saved." in messages_of(page)
    assert Pin.objects.get(article=article).next == following
    assert following.headline in editor.get(url(article)).content.decode()
    editor.post(url(article), {"next": "", "has_public_history": "on"})
    assert not Pin.objects.filter(current(timezone.now())).exists()


def test_record_is_closed_and_opened(editor):
    article = builders.live_article()
    editor.post(url(article), {"next": ""})
    assert PrivateHistory.objects.filter(article=article).exists()
    editor.post(url(article), {"next": "", "has_public_history": "on"})
    assert not PrivateHistory.objects.exists()


def test_story_does_not_lead_to_itself_and_nothing_else_is_saved(editor):
    article = builders.live_article()
    page = editor.post(url(article), {"next": article.pk})
    assert page.status_code == 200
    assert "errorlist" in page.content.decode()
    assert not PrivateHistory.objects.exists()


def test_only_who_publishes_the_story_decides(editor, reporter):
    article = builders.live_article()
    assert reporter.get(url(article)).status_code == 403
    assert url(article) in editor.get(change_url(article)).content.decode()
    assert url(article) not in reporter.get(change_url(article)).content.decode()

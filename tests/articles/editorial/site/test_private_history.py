"""Whose public history is private: who decides, and what is logged."""

import pytest

from articles.editorial.permissions import Forbidden
from articles.editorial.site.private_history import set_history_private
from articles.models.private_history import PrivateHistory
from tests.builders import editor, live_article, reporter

pytestmark = pytest.mark.django_db


def test_history_of_a_story_is_made_private_and_public_once():
    article, ada = live_article(), editor()
    assert set_history_private(article, True, by=ada)
    assert not set_history_private(article, True, by=ada)
    assert PrivateHistory.objects.filter(article=article).exists()
    assert set_history_private(article, False, by=ada)
    assert not set_history_private(article, False, by=ada)
    assert list(article.log.values_list("verb", flat=True)[:2]) == ["open record", "close record"]
    with pytest.raises(Forbidden):
        set_history_private(article, True, by=reporter())

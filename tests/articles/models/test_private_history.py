"""Which stories keep their record to the newsroom, as a condition of a query."""

import pytest
from django.db.models import OuterRef

from articles.models.edition import Edition
from articles.models.private_history import PrivateHistory, is_private
from tests.builders import live_article

pytestmark = pytest.mark.django_db


def test_record_is_private_for_the_story_that_was_switched_alone():
    kept, shown = live_article(), live_article()
    PrivateHistory.objects.create(article=kept)
    found = Edition.objects.annotate(hidden=is_private(OuterRef("article_id"))).values_list("article_id", "hidden")
    assert dict(found) == {kept.pk: True, shown.pk: False}

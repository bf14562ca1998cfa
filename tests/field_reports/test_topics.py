"""What people reported of other tools' tags: one with a comma falls in two when it is saved."""

import pytest
from django.urls import reverse

from articles.models.topic import Topic
from tests.builders import a_topic, draft_article, editor, live_edition

pytestmark = pytest.mark.django_db


def test_31_a_topic_with_a_comma_stays_one_through_save_and_publish(client):
    topic = a_topic("Vienna, Austria")
    story = draft_article(lead_topic=topic, topics=[topic])
    client.force_login(editor())
    address = reverse("admin:articles_article_change", args=[story.pk])
    form = client.get(address).context["adminform"].form
    posted = {name: value for name, value in form.typed_values().items() if value} | {
        "version": story.version,
        "_verb": "publish",
    }
    client.post(address, posted)
    assert [row.topic.name for row in live_edition(story).topic_rows.all()] == ["Vienna, Austria"]
    assert [each.name for each in Topic.objects.all()] == ["Vienna, Austria"]

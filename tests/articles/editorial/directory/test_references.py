"""What points to people, topics and desks is counted."""

import pytest

from articles.editorial.directory.references import ReferenceCounts, count_references
from tests.articles.editorial.directory.state import (
    naming,
)
from tests.builders import (
    a_desk,
    a_person,
    a_topic,
    draft_article,
    edited,
    live_article,
    put_out,
    scheduled_article,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db


def test_counts_of_stories_quotes_drafts_and_apart_from_them_what_is_scheduled():
    ann, topic = a_person("Ann"), a_topic("Bridges")
    assert count_references(ann) == ReferenceCounts(0, 0, 0, 0)
    put_out(edited(live_article(body=naming(ann), topics=[topic]), dek="Again."))
    withdrawn_article(body=naming(ann), bylines=[ann])
    draft_article(body=naming(ann), topics=[topic])
    scheduled_article(body=naming(ann), topics=[topic])
    assert count_references(ann) == ReferenceCounts(stories=2, quotes=1, drafts=1, scheduled=1)
    assert count_references(topic) == ReferenceCounts(stories=1, quotes=0, drafts=1, scheduled=1)
    assert count_references(a_desk()) == ReferenceCounts(stories=2, quotes=0, drafts=1, scheduled=1)

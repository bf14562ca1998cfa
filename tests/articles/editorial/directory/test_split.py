"""Split with its undo: what points where, and what is refused."""

import pytest

from articles.editorial.directory import entries
from articles.editorial.directory.split import NoStories, split
from articles.editorial.directory.undo import undo
from articles.models.article import Article
from articles.models.person import Person
from articles.text.body.person_links import pointed_to
from tests.articles.editorial.directory.state import (
    assert_index_is_right,
    everything,
    naming,
)
from tests.builders import (
    a_person,
    a_topic,
    editor,
    live_article,
    live_edition,
)

pytestmark = pytest.mark.django_db


def test_split_takes_the_stories_chosen_and_undo_brings_all_back():
    ann = a_person("Ann Lee")
    theirs, hers = live_article(body=naming(ann), bylines=[ann]), live_article(body=naming(ann))
    before, by = everything(), editor()
    change = split(ann, "Ann Lee", articles=[hers, live_article()], by=by)
    other = Person.objects.get(pk=change.other)
    assert (other.name, other.slug) == ("Ann Lee", "ann-lee")
    assert live_edition(hers).quotes.get().person == other
    assert live_edition(theirs).quotes.get().person == ann
    assert pointed_to(live_edition(hers).sections.get().html) == [other.pk, other.pk]
    assert_index_is_right()
    Article.objects.filter(pk=hers.pk).update(headline="New")
    later = live_article(body=naming(other))
    undo(change, by=by)
    assert live_edition(later).quotes.get().person == ann
    assert Person.rows.get(pk=other.pk).redirects_to == ann
    for kind in ("Quote", "Mention", "Byline", "Section"):
        assert everything()[kind][: len(before[kind])] == before[kind]


def test_split_of_a_topic_needs_another_name_and_stories():
    topic, by = a_topic("Bridges"), editor()
    article = live_article(topics=[topic])
    with pytest.raises(NoStories, match="Choose the stories"):
        split(topic, "Arches", articles=[live_article()], by=by)
    with pytest.raises(entries.NameTaken):
        split(topic, "BRIDGES", articles=[article], by=by)
    split(topic, "Arches", articles=[article], by=by)
    assert live_edition(article).topic_rows.get().topic.name == "Arches"
    assert article.topic_rows.get().tag.name == "Arches"

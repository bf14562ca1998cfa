"""Merge with its undo: what points where, what readers find, and what is refused."""

import pytest

from articles.editorial.directory import entries
from articles.editorial.directory.change_steps import MergedAway
from articles.editorial.directory.merge_people import IntoItself, merge
from articles.editorial.directory.undo import NotUndoable, undo
from articles.editorial.publishing import withdraw
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.edition import Edition, EditionTopic
from articles.models.person import Person
from articles.models.section import Quote
from articles.models.topic import ArticleTopic, Topic
from articles.text.body.person_links import pointed_to
from tests.articles.editorial.directory.state import (
    assert_index_is_right,
    everything,
    naming,
    of_today,
    pointed_people,
    story_of_both,
)
from tests.builders import (
    a_desk,
    a_person,
    a_photo,
    a_topic,
    draft_article,
    editor,
    live_article,
    system,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db


def test_merged_person_is_nowhere_and_undo_brings_every_row_back():
    ann, anne = a_person("Ann Lee", role="pilot", aliases=["Annie"]), a_person("Anne Lee", aliases=["annie", "Nan"])
    story_of_both(ann, anne)
    live_article(body=naming(ann), bylines=[ann])
    draft_article(body=naming(ann), bylines=[anne, ann])
    before, people = everything(), of_today(Person)
    change = merge(ann, into=anne, by=editor())
    assert not any(pk == ann.pk for pk in pointed_people())
    assert set(Quote.objects.values_list("person", flat=True)) == {anne.pk}
    assert Quote.objects.count() == len(before["Quote"])
    assert [p.name for p in Person.objects.all()] == ["Anne Lee"]
    anne.refresh_from_db()
    assert anne.role == "pilot"
    assert sorted(name.lower() for name in anne.aliases.values_list("name", flat=True)) == ["ann lee", "annie", "nan"]
    assert_index_is_right()
    undo(change, by=editor())
    assert everything() == before
    assert of_today(Person) == people


def test_story_about_the_mark_itself_is_left_alone():
    ann, talk = a_person("Ann"), draft_article()
    words = f'<p>Write <em>data-person="{ann.pk}"</em> there.</p>'
    Article.objects.filter(pk=talk.pk).update(body=words)
    change = merge(ann, into=a_person("Anne"), by=editor())
    talk.refresh_from_db()
    assert talk.body == words
    assert change.moved["texts"] == []


@pytest.mark.parametrize("lead", [0, 1])
def test_merged_topic_leads_where_either_led_and_undo_brings_every_row_back(lead):
    pair = [a_topic("Bridges"), a_topic("Spans")]
    live_article(topics=pair, lead_topic=pair[lead])
    live_article(topics=pair[:1], lead_topic=pair[0])
    live_article(topics=pair[1:])
    draft_article(topics=pair, lead_topic=pair[lead])
    before, topics = everything(), of_today(Topic)
    change = merge(pair[0], into=pair[1], by=editor())
    assert set(EditionTopic.objects.values_list("topic", flat=True)) == {pair[1].pk}
    assert EditionTopic.objects.filter(is_lead=True).count() == 2
    assert EditionTopic.objects.count() == 3 and ArticleTopic.objects.count() == 4
    assert set(Article.objects.values_list("lead_topic", flat=True)) == {pair[1].pk, None}
    assert entries.get_or_create_topic("BRIDGES", by=system()) == pair[1]
    assert_index_is_right()
    undo(change, by=editor())
    assert everything() == before
    assert of_today(Topic) == topics


def test_merged_topic_hands_over_its_relations_picture_and_explainer():
    bridges, spans, piers, ferries = map(a_topic, ("Bridges", "Spans", "Piers", "Ferries"))
    bridges.picture, bridges.explainer = a_photo(), live_article(topics=[bridges])
    entries.save_topic(bridges, [spans, piers, ferries], by=system())
    entries.save_topic(spans, [bridges, piers], by=system())
    before, topics = everything(), of_today(Topic)
    change = merge(bridges, into=spans, by=editor())
    spans.refresh_from_db()
    assert set(spans.related.all()) == {piers, ferries}
    assert Topic.related.through.objects.count() == 4
    assert (spans.picture, spans.explainer) == (bridges.picture, bridges.explainer)
    undo(change, by=editor())
    assert (everything(), of_today(Topic)) == (before, topics)


def test_merged_desk_hands_over_stories_and_undo_brings_them_back():
    world, planet = a_desk("World"), a_desk("Planet")
    live_article(desk=world), withdrawn_article(desk=world), live_article(desk=planet), draft_article(desk=world)
    before, desks = everything(), of_today(Desk)
    change = merge(world, into=planet, by=editor())
    assert set(Article.objects.values_list("desk", flat=True)) == {planet.pk}
    assert not Edition.objects.filter(desk=world).exists()
    assert entries.get_or_create_desk("world", by=system()) == planet
    assert_index_is_right()
    undo(change, by=editor())
    assert everything() == before
    assert of_today(Desk) == desks


def test_old_revision_points_to_what_took_its_place():
    ann, anne, bridges, spans = a_person("Ann"), a_person("Anne"), a_topic("Bridges"), a_topic("Spans")
    world, planet = a_desk("World"), a_desk("Planet")
    fields = {"topics": [bridges, spans], "lead_topic": bridges, "desk": world}
    article = withdrawn_article(body=naming(ann, anne), bylines=[ann, anne], **fields)
    for old, new in ((ann, anne), (bridges, spans), (world, planet)):
        merge(old, into=new, by=editor())
    edition = withdraw.restore(article, by=editor())
    assert edition.desk == planet
    assert list(edition.topic_rows.values_list("topic", "is_lead")) == [(spans.pk, True)]
    assert set(edition.quotes.values_list("person", flat=True)) == {anne.pk}
    assert set(edition.byline_rows.values_list("person", flat=True)) == {anne.pk}
    assert {pk for html in edition.sections.values_list("html", flat=True) for pk in pointed_to(html)} == {anne.pk}


def test_second_merge_leaves_no_chain_and_is_undone_first():
    one, two, three = (a_topic(name) for name in ("One", "Two", "Three"))
    first, by = merge(one, into=two, by=editor()), editor()
    second = merge(two, into=three, by=by)
    assert entries.get_or_create_topic("one", by=by) == three
    with pytest.raises(NotUndoable, match="since. First undo this: “Two” is part of “Three”.$"):
        undo(first, by=by)
    undo(second, by=by)
    assert entries.get_or_create_topic("one", by=by) == two
    undo(first, by=by)
    assert entries.get_or_create_topic("one", by=by) == one


def test_merge_into_itself_or_of_what_is_merged_is_refused():
    one, two, by = a_topic("One"), a_topic("Two"), editor()
    with pytest.raises(IntoItself):
        merge(one, into=one, by=by)
    merge(one, into=two, by=by)
    with pytest.raises(MergedAway, match="“One” is part of “Two” by now"):
        merge(two, into=one, by=by)

"""Undoing changes of the directory: when it may be done, and what was written, published or lost since."""

from datetime import timedelta

import pytest
from django.forms.models import model_to_dict
from django.utils import timezone

from articles.editorial.directory import entries
from articles.editorial.directory.merge_people import merge
from articles.editorial.directory.rename import rename
from articles.editorial.directory.split import split
from articles.editorial.directory.undo import NotUndoable, left_behind, undo
from articles.models.article import Article
from articles.models.directory_change import DirectoryChange
from articles.models.edition import EditionTopic
from articles.models.person import Person
from articles.models.person_suggestion import PersonSuggestion
from articles.models.topic import ArticleTopic, Topic
from articles.text.body.person_links import pointed_to
from tests.articles.editorial.directory.state import naming
from tests.builders import (
    a_desk,
    a_person,
    a_topic,
    draft_article,
    edited,
    editor,
    live_article,
    live_edition,
    put_out,
    scheduled_article,
    system,
)

pytestmark = pytest.mark.django_db


def test_published_meanwhile_stays_where_it_was_published():
    ann, anne = a_person("Ann"), a_person("Anne")
    change = merge(ann, into=anne, by=editor())
    later = live_article(body=naming(anne))
    undo(change, by=editor())
    assert live_edition(later).quotes.get().person == anne


def test_stories_published_meanwhile_are_left_behind_until_they_are_published_again():
    ann, anne, spans = a_person("Ann"), a_person("Anne"), a_topic("Spans")
    mine = live_article(body=naming(ann), topics=[spans])
    signed, due = live_article(bylines=[anne, ann]), scheduled_article(body=naming(ann))
    both, other, rewritten = (live_article(body=naming(ann, anne)) for _ in range(3))
    PersonSuggestion.objects.create(article=live_article(body=naming(anne)), name="Ann", as_written="Ann", person=ann)
    change = merge(ann, into=anne, by=editor())
    assert list(left_behind(change)) == []
    for article in (mine, signed, both):
        put_out(edited(article, dek="Again."))
    put_out(edited(due, dek="Again."), at=timezone.now() + timedelta(hours=2))
    put_out(edited(rewritten, body=naming(anne)))
    put_out(edited(draft_article(body=naming(anne)), dek="New."))
    edited(other, dek="Not out yet.")
    assert list(left_behind(change)) == [rewritten, both, due, signed, mine]
    change = undo(change, by=editor())
    assert list(left_behind(change)) == [both, due, signed, mine]
    assert live_edition(mine).quotes.get().person == anne
    put_out(edited(mine, dek="And again."))
    put_out(edited(both, dek="And again."))
    assert list(left_behind(change)) == [due, signed]
    assert live_edition(mine).quotes.get().person == ann
    assert list(live_edition(both).quotes.order_by("pk").values_list("person", flat=True)) == [ann.pk, anne.pk]
    assert not left_behind(rename(spans, "Arches", by=editor())).exists()


@pytest.mark.parametrize(("make", "fields"), [(a_topic, "topics"), (a_desk, "desk")])
def test_topic_or_desk_published_meanwhile_is_left_behind_too(make, fields):
    one, other = make("One"), make("Other")
    article = live_article(**{fields: [one] if fields == "topics" else one})
    change = merge(one, into=other, by=editor())
    put_out(edited(article, dek="Again."))
    change = undo(change, by=editor())
    assert list(left_behind(change)) == [article]
    put_out(edited(article, dek="And again."))
    assert not left_behind(change).exists()


@pytest.mark.parametrize(
    ("action", "gone"),
    [
        (lambda one, two: merge(one, into=two, by=system()), "row"),
        (lambda one, two: rename(one, "Three", by=system()), "redirect"),
        (lambda one, two: split(one, "Three", articles=[live_article(topics=[one])], by=system()), "other"),
    ],
)
def test_undo_of_what_is_no_longer_there_is_refused(action, gone):
    one, two = a_topic("One"), a_topic("Two")
    change = action(one, two)
    lost = change.facts["redirect"] if gone == "redirect" else getattr(change, gone)
    EditionTopic.objects.filter(topic=lost).delete()
    ArticleTopic.objects.filter(tag=lost).delete()
    Topic.rows.filter(pk=lost).delete()
    with pytest.raises(NotUndoable, match="no longer in the directory"):
        undo(change, by=editor())


def test_undo_finds_the_marks_of_a_text_that_was_rewritten_since():
    ann, anne = a_person("Ann"), a_person("Anne")
    article = live_article(body=naming(ann))
    change = merge(ann, into=anne, by=editor())
    article.refresh_from_db()
    edited(article, body=f'<p><span data-person="{anne.pk}">Anne</span> was there, too.</p>{article.body}<p>So.</p>')
    undo(change, by=editor())
    article.refresh_from_db()
    assert pointed_to(article.body) == [anne.pk, ann.pk, ann.pk]


def test_undo_leaves_alone_what_was_changed_or_taken_away_since():
    ann, anne = a_person("Ann", role="pilot"), a_person("Anne")
    live_article(body=naming(ann))
    article = draft_article(body=naming(ann), bylines=[anne, ann])
    gone = draft_article(bylines=[anne, ann])
    change = merge(ann, into=anne, by=editor())
    edited(article, body="<p>New words.</p>", bylines=[])
    anne.refresh_from_db()
    anne.role = "captain"
    entries.save_entry(anne, by=editor())
    Article.objects.filter(pk=gone.pk).delete()
    undo(change, by=editor())
    article.refresh_from_db()
    assert article.body == "<p>New words.</p>"
    assert Person.objects.get(pk=anne.pk).role == "captain"
    assert model_to_dict(Person.objects.get(pk=ann.pk))["role"] == "pilot"


def test_undo_ends_after_a_week_and_happens_once(monkeypatch):
    topic, by = a_topic("One"), editor()
    change = rename(topic, "Two", by=by)
    undo(change, by=by)
    with pytest.raises(NotUndoable, match="undone already"):
        undo(change, by=by)
    old = rename(topic, "Three", by=by)
    DirectoryChange.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=7))
    with pytest.raises(NotUndoable, match="more than a week"):
        undo(old, by=by)

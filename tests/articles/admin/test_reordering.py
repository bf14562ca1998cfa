"""Renaming, merging and splitting in the admin: what will change is said first, refusals are kind, undo is a button."""

import pytest
from django.urls import reverse

from articles.models.directory_change import DirectoryChange
from articles.models.person import Person
from articles.models.topic import Topic
from tests.builders import a_desk, a_person, a_topic, draft_article, live_article, live_edition


def screen(row, deed):
    return reverse(f"admin:articles_{row._meta.model_name}_{deed}", args=[row.pk])


def saying(person):
    return f'<blockquote data-person="{person.pk}" data-attribution="{person.name}"><p>“Yes.”</p></blockquote>'


def test_merge_says_what_changes_and_is_undone_by_a_button(editor):
    ann, anne = a_person("Ann Lee"), a_person("Anne Lee")
    article = live_article(body=saying(ann))
    draft_article(bylines=[ann])
    page = editor.get(screen(ann, "merge")).text
    assert "1 published story with 1 quote and 1 draft point to" in page and ann.get_absolute_url() in page
    assert 'data-field-name="leads_to"' in page and anne.name not in page  # asked for while typing, not all at once
    asked = {"app_label": "articles", "model_name": "person", "field_name": "leads_to", "term": "anne"}
    offered = editor.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [row["text"] for row in offered] == ["Anne Lee"]
    page = editor.post(screen(ann, "merge"), {"into": anne.pk}, follow=True).text
    assert "“Ann Lee” is part of “Anne Lee”. <a" in page
    assert live_edition(article).quotes.get().person == anne
    change = DirectoryChange.objects.get()
    question = reverse("admin:articles_directorychange_change", args=[change.pk])
    undo = reverse("admin:articles_directorychange_undo", args=[change.pk])
    assert question in editor.get(reverse("admin:articles_directorychange_changelist")).text
    assert f'formaction="{undo}"' in editor.get(question).text
    assert "Undone: “Ann Lee” is part of “Anne Lee”." in editor.post(undo, follow=True).text
    assert live_edition(article).quotes.get().person == ann
    assert "undone already" in editor.post(undo, follow=True).text
    assert f'formaction="{undo}"' not in editor.get(question).text


def test_rename_alias_and_split_from_their_screens(editor):
    topic = a_topic("Bridges")
    mine, other = live_article(topics=[topic]), live_article(topics=[topic])
    editor.post(screen(topic, "rename"), {"name": "Spans", "moves": "on"})
    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Spans", "spans")
    editor.post(screen(topic, "alias"), {"name": "Crossings"})
    assert a_topic("crossings") == topic
    editor.post(screen(topic, "split"), {"name": "Arches", "articles": [mine.pk]})
    assert live_edition(mine).topic_rows.get().topic == a_topic("Arches")
    assert live_edition(other).topic_rows.get().topic == topic


def test_refusal_is_said_on_the_screen_with_what_was_typed(editor):
    desk, other = a_desk("World"), a_desk("Planet")
    page = editor.post(screen(desk, "rename"), {"name": "PLANET"}).text
    assert "There is a desk of that name already" in page and 'value="PLANET"' in page
    assert other.name == "Planet" and not DirectoryChange.objects.exists()


@pytest.mark.parametrize("deed", ["rename", "alias", "merge", "split"])
def test_reporter_sees_no_links_and_no_screens(reporter, editor, deed):
    topic = a_topic("Bridges")
    change_page = reverse("admin:articles_topic_change", args=[topic.pk])
    assert screen(topic, deed) in editor.get(change_page).text
    assert screen(topic, deed) not in reporter.get(change_page).text
    assert reporter.get(screen(topic, deed)).status_code == 403
    assert Topic.objects.count() == 1 and not Person.objects.exists()

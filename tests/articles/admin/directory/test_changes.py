"""Renaming, merging and splitting in the admin: what will change is said first, refusals are kind, undo is a button."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.editorial.directory.merge_people import merge
from articles.editorial.directory.rename import rename
from articles.models.directory_change import DirectoryChange
from articles.models.log_entry import LogEntry
from articles.models.person import Person
from articles.models.topic import Topic
from tests.builders import (
    a_desk,
    a_person,
    a_topic,
    draft_article,
    edited,
    live_article,
    live_edition,
    put_out,
    scheduled_article,
    system,
    withdrawn_article,
)


def screen(row, action):
    return reverse(f"admin:articles_{row._meta.model_name}_{action}", args=[row.pk])


def saying(person, words="Yes."):
    return f'<blockquote data-person="{person.pk}" data-attribution="{person.name}"><p>“{words}”</p></blockquote>'


def words_of(page):
    """The words of a screen's own part, with single spaces."""
    return " ".join(html.fromstring(page.text).get_element_by_id("content").text_content().split())


def hidden_in(page):
    """What the page with the preview would post again."""
    [form] = html.fromstring(page.text).xpath("//form[@class='directory']")
    kept = {}
    for field in form.xpath(".//input[@type='hidden'][@name!='csrfmiddlewaretoken']"):
        kept.setdefault(field.get("name"), []).append(field.get("value"))
    return kept


def carry_out(client, row, action, data):
    """Ask, look, and do it; returns the page that follows."""
    seen = client.post(screen(row, action), data)
    assert "seen" in hidden_in(seen)
    return client.post(screen(row, action), hidden_in(seen), follow=True)


def facts_in(page):
    """{what: (now, afterwards)} of the table."""
    rows = html.fromstring(page.text).xpath("//table//tbody/tr")
    return {
        row[0].text_content(): tuple(", ".join(cell.text_content().split("\n")).strip(", ") for cell in row[1:])
        for row in rows
    }


def test_merge_says_what_changes_and_is_undone_by_a_button(editor):
    ann, anne = a_person("Ann Lee"), a_person("Anne Lee")
    article = live_article(body=saying(ann))
    draft_article(bylines=[ann])
    page = editor.get(screen(ann, "merge")).text
    assert "1 published story, 1 quote, 1 draft." in page and ann.get_absolute_url() in page
    assert 'data-field-name="redirects_to"' in page and anne.name not in page  # asked for while typing, not all at once
    assert "“Ann Lee” is part of “Anne Lee”. <a" in carry_out(editor, ann, "merge", {"into": anne.pk}).text
    assert live_edition(article).quotes.get().person == anne
    change = DirectoryChange.objects.get()
    question = reverse("admin:articles_directorychange_change", args=[change.pk])
    undo = reverse("admin:articles_directorychange_undo", args=[change.pk])
    changes = editor.get(reverse("admin:articles_directorychange_changelist")).text
    assert question in changes and "<h1>Changes of the directory</h1>" in changes
    page = editor.get(question)
    assert f'formaction="{undo}"' in page.text
    assert f"“Ann Lee” is there again, with its own page and feeds at {ann.get_absolute_url()}" in words_of(page)
    assert "Stories that go back: 2" in words_of(page) and article.headline in words_of(page)
    assert "Undone: “Ann Lee” is part of “Anne Lee”." in editor.post(undo, follow=True).text
    assert live_edition(article).quotes.get().person == ann
    assert "undone already" in editor.post(undo, follow=True).text
    assert f'formaction="{undo}"' not in editor.get(question).text


def test_first_post_of_a_merge_shows_what_will_change_and_changes_nothing(editor):
    ann = a_person("Ann Lee", aliases=["Annie"], role="surveyor")
    anne = a_person("Anne Lee", role="pilot")
    live = live_article(headline="It Is Out", body=saying(ann) + saying(ann, "No."), bylines=[ann])
    scheduled_article(headline="It Is to Come", bylines=[ann])
    draft_article(headline="It Is Begun", bylines=[ann])
    withdrawn_article(headline="It Is Gone", bylines=[ann])
    before = LogEntry.objects.count()
    page = editor.post(screen(ann, "merge"), {"into": anne.pk})
    said = words_of(page)
    assert said.startswith("Merge “Ann Lee” into “Anne Lee”?")
    assert f"{ann.get_absolute_url()} and its feeds redirect to {anne.get_absolute_url()} for ever." in said
    assert "Stories that move: 4 With them move 2 quotes, 2 bylines." in said
    for story in (
        "It Is Out Live since",
        "It Is to Come Scheduled for",
        "It Is Begun Draft, changed",
        "It Is Gone With",
    ):
        assert story in said
    facts = facts_in(page)
    assert facts["Name"] == ("Anne Lee", "unchanged") and "Role" not in facts
    assert "Ann Lee" in facts["Also found as"][1] and "Annie" in facts["Also found as"][1]
    assert facts["Addresses that redirect there"] == ("–", ann.get_absolute_url())
    assert live_edition(live).quotes.first().person == ann and not DirectoryChange.objects.exists()
    assert LogEntry.objects.count() == before


def test_readers_are_led_nowhere_from_what_they_never_knew(editor):
    ann, anne = a_person("Ann Lee", role="surveyor"), a_person("Anne Lee")
    scheduled_article(bylines=[ann])
    assert "0 published stories, 0 quotes, 1 scheduled, 0 drafts." in words_of(editor.get(screen(ann, "merge")))
    page = editor.post(screen(ann, "merge"), {"into": anne.pk})
    assert "Readers never knew “Ann Lee” and go on knowing nothing of it" in words_of(page)
    assert "Role" not in facts_in(page) and "Addresses that redirect there" not in facts_in(page)
    page = editor.post(screen(ann, "rename"), {"name": "Nan Lee", "moves": "on"})
    assert f"Readers never knew {ann.get_absolute_url()}, so it redirects nobody." in words_of(page)
    live_article(bylines=[ann])
    assert "Readers never knew “Anne Lee”: they will see" in words_of(
        editor.post(screen(ann, "merge"), {"into": anne.pk})
    )


def test_merge_says_which_facts_are_taken_over(editor):
    ann, anne = a_person("Ann Lee", role="surveyor", on_staff=True), a_person("Anne Lee")
    live_article(bylines=[ann])
    facts = facts_in(editor.post(screen(ann, "merge"), {"into": anne.pk}))
    assert facts["Role"] == ("–", "surveyor") and facts["On staff"] == ("–", "yes")


def test_stories_beyond_the_first_twenty_are_counted(editor, monkeypatch):
    monkeypatch.setattr("articles.admin.directory.change_preview.MOST_SHOWN", 2)
    bridges, spans = a_topic("Bridges"), a_topic("Spans")
    stories = [live_article(topics=[bridges]) for _ in range(5)]
    said = words_of(editor.post(screen(bridges, "merge"), {"into": spans.pk}))
    assert "Stories that move: 5" in said and "and 3 more" in said
    assert stories[4].headline in said and stories[0].headline not in said


def test_rename_says_both_addresses_and_carries_out_what_was_seen(editor):
    topic = a_topic("Bridges")
    live_article(topics=[topic], headline="It Is Out")
    page = editor.post(screen(topic, "rename"), {"name": "Spans", "moves": "on"})
    facts = facts_in(page)
    assert facts["Name"] == ("Bridges", "Spans") and facts["Address"] == ("/topics/bridges/", "/topics/spans/")
    assert facts["Addresses that redirect there"] == ("–", "/topics/bridges/")
    assert "/topics/bridges/ and its feeds redirect to /topics/spans/ for ever." in words_of(page)
    assert "Stories that link to it: 1 It Is Out Live since" in words_of(page)
    assert Topic.rows.get().name == "Bridges"  # and there is no other row
    said = editor.post(screen(topic, "rename"), hidden_in(page), follow=True).text
    assert "“Bridges” is called “Spans”." in said and Topic.objects.get().slug == "spans"
    change = DirectoryChange.objects.get()
    page = editor.get(reverse("admin:articles_directorychange_change", args=[change.pk]))
    assert facts_in(page)["Address"] == ("/topics/spans/", "/topics/bridges/")
    assert "/topics/spans/ and its feeds redirect to /topics/bridges/" in words_of(page)
    assert Topic.objects.get().name == "Spans"


def test_rename_without_a_new_address_says_that_it_stays(editor):
    topic = a_topic("Bridges")
    page = editor.post(screen(topic, "rename"), {"name": "Spans"})
    assert "/topics/bridges/ stays the address." in words_of(page) and "moves" not in hidden_in(page)


def test_alias_says_that_nothing_published_changes(editor):
    topic = a_topic("Bridges")
    page = editor.post(screen(topic, "alias"), {"name": "Crossings"})
    assert facts_in(page)["Also found as"] == ("–", "Crossings")
    assert "Nothing that is published changes." in words_of(page)
    carry_out(editor, topic, "alias", {"name": "Crossings"})
    assert a_topic("crossings") == topic


def test_split_offers_each_story_with_state_part_and_words(editor):
    ann = a_person("Ann Lee")
    mine = live_article(headline="Mine", body=saying(ann, "We built it."))
    draft = draft_article(headline="Begun", body=saying(ann, "We will."))
    live_article(headline="Other", bylines=[ann])
    said = words_of(editor.get(screen(ann, "split")))
    assert "Mine Live since" in said and "“We built it.”" in said
    assert "Begun Draft, changed" in said and "“We will.”" in said and "· byline ·" in said
    data = {"name": "Ann Lee", "articles": [mine.pk, draft.pk]}
    page = editor.post(screen(ann, "split"), data)
    said = words_of(page)
    assert said.startswith("Split “Ann Lee” from “Ann Lee”?") and "Stories that move: 2 With them move 1 quote." in said
    assert f"and its feeds hold what you chose; {ann.get_absolute_url()} and its feeds hold the rest" in said
    assert "Other" not in said and Person.objects.count() == 1
    assert sorted(hidden_in(page)["articles"]) == sorted([str(draft.pk), str(mine.pk)])
    editor.post(screen(ann, "split"), hidden_in(page))
    assert live_edition(mine).quotes.get().person != ann and Person.objects.count() == 2
    change = DirectoryChange.objects.get()
    said = words_of(editor.get(reverse("admin:articles_directorychange_change", args=[change.pk])))
    assert "“Ann Lee” is part of “Ann Lee” again" in said and "Stories that go back: 2" in said


def test_split_of_a_topic_names_how_many_stories_are_left_for_later(editor, monkeypatch):
    monkeypatch.setattr("articles.admin.directory.change_forms.MOST_STORIES", 1)
    topic = a_topic("Bridges")
    mine, other = live_article(topics=[topic]), live_article(topics=[topic])
    page = editor.get(screen(topic, "split"))
    assert "These are the newest; 1 more can be split" in words_of(page)
    assert "Choose at least one story." in words_of(editor.post(screen(topic, "split"), {"name": "Arches"}))
    carry_out(editor, topic, "split", {"name": "Arches", "articles": [other.pk]})
    assert live_edition(other).topic_rows.get().topic == a_topic("Arches")
    assert live_edition(mine).topic_rows.get().topic == topic


def test_back_keeps_what_was_typed(editor):
    topic, person, anne = a_topic("Bridges"), a_person("Ann Lee"), a_person("Anne Lee")
    seen = hidden_in(editor.post(screen(topic, "rename"), {"name": "Spans"}))
    page = editor.post(screen(topic, "rename"), seen | {"back": "Back"})
    assert 'value="Spans"' in page.text and "Show what will change" in page.text and "checked" not in page.text
    seen = hidden_in(editor.post(screen(person, "merge"), {"into": anne.pk}))
    page = editor.post(screen(person, "merge"), seen | {"back": "Back"})
    assert f'<option value="{anne.pk}" selected>Anne Lee</option>' in page.text
    assert not DirectoryChange.objects.exists()


def test_what_changed_since_it_was_looked_at_is_shown_again_or_refused(editor):
    ann, anne, third = a_person("Ann Lee"), a_person("Anne Lee"), a_person("Third Lee")
    for person in (ann, anne, third):
        live_article(bylines=[person])
    seen = hidden_in(editor.post(screen(ann, "merge"), {"into": anne.pk}))
    rename(anne, "Anna Lee", by=system())
    page = editor.post(screen(ann, "merge"), seen)
    assert "Somebody changed something in the meantime." in words_of(page) and "into “Anna Lee”?" in words_of(page)
    merge(anne, into=third, by=system())
    page = editor.post(screen(ann, "merge"), hidden_in(page))
    assert "That one is part of another by now. Choose again." in words_of(page)
    merge(ann, into=third, by=system())
    page = editor.post(screen(ann, "merge"), seen, follow=True)
    assert "“Ann Lee” is part of “Third Lee” by now." in page.text
    assert page.redirect_chain[0][0] == reverse("admin:articles_person_change", args=[third.pk])


def test_merge_without_javascript_takes_a_name_or_an_address(editor):
    ann, anne = a_person("Ann Lee"), a_person("Anne Lee", aliases=["Nan"])
    assert "<noscript>" in editor.get(screen(ann, "merge")).text
    for typed in ("anne LEE", "nan", anne.slug, anne.get_absolute_url(), f"https://x.example{anne.get_absolute_url()}"):
        page = editor.post(screen(ann, "merge"), {"into": "", "called": typed})
        assert hidden_in(page)["into"] == [str(anne.pk)] and "called" not in hidden_in(page), typed
    assert "Nothing else is called “Ann Lee”" in editor.post(screen(ann, "merge"), {"called": "Ann Lee"}).text
    assert "Choose the one that stays." in editor.post(screen(ann, "merge"), {"into": ""}).text
    twin = a_person("Anne Lee", role="pilot")
    live_article(bylines=[twin])
    page = editor.post(screen(ann, "merge"), {"called": "Anne Lee"}).text
    assert "Several are called “Anne Lee”" in page
    assert f"Anne Lee (pilot, 1 story, {twin.get_absolute_url()})" in page
    assert f"Anne Lee (0 stories, {anne.get_absolute_url()})" in page
    topic, other = a_topic("Bridges"), a_topic("Spans")
    page = editor.post(screen(topic, "merge"), {"called": "SPANS"})
    assert hidden_in(page)["into"] == [str(other.pk)]


@pytest.mark.parametrize("action", ["rename", "alias"])
def test_name_that_is_taken_is_refused_with_a_link_and_what_was_typed(editor, action):
    desk, other = a_desk("World"), a_desk("Planet")
    page = editor.post(screen(desk, action), {"name": "PLANET"}).text
    assert "There is a desk of that name already" in page and 'value="PLANET"' in page
    assert f'<a href="{reverse("admin:articles_desk_change", args=[other.pk])}">Planet</a>' in page
    assert other.name == "Planet" and not DirectoryChange.objects.exists()


@pytest.mark.parametrize("action", ["rename", "alias", "split"])
def test_namesake_of_a_person_is_asked_about(editor, action):
    donald, tusk = a_person("D. Tusk"), a_person("Donald Tusk", role="prime minister")
    data = {"name": "donald tusk", "articles": [live_article(bylines=[donald]).pk]}
    page = editor.post(screen(donald, action), data).text
    link = f'<a href="{reverse("admin:articles_person_change", args=[tusk.pk])}">Donald Tusk</a>'
    assert f"{link} (prime minister) goes by that name already." in page
    assert f'<a href="{screen(donald, "merge")}">merge them</a>' in page
    carry_out(editor, donald, action, data | {"is_another": "on"})
    assert DirectoryChange.objects.get().action == action


def test_own_name_needs_no_tick(editor):
    ann = a_person("Ann Lee", aliases=["Annie"])
    carry_out(editor, ann, "rename", {"name": "Annie", "moves": "on"})
    ann.refresh_from_db()
    assert ann.name == "Annie"


def test_undo_that_is_refused_says_why_instead_of_a_button(editor):
    topic = a_topic("Bridges")
    first = rename(topic, "Spans", by=system())
    rename(topic, "Arches", by=system())
    url = reverse("admin:articles_directorychange_change", args=[first.pk])
    page = editor.get(url).text
    assert "something was done to it since" in page and "formaction" not in page
    lost = rename(a_person("Ann Lee"), "Ann Li", by=system())
    DirectoryChange.objects.filter(pk=lost.pk).update(row=10**6)
    page = editor.get(reverse("admin:articles_directorychange_change", args=[lost.pk])).text
    assert "no longer in the directory" in page and "formaction" not in page
    DirectoryChange.objects.filter(pk=first.pk).update(at=timezone.now() - timedelta(days=8))
    page = editor.get(url).text
    assert "A change of the directory" in page and "formaction" not in page and "errornote" not in page


@pytest.mark.parametrize("action", ["rename", "alias", "merge", "split"])
def test_reporter_sees_no_links_and_no_screens(reporter, editor, action):
    topic = a_topic("Bridges")
    change_page = reverse("admin:articles_topic_change", args=[topic.pk])
    assert screen(topic, action) in editor.get(change_page).text
    assert screen(topic, action) not in reporter.get(change_page).text
    assert reporter.get(screen(topic, action)).status_code == 403
    assert Topic.objects.count() == 1 and not Person.objects.exists()


def test_undo_leads_to_the_stories_that_were_published_under_the_other_name(editor):
    ann, anne = a_person("Ann Lee"), a_person("Anne Lee")
    article = live_article(body=saying(ann))
    change = merge(ann, into=anne, by=editor.user)
    put_out(edited(article, dek="Again."))
    question = reverse("admin:articles_directorychange_change", args=[change.pk])
    story = reverse("admin:articles_article_change", args=[article.pk])
    page = editor.get(question).text
    assert "The undo leaves that name in these stories." in page and f'<a href="{story}">' in page
    page = editor.post(reverse("admin:articles_directorychange_undo", args=[change.pk]), follow=True).text
    assert "Stories below still have the other name" in page and "Readers still see that name" in page
    put_out(edited(article, dek="And again."))
    assert "that name" not in editor.get(question).text


def test_preview_of_a_merge_says_what_readers_never_knew(editor):
    known, hidden = a_topic("Chess"), a_topic("Plumbago")
    hidden.description = "She resigns."
    hidden.save()
    live_article(topics=[known])
    page = editor.post(screen(hidden, "merge"), {"into": known.pk}).text
    assert "Readers never knew “Plumbago” and go on knowing nothing of it" in page
    assert "Found by editors and imports only as" in page and "She resigns." not in page
    page = editor.post(screen(known, "merge"), {"into": hidden.pk}).text
    assert "Readers never knew “Plumbago”: they will see this name at once." in page

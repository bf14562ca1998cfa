"""The list of suggested people, and the buttons beside them on a story's screen."""

from uuid import uuid4

import pytest
from django.urls import reverse
from lxml import html

from articles.admin.directory.suggested_people import PER_PAGE
from articles.editorial.writing import presence
from articles.models.person import Person
from articles.models.person_suggestion import PersonSuggestion
from tests import builders
from tests.articles.admin.forms import change_url, fields_of

pytestmark = pytest.mark.django_db
LIST = "admin:articles_personsuggestion_changelist"
BODY = "<p>It rained. Mayor Bo Lind said so. Bo Lind left.</p>"


def waiting(name="Bo Lind", **fields):
    return builders.a_suggestion(builders.draft_article(**{"body": BODY} | fields), name=name)


def the_list(client, **query):
    return client.get(reverse(LIST), query)


def do(client, what, **data):
    """Press a button of the list; returns the page that follows."""
    return client.post(reverse(LIST), {"do": what, **data}, follow=True)


def on_story(client, article, what, **typed):
    """Press a button beside a name on the story's screen; returns the page that follows."""
    data = fields_of(client.get(change_url(article))) | typed
    data.pop("_suggested", None)
    return client.post(change_url(article), {**data, "_suggested": what}, follow=True)


def said_on(page):
    """What the page says happened, as it is read."""
    (said,) = html.fromstring(page.text).xpath("//ul[@class='messagelist']")
    return " ".join(said.text_content().split())


def choices(page, row):
    """The choice of who is meant by a row: (words, value) of each option."""
    options = html.fromstring(page.text).xpath(f"//select[@name='who-{row.pk}']/option")
    return [(" ".join(option.text_content().split()), option.get("value")) for option in options]


# The list


def test_list_shows_the_newest_stories_first_with_the_sentence_and_who_it_can_be(editor):
    old, new = waiting(headline="Old"), waiting("Ann Fenn", headline="New", body="<p>No.</p>")
    page = the_list(editor).text
    assert page.index(">New<") < page.index(">Old<") and page.count(change_url(old.article)) == 1
    assert 'class="suggested-passage">Mayor <mark>Bo Lind</mark> said so.</p>' in page
    assert "The text does not name them any more." in page and page.count("Not in the directory.") == 2
    assert f'value="accept:{new.pk}"' in page and f'value="drop:{old.pk}"' in page and "<select" not in page


def test_name_is_looked_up_again_whenever_it_is_shown(editor):
    row = waiting()
    near = builders.a_person("Bob Lind", role="pilot")
    assert choices(the_list(editor), row) == [("Somebody new: Bo Lind, Mayor", ""), ("Bob Lind, pilot", str(near.pk))]
    one = builders.a_person("Bo Lind", role="mayor", organisation="Orrel")
    page = the_list(editor)
    assert f'In the directory: <a href="/admin/articles/person/{one.pk}/change/">Bo Lind, mayor, Orrel</a>' in page.text
    assert choices(page, row) == [
        ("Bo Lind, mayor, Orrel", str(one.pk)),
        ("Bob Lind, pilot", str(near.pk)),
        ("Somebody else of that name", "new"),
    ]
    other = builders.a_person("Bo Lind")
    assert choices(the_list(editor), row)[:3] == [
        ("Choose", ""), ("Bo Lind, mayor, Orrel", str(one.pk)), (f"Bo Lind, {other.slug}", str(other.pk)),
    ]  # fmt: skip
    assert "Linked in the text already" not in page.text
    row.article.body = f'<p><span data-person="{one.pk}">Bo Lind</span></p>'
    row.article.save()
    assert "Linked in the text already" in the_list(editor).text


def test_list_of_one_story_and_of_none(editor):
    row, other = waiting(headline="Old"), waiting("Ann Fenn", headline="Other")
    page = the_list(editor, story=row.article_id).text
    assert "Bo Lind" in page and "Ann Fenn" not in page
    assert "Ann Fenn" in the_list(editor, story="x").text
    do(editor, f"drop:{row.pk}")
    assert "Nobody waits in this story." in the_list(editor, story=row.article_id).text
    do(editor, f"drop:{other.pk}")
    assert "Nobody waits. Whoever" in the_list(editor).text


def test_list_asks_as_often_for_many_rows_as_for_one(editor, django_assert_num_queries):
    waiting()
    for number in range(4):
        builders.a_person("Bo Lind", aliases=["B. Lind"])
        builders.a_person("Bodil Linde", aliases=["Bo"])
        with django_assert_num_queries(15):
            page = the_list(editor).text
        assert page.count('name="ticked"') == 1 + 2 * number
        builders.a_suggestion(waiting(f"Ann Fenn{number}").article, name="Bo Lind")


def test_list_has_pages(editor):
    article = builders.draft_article()
    for number in range(PER_PAGE + 1):
        builders.a_suggestion(article, name=f"Bo Lind{number}")
    first = the_list(editor)
    assert first.text.count('name="ticked"') == PER_PAGE and "Page 1 of 2" in first.text
    last = the_list(editor, page=2).text
    assert last.count('name="ticked"') == 1 and 'rel="prev"' in last and 'rel="next"' not in last
    assert the_list(editor, page="x").status_code == the_list(editor, page="99").status_code == 200


def test_list_says_who_is_writing_the_story(editor):
    row, rita = waiting(), builders.editor(username="rita")
    presence.heartbeat(row.article, by=rita, sheet=uuid4())
    assert "Being written just now: rita." in the_list(editor).text


def test_who_may_only_read_stories_looks_and_strangers_do_not(enter):
    row = waiting()
    for role in ("reporter", "photo editor"):
        client = enter(role)
        page = the_list(client)
        assert (
            "Mayor Bo Lind" in page.text
            and "<button" not in page.text.partition('class="suggested"')[2].partition("<footer")[0]
        )
        assert "You may not change this story" in said_on(do(client, f"accept:{row.pk}"))
    assert the_list(enter("stranger")).status_code == 403
    assert PersonSuggestion.objects.get() == row


# Its buttons


def test_accept_makes_the_person_and_says_where_they_are_linked(editor):
    row = waiting(headline="It Rained")
    said = do(editor, f"accept:{row.pk}")
    person = Person.objects.get()
    assert "Bo Lind is new in the directory, and linked in It Rained." in said_on(said)
    assert f'<a href="/admin/articles/person/{person.pk}/change/">Bo Lind</a>' in said.text
    assert f'<a href="{change_url(row.article)}">It Rained</a>' in said.text
    row.article.refresh_from_db()
    assert f'<span data-person="{person.pk}">Bo Lind</span> said' in row.article.body


def test_chosen_person_is_linked_and_a_namesake_made_when_asked_for(editor):
    one, other = waiting(headline="One"), waiting(headline="Other", body="<p>No.</p>")
    known = builders.a_person("Bo Lind")
    said = said_on(do(editor, f"accept:{one.pk}", **{f"who-{one.pk}": known.pk}))
    assert "Bo Lind was in the directory already, and linked in One." in said
    said = said_on(do(editor, f"accept:{other.pk}", **{f"who-{other.pk}": "new"}))
    assert "Bo Lind is new in the directory. In Other the name stands nowhere that could be linked." in said
    assert Person.objects.filter(name="Bo Lind").count() == 2


def test_namesakes_without_a_choice_are_refused_in_a_sentence(editor):
    row = waiting()
    builders.a_person("Bo Lind")
    builders.a_person("Bo Lind")
    assert "Several people are called “Bo Lind”" in said_on(do(editor, f"accept:{row.pk}"))
    assert PersonSuggestion.objects.get() == row


def test_all_stories_with_the_name_are_done_by_one_button(editor):
    rows = [waiting() for _ in range(3)]
    alone = waiting("Ann Fenn")
    page = the_list(editor).text
    assert page.count("in all 3 stories") == 3 and f"everywhere:{alone.pk}" not in page
    said = said_on(do(editor, f"everywhere:{rows[0].pk}"))
    assert "Bo Lind is new in the directory, and linked in 3 stories." in said
    assert PersonSuggestion.objects.get() == alone and Person.objects.count() == 1


def test_ticked_rows_are_accepted_or_dropped_together(editor):
    rows = [waiting(name) for name in ("Bo Lind", "Bo Lind", "Ann Fenn", "Ada Marsh", "Ida Holm")]
    builders.a_person("Ada Marsh")
    builders.a_person("Ada Marsh")
    said = said_on(do(editor, "accept:ticked", ticked=[row.pk for row in rows[:4]]))
    assert "Accepted: 3." in said and "Mayor Ada Marsh: Several people are called “Ada Marsh”" in said
    assert Person.objects.filter(name="Bo Lind").count() == 1, "the second takes the one whom the first has made"
    said = said_on(do(editor, "drop:ticked", ticked=[rows[3].pk, rows[4].pk, "x"]))
    assert "Dropped: 2." in said and not PersonSuggestion.objects.exists()
    assert "Tick at least one name." in said_on(do(editor, "drop:ticked"))


def test_many_refusals_are_counted(enter):
    client = enter("reporter")
    rows = [waiting(f"Bo Lind{number}") for number in range(7)]
    said = said_on(do(client, "accept:ticked", ticked=[row.pk for row in rows]))
    assert said.count("You may not change this story") == 5 and "And 2 more were refused." in said


@pytest.mark.parametrize("what", ["", "accept:", "accept:999999", "drop:x", "burn:{}"])
def test_buttons_of_another_page_or_nobody_s_are_refused_in_a_sentence(editor, what):
    row = waiting()
    assert "Somebody has accepted or dropped this name already." in said_on(do(editor, what.format(row.pk)))
    assert PersonSuggestion.objects.get() == row


# The story's screen


def test_accepting_on_the_story_s_screen_saves_what_is_typed_and_links_the_name(editor):
    row = waiting()
    page = editor.get(change_url(row.article)).text
    assert f'name="_suggested" value="accept:{row.pk}"' in page and "not in the directory" in page
    typed = "<p>It snowed. Mayor Bo Lind said so.</p>"
    said = on_story(editor, row.article, f"accept:{row.pk}", headline="Typed", body=typed)
    assert "Bo Lind is new in the directory, and linked in Typed." in said_on(said)
    row.article.refresh_from_db()
    person = Person.objects.get()
    assert row.article.headline == "Typed" and "It snowed" in row.article.body
    assert f'Mayor <span data-person="{person.pk}">Bo Lind</span>' in row.article.body
    assert "People named in the text" not in said.text


def test_dropping_on_the_story_s_screen_saves_what_is_typed_too(editor):
    row = waiting()
    said = on_story(editor, row.article, f"drop:{row.pk}", headline="Typed")
    assert "“Bo Lind” is dropped." in said_on(said)
    row.article.refresh_from_db()
    assert row.article.headline == "Typed" and not PersonSuggestion.objects.exists()


@pytest.mark.parametrize("what", ["accept:999999", "drop:x"])
def test_name_that_is_settled_or_another_story_s_is_refused_and_the_text_saved(editor, what):
    row = waiting()
    said = on_story(editor, row.article, what, headline="Typed")
    assert "Somebody has accepted or dropped this name already." in said_on(said)
    row.article.refresh_from_db()
    assert row.article.headline == "Typed"
    assert "Somebody has" in said_on(on_story(editor, builders.draft_article(), f"accept:{row.pk}"))


def test_other_buttons_of_the_screen_are_no_suggestion(editor):
    row = waiting()
    assert "Saved." in said_on(on_story(editor, row.article, "burn:1", headline="Typed"))


def test_namesakes_lead_from_the_story_to_the_list(editor):
    row = waiting()
    for role in ("pilot", "mayor"):
        builders.a_person("Bo Lind", role=role)
    page = editor.get(change_url(row.article)).text
    assert "known as" in page and "Bo Lind, pilot" in page and "Bo Lind, mayor" in page
    assert f"accept:{row.pk}" not in page and f"drop:{row.pk}" in page
    assert f'href="{reverse(LIST)}?story={row.article_id}"' in page


def test_who_only_reads_the_story_has_no_buttons(reporter):
    row = waiting()
    page = reporter.get(change_url(row.article)).text
    assert "Mayor Bo Lind" in page and "_suggested" not in page


# The ways there


def test_index_and_the_list_of_people_say_how_many_wait(editor, enter):
    assert "accepted or dropped" not in editor.get(reverse("admin:index")).text
    waiting()
    assert 'Suggested people</a> <span class="desk-number">1</span>' in editor.get(reverse("admin:index")).text
    waiting()
    assert 'Suggested people</a> <span class="desk-number">2</span>' in editor.get(reverse("admin:index")).text
    people = editor.get(reverse("admin:articles_person_changelist")).text
    assert f'<a href="{reverse(LIST)}">Suggested people (2)</a>' in people and "New person" in people
    assert "Suggested people" not in enter("stranger").get(reverse("admin:index")).text
